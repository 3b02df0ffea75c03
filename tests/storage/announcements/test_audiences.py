"""Audiences are those they name; another one is a registered statement."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from storage import roles
from storage.announcements import audiences, drafts, selecting
from storage.announcements.audiences import AudienceError, Scope
from storage.announcements.tables import ChatRow
from storage.questions import Asking, Candidate, record

if TYPE_CHECKING:
    from conftest import Ledger
    from sqlalchemy import Select

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)


async def test_audiences_are_those_they_name(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2)
    await ledger.meet(3, language="az-AZ")
    async with database.session() as session:
        await roles.settle(session, {"organiser": (1, 9), "maintainer": (2,)}, now=NOW)
        session.add(ChatRow(id=-5, kind="supergroup", title="Team", added_at=NOW))
    asked = Asking(
        telegram_id=2, language_code=None, chat_id=2, chat_kind="private", message_id=1, text="?",
        language="en", kind="answer", confidence=0.9, milliseconds=1.0, now=NOW,
        candidates=[Candidate("rats#demo", "f", 0.9, shown=True)],
    )  # fmt: skip
    await database.write(lambda connection: record(connection, [asked]))
    themes = Scope(documents_by_theme={"technology": ["rats"], "safety": []})
    assert await ledger.sent_to("language=az") == {3}
    assert await ledger.sent_to("role=organiser") == {1, 9}, "also one who never wrote"
    assert await ledger.sent_to("theme=technology", themes) == {2}
    assert await ledger.sent_to("theme=safety", themes) == set()
    assert await ledger.sent_to("groups") == {-5}
    assert await ledger.sent_to("chat=-5") == {-5}
    assert await ledger.sent_to("chat=3") == {3}
    assert await ledger.sent_to("chat=-77") == set(), "nobody knows it"
    assert await ledger.sent_to("me", Scope(author=1)) == {1}
    number = await ledger.drafted("list=guests")
    async with database.session() as session:
        await drafts.list_chats(session, number, [3, 50, 3])
    assert await ledger.confirmed(number) == 2


@pytest.mark.parametrize(
    "audience",
    [
        *("", "nobody", "everyone=1", "chat", "chat=", "chat=x", "theme=cooking", "me"),
        *("role=king", "language=english", "chat=" + "9" * 5000),
    ],
)
def test_what_is_no_audience_is_told(audience: str) -> None:
    with pytest.raises(AudienceError, match=r"expected") as refused:
        audiences.select_chats(audience, Scope())
    assert "recipients" not in str(refused.value), "that is for replies alone"
    assert len(str(refused.value)) < 200


def test_what_is_for_other_parts_of_the_bot_can_t_be_asked_for() -> None:
    for audience in ("recipients=1", "each"):
        with pytest.raises(AudienceError, match="expected everyone"):
            audiences.check(audience)
    audiences.check("language=az")


async def test_another_audience_is_a_registered_statement(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ledger.meet(1, 2)
    monkeypatch.setattr(audiences, "AUDIENCES", {**audiences.AUDIENCES})

    @audiences.audience("above", takes="a number")
    def _above(value: str, _scope: Scope) -> Select[Any]:
        return selecting.people(audiences.PARTICIPANTS.c.telegram_id > int(value))

    assert await ledger.sent_to("above=1") == {2}
