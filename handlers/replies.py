"""From values to what a person reads: HTML for Telegram, plain text for the terminal."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.answering.answer import Answer, Citation, cite
from corpus.passages import FIELD, Page, Passage, Source
from corpus.workshop import CARD_LANGUAGES, CardKind, Workshop
from handlers.texts import Texts, texts_in

LONGEST_MESSAGE = 4096
"""UTF-16 units of a message's text after its entities are parsed: Telegram's limit, counted strictly."""

LONGEST_ECHO = 700
"""Letters of what was asked or said before that are repeated: room is for what holds now."""

_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said: HTML lines, quoted sentences as they stand in the source, HTML lines.

    Attributes:
        before: lines of our own, HTML.
        quotes: sentences or steps, plain text, escaped when they are sent.
        after: lines of our own, HTML.
        marked: the one of the quotes that is set in bold.
        steps: the quotes are instructions, one a line.
        notice: what stands apart at the end, HTML.
    """

    before: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    marked: str | None = None
    steps: bool = False
    notice: str = ""

    def with_notice(self, line: str) -> "Reply":
        """The same reply with a line of small print at its end, a blank line before it."""
        return replace(self, notice=f"<i>{line}</i>")

    def messages(self) -> list[str]:
        """The HTML of each message: one, or several split at sentence ends where the limit asks for it."""
        whole = self._whole()
        if 2 * len(whole) <= LONGEST_MESSAGE:  # however its letters are counted
            return [whole]
        heads, tails = _fitted(self.before), _fitted(self.after)
        ends = [*tails, self.notice] if self.notice else tails
        beside = _units("\n".join((*heads[-1:], *tails[:1], self.notice)))
        packs = list(_packed(self.quotes, room=max(LONGEST_MESSAGE - beside - 8, LONGEST_MESSAGE // 4)))
        blocks = [self._block(pack) for pack in packs]
        parts = _joined([*heads, *blocks[:1]], gap="\n") + blocks[1:]
        return parts[:-1] + _joined([*parts[-1:], *ends], gap="\n\n")

    def _whole(self) -> str:
        """All of it in one message."""
        quoted = (self._block(self.quotes),) if self.quotes else ()
        above, below = "\n".join((*self.before, *quoted)), "\n".join(self.after)
        return "\n\n".join(filter(None, (above, below, self.notice)))

    def plain(self) -> str:
        """The whole reply without markup, links written out."""
        return plain("\n\n".join(self.messages()))

    def _block(self, sentences: Sequence[str]) -> str:
        if self.steps:
            return "\n".join(f"• {html.escape(step, quote=False)}" for step in sentences)
        shown = (
            f"<b>{safe(one)}</b>" if one == self.marked and len(self.quotes) > 1 else safe(one)
            for one in sentences
        )
        return f"<blockquote>{' '.join(shown)}</blockquote>"


def plain(markup: str) -> str:
    """The text of our own HTML, links with their address."""
    linked = _LINK.sub(lambda link: f"{link[2]} ({link[1]})" if link[1] != link[2] else link[2], markup)
    return html.unescape(_TAG.sub("", linked))


def answer(given: Answer, workshop: Workshop) -> Reply:
    """How an answer reads in the language of the asker."""
    texts = texts_in(given.language)
    match given.kind:
        case "answer" | "definition":
            return _quoted(given.quotes, given.citations, texts, marked=given.marked)
        case "choose":
            return _choice(given, texts)
        case "safety" | "refusal":
            return card(given.card or "refusal", given.language, workshop)
        case "smalltalk":
            return _small_talk(given, workshop, texts)
        case "not_found":
            return _not_found(given, texts)


def section(passage: Passage, texts: Texts) -> Reply:
    """A whole passage with its source."""
    return _quoted(passage.sentences, (cite(passage),), texts)


def answered_at_last(question: str, given: Answer, workshop: Workshop) -> Reply:
    """An answer to somebody who waited for it."""
    line = texts_in(given.language).answered_at_last.format(question=safe(question[:LONGEST_ECHO]))
    return replace(answer(given, workshop), before=(line, ""))


def corrected(before: Passage, after: Passage | None, texts: Texts) -> Reply:
    """What a passage said that was shown, and what holds now."""
    kept = after.sentences if after else ()
    gone = " ".join(sentence for sentence in before.sentences if sentence not in kept) or before.text
    was = f"<blockquote>{safe(_cut(gone))}</blockquote>"
    said = (texts.corrected, f"\n{texts.it_said}", was)
    if after is None:
        return Reply(before=(*said, texts.taken_out))
    return replace(section(after, texts), before=(*said, texts.it_says_now))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_ECHO else f"{text[: LONGEST_ECHO - 1]}…"


def _choice(given: Answer, texts: Texts) -> Reply:
    """The sections that may be meant, each with its best sentence."""
    offered = [
        f"\n<b>{safe(citation.section)}</b>\n<blockquote>{safe(quote)}</blockquote>"
        for citation, quote in zip(given.citations, given.quotes, strict=True)
    ]
    return Reply(before=(texts.did_you_mean, *offered))


def _quoted(
    quotes: tuple[str, ...], citations: Sequence[Citation], texts: Texts, *, marked: str | None = None
) -> Reply:
    places = [f"<b>{safe(citation.section)}</b> — {safe(_title(citation, texts))}" for citation in citations]
    sources = dict.fromkeys(source for citation in citations for source in citation.rests_on)
    listed = [f"• {_source(source, texts)}" for source in sources]
    return Reply(quotes=quotes, marked=marked, after=(*places, f"<i>{texts.rests_on}:</i>", *listed))


def _title(citation: Citation, texts: Texts) -> str:
    if citation.document == "glossary.yaml":
        return texts.glossary
    return f"{citation.title}, {page_of(citation.page, texts)}" if citation.page else citation.title


def page_of(page: Page, texts: Texts) -> str:
    """What a page is called, by its printed label."""
    named = {"page": texts.page, "slide": texts.slide, "sheet": texts.sheet}[page.kind]
    return named.format(label=page.label)


def _source(source: Source, texts: Texts) -> str:
    if source.key == FIELD:
        return texts.common_knowledge
    title = safe(source.title)
    return f'<a href="{html.escape(source.url)}">{title}</a>' if source.url else title


def card(kind: CardKind, language: str, workshop: Workshop) -> Reply:
    """A safety card of the workshop with the numbers to call; `language` is one of the card languages."""
    shown = workshop.safety.card(kind, language)
    numbers = [
        f"<b>{safe(number.number)}</b> — {safe(number.service[language])}, {safe(number.country[language])}"
        for number in workshop.safety.numbers
    ]
    return Reply(
        before=(f"<b>{safe(shown.title)}</b>",), quotes=shown.steps, after=tuple(numbers), steps=True
    )


def with_safety(line: str, language: str | None, workshop: Workshop) -> Reply:
    """A line of ours and, below it, what to do about a find: all safety advice is the workshop's own."""
    code = (language or "").split("-")[0].lower()
    found = card("found", code if code in CARD_LANGUAGES else "en", workshop)
    return replace(found, before=(line, "", texts_in(language).if_danger, *found.before))


def _small_talk(given: Answer, workshop: Workshop, texts: Texts) -> Reply:
    said = {
        "greeting": texts.greeting,
        "thanks": texts.thanks,
        "farewell": texts.farewell,
        "praise": texts.praise,
        "about": texts.about,
    }[given.topic or "about"]
    return Reply(before=(said.format(workshop=safe(workshop.name_in(given.language))),))


def _not_found(given: Answer, texts: Texts) -> Reply:
    if not given.candidates:
        return Reply(before=(texts.not_found, texts.nearest_none))
    nearest = [f"• {safe(candidate.passage.heading)}" for candidate in given.candidates]
    return Reply(before=(texts.not_found, texts.nearest, *nearest))


def safe(text: str) -> str:
    """Text that HTML can't be broken by."""
    return html.escape(text, quote=False)


def _units(text: str) -> int:
    """UTF-16 units of our HTML's text: what Telegram counts at the strictest."""
    return len(plain(text).encode("utf-16-le")) // 2


def _fitted(lines: Iterable[str]) -> list[str]:
    """Lines of our own HTML put together, each result within the limit; a longer line loses its end."""
    cut = (
        line if _units(line) <= LONGEST_MESSAGE else f"{safe(plain(line)[: LONGEST_MESSAGE // 2])}…"
        for line in lines
    )
    return _joined(cut, gap="\n")


def _joined(blocks: Iterable[str], *, gap: str) -> list[str]:
    """Messages made of blocks in order, as many to one as the limit lets."""
    parts: list[str] = []
    for block in blocks:
        if parts and _units(f"{parts[-1]}{gap}{block}") <= LONGEST_MESSAGE:
            parts[-1] += gap + block
        else:
            parts.append(block)
    return parts


def _packed(sentences: Iterable[str], *, room: int) -> Iterator[tuple[str, ...]]:
    """Sentences in order, as many to a message as fit; one that fits in none is cut at a space."""
    pack: list[str] = []
    used = 0
    for sentence in (piece for whole in sentences for piece in _pieces(whole, room=room)):
        length = len(sentence.encode("utf-16-le")) // 2 + 3
        if pack and used + length > room:
            yield tuple(pack)
            pack, used = [], 0
        pack.append(sentence)
        used += length
    if pack:
        yield tuple(pack)


def _pieces(sentence: str, *, room: int) -> Iterator[str]:
    while len(encoded := sentence.encode("utf-16-le")) // 2 + 3 > room:
        limit = len(encoded[: 2 * (room - 3)].decode("utf-16-le", "ignore"))  # no letter is cut in two
        cut = sentence.rfind(" ", 1, limit)
        cut = cut if cut > 0 else limit
        yield sentence[:cut]
        sentence = sentence[cut:].lstrip()
    yield sentence
