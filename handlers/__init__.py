"""Between Telegram and the domain: routes, replies, buttons, texts."""
