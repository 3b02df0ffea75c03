"""What the bot can say: one field a message, the same in every language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """One language's messages; `{names}` are filled in by the caller, `<b>` and `<i>` are Telegram's."""

    # Arriving
    welcome: str
    for_example: str
    help: str
    privacy_line: str
    privacy: str
    description: str
    short_description: str

    # Answering
    not_found: str
    nearest: str
    nearest_none: str
    rests_on: str
    common_knowledge: str
    glossary: str

    # Small talk
    greeting: str
    thanks: str
    farewell: str
    praise: str
    about: str

    # Buttons under an answer
    helpful: str
    unhelpful: str
    whole_section: str
    next_best: str
    thanks_for_helpful: str
    thanks_for_unhelpful: str
    only_the_asker: str
    section_gone: str

    # Topics
    topics: str
    topics_of: str
    all_topics: str
    earlier: str
    later: str

    # What a person sent that is no question
    text_only: str
    if_danger: str
    unknown_command: str
    limited: str

    # Forgetting
    forget_confirm: str
    forget_yes: str
    forget_no: str
    forgotten: str
    nothing_to_forget: str
    kept: str
    not_your_button: str

    # Roles
    only_organisers: str
    only_maintainers: str
    in_private: str
    roles: str
    role_organiser: str
    role_maintainer: str
    set_by_setting: str
    invite_organiser: str
    invite_maintainer: str
    invitation: str
    invitation_accepted: str
    invitation_void: str
    role_gained: str
    role_had: str
    role_lost: str
    role_given_up: str
    role_gone: str
    role_by_setting: str
    remove: str
    remove_confirm: str
    remove_yes: str
    remove_no: str
    muted: str
    unmuted: str

    # Failing
    failed: str

    # The command menu
    menu_start: str
    menu_help: str
    menu_topics: str
    menu_privacy: str
    menu_forget_me: str
    menu_mute: str
    menu_invite: str
