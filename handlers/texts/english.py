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
        "so that buttons and corrections work. Not your name; also the language you chose, and which questions wait for an answer or were passed on to the "
        "organisers because you pressed the button. What was passed on stays in their chats, without your name. "
        "When you get a safety card, they hear which one and when, not what you wrote.\n"
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
    did_you_mean="Which of these do you mean?",
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
    failed="Something went wrong on my side and was noted ({id}). Please try again in a moment.",
    menu_start="Begin",
    menu_help="How to ask",
    menu_topics="What I know about",
    menu_language="Choose the language",
    menu_privacy="What is kept, and how long",
    menu_forget_me="Remove everything about me",
)
