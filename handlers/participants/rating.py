"""The buttons under an answer: helpful or not, the whole section, the next best."""

from telegram import CallbackQuery, Message, Update

from handlers import delivery, keyboards, replies
from handlers.context import Context
from handlers.participants import evidence
from handlers.texts import texts_in
from storage import questions
from storage.questions import Asked, Feedback, Replied


async def rate(update: Update, context: Context) -> None:
    """Keep what the asker thought of an answer."""
    query, number = _pressed(update)
    value: Feedback = "helpful" if (query.data or "").startswith("helpful") else "unhelpful"
    async with context.services.database.session() as session:
        kept = await questions.give_feedback(session, number, telegram_id=query.from_user.id, feedback=value)
        asked = await questions.by_id(session, number)
    if asked is None or asked.telegram_id is None:  # forgotten since, or past its days
        await delivery.acknowledge(
            query, texts_in(context.services.languages.of(query.from_user)).section_gone
        )
        return
    texts = texts_in(asked.language)
    if not kept:
        await delivery.acknowledge(query, texts.only_the_asker)
        return
    said = {"helpful": texts.thanks_for_helpful, "unhelpful": texts.thanks_for_unhelpful}
    await delivery.acknowledge(query, said[value])
    await _mark(query, asked, context)


async def show(update: Update, context: Context) -> None:
    """Put the whole section, or another candidate, in the place of the answer."""
    query, number = _pressed(update)
    rank = int((query.data or "").rsplit(":", 1)[1])
    async with context.services.database.session() as session:
        asked = await questions.by_id(session, number)
        await questions.show(session, number, rank=rank)
    candidate = asked.candidates[rank] if asked and rank < len(asked.candidates) else None
    passage = context.services.answerer.passage(candidate.fingerprint) if candidate else None
    texts = texts_in(asked.language if asked else context.services.languages.of(query.from_user))
    if asked is None or passage is None or query.message is None:
        await delivery.acknowledge(query, texts.section_gone)
        return
    await delivery.acknowledge(query)
    context.services.last_questions.showed(query.from_user.id, query.message.chat.id, passage.fingerprint)
    keyboard = keyboards.under_answer(
        number,
        rank=rank,
        ranks=len(asked.candidates),
        whole=True,
        feedback=asked.feedback,
        evidence=evidence.offered(passage, context.services),
        texts=texts,
    )
    if context.services.is_shown("maintainer", query.message.chat.id):
        keyboard += keyboards.correct(number, rank, texts)
    if isinstance(query.message, Message) and query.message.reply_markup:
        keyboard += keyboards.calling(keyboards.shown(query.message.reply_markup))
    pressed = query.message.message_id
    shown = asked.answer_message_ids if pressed in asked.answer_message_ids else (pressed,)
    reply = replies.section(passage, texts)
    held = await delivery.replace(context.services.call, query.message.chat.id, shown, reply, keyboard)
    if tuple(held) != asked.answer_message_ids:
        await context.services.attach(Replied(number, held))


async def _mark(query: CallbackQuery, asked: Asked, context: Context) -> None:
    """Show the choice on the button, everything else as it is."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    shown = keyboards.shown(message.reply_markup)
    chosen = keyboards.with_choice(shown, asked.feedback, texts_in(asked.language))
    await delivery.rebutton(context.services.call, message.chat.id, message.message_id, chosen)


def _pressed(update: Update) -> tuple[CallbackQuery, int]:
    query = update.callback_query
    if query is None or not query.data:
        raise TypeError("this handler is for presses of buttons with data")
    return query, int(query.data.split(":")[1])
