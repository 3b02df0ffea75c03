"""`/invite`: give a role by a link that works once, see who holds one, take it."""

from collections.abc import Sequence
from typing import cast

from telegram import CallbackQuery, Message, Update, User

from handlers import delivery, replies
from handlers.access import texts_for
from handlers.context import Context, Services
from handlers.keyboards import Keyboard, button
from handlers.organisers import auditing
from handlers.organisers.presses import pressed, written
from handlers.replies import Reply
from handlers.texts import Texts, texts_in
from handlers.times import shown
from storage import roles
from storage.roles import INVITATION, ROLES, Holder, Role

PAYLOAD = "role-"
"""How the payload of an invitation's link begins; the token follows."""
SHOWN = 40
"""Holders with a button; Telegram takes a hundred buttons in all."""


async def invite(update: Update, context: Context) -> None:
    """Show who holds which role, with buttons to invite and to remove."""
    message, _, texts = written(update, context.services)
    reply, keyboard = await _screen(context.services, texts)
    await delivery.send(context.services.call, message, reply, keyboard)


async def make_link(update: Update, context: Context) -> None:
    """Make an invitation for the role of the button."""
    query, message, texts = pressed(update, context.services)
    services, role = context.services, cast("Role", (query.data or "").split(":")[1])
    now = services.now()
    async with services.database.session() as session:
        token = await roles.invite(session, role, by=query.from_user.id, now=now)
    await delivery.acknowledge(query)
    said = texts.invitation.format(
        role=role_name(role, texts),
        link=f"https://t.me/{context.bot.username}?start={PAYLOAD}{token}",
        until=shown(now + INVITATION, services.zone),
    )
    await delivery.send(services.call, message, Reply(before=(said,)))


async def ask_removal(update: Update, context: Context) -> None:
    """Ask before a role is taken."""
    query, message, texts = pressed(update, context.services)
    person, role = _target(query)
    async with context.services.database.reading() as session:
        found = [one for one in await roles.holders(session) if (one.telegram_id, one.role) == (person, role)]
    if not found:
        await delivery.acknowledge(query, texts.role_gone)
        return
    await delivery.acknowledge(query)
    asked = texts.remove_confirm.format(name=replies.safe(_name(found[0])), role=role_name(role, texts))
    keyboard = [
        [button(texts.remove_yes, f"removed:{role}:{person}")],
        [button(texts.remove_no, "roles")],
    ]
    place = (context.services.call, message.chat_id, [message.message_id])
    await delivery.replace(*place, Reply(before=(asked,)), keyboard)


async def remove(update: Update, context: Context) -> None:
    """Take the role: at once, with its menu and the links its holder made."""
    query, message, texts = pressed(update, context.services)
    services, (person, role) = context.services, _target(query)
    async with services.database.session() as session:
        removed = await roles.remove(session, person, role, by=query.from_user.id, now=services.now())
        left = await roles.held_by(session, person)
    if removed and removed.by_setting:
        await delivery.acknowledge(query, texts.role_by_setting)
    else:
        await delivery.acknowledge(query, None if removed else texts.role_gone)
    if removed and not removed.by_setting:
        await services.show_menu(person, left)
        theirs = await texts_for(services, person)
        said = theirs.role_lost.format(role=role_name(role, theirs))
        await delivery.tell(services.call, person, Reply(before=(said,)))
    if role == "organiser" and person == query.from_user.id and removed and not removed.by_setting:
        await delivery.replace(
            services.call, message.chat_id, [message.message_id], Reply(before=(texts.role_given_up,)), None
        )
        return
    await _show(message, services, texts)


async def show(update: Update, context: Context) -> None:
    """Go back to the list."""
    query, message, texts = pressed(update, context.services)
    await delivery.acknowledge(query)
    await _show(message, context.services, texts)


async def show_audit(update: Update, context: Context) -> None:
    """Tell who invited, accepted and lost a role."""
    query, message, texts = pressed(update, context.services)
    await delivery.acknowledge(query)
    said = await auditing.of_roles(context.services, texts)
    await delivery.send(context.services.call, message, said)


async def accept(message: Message, user: User, token: str, services: Services) -> None:
    """Give the role of the link to who opened it, and tell the inviter."""
    texts, name = texts_in(services.languages.of(user)), _called(user)
    async with services.database.session() as session:
        now = services.now()
        accepted = await roles.accept(session, token, telegram_id=user.id, name=name, now=now)
        held = await roles.held_by(session, user.id)
    if accepted is None:
        await delivery.send(services.call, message, Reply(before=(texts.invitation_void,)))
        return
    role = role_name(accepted.role, texts)
    if accepted.had_it:
        await delivery.send(services.call, message, Reply(before=(texts.role_had.format(role=role),)))
        return
    await services.show_menu(user.id, held)
    await delivery.send(services.call, message, Reply(before=(texts.role_gained.format(role=role),)))
    theirs = await texts_for(services, accepted.invited_by)
    told = theirs.invitation_accepted.format(name=replies.safe(name), role=role_name(accepted.role, theirs))
    await delivery.tell(services.call, accepted.invited_by, Reply(before=(told,)))


async def note_name(user: User, services: Services) -> None:
    """Note how somebody is called who holds a role."""
    async with services.database.session() as session:
        await roles.name(session, user.id, as_=_called(user))


def role_name(role: Role, texts: Texts) -> str:
    """What a role is called."""
    return {"organiser": texts.role_organiser, "maintainer": texts.role_maintainer}[role]


async def _show(message: Message, services: Services, texts: Texts) -> None:
    reply, keyboard = await _screen(services, texts)
    await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)


async def _screen(services: Services, texts: Texts) -> tuple[Reply, Keyboard]:
    async with services.database.reading() as session:
        holders = await roles.holders(session)
    listed = [f"• {replies.safe(_name(one))} — {_kind(one, texts)}" for one in holders]
    return Reply(before=(texts.roles, *listed)), _buttons(holders, texts)


def _buttons(holders: Sequence[Holder], texts: Texts) -> Keyboard:
    labels = {"organiser": texts.invite_organiser, "maintainer": texts.invite_maintainer}
    invite = [button(labels[role], f"invite:{role}") for role in ROLES]
    removable = [one for one in holders if not one.by_setting][:SHOWN]
    remove = [
        [
            button(
                texts.remove.format(name=_name(one), role=role_name(one.role, texts)),
                f"remove:{one.role}:{one.telegram_id}",
            )
        ]
        for one in removable
    ]
    return [invite, *remove, [button(texts.button_audit, "roles:audit")]]


def _kind(holder: Holder, texts: Texts) -> str:
    role = role_name(holder.role, texts)
    return f"{role} ({texts.set_by_setting})" if holder.by_setting else role


def _name(holder: Holder) -> str:
    return holder.name or str(holder.telegram_id)


def _called(user: User) -> str:
    return f"{user.full_name} (@{user.username})" if user.username else user.full_name


def _target(query: CallbackQuery) -> tuple[int, Role]:
    _, role, person = (query.data or "").split(":")
    return int(person), cast("Role", role)
