"""`/publish`: the draft put to the gate, what it would do shown, and one confirmation."""

import secrets
from collections.abc import Sequence

from corpus.reading.problems import CorpusError
from handlers.context import Offer
from handlers.keyboards import Keyboard, button
from handlers.maintainers import verdicts
from handlers.maintainers.keeping import Screen, unavailable
from handlers.organisers.awaiting import leave
from handlers.publishing import NothingToPublish, PublishingUnavailable, Refused, Stale
from handlers.replies import safe

LONGEST_REASON = 500
"""Characters of why a golden question may be lost."""
MOST_OVERRIDES = 10
"""Lost questions with a button each: who loses more has the wrong draft."""


async def check(screen: Screen, _: Sequence[str]) -> None:
    """Try the draft and show what publishing it would do."""
    place = await screen.say(screen.texts.keeping.trial_running)
    try:
        trial = await screen.services.publisher.trial()
    except NothingToPublish:
        await screen.put(place, screen.texts.keeping.trial_nothing)
    except CorpusError as error:
        await screen.put(place, screen.texts.keeping.trial_unusable, "", safe(str(error)))
    except PublishingUnavailable as error:
        await screen.put(place, unavailable(error, screen.texts))
    else:
        offer = Offer(secrets.token_urlsafe(9), trial)
        screen.services.offers[screen.person] = offer
        await _show(screen, offer, place)


async def _show(screen: Screen, offer: Offer, place: Sequence[int]) -> None:
    texts, refused = screen.texts.keeping, offer.trial.verdict.refused(offer.overrides)
    lines = verdicts.summary(offer.trial, screen.texts)
    keyboard: Keyboard = []
    if refused:
        lines += ["", texts.trial_refused]
        for number, lost in enumerate(offer.trial.verdict.lost[:MOST_OVERRIDES]):
            if lost in refused:
                label = texts.trial_override.format(question=lost.question)
                keyboard.append([button(label, f"override:{offer.token}:{number}")])
    else:
        keyboard.append([button(texts.trial_publish, f"publish:{offer.token}")])
    if offer.trial.told or offer.trial.corrected:
        label = texts.trial_tell_nobody if offer.tell else texts.trial_tell_them
        keyboard.append([button(label, f"tell:{offer.token}")])
    keyboard.append(
        [
            button(texts.trial_later, f"later:{offer.token}"),
            button(texts.trial_report, f"report:{offer.token}"),
        ]
    )
    await screen.put(place, *lines, keyboard=keyboard)


async def publish(screen: Screen, parts: Sequence[str]) -> None:
    """Put in service what was shown: once, whoever presses and however often."""
    texts, offer = screen.texts.keeping, await _offer(screen, parts[0])
    if offer is None:
        return
    del screen.services.offers[screen.person]
    try:
        number = await screen.services.publisher.publish(
            offer.trial, by=screen.person, overrides=offer.overrides, tell=offer.tell
        )
    except Stale as stale:
        await screen.show(texts.trial_stale.format(served=stale.served))
        await check(screen, ())
    except (PublishingUnavailable, Refused) as error:
        screen.services.offers[screen.person] = offer  # nothing was published: the button is still good
        if isinstance(error, PublishingUnavailable):
            raise
        await _show(screen, offer, [])
    else:
        lines = [texts.published.format(number=number)]
        if offer.overrides:
            lines.append(texts.published_overrides.format(count=len(offer.overrides)))
        await screen.show(*lines, keyboard=[[button(texts.corpus_back, "corpus")]])


async def change_telling(screen: Screen, parts: Sequence[str]) -> None:
    """Tell those whom it concerns, or leave it out."""
    if offer := await _offer(screen, parts[0]):
        offer.tell = not offer.tell
        await _show(screen, offer, [screen.message.message_id])


async def put_off(screen: Screen, parts: Sequence[str]) -> None:
    """Leave the draft as it is."""
    if await _offer(screen, parts[0]):
        del screen.services.offers[screen.person]
        await screen.show(screen.texts.keeping.trial_left)


async def send_report(screen: Screen, parts: Sequence[str]) -> None:
    """Send all that would change as a file."""
    if offer := await _offer(screen, parts[0]):
        await screen.send_text("publishing.txt", verdicts.report(offer.trial, screen.texts))


async def ask_reason(screen: Screen, parts: Sequence[str]) -> None:
    """Ask why a question may lose its answer."""
    token, number = parts
    if offer := await _offer(screen, token):
        question = safe(offer.trial.verdict.lost[int(number)].question)
        asked = screen.texts.keeping.override_ask.format(question=question, limit=LONGEST_REASON)
        await screen.ask(f"override:{token}:{number}", asked)


async def take_reason(screen: Screen, parts: Sequence[str]) -> None:
    """Take the reason that was awaited, and show what is left."""
    token, number = parts
    texts, reason = screen.texts.keeping, (screen.message.text or "").strip()
    if len(reason) > LONGEST_REASON or not reason:
        await screen.say(texts.reason_long.format(length=len(reason), limit=LONGEST_REASON))
        return
    await leave(screen.services, screen.person)
    if offer := await _offer(screen, token):
        offer.overrides[offer.trial.verdict.lost[int(number)].id] = reason
        await _show(screen, offer, [])


async def _offer(screen: Screen, token: str) -> Offer | None:
    """The trial that a button is about; who has none any more is told so."""
    offer = screen.services.offers.get(screen.person)
    if offer and offer.token == token:
        return offer
    await screen.say(screen.texts.keeping.trial_gone)
    return None
