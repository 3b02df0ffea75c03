"""The queue of shared practices: read, taken into the draft as a document, or declined with a word."""

from collections.abc import Sequence
from datetime import timedelta

from telegram.error import TelegramError

from corpus.reading.practice import SharedPractice, practice_document, title_of
from corpus.reading.problems import CorpusError
from handlers import access, delivery
from handlers.context import Services
from handlers.failures import noted
from handlers.keyboards import Keyboard, button
from handlers.maintainers import documents
from handlers.maintainers.keeping import Screen, in_rows
from handlers.organisers.awaiting import leave
from handlers.participants.sharing import headings, shown
from handlers.replies import Reply, safe
from handlers.texts import texts_in
from storage import practices
from storage.practices import Practice

LONGEST_WORD = 1_000
"""Characters of a word to the contributor."""
MOST_LISTED = 20
REVIEWED_AFTER = timedelta(days=365)


async def show_queue(screen: Screen) -> None:
    """List what waits, the oldest first."""
    async with screen.services.database.reading() as session:
        waiting = await practices.waiting(session)
    rows = in_rows(
        ((title_of(one.what or ""), f"practice:{one.id}:show:") for one in waiting[:MOST_LISTED]), a_row=1
    )
    rows.append([button(screen.texts.keeping.corpus_back, "corpus")])
    said = screen.texts.keeping.practices if waiting else screen.texts.keeping.practices_none
    await screen.show(said, keyboard=rows)


async def press(screen: Screen, parts: Sequence[str]) -> None:
    """Follow a button of the queue."""
    if not parts:
        await show_queue(screen)
        return
    number, action, value = parts
    texts = screen.texts.keeping
    one = await _waiting(int(number), screen.services)
    if one is None:
        await screen.show(texts.practice_decided)
        return
    match action:
        case "themes":
            await screen.show(texts.practice_theme, keyboard=_themes(one, screen))
        case "approve" if value in screen.services.answerer.corpus.workshop.themes:
            await _approve(screen, one, value)
        case "decline":
            without = [[button(texts.practice_without_word, f"practice:{one.id}:silent:")]]
            asked = texts.practice_word.format(limit=LONGEST_WORD)
            await screen.ask(f"decline:{one.id}", asked, keyboard=without)
        case "silent":
            await leave(screen.services, screen.person)
            await _decline(screen, one, "")
        case _:
            await _show(screen, one)


async def take_word(screen: Screen, parts: Sequence[str]) -> None:
    """Decline with the word that was awaited."""
    texts, word = screen.texts.keeping, (screen.message.text or "").strip()
    if not word or len(word) > LONGEST_WORD:
        said = texts.reason_long if word else texts.practice_word
        await screen.say(said.format(length=len(word), limit=LONGEST_WORD))
        return
    await leave(screen.services, screen.person)
    if one := await _waiting(int(parts[0]), screen.services):
        await _decline(screen, one, word)
    else:
        await screen.say(texts.practice_decided)


async def tell_published(services: Services) -> None:
    """Tell the contributors whose practices are among the documents that are served now.

    Whom Telegram did not let reach is told the next time other documents are served.
    """
    paths = {document.path for document in services.answerer.corpus.documents}
    async with services.database.session() as session:
        published = await practices.publish(session, paths, now=services.now())
    for one in published:
        theirs = await access.texts_for(services, one.telegram_id)
        try:
            await _tell(one, theirs.keeping.share_published, services)
        except TelegramError as error:
            noted(error, event="contributor not told")
            async with services.database.session() as session:
                await practices.take_back(session, one.id, now=services.now())


async def tell_forgotten(paths: Sequence[str], services: Services) -> None:
    """Let the maintainers know that somebody whose words stand in documents wants to be forgotten."""
    for maintainer in await access.maintainers(services) if paths else ():
        theirs = await access.texts_for(services, maintainer)
        said = theirs.keeping.practice_forgotten.format(paths=safe(", ".join(paths)))
        try:
            await delivery.tell(services.call, maintainer, Reply(before=(said,)))
        except TelegramError as error:  # the others must still hear of it
            noted(error, event="maintainer not told")


