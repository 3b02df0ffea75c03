"""A process that is killed loses no question: the counts of `tests/benchmarks/kills.py` in a short form."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KILLS = Path(__file__).parents[1] / "benchmarks" / "kills.py"


@pytest.mark.parametrize("way", [[], ["--webhook"]], ids=["polling", "webhook"])
def test_sigkill_loses_nothing_and_repeats_at_most_what_was_under_way(way: list[str]) -> None:
    """The command itself fails where a question is lost, out of order, or answered twice too often."""
    counted = subprocess.run(
        [sys.executable, str(KILLS), "--kills", "3", "--waiting", "120", *way],
        cwd=KILLS.parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    print(counted.stdout)  # noqa: T201  # the counts
    assert counted.returncode == 0, counted.stdout + counted.stderr
    assert "| all | | 0 |" in counted.stdout
