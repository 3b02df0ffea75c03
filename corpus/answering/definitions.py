"""Questions for the meaning of a term: "what is EORE", "NTS?", "difference between SHA and CHA"."""

from collections.abc import Iterable, Mapping

from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.ranking.analysis import Analyser, analyser, words

MOST_TERMS = 3
"""Terms one message may ask for; more is no question for a meaning."""

_ASKING = {
    "en": "define definition meaning mean means abbreviation acronym stand stands term difference between",
    "ru": "определение термин значение значит означает расшифровка аббревиатура разница между отличие",
    "az": "tərif mənası məna anlayış termin açılışı qısaltma abbreviatura fərqi fərq arasında arasındakı",
}
_ASKING_ELSE = {
    "en": "how when where why who whose",
    "ru": "как когда где куда откуда почему зачем кто сколько кем",
    "az": "necə vaxt harada haradan niyə kim neçə",
}
"""Question words that want a fact about the term: its passage answers, not its meaning."""


def asked_terms(question: str, *, language: str, finder: TermFinder) -> tuple[Term, ...]:
    """The terms whose meaning a question asks for; empty if it asks for more than that."""
    said = words(question)
    mentions = finder.find(question)
    defined = [term for mention in mentions for term in mention.terms if term.meanings]
    covered = {position for mention in mentions for position in range(mention.start, mention.end)}
    known = analyser(language)
    rest = [
        word
        for position, word in enumerate(said)
        if position not in covered and not known.is_stop_word(word) and not _says([word], _ASKING, known)
    ]
    plain = any(not any(term.meanings for term in mention.terms) for mention in mentions)
    if rest or plain or len(defined) > MOST_TERMS:
        return ()
    if _says(said, _ASKING_ELSE, known) and not _says(said, _ASKING, known):
        return ()
    return tuple(dict.fromkeys(defined))


def _says(said: Iterable[str], listed: Mapping[str, str], known: Analyser) -> bool:
    stems = {known.stem(word) for word in listed.get(known.language, "").split()}
    return any(known.stem(word) in stems for word in said)
