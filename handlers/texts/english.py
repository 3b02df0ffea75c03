"""The bot's words in English."""

from handlers.texts.catalogue import Texts
from handlers.texts.keeping_english import ENGLISH_KEEPING

ENGLISH = Texts(
    welcome=(
        "Hello! I answer questions about <b>{workshop}</b>, in the words of its documents and with the "
        "source.\n\nJust write what you want to know; /topics shows what I know about."
    ),
    for_example="For example:",
    help=(
        "Write a question in your own words, in English, Azerbaijani or Russian. I answer only with sentences "
        "from the workshop's documents and tell you where they stand. If nothing fits, I say so.\n\n{commands}"
    ),
    privacy_line="Your questions are kept to make the workshop better: /privacy",
    privacy=(
        "<b>What is kept</b>\nYour questions and which sections answered them, with the time, the language and "
        "whether you found them helpful; and your Telegram number (ID) with those of the chat and the messages, "
        "so that buttons and corrections work. Not your name; also the language you chose, and which questions wait for an answer or were passed on to the "
        "organisers because you pressed the button. What was passed on stays in their chats, without your name. "
        "When you get a safety card, they hear which one and when, not what you wrote.\n"
        "A practice you share with /share is kept with the name and contact you give, and read by those who look after the documents.\n"
        "Telephone numbers, e-mail addresses and coordinates are taken out before a question is stored.\n\n"
        "<b>How long</b>\n{days} days, then the words of the question and the link to you are removed; bare figures "
        "stay. When you have not written for that long, your Telegram number is removed too. Answers already given "
        "stay in your own chat.\n\n<b>What for</b>\nThe organisers read what was asked, without your name, to make the next "
        "session better.\n\n<b>Your choice</b>\n/forget_me removes all of it at once; a practice that is published already stays in the documents."
    ),
    description=(
        "Ask me about the workshop in your own words. I answer with sentences from its documents, with the "
        "source, or tell you that I did not find it. In danger from a mine? Write it here: safety advice comes "
        "before anything else. Emergency number: {number}."
    ),
    short_description="Answers about the workshop, quoted to the letter with the source.",
    not_found="I did not find that in the workshop's documents.",
    did_you_mean="Which of these do you mean?",
    nearest="The nearest I have:",
    nearest_none="Try other words, or see /topics for what I know about.",
    answered_at_last="You asked: “{question}” There is an answer now:",
    corrected="A text I showed you has been corrected.",
    it_said="It said:",
    it_says_now="It says now:",
    taken_out="It is no longer part of the documents, and nothing stands in its place.",
    rests_on="It rests on",
    common_knowledge="common knowledge of the field",
    glossary="Glossary",
    page="page {label}",
    slide="slide {label}",
    sheet="sheet {label}",
    greeting="Hello! Ask me anything about the workshop; /topics shows what I know about.",
    thanks="You are welcome! Ask again whenever you like.",
    farewell="Goodbye, and stay safe!",
    praise="Glad to hear it. What else would you like to know?",
    about=(
        "I am the assistant of {workshop}. I search its documents and quote them to the letter, with the "
        "source; I don't make sentences up. /topics shows what I know about, /help how to ask."
    ),
    helpful="👍 Helpful",
    unhelpful="👎 Not helpful",
    whole_section="Whole section",
    next_best="Next best",
    see_page="📄 See the page",
    whole_document="📎 The whole document",
    drawing_page="One moment, I am drawing the page.",
    no_file_now="This file can't be shown just now. Please try again later.",
    thanks_for_helpful="Thank you!",
    thanks_for_unhelpful="Thank you. Try “Next best”, or ask in other words.",
    only_the_asker="Only the person who asked can rate this answer.",
    section_gone="This section has changed since. Please ask again.",
    topics="What would you like to read about?",
    topics_of="<b>{theme}</b>",
    all_topics="« All topics",
    earlier="‹ Back",
    later="More ›",
    text_only="I can only read text: please write your question in words.",
    if_danger="If it is about something that may explode:",
    limited="That was more than {count} questions within a minute. I answer again in {seconds} seconds.",
    unknown_command="I don't know that command. /help lists those I know; anything else is a question.",
    tell_me="Tell me when there is an answer",
    awaited="I keep your question until there is an answer.",
    awaited_no_more="I no longer keep your question.",
    ask_organisers="Ask the organisers",
    relay_passed="Passed on without your name. Their answer comes here.",
    relay_again="Your question is with the organisers already.",
    relay_limited="You have passed on {count} questions within an hour, which is as many as I may. Please try again later.",
    relay_unreachable="I could not reach any organiser just now. Please ask them in person or try again later.",
    card_given="⚠️ At {time} <b>participant {number}</b> was given the safety card “{card}”.",
    relay_head="<b>Participant {number}</b> asks the organisers. Reply to this message or to the one below, and your reply goes back to them without your name.",
    relay_closed="✓ <b>Answered by another organiser.</b>",
    relay_delivered="Delivered.",
    relay_gone="Not delivered: this person is no longer known to me, or it was too long ago.",
    relay_blocked="Not delivered: this person takes no messages from me any more.",
    relay_failed="Not delivered: Telegram did not take a message of this kind. Please try another, such as a text.",
    relay_edited="What you changed was not passed on. Please reply once more with what you want to say.",
    language_ask="Which language shall I speak where your words do not tell?",
    as_i_write="As I write",
    language_chosen="I speak English to you now. A question in another language still gets its answer in that one.",
    language_as_written="I answer in the language you write in.",
    forget_confirm="Remove your questions and everything else I keep about you? This can't be undone.",
    forget_yes="Yes, remove everything",
    forget_no="No, keep it",
    forgotten="Done. Everything I kept about you is removed ({questions} questions).",
    nothing_to_forget="I keep nothing about you.",
    kept="Nothing was removed.",
    not_your_button="This button is for the person who asked for it.",
    only_organisers="This is for the organisers of the workshop.",
    only_maintainers="This is for those who look after the documents.",
    in_private="Please write this to me in our private chat.",
    roles="<b>Who holds a role</b>",
    role_organiser="organiser",
    role_maintainer="maintainer",
    set_by_setting="set by the operator",
    invite_organiser="Invite an organiser",
    invite_maintainer="Invite a maintainer",
    invitation=(
        "Forward this link to one person. Who opens it first gets the role: <b>{role}</b>.\n\n{link}\n\nIt "
        "works once, within 24 hours: until {until}."
    ),
    invitation_accepted="{name} accepted your invitation and is now: {role}.",
    invitation_void=(
        "This invitation has been used already or has expired. Please ask an organiser for a new one."
    ),
    role_gained=(
        "You now have the role: <b>{role}</b>. /help lists what you can do; the organisers see your name "
        "beside the role."
    ),
    role_had="You have this role already: {role}. The link can still be used by somebody else.",
    role_lost="You no longer have the role: {role}.",
    role_given_up="You gave up your own role. Another organiser can invite you again.",
    role_gone="This person does not hold the role any more.",
    role_by_setting="The operator set this role; only the operator can take it.",
    remove="✕ {name} ({role})",
    remove_confirm="Take the role <b>{role}</b> from {name}? It ends at once.",
    remove_yes="Yes, take it",
    remove_no="‹ No, back",
    muted="You get no more announcements; I still answer your questions. /start brings announcements back.",
    unmuted="You get announcements again.",
    announce_what=(
        "Send me the announcement as it should look: a text with its formatting, a photo or a document "
        "with a caption, or a message forwarded from elsewhere. /cancel leaves."
    ),
    cancelled="Left. Nothing was sent.",
    nothing_to_cancel="There is nothing to cancel.",
    role_gone_meanwhile="You are no organiser any more. The draft is removed, nothing was sent.",
    unfit="This can't be announced: send a text, a photo, a video, a sound or a document.",
    unfit_album="An announcement carries one file: please send a single one, with its caption.",
    unfit_caption=(
        "The caption has {length} characters; a bot may send {limit}. Please shorten it, or send the text "
        "by itself."
    ),
    unfit_correction="Only the words of an announcement can be corrected: send them as a text, or /cancel.",
    draft_summary=(
        "<b>Draft</b>\n{text}\n\nTo: {audience}\n{count}\nWhen: {when}\nLate joiners until: {until}\nAlso "
        "in quiet hours: {urgent}"
    ),
    headcount="Reached: {reached}. Left out: {muted} muted, {unreachable} blocked or gone.",
    audience_gone="This audience is no more.",
    audience_empty="Nobody would get this: choose another audience.",
    at_once="at once",
    yes="yes",
    no="no",
    for_all_languages="all languages",
    to_everyone="everyone",
    to_language="those who speak {language}",
    to_groups="groups and channels",
    to_list="a list of ids",
    to_me="only me (a test)",
    to_one="one group or channel…",
    to_recipients="everyone who has announcement {number}",
    to_each="each their own text",
    which_place="Which group or channel?",
    no_places="I am in no group or channel yet: add me to one first, then it is listed here.",
    announce_to="Who should get it?",
    at_ask="When? Write 14:00 for today, or 28.11.2023 14:00 ({zone}).",
    until_ask=(
        "Until when should people who come later get it too? Write 18:00 for today, or 29.11.2023 18:00 "
        "({zone}); a dash (–) for no such time."
    ),
    no_time="I can't read that as a time. Examples: 14:00, 28.11.2023 14:00",
    time_past="That time has passed. Please choose a later one.",
    end_first="It would end before it goes out. Please choose another time.",
    time_changed="The time is changed.",
    list_ask="Send a text file with one Telegram id in each line, or write the ids, one a line.",
    list_wrong=(
        "These lines are no ids: {lines}. Nothing was taken over; please correct the list and send it again."
    ),
    list_too_large="The list is too large: at most 5 MB.",
    draft_gone="This draft is no more.",
    preview_head="👁 This is how it will look:",
    preview_refused="Telegram does not take it like this: {reason}. Please send the text again.",
    same_text="⚠️ Nearly the same text went out within the last hour: announcement {number}.",
    same_text_waits="⚠️ Nearly the same text waits to go out: announcement {number}.",
    quiet_now="🌙 Quiet hours (22–8): it waits until {when}. “{button}” lets an urgent one go out all the same.",
    confirmed_already="This was sent already, or has changed since the preview.",
    button_text="Text",
    button_to="To whom",
    button_at="Set a time",
    button_now="At once",
    button_until="Late joiners",
    button_urgent="Quiet hours",
    button_preview="👁 Preview",
    button_discard="Discard",
    button_send="✅ Send to {count}",
    button_change="‹ Change",
    button_pause="⏸ Pause",
    button_resume="▶️ Resume",
    button_stop="⏹ Stop",
    button_edit="✏️ Correct",
    button_withdraw="🗑 Withdraw",
    button_resend="Send unknown again",
    button_csv="Report (CSV)",
    button_audit="Who did what",
    button_refresh="Refresh",
    button_reply="Tell them in a reply",
    button_its_reply="↩ Its reply ({number})",
    all_announcements="« All announcements",
    announcements="<b>Announcements</b>, the newest first:",
    no_announcements="There are no announcements yet. /announce makes one.",
    state_waiting="waiting",
    state_sending="being sent",
    state_open="sent, open for late joiners",
    state_paused="paused",
    state_stopped="stopped",
    state_finished="done",
    state_withdrawn="withdrawn",
    progress=(
        "<b>Announcement {number}</b>: {state}\nTo: {audience}, {when}\nSent {sent} of {total}, left "
        "{left}\nFailed {failed}, blocked or gone {unreachable}, unknown {unknown}, withdrawn {withdrawn}"
    ),
    report_until="Late joiners until: {until}",
    report_urgent="Also in quiet hours: {urgent}",
    pace="{rate} a second, {seconds} s to go",
    edits_left="Copies still to change: {count}",
    too_late="It is too late for that, or it was done already.",
    stop_sure="Stop announcement {number} for good? Who has no copy yet gets none.",
    withdraw_sure=(
        "Withdraw announcement {number}? The copies are deleted as far as Telegram lets a bot: for 48 hours."
    ),
    yes_do_it="Yes",
    edit_which="Which language version?",
    edit_ask="Send the corrected text; every copy that was delivered changes. /cancel leaves.",
    edit_done=(
        "The copies are being changed. Does the change matter to people? Then tell them in a short reply."
    ),
    reply_ask="Write the short reply that everybody gets who has the announcement.",
    reply_done="The reply goes to {count}.",
    audit="<b>Who did what</b>",
    command_line="command line or bot",
    export_which="The questions of which period?",
    export_today="Today",
    export_week="Last 7 days",
    export_all="Everything",
    export_empty="There is nothing to report.",
    export_too_large="The file would be larger than Telegram takes (50 MB). Please choose a shorter period.",
    no_days="Please write days like this: /export 2023-11-28 2023-11-29",
    keeping=ENGLISH_KEEPING,
    failed="Something went wrong on my side and was noted ({id}). Please try again in a moment.",
    menu_start="Begin",
    menu_help="How to ask",
    menu_topics="What I know about",
    menu_language="Choose the language",
    menu_privacy="What is kept, and how long",
    menu_forget_me="Remove everything about me",
    menu_mute="No more announcements",
    menu_share="Share a practice that worked",
    menu_invite="Roles: invite and remove",
    menu_announce="Write an announcement",
    menu_announcements="Announcements: progress, correct, withdraw",
    menu_cancel="Leave what was begun",
    menu_export="The questions as a file",
    menu_corpus="Documents: what is served, the draft, practices",
    menu_publish="Check the draft and publish it",
    menu_rollback="Bring an earlier version back",
)
