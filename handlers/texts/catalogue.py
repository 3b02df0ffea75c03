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
    did_you_mean: str
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

    # Without an answer
    tell_me: str
    awaited: str
    awaited_no_more: str
    ask_organisers: str
    relay_passed: str
    relay_again: str
    relay_limited: str
    relay_unreachable: str

    # Between organisers and participants
    card_given: str
    relay_head: str
    relay_closed: str
    relay_delivered: str
    relay_gone: str
    relay_blocked: str
    relay_failed: str
    relay_edited: str

    # Language
    language_ask: str
    as_i_write: str
    language_chosen: str
    language_as_written: str

    # Forgetting
    forget_confirm: str
    forget_yes: str
    forget_no: str
    forgotten: str
    nothing_to_forget: str
    kept: str
    not_your_button: str

    # Failing
    failed: str

    # The command menu
    menu_start: str
    menu_help: str
    menu_topics: str
    menu_language: str
    menu_privacy: str
    menu_forget_me: str
