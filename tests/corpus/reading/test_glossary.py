"""`glossary.yaml`: a bad entry is named and left out, the others serve."""

from pathlib import Path

import pytest

from corpus.reading.folder import read_corpus

GLOSSARY = """\
sources:
  imas: {title: IMAS 04.10, url: 'https://mineactionstandards.org'}
terms:
  - id: uxo
    term: {en: unexploded ordnance, az: partlamamış sursat}
    abbreviation: [UXO]
    meaning: {en: "Ordnance that was fired
      and did not explode."}
    sources: [imas, field]
    forms: {en: [unexploded shell, dud]}
  - id: erw
    term: {en: explosive remnants of war}
    meaning: {en: UXO and abandoned ordnance.}
    sources: [imas]
words:
  - {en: [rat, rats], az: [siçovul]}
"""


def write(folder: Path, text: str) -> None:
    (folder / "glossary.yaml").write_text(text, encoding="utf-8")


def test_entry_to_term(folder: Path) -> None:
    """Names, abbreviations, forms and sources; a folded meaning is one line."""
    write(folder, "\ufeff" + GLOSSARY)
    corpus = read_corpus(folder)
    uxo, _, rat = corpus.terms
    assert corpus.problems == ()
    assert uxo.meanings["en"] == "Ordnance that was fired and did not explode."
    assert uxo.wordings("en") == ("unexploded ordnance", "unexploded shell", "dud", "UXO")
    assert [source.title for source in uxo.sources] == ["IMAS 04.10", "Common knowledge of the field"]
    assert rat.wordings("az") == ("siçovul",)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        pytest.param("id: uxo\n    term", "term", 4, "terms.0.id: field required", id="no id"),
        pytest.param("    sources: [imas, field]\n", "", 4, "terms.0.sources: ", id="no sources"),
        pytest.param(
            "sources: [imas, field]", "sources: imas", 9, "terms.0.sources: ", id="sources as a text"
        ),
        pytest.param(
            "sources: [imas, field]", "sources: [oxford]", 9, "'oxford' is not listed", id="unknown source"
        ),
        pytest.param(
            "{en: [unexploded shell, dud]}", "[unexploded shell]", 10, "terms.0.forms: ", id="forms as a list"
        ),
        pytest.param(
            "{en: [unexploded shell, dud]}", "{en: dud}", 10, "terms.0.forms.en: ", id="form as a text"
        ),
        pytest.param(
            "[unexploded shell, dud]", "[dud, no]", 10, "terms.0.forms.en.1: ", id="form read as false"
        ),
        pytest.param(
            "abbreviation: [UXO]",
            "abbreviation: UXO",
            6,
            "terms.0.abbreviation: ",
            id="abbreviation as a text",
        ),
        pytest.param(
            "term: {en: unexploded ordnance, az: partlamamış sursat}",
            "term: unexploded ordnance",
            5,
            "terms.0.term: ",
            id="term without a language",
        ),
        pytest.param("    forms:", "    frms:", 10, "terms.0.frms: ", id="misspelt field"),
        pytest.param("id: erw", "id: uxo", 11, "'uxo' stands twice", id="id twice"),
        pytest.param("{en: [rat, rats], az: [siçovul]}", "rats", 16, "words.0: ", id="word as a text"),
        pytest.param(
            "{en: [rat, rats], az: [siçovul]}", "{en: rat}", 16, "words.0.en: ", id="wording as a text"
        ),
    ],
)
def test_bad_entry(folder: Path, old: str, new: str, line: int, message: str) -> None:
    """The problem names its line; the two other entries and the documents are served."""
    assert old in GLOSSARY
    write(folder, GLOSSARY.replace(old, new, 1))
    corpus = read_corpus(folder)
    (problem,) = corpus.problems
    assert (problem.path, problem.line) == ("glossary.yaml", line)
    assert message in problem.message
    assert problem.remedy
    assert len(corpus.terms) == 2
    assert len(corpus.documents) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param("- a\n- b\n", 1, id="a list"),
        pytest.param(GLOSSARY.replace("terms:", "terms: 5\nx:"), 3, id="terms as a number"),
        pytest.param(
            GLOSSARY.replace("  imas: {title: IMAS 04.10, url", "  imas: {url"), 2, id="untitled source"
        ),
        pytest.param(
            GLOSSARY.replace(
                "  imas: {title: IMAS 04.10, url: 'https://mineactionstandards.org'}", "  - imas"
            ),
            1,
            id="sources as a list",
        ),
        pytest.param(GLOSSARY.replace("az: partlamamış sursat}", "az: partlamamış"), 6, id="no YAML"),
        pytest.param(GLOSSARY.replace("[UXO]", "2023-02-30"), 6, id="no such day"),
    ],
)
def test_file_that_is_no_glossary(folder: Path, text: str, line: int) -> None:
    """Nothing of it is served, the documents are."""
    write(folder, text)
    corpus = read_corpus(folder)
    (problem,) = corpus.problems
    assert (problem.path, problem.line) == ("glossary.yaml", line)
    assert corpus.terms == ()
    assert len(corpus.documents) == 1


def test_another_encoding(folder: Path) -> None:
    (folder / "glossary.yaml").write_bytes(GLOSSARY.encode("utf-16"))
    (problem,) = read_corpus(folder).problems
    assert "can't be read" in problem.message


def test_no_glossary(folder: Path) -> None:
    """A corpus needs none."""
    corpus = read_corpus(folder)
    assert (corpus.terms, corpus.problems) == ((), ())
