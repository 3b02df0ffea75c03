"""Greetings, thanks and questions about the bot itself: messages that ask nothing of the documents."""

import re

from corpus.answering.about_the_bot import asks_of_the_bot
from corpus.answering.answer import Topic
from corpus.ranking.analysis import ascii_letters, fold, words

_PHRASES: dict[Topic, str] = {
    "greeting": """
hello|hi|hey|hiya|greetings|what is up|whats up|how are you today|iyi aksamlar|как ты|hello there|hi there
hey there|good morning|good afternoon|good evening|good day
how are you|how are you doing|hi how are you|hello how are you|hello bot|hi bot|hi everyone|hello everyone
привет|здравствуйте|здравствуй|доброе утро|добрый день|добрый вечер|приветствую|как дела|как вы|всем привет
привет как дела|салам|privet|zdravstvuyte|dobryy den|dobriy den
salam|salam eleykum|salam aleykum|selam|sabahin xeyir|sabahiniz xeyir|axsamin xeyir|axsaminiz xeyir
gunortaniz xeyir|necesen|necesiniz|salam necesen|salam necesiniz|merhaba|gunaydin|iyi gunler|nasilsin
""",
    "thanks": """
thanks|thank you|thank you very much|thanks a lot|many thanks|thank you so much|thx|ty|cheers|great thanks
ok thanks|okay thanks|ok thank you|thanks for your help|thank you for your help|much appreciated|thanks bot
спасибо|большое спасибо|спасибо большое|благодарю|спасибо за помощь|ок спасибо|spasibo|bolshoe spasibo
sag ol|sagol|sag olun|sagolun|cox sag ol|cox sag olun|tesekkur|tesekkurler|tesekkur edirem|cox tesekkurler
minnetdaram|tesekkur ederim|cok tesekkurler
""",
    "farewell": """
bye|goodbye|good bye|bye bye|see you|see ya|good luck|have a great day|have a good one|have a nice evening
see you later|good night|have a nice day|have a good day|take care
пока|до свидания|до встречи|спокойной ночи|всего доброго|хорошего дня|poka
sag ol helelik|helelik|gorusenedek|xudahafiz|geceniz xeyre|gecen xeyre|gorusuruk|hosca kal|gorusuruz
""",
    "praise": """
ok|okay|good|great|nice|nice one|cool|perfect|excellent|well done|good bot|nice bot|awesome|super|got it|i see
understood
ок|хорошо|отлично|супер|класс|молодец|понятно|ясно|понял|поняла
yaxsi|cox yaxsi|ela|afarin|super|basa dusdum|aydindir|oldu|tamam
""",
    "about": """
who are you|what are you|who is this|help|помощь|adin ne|ne sorabilirim|bu bot ne ucundur
what is this chat for|what is this|what is this bot|what can you do|what do you do|help me
are you a bot|are you a robot|are you human|are you a human|are you real|are you a person|are you an ai
are you chatgpt|are you a real person|is this a bot|who made you|who built you|who created you|your name
what is your name|whats your name|what can i ask|what can i ask you|how does this work|how do you work
how does this bot work|what do you know|introduce yourself|tell me about yourself|what are you for
are you artificial intelligence|are you a person or artificial intelligence|how can you help|can you help me
кто ты|кто вы|что ты|ты кто|вы кто|что ты умеешь|что вы умеете|что ты можешь|что вы можете|ты бот|вы бот
ты робот|ты человек|это бот|как тебя зовут|как вас зовут|чем ты можешь помочь|чем вы можете помочь
как ты работаешь|что можно спросить|о чем можно спросить|что ты знаешь|кто тебя создал|что это
sen kimsen|siz kimsiniz|kimsen|kimsiniz|bu nedir|sen botsan|sen robotsan|adin nedir|adiniz nedir|sen nesen
ne ede bilersen|ne ede bilersiniz|ne bacarirsan|ne bacarirsiniz|nece isleyirsen|nece komek ede bilersen
ne sorusa bilerem|ne sorusmaq olar|seni kim yaradib|kim yaradib seni|sen insansan|sen kimsin
""",
}
_KERNELS: dict[Topic, str] = {
    "greeting": """
hello hi hey hiya greetings morning evening afternoon meet going doing привет здравствуйте здравствуй
приветствую добрый доброе доброго салам salam selam xeyir necesen necesiniz merhaba дела поживаете поживаешь
приветик хай здрасте здарова ассалам yo sup whats gunaydin nasilsin nasilsiniz heyirli aydin
""",
    "thanks": """
thanks thank thx спасибо благодарю признателен признательна спс sagol olun tesekkur tesekkurler minnetdaram
tysm thankyou obliged cheers пасиб спасибочки благодарна благодарен благодарствую olasan olasiniz saglam
eyvallah rehmet
tesekkurlerimi saolun saol
""",
    "farewell": """
bye goodbye пока свидания прощайте helelik gorusenedek xudahafiz gorusuruk
cya farewell удачи вечера завтра всего прощай счастливо gule hosca gorusuruz gecen geceniz geceler later
""",
    "praise": """
great awesome perfect excellent brilliant amazing sorry oops молодец супер отлично здорово класс извините
простите afarin ela super bagislayin uzr
wow bravo brilliant lovely fantastic wonderful круто классно прикольно прекрасно замечательно браво хорошо ок
окей
eferim aferin aferim harika gozel maraqlidir mukemmel qesengdir
""",
}
"""Words of which one has to be there; `_AROUND` are those that may stand around it."""
_MAY_STAND_AROUND = """
a an all and are back be but bot day dear did everybody everyone everything folks for friend friends from
good great guys have helpful help helped how i im is it its job just later me much my mistake nice now of oh
ok okay one really see so soon sorry team that thats the there this to today tomorrow too us useful very
was well with work yes you your youre answer answers information info explanation lot many again bad
fault hows going meet morning evening afternoon night doing
большое огромное вам тебе за помощь ответ ответы информацию очень было полезно все всем до завтра встречи
скорого как у вас тебя день утро вечер дня вечера времени суток бот ну и вы ты дорогой друзья коллеги это мне
моя ошибка помогли помог хороший хорошо да ок тоже еще раз спокойной ночи
cox sag ol olun komek etdiniz etdin ucun cavab size sene her kese hamiya dostlar sonra yazaram sabah gorusek
sabahiniz axsaminiz gunortaniz gununuz gun ve de da men yaxsi faydali oldu melumat cavaba
komeyiniz komeye gore ederim edirem bu bir daha bot iyi gunler menim sehvim
u ya mate bunch ton millions talk have day evening weekend luck sup up doing today
хорошего хорошей человеческое вечера вечером алейкум эль удачи огромнейшее ты как вы сами
eleykum aleykum heyat vaxtiniz aksamlar kal cok sen siz ozun ozunuz kendine iyi
"""
_AROUND = frozenset(map(ascii_letters, _MAY_STAND_AROUND.split()))
_MOST_SAID = 9
"""Words up to which a message is looked at word by word."""
_ABOUT = re.compile(
    r"(?:so |and |but |well |hey |ok )?(?:who|what) (?:exactly )?are you(?: exactly| then)?"
    r"|(?:am i|are we|is this) (?:talking|speaking|chatting|writing)(?: to| with)? (?:a |an )?"
    r"\w+(?: or (?:a |an )?\w+){0,2}"
    r"|(?:are you|is this) (?:a |an )?(?:real |living )?(?:human|person|machine|bot|robot|ai|program)"
    r"(?: being)?(?: or (?:a |an )?(?:real )?(?:human|person|machine|bot|robot|ai|program))?"
    r"|what (?:(?:kinds?|sorts?|types?) of )?(?:things|questions|topics)? ?"
    r"(?:can|may|could|should) i ask(?: you)?(?: about)?"
    r"|(?:which|what|how many) languages? (?:do|can) you (?:speak|know|understand)"
    r"|what (?:else )?(?:can|do) you (?:do|know|answer)(?: for me)?"
    r"|(?:ты|вы) (?:кто|что)(?: так\w+)?|кто (?:ты|вы)(?: так\w+)?"
    r"|(?:ты|вы|это) (?:бот|робот|человек|машина|программа|живой человек)(?: или (?:живой )?\w+)?"
    r"|(?:я )?(?:говорю|общаюсь|разговариваю) с (?:\w+ )?\w+ или с? ?(?:\w+ )?\w+"
    r"|на (?:каких|каком) язык\w+ (?:ты|вы)(?: \w+)?"
    r"|(?:что|какие вопросы|о чем) (?:тебе|тебя|вас|вам|у тебя|у вас)? ?"
    r"можно (?:спросить|спрашивать|задать|задавать)(?: вам| тебе| у вас| у тебя)?"
    r"|(?:sen|siz) (?:kim|kims\w+|ne)(?: \w+)?|(?:sen|siz) (?:bot|robot|insan)\w*(?: yoxsa \w+)?"
    r"|(?:siz |sen )?ne (?:bacarirs\w+|ede bilers\w+)(?: mene (?:nede|nece) komek ede bilers\w+)?"
    r"|(?:mene )?(?:nece|nede) komek ede bilers\w+"
    r"|(?:hansi|nece) dil\w+ (?:danisirs\w+|bilirs\w+|basa dusurs\w+)"
)
"""Questions on the bot itself, with the words that vary left open."""
_TOPIC_BY_PHRASE = {
    phrase: topic for topic, block in _PHRASES.items() for phrase in re.split(r"[|\n]", block) if phrase
}
_TOPIC_BY_KERNEL: dict[str, Topic] = {
    ascii_letters(word): topic for topic, listed in _KERNELS.items() for word in listed.split()
}
_LONGEST = max(len(phrase.split()) for phrase in _TOPIC_BY_PHRASE)
_STRETCHED = re.compile(r"(\w)\1{2,}")


