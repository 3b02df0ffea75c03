"""Tells the organisers that a safety card was given, without the place or the person's words."""

from handlers import access, delivery
from handlers.bell import Alarm
from handlers.context import Services
from handlers.failures import noted
from handlers.replies import Reply, safe
from handlers.texts import language_of, texts_in
from storage import people


async def keep_warning(services: Services) -> None:
    """Tell of each card, at most once a person in ten minutes, until cancelled; a failure is logged."""
    while True:
        alarm = await services.bell.next()
        try:
            async with services.database.session() as session:
                due = await people.note_alarm(session, alarm.participant, now=alarm.at)
            for organiser in await access.organisers(services) if due else []:
                if organiser != alarm.telegram_id:
                    await _tell(organiser, alarm, services)
        except Exception as error:  # noqa: BLE001  # the next person's alarm must still be told
            noted(error, event="organisers not told")


async def _tell(organiser: int, alarm: Alarm, services: Services) -> None:
    try:
        async with services.database.reading() as session:
            person = await people.known(session, telegram_id=organiser)
        language = language_of((person.language or person.language_code) if person else None)
        texts = texts_in(language)
        cards = services.answerer.corpus.workshop.safety
        said = texts.card_given.format(
            number=alarm.participant,
            card=safe(cards.card(alarm.card, language).title),
            time=f"{alarm.at.astimezone(services.zone):%H:%M}",
        )
        await delivery.tell(services.call, organiser, Reply(before=(said,)))
    except Exception as error:  # noqa: BLE001  # the other organisers must still hear of it
        noted(error, event="organiser not told")
