"""Questions for the meaning of a term: "what is EORE", "NTS?", "difference between SHA and CHA"."""

from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.ranking.analysis import ascii_letters, words
from corpus.ranking.typos import drops_a_letter

MOST_TERMS = 3
"""Terms one message may ask for; more is no question for a meaning."""

_ASKING = {
    "en": """
what whats is are s a an the does do mean means meaning define definition stand stands for by of term
acronym abbreviation please tell me explain can could you between and or difference vs versus exactly who
""",
    "ru": """
что такое это значит означает значение определение термин термина аббревиатура расшифровка расшифруйте
разница между и чем отличается отличие от объясни объясните дайте кто такой такая такие есть понятие слово
под понимают понимается пожалуйста скажите мне
""",
    "az": """
nədir nə nədi deməkdir demək mənası mənasını nəyi bildirir anlayışı anlayış termini termin tərifi tərif və
ilə arasında arasındakı fərq fərqi izah edin et verin kimdir zəhmət olmasa deyin mənə bu
""",
}
"""All that may stand beside the terms: anything more asks for a fact about them."""
_ASKING_BY_LANGUAGE = {
    language: frozenset(ascii_letters(word) for word in listed.split())
    for language, listed in _ASKING.items()
}


def is_bare(question: str, finder: TermFinder) -> bool:
    """Whether a message is one term and nothing else."""
    mentions = finder.find(question)
    return len(mentions) == 1 and mentions[0].end - mentions[0].start == len(words(question))


def asked_terms(question: str, *, language: str, finder: TermFinder) -> tuple[Term, ...]:
    """The terms whose meaning a question asks for; empty if it asks for more than that."""
    mentions = finder.find(question)
    covered = {position for mention in mentions for position in range(mention.start, mention.end)}
    asking = _ASKING_BY_LANGUAGE.get(language, frozenset())
    said = map(ascii_letters, words(question))
    beside = (word for position, word in enumerate(said) if position not in covered)
    if not all(word in asking or drops_a_letter(word, asking) for word in beside):
        return ()
    if any(not any(term.meanings for term in mention.terms) for mention in mentions):
        return ()
    defined = dict.fromkeys(term for mention in mentions for term in mention.terms if term.meanings)
    return tuple(defined) if len(defined) <= MOST_TERMS else ()