_ASKING_OF_PEOPLE = re.compile(r"\b(?:do|can|could|would|should|did|will|thank) (?:you|ты)\b")
_THE_BOT = re.compile(r"\b(?:you|your|yours|yourself|ты|тебя|тебе|твой|твоя|твоё)\b")


def is_about_the_bot(text: str) -> bool:
    """Whether a message turns on the bot itself: "who made you"; the `you` of "how do you …" is everybody."""
    return bool(_THE_BOT.search(_ASKING_OF_PEOPLE.sub(" ", fold(text))))


_GLAD = "😀😃😄😁😆😅🤣😂🙂😉😊😇🥰😍🤩😘😎🤗🤓👍👌👏🙌🤝💪❤💙💚💛🧡💜🔥🎉🥳🌹💐✨⭐💯✅"
_TOPIC_BY_SIGN: dict[str, Topic] = {**dict.fromkeys(_GLAD, "praise"), "🙏": "thanks", "👋": "greeting"}
_UNSEEN = str.maketrans("", "", "\ufe0f\u200d🏻🏼🏽🏾🏿 !.\n")
_EMOTICON = re.compile(r"[:;=8][-']?[)D3pP*]+|\)+|<3|\^_?\^")
_LAUGHTER = re.compile(r"(?:[aeiаеи]?[hxх][aeiаеи]?){2,}|lo+l|lmao|rofl|лол|кек|ржу")


