"""What organisers see of an announcement: pure, from values to text and buttons."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from corpus.reading.folder import Corpus
from handlers.keyboards import Button, Keyboard, button
from handlers.replies import safe
from handlers.texts import TEXTS_BY_LANGUAGE, Texts, texts_in
from handlers.times import shown
from storage.announcements.quiet_hours import awake
from storage.announcements.selecting import Headcount
from storage.announcements.views import Announcement, Progress

EXCERPT = 200
"""Letters of an announcement that a screen repeats."""
LABEL = 40
"""Letters of one in a button of the list."""


def summary(draft: Announcement, count: Headcount | None, zone: ZoneInfo, texts: Texts) -> str:
    """What a draft says, to whom and when."""
    said = "\n".join(_excerpt(one.language, one.text, texts) for one in draft.contents)
    reached = texts.audience_gone
    if count:
        reached = texts.headcount.format(
            reached=count.reached, muted=count.muted, unreachable=count.unreachable
        )
    told = texts.draft_summary.format(
        text=said,
        audience=safe(_to(draft, texts)),
        count=reached,
        when=shown(draft.starts_at, zone) if draft.starts_at else texts.at_once,
        until=shown(draft.until, zone) if draft.until else "–",
        urgent=texts.yes if draft.urgent else texts.no,
    )
    return "\n\n".join((told, *_held_back(draft, zone, texts)))


def quiet(instant: datetime, zone: ZoneInfo, texts: Texts) -> list[str]:
    """That what is due then waits for the end of quiet hours, if it does."""
    goes_at = awake(instant, zone)
    if goes_at == instant:
        return []
    return [texts.quiet_now.format(when=shown(goes_at, zone), button=texts.button_urgent)]


def _held_back(one: Announcement, zone: ZoneInfo, texts: Texts) -> list[str]:
    held = one.starts_at and not one.urgent and one.started_at is None
    return quiet(one.starts_at, zone, texts) if held and one.starts_at else []


def question(about: str, zone: ZoneInfo, texts: Texts) -> str:
    """What an organiser is asked to write: a `text`, when (`at`) or `until` when."""
    asked = {"text": texts.announce_what, "at": texts.at_ask, "until": texts.until_ask}[about]
    return asked.format(zone=zone.key)


def draft_buttons(draft: Announcement, texts: Texts) -> Keyboard:
    """What can be changed about a draft, and the preview."""
    at = [_of(draft, texts.button_at, "at")]
    if draft.starts_at:
        at.append(_of(draft, texts.button_now, "now"))
    have = {one.language for one in draft.contents}
    versions = [
        _of(draft, f"{'✓' if language in have else '+'} {language}", f"text:{language}")
        for language in TEXTS_BY_LANGUAGE
    ]
    return [
        [_of(draft, texts.button_text, "text:"), _of(draft, texts.button_to, "to")],
        versions,
        at,
        [_of(draft, texts.button_until, "until"), _of(draft, texts.button_urgent, _turned(draft))],
        [_of(draft, texts.button_preview, "preview")],
        [_of(draft, texts.button_discard, "discard")],
    ]


def back_to_draft(number: int, texts: Texts) -> list[Button]:
    """The row that leads back to the screen of a draft."""
    return [button(texts.earlier, f"draft:{number}:show")]


def place_buttons(number: int, title_by_chat: Mapping[int, str], texts: Texts) -> Keyboard:
    """The groups and channels a draft can be for."""
    rows = [[button(title, f"draft:{number}:to:chat={chat}")] for chat, title in title_by_chat.items()]
    return [*rows, [button(texts.earlier, f"draft:{number}:to")]]


def audience_buttons(number: int, corpus: Corpus, language: str | None) -> Keyboard:
    """All audiences there are."""
    workshop, texts = corpus.workshop, texts_in(language)
    plain = [
        *("everyone", "me"),
        *(f"language={code}" for code in TEXTS_BY_LANGUAGE),
        *("role=organiser", "role=maintainer", "groups", "one", "list"),
    ]
    listed = [button(audience_name(one, texts), f"draft:{number}:to:{one}") for one in plain]
    listed += [
        button(workshop.theme_in(theme, language), data)
        for theme, documents in corpus.documents_by_theme.items()
        if documents and len((data := f"draft:{number}:to:theme={theme}").encode()) <= 64  # noqa: PLR2004 - Telegram's limit
    ]
    rows = [listed[start : start + 2] for start in range(0, len(listed), 2)]
    return [*rows, back_to_draft(number, texts)]


def _to(one: Announcement, texts: Texts) -> str:
    return one.place or audience_name(one.audience, texts)


def audience_name(audience: str, texts: Texts) -> str:  # noqa: PLR0911 - a case an audience
    """What an audience is called."""
    kind, _, value = audience.partition("=")
    match kind:
        case "everyone":
            return texts.to_everyone
        case "language":
            return texts.to_language.format(language=value)
        case "role":
            return texts.role_organiser if value == "organiser" else texts.role_maintainer
        case "groups":
            return texts.to_groups
        case "one":
            return texts.to_one
        case "recipients":
            return texts.to_recipients.format(number=value)
        case "each":
            return texts.to_each
        case "list":
            return texts.to_list
        case "me":
            return texts.to_me
        case _:
            return audience


def state_name(state: str, texts: Texts) -> str:
    """What the state of an announcement is called."""
    return {
        "queued": texts.state_waiting,
        "sending": texts.state_sending,
        "open": texts.state_open,
        "paused": texts.state_paused,
        "stopped": texts.state_stopped,
        "finished": texts.state_finished,
        "withdrawn": texts.state_withdrawn,
    }.get(state, state)


def listed(one: Announcement, zone: ZoneInfo, texts: Texts) -> Button:
    """An announcement in the list; of one that waits also when it goes out."""
    said = one.contents[0].text if one.contents else ""
    state, goes_at = state_name(one.state, texts), one.goes_at(zone)
    if _waits(one) and goes_at:
        state = f"{state}: {shown(goes_at, zone)}"
    label = f"{one.id} · {state} · {said[:LABEL]}"
    return button(" ".join(label.split()), f"told:{one.id}:show")


def report(one: Announcement, progress: Progress, zone: ZoneInfo, texts: Texts, pace: str = "") -> str:
    """How an announcement stands, with what failed and why."""
    counts, goes_at = progress.count_by_state, one.goes_at(zone)
    lines = [
        texts.progress.format(
            number=one.id,
            state=state_name(one.state, texts),
            audience=safe(_to(one, texts)),
            when=shown(goes_at, zone) if goes_at else "–",
            total=progress.total,
            left=progress.left,
            **{name: counts[name] for name in ("sent", "failed", "unreachable", "unknown", "withdrawn")},
        )
    ]
    if one.until:
        lines.append(texts.report_until.format(until=shown(one.until, zone)))
    if _waits(one):
        lines.append(texts.report_urgent.format(urgent=texts.yes if one.urgent else texts.no))
        lines += _held_back(one, zone, texts)
    if pace:
        lines.append(pace)
    if progress.edits_left:
        lines.append(texts.edits_left.format(count=progress.edits_left))
    lines += [
        f"• {count} × {safe(reason)}" for (_, reason), count in list(progress.count_by_reason.items())[:10]
    ]
    said = "\n".join(_excerpt(content.language, content.text, texts) for content in one.contents)
    return "\n".join((*lines, "", said))


def report_buttons(one: Announcement, progress: Progress, texts: Texts) -> Keyboard:
    """What can be done with an announcement as it stands."""
    running = one.state in ("queued", "sending", "open")
    acts: list[tuple[bool, str, str]] = [
        (running, texts.button_pause, "pause"),
        (one.state == "paused", texts.button_resume, "resume"),
        (_waits(one), texts.button_at, "at"),
        (_waits(one), texts.button_until, "until"),
        (_waits(one), texts.button_urgent, _turned(one)),
        (running or one.state == "paused", texts.button_stop, "ask_stop"),
        (one.state != "withdrawn" and bool(one.contents), texts.button_edit, "edit"),
        (one.state != "withdrawn", texts.button_withdraw, "ask_withdraw"),
        (progress.count_by_state["unknown"] > 0, texts.button_resend, "resend"),
        (True, texts.button_csv, "csv"),
        (True, texts.button_audit, "audit"),
        (True, texts.button_refresh, "show"),
    ]
    shown_ = [button(label, f"told:{one.id}:{act}") for there, label, act in acts if there]
    shown_ += [
        button(texts.button_its_reply.format(number=reply), f"told:{reply}:show") for reply in one.replies
    ]
    rows = [shown_[start : start + 2] for start in range(0, len(shown_), 2)]
    return [*rows, [button(texts.all_announcements, "told")]]


def _turned(one: Announcement) -> str:
    """What turns its urgency round: by name, as the same press may be handled twice."""
    return f"urgent:{'no' if one.urgent else 'yes'}"


def _waits(one: Announcement) -> bool:
    return one.state == "queued" and one.started_at is None


def back(number: int, texts: Texts) -> list[Button]:
    """The row that leads to an announcement."""
    return [button(texts.button_refresh, f"told:{number}:show")]


def _of(draft: Announcement, label: str, action: str) -> Button:
    return button(label, f"draft:{draft.id}:{action}")


def _excerpt(language: str, text: str, texts: Texts) -> str:
    cut = text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"
    return f"<b>{language or texts.for_all_languages}</b>: {safe(cut) or '📎'}"
