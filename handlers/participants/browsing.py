"""`/topics`: themes, their sections, a section whole."""

from telegram import CallbackQuery, Update

from corpus.passages import Passage
from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.keyboards import Keyboard
from handlers.participants.arriving import say
from handlers.replies import Reply
from handlers.texts import texts_in


async def topics(update: Update, context: Context) -> None:
    """Show the themes as buttons."""
    language = context.services.languages.of(update.effective_user)
    themes = keyboards.themes(_themes(context.services, language))
    await say(update, context, Reply(before=(texts_in(language).topics,)), themes)


async def turn(update: Update, context: Context) -> None:
    """Follow a press: all themes, a page of one theme, or a section."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    await delivery.acknowledge(query)
    services, message = context.services, query.message
    reply, keyboard = _page(query, services)
    await delivery.replace(services.call, message.chat.id, [message.message_id], reply, keyboard)


def _page(query: CallbackQuery, services: Services) -> tuple[Reply, Keyboard]:
    language = services.languages.of(query.from_user)
    texts, labels = texts_in(language), _themes(services, language)
    kind, _, rest = (query.data or "").partition(":")
    if kind == "section":
        passage = services.answerer.passage(rest)
        if passage:
            return replies.section(passage, texts), keyboards.back_to_theme(passage, texts)
        return Reply(before=(texts.section_gone,)), keyboards.themes(labels)
    theme, _, page = rest.partition(":")
    passages = _passages(services, theme, language)
    if kind == "theme" and passages:
        last = (len(passages) - 1) // keyboards.SECTIONS_A_PAGE
        keyboard = keyboards.sections(theme, passages, page=min(int(page), last), texts=texts)
        return Reply(before=(texts.topics_of.format(theme=replies.safe(labels[theme])),)), keyboard
    return Reply(before=(texts.topics,)), keyboards.themes(labels)


def _themes(services: Services, language_code: str | None) -> dict[str, str]:
    """The labels of the themes that have documents, in the order of `workshop.yaml`."""
    corpus = services.answerer.corpus
    used = {document.theme for document in corpus.documents}
    return {
        key: corpus.workshop.theme_in(key, language_code) for key in corpus.workshop.themes if key in used
    }


def _passages(services: Services, theme: str, language_code: str | None) -> list[Passage]:
    """The sections of a theme, in the person's language where a document exists in it."""
    corpus = services.answerer.corpus
    shown = corpus.versions((language_code or "").split("-")[0])
    return [passage for passage in corpus.passages if passage.theme == theme and passage.document in shown]