async def _show(screen: Screen, one: Practice) -> None:
    texts = screen.texts.keeping
    keyboard = [
        [button(texts.practice_approve, f"practice:{one.id}:themes:")],
        [button(texts.practice_decline, f"practice:{one.id}:decline:")],
        [button(screen.texts.earlier, "practice")],
    ]
    await screen.show(*shown(one, screen.texts), keyboard=keyboard)


def _themes(one: Practice, screen: Screen) -> Keyboard:
    workshop = screen.services.answerer.corpus.workshop
    rows = in_rows(
        (workshop.theme_in(theme, screen.language), f"practice:{one.id}:approve:{theme}")
        for theme in workshop.themes
    )
    return [*rows, [button(screen.texts.earlier, f"practice:{one.id}:show:")]]


async def _approve(screen: Screen, one: Practice, theme: str) -> None:
    """Put the practice into the draft, then note it: done twice, the second changes nothing."""
    services = screen.services
    path = f"practices/practice-{one.id}.md"
    markdown = practice_document(_shared(one, theme, services))
    try:
        added = await services.publisher.add(path, markdown.encode(), by=screen.person)
    except CorpusError as error:
        await screen.say(screen.texts.keeping.document_refused.format(name=path), safe(str(error)))
        return
    async with services.database.session() as session:
        taken = await practices.approve(
            session, one.id, path=added.path, by=screen.person, now=services.now()
        )
    if not taken:  # somebody else was quicker, or the contributor has withdrawn it
        if (await _state(one.id, services)) != "approved":
            await services.publisher.discard(added.path, by=screen.person)
        await screen.show(screen.texts.keeping.practice_decided)
        return
    await _tell(one, (await access.texts_for(services, one.telegram_id)).keeping.share_approved, services)
    await documents.show_added(screen, added, [screen.message.message_id])


def _shared(one: Practice, theme: str, services: Services) -> SharedPractice:
    """The practice as a document, its own words in its language, ours too where we speak it."""
    texts = texts_in(one.language)
    day = one.changed_at.astimezone(services.zone).date()
    contributor = one.contact or texts.keeping.participant
    title = title_of(one.what or "")
    others = {"place": one.place, "evidence": one.evidence}
    return SharedPractice(
        id=f"practice-{one.id}",
        title=title,
        theme=theme,
        language=one.language,
        date=day,
        review=day + REVIEWED_AFTER,
        contributor=" ".join(contributor.split()),
        source=texts.keeping.practice_source.format(
            contributor=" ".join(contributor.split()), date=f"{day:%d.%m.%Y}"
        ),
        what=one.what or "",
        others=[
            (f"{title}: {heading}", words)
            for step, heading in headings(texts).items()
            if (words := others.get(step))
        ],
    )


async def _decline(screen: Screen, one: Practice, word: str) -> None:
    services = screen.services
    async with services.database.session() as session:
        declined = await practices.decline(session, one.id, by=screen.person, now=services.now())
    if not declined:
        await screen.say(screen.texts.keeping.practice_decided)
        return
    theirs = (await access.texts_for(services, one.telegram_id)).keeping
    told = await _tell(one, theirs.share_declined_word if word else theirs.share_declined, services, word)
    await screen.say(screen.texts.keeping.practice_declined if told else screen.texts.keeping.practice_untold)


async def _tell(one: Practice, said: str, services: Services, word: str = "") -> bool:
    line = said.format(title=safe(title_of(one.what or "")), word=safe(word))
    return await delivery.tell(services.call, one.telegram_id, Reply(before=(line,))) is not None


async def _waiting(number: int, services: Services) -> Practice | None:
    async with services.database.reading() as session:
        one = await practices.get(session, number)
    return one if one and one.state == "waiting" else None


async def _state(number: int, services: Services) -> str | None:
    async with services.database.reading() as session:
        one = await practices.get(session, number)
    return one.state if one else None
