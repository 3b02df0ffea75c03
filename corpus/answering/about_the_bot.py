"""Questions on the bot itself, of whatever words: "where do you get your answers from"."""

import re

_MOST_SAID = 9
"""Words up to which a message is looked at word by word."""


def _words(patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns.split()))


_TO_THE_BOT = _words(r"""
your? yours yourself u ur (?:this|the)?bot chatbot ты тебя тебе тобо[йю] тво\w+ вы вас вам вами ваш\w*
бот\w* \w{2,}(?:ешь|ишь|ете|ите) sen\w{0,3} siz\w{0,4} bot\w* \w{2,}(?:s[ae]n|s[iu]n|s[iu]n[iu]z)
""")
_OF_THE_BOT = _words(r"""
made make maker buil[dt] creat\w+ develop\w* design\w* program(?:med|mer)? wrote owner? owns runs? behind
languages? speak understand talk answers? answering answered reply replies information info data
stor(?:e|ed|ing) remember save saved learn mistakes? wrong trust trusted reliable topics? subjects? cover
ask questions? use work works working function name named called old help helpful know purpose do chat there
созда\w+ сдела\w+ разработ\w+ придум\w+ написал\w* программир\w+ язык\w* ответ\w* отвеча\w+ информаци\w+
данны\w+ хран\w+ помни\w+ ошиба\w+ ошибк\w+ доверя\w+ верить вопрос\w* тем\w{0,2} спросить спрашивать задать
задавать работа\w+ зовут имя лет возраст помо\w+ уме\w+ может\w* мож\w+ зна\w+ понима\w+ говор\w+ нуж\w+
польз\w+ предназнач\w+ писать общаться yarad\w* duzel\w* hazirla\w* yap\w* dil\w* cavab\w* melumat\w*
sual\w* soru\w* sora\w* komek yardim\w* isle\w* calis\w* bacar\w* bil\w* ed[ei]\w* adin adiniz yas\w{0,5}
danis\w* konus\w* yaz\w* anla\w* basa
""")
"""What is asked of it."""
_BESIDE = _words(r"""
who whos what whats which where when why how is are am was were does did can could will would may should an?
the this it me my i we us come comes get take find from about for of to in with have has things? kinds?
sorts? types? and or not any other else really so all on english russian azerbaijani azeri turkish кто что
чем чего какие каких каком какой какая как сколько где откуда для о об на по с и или а я мне меня можно могу
ли ещё еще у это этот такой такая бер[её]\w+ взял\w* делать именно русск\w+ английск\w+ азербайджанск\w+
по-?\w+ски kim\w{0,3} ne neden nece neyi neler nedir niye hansi\w* hangi\w* haradan nereden nasil kac ucun
icin ve mi mu men mene bana olar haqqinda haqda daha bu var gotur\w* alir\w* rus\w* ingilis\w* ingilizce
azerbaycan\w* turk\w* edirs\w* olarmi duz\w*
""")
"""Words that may stand beside them; any other makes a message a question about something."""
_HOW_ANYBODY_DOES = re.compile(
    r"(?:how|why) (?:do|can|could|would|should) you (?!work|function|know|help|answer|get your|learn)"
)
_NATURE = (
    r"(?:an? |the )?(?:real |living |actual |just |an? |живой |настоящий |просто |canli |gercek )*"
    r"(?:humans?|person|people|machine|bot|chatbot|robot|ai|artificial intelligence|program|computer|alive"
    r"|real|llm|(?:chat ?)?gpt\w*|language model|человек|люди|робот|бот|машина|программа|живой|живая|ии"
    r"|нейросеть"
    r"|искусственный интеллект|чат ?(?:бот|гпт|gpt)|языковая модель|insan|masin|suni intellekt|yapay zeka"
    r"|proqram)"
)
_WHAT_IT_IS = re.compile(
    rf"(?:so |and )?(?:are|r) (?:you|u) {_NATURE}(?: (?:being|or .*))?(?: \d)?"
    rf"|(?:is|was) (?:this|it) {_NATURE}(?: or .*)?"
    rf"|(?:а )?(?:ты|вы|это) {_NATURE}(?: \d)?(?: или .*)?"
    rf"|(?:sen |siz |bu )?{_NATURE}(?:s[ae]n|s[iu]n[iu]z|d[iu]r|m[iu]|(?: m[iu]| m[iu]s[iu]n(?:[iu]z)?))"
    r"(?: yo[xk]sa .*)?"
)
_LANGUAGE = (
    r"(?:english|russian|azerbaijani|azeri|turkish|my language|(?:русск|английск|азербайджанск|турецк)\w+)"
)
_WHICH_LANGUAGE = re.compile(
    rf"(?:can|may) i (?:ask|write|speak|talk)(?: to you| you)?(?: questions)? in {_LANGUAGE}"
    r"|(?:which|what) languages? (?:can|may|should) i (?:use|ask in|write in|speak)"
    r"|(?:можно|могу я|могу ли я)(?: ли)?(?: писать| спрашивать| спросить| говорить)?"
    rf" (?:на|по) ?{_LANGUAGE}(?: языке)?"
    r"|на каком языке (?:можно )?(?:писать|спрашивать|говорить|общаться)"
    r"|(?:hansi|hangi) dilde (?:yaz|sorus|danis)\w*(?: bil\w+| olar)?"
    r"|(?:rus|ingilis|azerbaycan|turk)(?: dilinde|ca|ce) (?:yaz|sorus|danis)\w*(?: bil\w+| olar)?"
)


def asks_of_the_bot(said: list[str]) -> bool:
    """Whether all words ask of the bot, and nothing else: "where do you get your answers from"."""
    plain = " ".join(said)
    if _WHAT_IT_IS.fullmatch(plain) or _WHICH_LANGUAGE.fullmatch(plain):
        return True
    if len(said) > _MOST_SAID or _HOW_ANYBODY_DOES.match(plain):
        return False
    to_it = [bool(_TO_THE_BOT.fullmatch(word)) for word in said]
    of_it = [bool(_OF_THE_BOT.fullmatch(word)) for word in said]
    known = all(
        here or there or _BESIDE.fullmatch(word) for word, here, there in zip(said, to_it, of_it, strict=True)
    )
    return known and any(to_it) and any(of_it)
