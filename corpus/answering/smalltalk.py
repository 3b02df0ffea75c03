"""Greetings, thanks and questions about the bot itself: messages that ask nothing of the documents."""

import re

from corpus.answering.answer import Topic
from corpus.ranking.analysis import ascii_letters, fold, words

_PHRASES: dict[Topic, str] = {
    "greeting": """
hello|hi|hey|hiya|greetings|hello there|hi there|hey there|good morning|good afternoon|good evening|good day
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
bye|goodbye|good bye|bye bye|see you|see you later|good night|have a nice day|have a good day|take care
пока|до свидания|до встречи|спокойной ночи|всего доброго|хорошего дня|poka
sag ol helelik|helelik|gorusenedek|xudahafiz|geceniz xeyre|gecen xeyre|gorusuruk|hosca kal|gorusuruz
""",
    "praise": """
ok|okay|good|great|nice|cool|perfect|excellent|well done|good bot|nice bot|awesome|super|got it|i see
understood
ок|хорошо|отлично|супер|класс|молодец|понятно|ясно|понял|поняла
yaxsi|cox yaxsi|ela|afarin|super|basa dusdum|aydindir|oldu|tamam
""",
    "about": """
who are you|what are you|who is this|what is this|what is this bot|what can you do|what do you do|help me
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
_TOPIC_BY_PHRASE = {
    phrase: topic for topic, block in _PHRASES.items() for phrase in re.split(r"[|\n]", block) if phrase
}
_LONGEST = max(len(phrase.split()) for phrase in _TOPIC_BY_PHRASE)
_STRETCHED = re.compile(r"(\w)\1{2,}")


_ASKING_OF_PEOPLE = re.compile(r"\b(?:do|can|could|would|should|did|will|thank) (?:you|ты)\b")
_THE_BOT = re.compile(r"\b(?:you|your|yours|yourself|ты|тебя|тебе|твой|твоя|твоё)\b")


def is_about_the_bot(text: str) -> bool:
    """Whether a message turns on the bot itself: "who made you"; the `you` of "how do you …" is everybody."""
    return bool(_THE_BOT.search(_ASKING_OF_PEOPLE.sub(" ", fold(text))))


def match(text: str) -> Topic | None:
    """What a message that is nothing but small talk responds to, else None."""
    said = [_STRETCHED.sub(r"\1", ascii_letters(word)) for word in words(text)[: 2 * _LONGEST + 1]]
    if len(said) > 2 * _LONGEST:
        return None
    phrase = _TOPIC_BY_PHRASE.get(" ".join(said))
    if phrase:
        return phrase
    for cut in range(1, len(said)):  # "hello, who are you": two phrases, the second is the one to respond to
        first, second = " ".join(said[:cut]), " ".join(said[cut:])
        if first in _TOPIC_BY_PHRASE and second in _TOPIC_BY_PHRASE:
            return _TOPIC_BY_PHRASE[second]
    return None