def match(text: str) -> Topic | None:
    """What a message that is nothing but small talk responds to, else None."""
    said = [_STRETCHED.sub(r"\1", ascii_letters(word)) for word in words(text)[: 2 * _LONGEST + 1]]
    if not said:
        return _sign(text)
    return _said(said) if len(said) <= 2 * _LONGEST else None


def _said(said: list[str]) -> Topic | None:
    """What some words respond to: a phrase, two of them, a question on the bot, laughter, courtesy."""
    phrase = _TOPIC_BY_PHRASE.get(" ".join(said))
    if phrase:
        return phrase
    for cut in range(1, len(said)):  # "hello, who are you": two phrases, the second is the one to respond to
        first, second = " ".join(said[:cut]), " ".join(said[cut:])
        if first in _TOPIC_BY_PHRASE and second in _TOPIC_BY_PHRASE:
            return _TOPIC_BY_PHRASE[second]
    plain = " ".join(said)
    if _ABOUT.fullmatch(plain):
        return "about"
    if all(map(_LAUGHTER.fullmatch, said)):
        return "praise"
    return _pleasantry(said) or ("about" if asks_of_the_bot(said) else None)


def _pleasantry(said: list[str]) -> Topic | None:
    """A message of nothing but the words of courtesy: "thanks a lot, that was really useful"."""
    if len(said) > _MOST_SAID:
        return None
    topics = {word: _TOPIC_BY_KERNEL[word] for word in said if word in _TOPIC_BY_KERNEL}
    if not topics or any(word not in topics and word not in _AROUND for word in said):
        return None
    found = set(topics.values())
    return next(topic for topic in ("thanks", "farewell", "greeting", "praise") if topic in found)


def _sign(text: str) -> Topic | None:
    """What a message without a word says: thumbs up, a smile."""
    bare = text.translate(_UNSEEN)
    if bare and all(sign in _TOPIC_BY_SIGN for sign in bare):
        return _TOPIC_BY_SIGN[bare[-1]]
    return "praise" if _EMOTICON.fullmatch(bare) else None
