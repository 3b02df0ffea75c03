"""The bot's words in English."""

from handlers.texts.catalogue import Texts

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
        "so that buttons and corrections work. Not your name.\n"
        "Telephone numbers, e-mail addresses and coordinates are taken out before a question is stored.\n\n"
        "<b>How long</b>\n{days} days, then the words of the question and the link to you are removed; bare figures "
        "stay. When you have not written for that long, your Telegram number is removed too. Answers already given "
        "stay in your own chat.\n\n<b>What for</b>\nThe organisers read what was asked, without your name, to make the next "
        "session better.\n\n<b>Your choice</b>\n/forget_me removes all of it at once."
    ),
    description=(
        "Ask me about the workshop in your own words. I answer with sentences from its documents, with the "
        "source, or tell you that I did not find it. In danger from a mine? Write it here: safety advice comes "
        "before anything else. Emergency number: {number}."
    ),
    short_description="Answers about the workshop, quoted to the letter with the source.",
    not_found="I did not find that in the workshop's documents.",
    nearest="The nearest I have:",
    nearest_none="Try other words, or see /topics for what I know about.",
    rests_on="It rests on",
    common_knowledge="common knowledge of the field",
    glossary="Glossary",
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
    failed="Something went wrong on my side and was noted ({id}). Please try again in a moment.",
    menu_start="Begin",
    menu_help="How to ask",
    menu_topics="What I know about",
    menu_privacy="What is kept, and how long",
    menu_forget_me="Remove everything about me",
    menu_mute="No more announcements",
    menu_invite="Roles: invite and remove",
)
