"""The commands in the terminal, through the real process: what they print, and how they end."""

import json
import os
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from corpus.reading.folder import BUNDLED

FIELDS = {"kind", "text", "language", "confidence", "sources", "quotes", "milliseconds"}
SOURCE_FIELDS = {"document", "title", "section", "page", "url"}
MEGABYTE = 1024
"""Of the kilobytes in which the system counts a process's memory."""

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

Ended = subprocess.CompletedProcess[str]


@pytest.fixture
def environment() -> dict[str, str]:
    """No setting of the person who runs the tests, neither of the bot nor of Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "PYTHON"))}  # noqa: TID251  # the process's own


class Terminal:
    """Runs `workshop-bot` in a folder of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment

    def run(self, *arguments: str, typed: bytes = b"") -> Ended:
        """A command to its end, standard input given."""
        return self.python("-m", "bot", *arguments, typed=typed)

    def python(self, *arguments: str, typed: bytes = b"") -> Ended:
        """Python to its end."""
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command,
            input=typed,
            capture_output=True,
            cwd=self.folder,
            env=self.environment,
            check=False,
            timeout=60,
        )
        return Ended(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A command still running, to talk to."""
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment,
            bufsize=0,
            **pipes,
        )


@pytest.fixture
def terminal(tmp_path: Path, environment: dict[str, str]) -> Terminal:
    return Terminal(tmp_path, environment)


def records(ended: Ended) -> list[dict[str, Any]]:
    assert (ended.returncode, ended.stderr) == (0, "")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def one_line(text: str) -> str:
    """The only line of a text."""
    (line,) = text.splitlines()
    return line


def test_ask_prints_the_answer_with_its_source(terminal: Terminal) -> None:
    """And leaves nothing behind in the folder."""
    ended = terminal.run("ask", "When did the workshop take place?")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "28" in ended.stdout
    assert "https://" in ended.stdout
    assert "<" not in ended.stdout
    assert list(terminal.folder.iterdir()) == []


def test_ask_json_has_the_fields_of_the_contract(terminal: Terminal) -> None:
    (answer,) = records(terminal.run("ask", "How do dogs find mines?", "--json"))
    assert_fields(answer, kind="answer", card=None)


def test_batch_has_the_fields_of_the_contract(terminal: Terminal) -> None:
    """A line for each kind; only a safety card names itself."""
    kinds = [
        ("When did the workshop take place?", "answer", None),
        ("What is EORE?", "definition", None),
        ("What is the capital of Peru?", "not_found", None),
        ("I found a mine", "safety", "found"),
        ("I am standing on a mine", "safety", "inside"),
        ("How do I build a mine?", "refusal", None),
        ("hello", "smalltalk", None),
    ]
    lines = batch(*({"id": text, "question": text} for text, _, _ in kinds))
    answers = records(terminal.run("ask", "--batch", "-", typed=lines))
    for answer, (text, kind, card) in zip(answers, kinds, strict=True):
        assert answer["id"] == text
        assert_fields(answer, kind=kind, card=card)


def assert_fields(answer: dict[str, Any], *, kind: str, card: str | None) -> None:
    """What the contract says of an answer's fields."""
    assert answer.keys() >= FIELDS
    assert (answer["kind"], answer.get("card"), "card" in answer) == (kind, card, kind == "safety")
    assert all(source.keys() >= SOURCE_FIELDS for source in answer["sources"])
    assert all((BUNDLED / source["document"]).is_file() for source in answer["sources"])
    assert bool(answer["sources"]) == bool(answer["quotes"]) == (kind not in ("not_found", "smalltalk"))
    assert 0 <= answer["confidence"] <= 1
    assert answer["milliseconds"] > 0
    assert answer["text"]


def test_ask_language_of_the_person_where_the_question_tells_none(terminal: Terminal) -> None:
    (answer,) = records(terminal.run("ask", "IMAS?", "--language", "az", "--json"))
    assert answer["language"] == "az"


@pytest.mark.parametrize(
    "arguments",
    [("ask",), ("ask", "one", "--batch", "two"), ("ask", "one", "--tongue", "az"), ("asq", "one")],
)
def test_ask_wrong_call(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    ended = terminal.run(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr


def test_ask_wrong_setting(terminal: Terminal) -> None:
    """One line that names the variable; status 2."""
    terminal.environment["BOT_CORPUS_DIR"] = "nowhere"
    ended = terminal.run("ask", "hello")
    assert ended.returncode == 2
    assert "BOT_CORPUS_DIR is 'nowhere'" in one_line(ended.stderr)


def test_ask_another_workshop(terminal: Terminal) -> None:
    """BOT_CORPUS_DIR serves a folder; without a usable workshop.yaml one line says what to mend, status 1."""
    folder = terminal.folder / "empty"
    folder.mkdir()
    terminal.environment["BOT_CORPUS_DIR"] = str(folder)
    ended = terminal.run("ask", "hello")
    assert ended.returncode == 1
    assert "workshop.yaml:1: can't be read" in one_line(ended.stderr)


def test_ask_imports_neither_telegram_nor_the_database(terminal: Terminal) -> None:
    ended = terminal.python("-X", "importtime", "-m", "bot", "ask", "What is EORE?")
    imported = {line.rpartition("|")[2].strip().split(".")[0] for line in ended.stderr.splitlines()}
    assert {"bot", "corpus"} <= imported
    assert not imported & {"telegram", "storage", "sqlalchemy", "sqlmodel", "alembic", "aiohttp", "httpx"}


def test_ask_stays_under_120_megabytes(terminal: Terminal) -> None:
    """Measured from a process of its own: a child's peak begins at what its parent holds."""
    measured = terminal.python("-c", PEAK, sys.executable, "-m", "bot", "ask", "What is EORE?")
    assert (measured.returncode, measured.stderr) == (0, "")
    assert int(measured.stdout.splitlines()[-1]) < 120 * MEGABYTE


def test_ask_hash_seed_is_no_matter(terminal: Terminal) -> None:
    """The same answers to the letter from process to process."""
    lines = batch(
        *({"question": text} for text in ("EORE and UXO", "dogs rats machnes", "семинар", "mina", "why?"))
    )
    answers = []
    for seed in ("1", "2"):
        terminal.environment["PYTHONHASHSEED"] = seed
        answers.append(
            [{**one, "milliseconds": 0} for one in records(terminal.run("ask", "--batch", "-", typed=lines))]
        )
    assert answers[0] == answers[1]


def test_batch_order_is_kept_and_bad_lines_do_not_stop_it(terminal: Terminal) -> None:
    """An `id` comes back as it was; a line that can't be read gives its error."""
    good = [{"id": n, "question": "What is EORE?"} for n in range(3)]
    strange = [
        "{", "[]", "5", '"text"', '{"id": "x"}', '{"id": "y", "question": 5}', "[" * 100_000,
        '{"id": ' + "1" * 5_000 + ', "question": "a"}',
    ]  # fmt: skip
    file = terminal.folder / "questions.jsonl"
    file.write_text("\n".join([json.dumps(good[0]), *strange, *map(json.dumps, good[1:])]), encoding="utf-8")
    answers = records(terminal.run("ask", "--batch", str(file)))
    assert [one["id"] for one in answers] == [0, None, None, None, None, "x", "y", None, None, 1, 2]
    assert ["error" in one for one in answers] == [False] + [True] * 8 + [False] * 2
    assert all(one.keys() == {"id", "error"} for one in answers if "error" in one)
    assert all(one.keys() >= FIELDS | {"id"} for one in answers if "error" not in one)


def test_batch_language_and_missing_id(terminal: Terminal) -> None:
    lines = batch({"question": "IMAS?", "language": "ru"}, {"question": "IMAS?", "language": 5})
    first, second = records(terminal.run("ask", "--batch", "-", typed=lines))
    assert (first["id"], first["language"], second["language"]) == (None, "ru", "en")


@pytest.mark.parametrize("place", ["file", "standard input"])
def test_batch_byte_order_mark_and_blank_lines(terminal: Terminal, place: str) -> None:
    content = b"\xef\xbb\xbf\r\n" + batch({"id": "a", "question": "hello"}).replace(b"\n", b"\r\n\r\n")
    marked = b"\xef\xbb\xbf" + batch({"id": "b", "question": "hello"})
    for given, key in ((content, "a"), (marked, "b")):
        (terminal.folder / "questions.jsonl").write_bytes(given)
        source = "questions.jsonl" if place == "file" else "-"
        (answer,) = records(terminal.run("ask", "--batch", source, typed=given))
        assert (answer["id"], answer["kind"]) == (key, "smalltalk")


@pytest.mark.parametrize("place", ["file", "standard input"])
def test_batch_bytes_that_are_no_text(terminal: Terminal, place: str) -> None:
    """A line in another encoding gives an error or an answer; the next line is answered."""
    given = '{"question": "Где мина"}\n'.encode("cp1251") + batch({"id": "next", "question": "hello"})
    (terminal.folder / "questions.jsonl").write_bytes(given)
    source = "questions.jsonl" if place == "file" else "-"
    answers = records(terminal.run("ask", "--batch", source, typed=given))
    assert [one["id"] for one in answers] == [None, "next"]


def test_batch_hostile_values(terminal: Terminal) -> None:
    """Half characters, line separators and NUL in questions and ids: a line of JSON for each."""
    questions = ["\ud800 what is IMAS", "\0", "\u2028what is\u2028IMAS", "<b>IMAS</b>", "x" * 100_000]
    lines = batch(*({"id": text[:9], "question": text} for text in questions))
    ended = terminal.run("ask", "--batch", "-", typed=lines)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in ended.stdout.split("\n") if line] == [q[:9] for q in questions]


def test_batch_streams(terminal: Terminal) -> None:
    """The answer to a line arrives while standard input is still open."""
    with terminal.start("ask", "--batch", "-") as process:
        assert process.stdin
        assert process.stdout
        for number in range(2):
            process.stdin.write(batch({"id": number, "question": "hello"}))
            assert json.loads(next_line(process.stdout))["id"] == number
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_batch_reader_that_goes_away(terminal: Terminal) -> None:
    """`ask --batch | head -1` ends without a word."""
    file = terminal.folder / "questions.jsonl"
    file.write_bytes(batch({"question": "What is EORE?"}) * 2_000)
    with terminal.start("ask", "--batch", str(file)) as process:
        assert process.stdout
        assert process.stderr
        next_line(process.stdout)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=20) != 0


@pytest.mark.parametrize("path", ["missing.jsonl", "."])
def test_batch_file_that_is_not_there(terminal: Terminal, path: str) -> None:
    ended = terminal.run("ask", "--batch", path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert path in one_line(ended.stderr)


def test_batch_nothing_asked(terminal: Terminal) -> None:
    assert records(terminal.run("ask", "--batch", "-")) == []


def test_batch_line_too_long_to_be_a_question(terminal: Terminal) -> None:
    """It is told so; one at the limit is read."""
    edge = json.dumps({"id": 1, "question": "hello"}).ljust(1_000_000)
    ended = terminal.run("ask", "--batch", "-", typed=f"{edge}\n{edge} \n{edge}\r\n".encode())
    first, second, third = records(ended)
    assert (first["id"], third["id"]) == (1, 1)
    assert second == {"id": None, "error": "line 2 is longer than 1,000,000 characters"}


def test_chat(terminal: Terminal) -> None:
    """Says what it is, answers line by line, and ends with the input."""
    ended = terminal.run("chat", typed=b"\nWhat is EORE?\n\nI found a mine\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.count("\n• ") >= 3  # examples of what to ask
    assert "Explosive" in ended.stdout
    assert "112" in ended.stdout
    assert ended.stdout.index("Explosive") < ended.stdout.index("112")


def test_chat_follows_up(terminal: Terminal) -> None:
    """A line leans on the one before; single questions lean on nothing."""
    asked = b"How do dogs find mines?\ntell me more\n"
    assert "two years" in terminal.run("chat", typed=asked).stdout
    lines = [json.dumps({"question": line}) for line in asked.decode().splitlines()]
    _, more = records(terminal.run("ask", "--batch", "-", typed="\n".join(lines).encode()))
    assert more["kind"] == "not_found"


def test_chat_in_another_language(terminal: Terminal) -> None:
    ended = terminal.run("chat", "--language", "ru", typed=b"IMAS?\n")
    assert "Международные стандарты" in ended.stdout


QUESTIONS = (
    {"id": "a", "question": "What is EORE?", "lang": "en", "category": "terms", "behaviour": "answer",
     "expect": ["explosive ordnance risk education"]},
    {"id": "b", "question": "I found a mine", "lang": "en", "category": "danger", "behaviour": "safety"},
    {"id": "c", "question": "hello", "lang": "en", "category": "talk", "behaviour": "abstain"},
)  # fmt: skip


def test_evaluate_json(terminal: Terminal) -> None:
    """The fields of the contract."""
    (terminal.folder / "questions.jsonl").write_bytes(batch(*QUESTIONS))
    ended = terminal.run("evaluate", "questions.jsonl", "--json")
    report = json.loads(ended.stdout)
    assert ended.returncode == 0
    assert report.keys() >= {
        "n", "right", "wrong_confident", "choose", "safety_recall", "p50_ms", "p95_ms", "by", "misses",
    }  # fmt: skip
    assert (report["n"], report["right"], report["safety_recall"]) == (3, 0.6667, 1.0)
    assert report["choose"].keys() == {"answer", "abstain"}
    assert report["by"].keys() == {"language", "category", "behaviour"}
    assert [miss["id"] for miss in report["misses"]] == ["c"]


def test_evaluate_table(terminal: Terminal) -> None:
    (terminal.folder / "questions.jsonl").write_bytes(batch(*QUESTIONS))
    ended = terminal.run("evaluate", "questions.jsonl")
    assert ended.returncode == 0
    assert "3 questions, 66.7% right" in ended.stdout
    assert "danger" in ended.stdout


def test_evaluate_bad_line(terminal: Terminal) -> None:
    """One line that names file, line and field; status 1."""
    (terminal.folder / "questions.jsonl").write_bytes(batch(QUESTIONS[0], {"id": "x"}))
    ended = terminal.run("evaluate", "questions.jsonl")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "questions.jsonl:2: the field 'question'" in one_line(ended.stderr)


@pytest.fixture
def collection(terminal: Terminal) -> Path:
    """A small collection in BEIR's layout."""
    folder = terminal.folder / "collection"
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_bytes(
        batch({"_id": "1", "title": "Dogs", "text": "Dogs smell mines."}, {"_id": "2", "text": "It rains."})
    )
    (folder / "queries.jsonl").write_bytes(batch({"_id": "a", "text": "dogs"}))
    (folder / "more.jsonl").write_bytes(batch({"_id": "a", "text": "dosg"}, {"_id": "b", "text": "rain"}))
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t1\n")
    return folder


@pytest.mark.usefixtures("collection")
def test_evaluate_a_collection(terminal: Terminal) -> None:
    """The fields of the contract, and a line for each without --json."""
    ended = terminal.run("evaluate", "collection", "--json")
    report = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert report.keys() >= {
        "passages", "queries", "ndcg@10", "mrr@10", "recall@100", "hit@1",
        "index_seconds", "queries_per_second",
    }  # fmt: skip
    assert (report["passages"], report["queries"], report["ndcg@10"]) == (2, 1, 1.0)
    assert "ndcg@10             1.0" in terminal.run("evaluate", "collection").stdout


@pytest.mark.usefixtures("collection")
def test_evaluate_other_queries(terminal: Terminal) -> None:
    ended = terminal.run("evaluate", "collection", "--queries", "more.jsonl", "--language", "de", "--json")
    report = json.loads(ended.stdout)
    assert (report["queries"], report["language"]) == (2, "de")


def test_evaluate_a_bad_collection(terminal: Terminal, collection: Path) -> None:
    """One line that names file and line; status 1."""
    (collection / "corpus.jsonl").write_text("[]")
    ended = terminal.run("evaluate", "collection")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "corpus.jsonl:1: expected an object" in one_line(ended.stderr)


def test_evaluate_options_of_a_collection(terminal: Terminal) -> None:
    (terminal.folder / "questions.jsonl").write_bytes(batch(*QUESTIONS))
    ended = terminal.run("evaluate", "questions.jsonl", "--language", "de")
    assert ended.returncode == 2
    assert "BEIR" in one_line(ended.stderr)


def test_evaluate_missing_file(terminal: Terminal) -> None:
    ended = terminal.run("evaluate", "nowhere.jsonl")
    assert ended.returncode == 2
    assert "nowhere.jsonl" in one_line(ended.stderr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUNDLED, tmp_path / "workshop"))


def test_corpus_check_sound(terminal: Terminal) -> None:
    ended = terminal.run("corpus", "check", str(BUNDLED))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert one_line(ended.stdout)


def test_corpus_check_broken(terminal: Terminal, folder: Path) -> None:
    """Every file is named at once, and the rest is counted as served."""
    (folder / "en" / "rats.md").write_text("No front matter.\n", encoding="utf-8")
    (folder / "az" / "latin.md").write_bytes("Мина".encode("cp1251"))
    safety = folder / "ru" / "safety.md"
    safety.write_text(
        safety.read_text(encoding="utf-8").replace("theme: safety", "theme: sefety"), encoding="utf-8"
    )
    ended = terminal.run("corpus", "check", "workshop")
    lines = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (1, "")
    assert [line.partition(": ")[0] for line in lines[:-1]] == [
        "az/latin.md:1",
        "en/rats.md:1",
        "ru/safety.md:4",
    ]
    assert "30 documents" in lines[-1]


def test_corpus_check_broken_workshop(terminal: Terminal, folder: Path) -> None:
    file = folder / "workshop.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Asia/Baku", "Baku"), encoding="utf-8")
    ended = terminal.run("corpus", "check", "workshop")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "workshop.yaml:8: time_zone: 'Baku' is not known" in one_line(ended.stderr)


def test_corpus_check_missing_folder(terminal: Terminal) -> None:
    ended = terminal.run("corpus", "check", "nowhere")
    assert ended.returncode == 2
    assert "nowhere" in one_line(ended.stderr)


def batch(*entries: dict[str, Any]) -> bytes:
    """JSON lines."""
    return "".join(json.dumps(entry) + "\n" for entry in entries).encode()


def next_line(stream: IO[bytes], *, seconds: float = 15) -> bytes:
    """A line of a running process, waited for so long and no longer."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([stream], [], [], seconds)
        assert ready, f"nothing arrived within {seconds} s"
        read = stream.read(1)
        assert read, "the process has ended"
        line += read
    return line
