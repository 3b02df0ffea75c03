"""The message catalogue: everything the bot says, by language."""

from handlers.texts.azerbaijani import AZERBAIJANI
from handlers.texts.catalogue import Texts
from handlers.texts.english import ENGLISH
from handlers.texts.russian import RUSSIAN

TEXTS_BY_LANGUAGE = {"en": ENGLISH, "az": AZERBAIJANI, "ru": RUSSIAN}

__all__ = ["TEXTS_BY_LANGUAGE", "Texts", "language_of", "texts_in"]


def texts_in(language: str | None) -> Texts:
    """The messages in a language such as `az` or Telegram's `az-AZ`; English where there are none."""
    return TEXTS_BY_LANGUAGE[language_of(language)]


def language_of(tag: str | None) -> str:
    """The language of the messages for a tag such as `az-AZ`."""
    code = (tag or "").split("-")[0].lower()
    return code if code in TEXTS_BY_LANGUAGE else "en"
