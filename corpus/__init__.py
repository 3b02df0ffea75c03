"""What the bot knows: documents, retrieval, answers. No Telegram, no SQL, no network."""
