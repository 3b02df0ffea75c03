"""Questions for the meaning of a term: "what is EORE", "NTS?", "difference between SHA and CHA"."""

from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.ranking.analysis import ascii_letters, words
from corpus.ranking.typos import drops_a_letter

MOST_TERMS = 3
"""Terms one message may ask for; more is no question for a meaning."""

_ASKING = """
what whats is are s a an the does do mean means meaning meant define defined definition stand stands for by
of term terms acronym abbreviation abbreviated please tell me us explain can could you between and or
difference vs versus exactly who in this these those that they them it context full form version counts
count as under understand understood plain simple simply easy words word briefly concept notion refer refers
to expand expanded i dont know wonder

что такое это значит означает значение определение определить термин термина аббревиатура аббревиатуры
расшифровка расшифровывается расшифровать расшифруйте разница между и чем отличается отличие от объясни
объясните дайте кто такой такая такие есть понятие понятия понятием слово слова словом под понимают
понимается понимать понять подразумевается подразумевают имеется имеют в виду пожалуйста скажите мне как
полная полное полностью форма простыми простым простой языком словами коротко кратко вкратце двух термином
называют называется говорят хочу знать

nədir nə nədi deməkdir demək mənası mənasını məna nəyi bildirir anlayışı anlayışını anlayış termini
terminini termin tərifi tərifini tərif və ilə arasında arasındakı fərq fərqi izah edin et edə edəsiniz verin
kimdir zəhmət olmasa deyin mənə bu deyəndə dedikdə başa düşülür düşürsünüz düşək hansılardır hansıdır
nələrdir nəyə deyilir deyirlər bilərsiniz bilərsinizmi olar açılışı açılır açın qısaltması ixtisarı
abreviatura abreviaturası tam forması sadə dillə sözlə sözlərlə qısa qısaca olduğunu bilmək istəyirəm söz
sözü sözünün

nedir ne demek demektir anlamı anlama anlamına gelir açılımı tanımı tanım tanımla nasıl açılır kısaltması
kısaltma basitçe kısaca kimdir terimi kavramı kavram açıkla açıklayın açıklar mısınız arasındaki fark farkı
neye denir lütfen
"""
"""All that may stand beside the terms: anything more asks for a fact about them.

Of all languages together, for people put them into one question.
"""
_BESIDE = frozenset(ascii_letters(word) for word in _ASKING.split())
_INSIDE = frozenset(("in", "within", "в"))
"""Before a field that only says where a term is used: "what does advocacy mean in mine action"."""


def is_bare(question: str, finder: TermFinder) -> bool:
    """Whether a message is one term and nothing else."""
    mentions = finder.find(question)
    return len(mentions) == 1 and mentions[0].end - mentions[0].start == len(words(question))


def asked_terms(question: str, *, finder: TermFinder) -> tuple[Term, ...]:
    """The terms whose meaning a question asks for; empty if it asks for more than that."""
    mentions = finder.find(question)
    said = words(question)
    covered = {position for mention in mentions for position in range(mention.start, mention.end)}
    beside = (ascii_letters(word) for position, word in enumerate(said) if position not in covered)
    if not all(word in _BESIDE or drops_a_letter(word, _BESIDE) for word in beside):
        return ()
    if len(mentions) > 1:
        mentions = tuple(one for one in mentions if not one.start or said[one.start - 1] not in _INSIDE)
    if any(not any(term.meanings for term in mention.terms) for mention in mentions):
        return ()
    defined = dict.fromkeys(term for mention in mentions for term in mention.terms if term.meanings)
    return tuple(defined) if len(defined) <= MOST_TERMS else ()
