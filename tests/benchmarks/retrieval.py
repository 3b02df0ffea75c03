"""Search engines side by side on synthetic text: build, memory, open, and time for a question.

    python tests/benchmarks/retrieval.py [--million] [--plot FILE.png] [--size 1000 --size 10000]

Each engine builds in one process and is opened and asked in a fresh one, one after the other, so that its
memory is its own. Questions are of 3, 8 and 20 words of a passage, drawn as they occur there or with very
common words (in more than an eighth of the passages) left out; the seed is fixed. Needs the packages listed
as `bench` in `pyproject.toml`.
"""

import argparse
import json
import math
import pickle
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from engines import ENGINES, Engine, Ours, Pipeline
from synthetic import Zipf

SIZES = (1_000, 10_000, 100_000)
LENGTHS = (3, 8, 20)
KINDS = ("as they occur", "common left out")
SEED = 20231128
VOCABULARY = 300_000
COMMON = 8
WARM_UP = 10
SECONDS = 15.0
"""The longest one kind of question is asked: rank_bm25 is slow."""
Figures = dict[str, Any]


def main() -> None:
    """Measure, print tables, draw a plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--million", action="store_true", help="a million passages as well")
    parser.add_argument("--size", type=int, action="append", help="other numbers of passages")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="only these engines")
    parser.add_argument("--plot", type=Path, default=Path("retrieval.png"), help="where to draw the plot")
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        step, name, folder = given.step
        print(json.dumps((build if step == "build" else ask)(name, Path(folder))))
        return
    sizes = given.size or (*SIZES, 1_000_000) if given.million else given.size or SIZES
    measured = [figures for size in sizes for figures in compared(size, given.engine or list(ENGINES))]
    print("\n".join(ratios(measured)))
    draw(measured, given.plot)
    print(f"plot: {given.plot}")


def compared(size: int, names: Sequence[str]) -> Iterator[Figures]:
    """The engines at one size, each told as soon as it is measured."""
    print(f"\n{size:,} passages\n{row('engine', 'build s', 'RSS MB', 'open ms', *labels())}")
    print(row(*["---"] * (4 + len(labels()))))
    with TemporaryDirectory(prefix="retrieval-") as name:
        folder = Path(name)
        write_corpus(folder, size)
        for engine in (name for name in names if size <= ENGINES[name].most):
            (folder / engine).mkdir()
            built = in_a_process("build", engine, folder) if ENGINES[engine].is_saved else {}
            figures = {"engine": engine, "size": size, **built, **in_a_process("ask", engine, folder)}
            yield figures
            times = (f"{figures[label][0]:.3f}/{figures[label][1]:.3f}" for label in labels())
            print(
                row(
                    engine,
                    f"{figures['build']:.1f}",
                    f"{figures['rss']:.0f}",
                    f"{figures['open']:.1f}",
                    *times,
                ),
                flush=True,
            )


def write_corpus(folder: Path, size: int) -> None:
    """The texts, and the questions by kind and length."""
    zipf = Zipf(vocabulary=VOCABULARY, seed=SEED)
    texts, frequency, sample = [], Counter[str](), []
    for number, passage in enumerate(zipf.passages(size)):
        texts.append(". ".join(" ".join(passage[start : start + 17]) for start in range(0, len(passage), 17)))
        frequency.update(set(passage))
        if number < 10_000:
            sample.append(passage)
    common = {word for word, count in frequency.items() if count * COMMON > size}
    questions = {
        label(kind, words): zipf.questions(
            sample, words=words, count=200, without=common if kind == KINDS[1] else set()
        )
        for kind in KINDS
        for words in LENGTHS
    }
    (folder / "corpus.pickle").write_bytes(pickle.dumps((texts, questions)))


def in_a_process(step: str, engine: str, folder: Path) -> Figures:
    """One step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, engine, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def build(name: str, folder: Path) -> Figures:
    """Index the texts; loading them is not counted."""
    texts, _ = pickle.loads((folder / "corpus.pickle").read_bytes())
    engine = ENGINES[name](folder / name)
    start = time.perf_counter()
    engine.build(texts)
    return {"build": time.perf_counter() - start}


def ask(name: str, folder: Path) -> Figures:
    """Open and ask; memory is what that adds, for a library that can't save what building adds."""
    texts, questions = pickle.loads((folder / "corpus.pickle").read_bytes())
    engine = ENGINES[name](folder / name)
    figures: Figures = {}
    if engine.is_saved:
        texts.clear()
    before, start = resident_mb(), time.perf_counter()
    if engine.is_saved:
        engine.open()  # imports the library
        start = time.perf_counter()
        engine.open()
        figures["open"] = (time.perf_counter() - start) * 1e3
    else:
        engine.build(texts)
        figures |= {"build": time.perf_counter() - start, "open": math.nan}
    for kind, asked in questions.items():
        figures[kind] = percentiles(engine, asked)
    return figures | {"rss": resident_mb() - before}


def percentiles(engine: Engine, questions: Sequence[str]) -> tuple[float, float]:
    """Milliseconds that half of the questions, and 95 of 100, stay under."""
    for question in questions[:WARM_UP]:
        engine.search(question)
    times, deadline = [], time.perf_counter() + SECONDS
    for question in questions:
        start = time.perf_counter()
        engine.search(question)
        times.append(time.perf_counter() - start)
        if times[-1] + start > deadline:
            break
    return tuple(np.percentile(times, (50, 95)) * 1e3)


def resident_mb() -> float:
    """Resident memory of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def label(kind: str, words: int) -> str:
    """What a column is called."""
    return f"{words} words, {kind}"


def labels() -> list[str]:
    """The columns of times."""
    return [label(kind, words) for kind in KINDS for words in LENGTHS]


def row(*cells: str) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def ratios(measured: Sequence[Figures]) -> Iterator[str]:
    """How this index stands to the others at each size: eight words, median."""
    by_case = {(figures["engine"], figures["size"]): figures for figures in measured}
    for (engine, size), figures in by_case.items():
        ours = by_case.get((Ours.name, size))
        if ours and engine not in {Ours.name, Pipeline.name}:
            times = (
                f"{figures[label(kind, 8)][0] / ours[label(kind, 8)][0]:,.2f} ({kind})" for kind in KINDS
            )
            yield f"{size:,} passages, eight words: {engine} / {Ours.name} = {', '.join(times)}"


def draw(measured: Sequence[Figures], file: Path) -> None:
    """Median time by size, a line an engine, a panel a kind of question."""
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    figure, panels = plt.subplots(1, len(KINDS), figsize=(11, 4.5), sharey=True)
    for kind, panel in zip(KINDS, panels, strict=True):
        for engine in dict.fromkeys(figures["engine"] for figures in measured):
            points = [(one["size"], one[label(kind, 8)][0]) for one in measured if one["engine"] == engine]
            panel.plot(*zip(*points, strict=True), marker="o", label=engine)
        panel.set(xscale="log", yscale="log", title=f"eight words, {kind}", xlabel="passages")
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("median, ms")
    panels[-1].legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(file, dpi=110)


if __name__ == "__main__":
    main()
