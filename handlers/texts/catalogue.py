"""What the bot can say: one field a message, the same in every language."""

from dataclasses import dataclass

from handlers.texts.keeping import Keeping


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
    answered_at_last: str
    corrected: str
    it_said: str
    it_says_now: str
    taken_out: str
    rests_on: str
    common_knowledge: str
    glossary: str
    page: str
    slide: str
    sheet: str

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
    see_page: str
    whole_document: str
    drawing_page: str
    no_file_now: str
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

    # Announcing
    announce_what: str
    cancelled: str
    nothing_to_cancel: str
    role_gone_meanwhile: str
    unfit: str
    unfit_album: str
    unfit_caption: str
    unfit_correction: str
    draft_summary: str
    headcount: str
    audience_gone: str
    audience_empty: str
    at_once: str
    yes: str
    no: str
    for_all_languages: str
    to_everyone: str
    to_language: str
    to_groups: str
    to_list: str
    to_me: str
    to_one: str
    to_recipients: str
    to_each: str
    which_place: str
    no_places: str
    announce_to: str
    at_ask: str
    until_ask: str
    no_time: str
    time_past: str
    end_first: str
    time_changed: str
    list_ask: str
    list_wrong: str
    list_too_large: str
    draft_gone: str
    preview_head: str
    preview_refused: str
    same_text: str
    same_text_waits: str
    quiet_now: str
    confirmed_already: str
    button_text: str
    button_to: str
    button_at: str
    button_now: str
    button_until: str
    button_urgent: str
    button_preview: str
    button_discard: str
    button_send: str
    button_change: str
    button_pause: str
    button_resume: str
    button_stop: str
    button_edit: str
    button_withdraw: str
    button_resend: str
    button_csv: str
    button_audit: str
    button_refresh: str
    button_reply: str
    button_its_reply: str
    all_announcements: str
    announcements: str
    no_announcements: str
    state_waiting: str
    state_sending: str
    state_open: str
    state_paused: str
    state_stopped: str
    state_finished: str
    state_withdrawn: str
    progress: str
    report_until: str
    report_urgent: str
    pace: str
    edits_left: str
    too_late: str
    stop_sure: str
    withdraw_sure: str
    yes_do_it: str
    edit_which: str
    edit_ask: str
    edit_done: str
    reply_ask: str
    reply_done: str
    audit: str
    command_line: str
    export_which: str
    export_today: str
    export_week: str
    export_all: str
    export_empty: str
    export_too_large: str
    no_days: str

    # Keeping the documents, and sharing a practice
    keeping: Keeping

    # Failing
    failed: str

    # The command menu
    menu_start: str
    menu_help: str
    menu_topics: str
    menu_language: str
    menu_privacy: str
    menu_forget_me: str
    menu_mute: str
    menu_share: str
    menu_invite: str
    menu_announce: str
    menu_announcements: str
    menu_cancel: str
    menu_export: str
    menu_corpus: str
    menu_publish: str
    menu_rollback: str
