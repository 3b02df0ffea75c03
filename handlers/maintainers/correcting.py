"""*Correct this passage*: a maintainer's reply becomes the passage's text in the draft."""

from collections.abc import Sequence

from corpus.passages import Passage
from corpus.reading.editing import with_passage
from corpus.reading.problems import CorpusError
from handlers import delivery
from handlers.keyboards import button
from handlers.maintainers.documents import read_draft
from handlers.maintainers.keeping import Screen, key
from handlers.organisers.awaiting import leave, wait_for
from handlers.replies import safe
from storage import questions

LONGEST = 3_000
"""Characters of a passage: with what stood there before it fits into a message or two."""


async def press(screen: Screen, parts: Sequence[str]) -> None:
    """Show what the passage says, and ask for what it shall say."""
    number, rank = map(int, parts)
    async with screen.services.database.reading() as session:
        asked = await questions.by_id(session, number)
    candidates = asked.candidates if asked else ()
    fingerprint = candidates[rank].fingerprint if rank < len(candidates) else ""
    passage = screen.services.answerer.passage(fingerprint)
    if passage is None:
        await screen.say(screen.texts.keeping.correct_gone)
        return
    await wait_for(screen.services, screen.person, f"correct:{fingerprint}")
    await screen.say(f"<blockquote>{safe(passage.text)}</blockquote>")
    said = screen.texts.keeping.correct_ask.format(heading=safe(passage.heading))
    await delivery.ask(screen.services.call, screen.message.chat_id, said)


async def take(screen: Screen, parts: Sequence[str]) -> None:
    """Put the text that was awaited under the heading, in the draft."""
    texts, text = screen.texts.keeping, (screen.message.text or "").strip()
    if not text or len(text) > LONGEST:
        unfit = texts.correct_long if text else texts.correct_words_only
        await screen.say(unfit.format(length=len(text), limit=LONGEST))
        return
    await leave(screen.services, screen.person)
    passage = screen.services.answerer.passage(parts[0])
    if passage is None:
        await screen.say(texts.correct_gone)
        return
    try:
        before = await _drafted_text(screen, passage)
        source = await screen.services.publisher.source(passage.path)
        changed = with_passage(source, passage.section, text)
        added = await screen.services.publisher.add(passage.path, changed.encode(), by=screen.person)
    except LookupError:
        await screen.say(texts.correct_gone)
    except CorpusError as error:
        await screen.say(texts.document_refused.format(name=safe(passage.path)), safe(str(error)))
    else:
        keyboard = [
            [button(texts.corpus_publish, "check")],
            [button(texts.document_discard, f"doc:{key(added.path)}:discard:")],
        ]
        quoted = [f"<blockquote>{safe(words)}</blockquote>" for words in (before, text)]
        done = texts.correct_done.format(heading=safe(passage.heading))
        await screen.say(done, quoted[0], "↓", quoted[1], keyboard=keyboard)


async def _drafted_text(screen: Screen, passage: Passage) -> str:
    """What the draft has under the heading: somebody may have corrected it already."""
    document, _ = await read_draft(screen, passage.path)
    return next((one.text for one in document.passages if one.section == passage.section), "")
