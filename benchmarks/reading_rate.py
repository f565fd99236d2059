"""What a build takes: seconds of each stage and of all processors, and the memory of all its processes at the peak.

    python -m benchmarks.reading_rate corpus/samples ../shared/data/ofsted/pdf
    python -m benchmarks.reading_rate --make text lines jsonl many
    python -m benchmarks.reading_rate --checkout ../before --make text

Each path is built into an index of its own by a process of its own. `--make` makes inputs of words without meaning: a
text of 300 MB in long paragraphs, one in short lines, a .jsonl of 288 MB, 2,000 small texts. With --checkout the code
of another checkout builds, so that two states can be compared; on a busy machine compare seconds of processors. Memory
is the sum of the proportional set sizes of all processes, which Linux alone tells.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from eval.results import Results

BUILD = """
import json, sys
from pathlib import Path
from index.build import build
from index.encoder import load_encoder
report = build([Path(sys.argv[1])], Path(sys.argv[2]), load_encoder(sys.argv[3], Path(sys.argv[4])))
told = ("files", "documents", "passages", "reading_seconds", "encoding_seconds", "writing_seconds", "seconds")
print(json.dumps({name: getattr(report, name) for name in told} | {"failed": len(report.failed)}))
"""
COLUMNS = {
    "MB": ("size", 1e6, ".1f"),
    "Documents": ("documents", 1, ",.0f"),
    "Passages": ("passages", 1, ",.0f"),
    "Failed": ("failed", 1, ".0f"),
    "Reading s": ("reading_seconds", 1, ".1f"),
    "Encoding s": ("encoding_seconds", 1, ".1f"),
    "Writing s": ("writing_seconds", 1, ".1f"),
    "All s": ("seconds", 1, ".1f"),
    "Reading": ("share", 1, ".0%"),
    "Processors s": ("processors", 1, ".1f"),
    "Peak MB": ("megabytes", 1, ",.0f"),
}
"""What is told of each build: by heading, the value, its unit and how it is written."""
LETTERS = "abcdefghijklmnoprstuvwy"


class Words:
    """Words without meaning, some of them common."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self._words = ["".join(self.chance.choices(LETTERS, k=self.chance.randint(3, 9))) for _ in range(30_000)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def sentence(self) -> str:
        """A sentence of 8 to 22 words."""
        words = self.chance.choices(self._words, cum_weights=self._weights, k=self.chance.randint(8, 22))
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        """A paragraph of some sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(3, 9)))


def make_text(folder: Path) -> None:
    """A text of 300 MB in paragraphs of one line each."""
    words = Words()
    _fill(folder / "text.txt", 300_000_000, lambda number: f"{words.paragraph()}\n\n")


def make_lines(folder: Path) -> None:
    """A text of 300 MB in lines of 72 characters, with headings and characters beyond ASCII."""
    words = Words()

    def lines(number: int) -> str:
        heading = f"{number}. Report of the Director\n\n" if number % 20 == 0 else ""
        return f"{heading}{textwrap.fill(words.paragraph() + ' It’s done – now.', 72)}\n\n"

    _fill(folder / "lines.txt", 300_000_000, lines)


def make_jsonl(folder: Path) -> None:
    """A .jsonl of 288 MB."""
    words = Words()

    def line(number: int) -> str:
        text = "\n\n".join(words.paragraph() for _ in range(words.chance.randint(1, 5)))
        given = {"id": str(number), "title": f"Report {number}", "date": f"2021-05-{number % 28 + 1:02}", "text": text}
        return json.dumps(given) + "\n"

    _fill(folder / "set.jsonl", 288_000_000, line)


def make_many(folder: Path) -> None:
    """2,000 texts of about 2 kB."""
    words = Words()
    for number in range(2000):
        text = "\n\n".join(words.paragraph() for _ in range(3))
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


MADE: dict[str, Callable[[Path], None]] = {
    "text": make_text,
    "lines": make_lines,
    "jsonl": make_jsonl,
    "many": make_many,
}


def _fill(path: Path, size: int, part: Callable[[int], str]) -> None:
    """Write parts until a file has a size."""
    with path.open("w", encoding="utf-8") as file:
        number = 0
        while file.tell() < size:
            file.write("".join(part(number + each) for each in range(100)))
            number += 100


def measure(path: Path, checkout: Path, encoder: str, models: Path) -> dict[str, Any]:
    """Build a path, and say what its report and the system tell of it."""
    with tempfile.TemporaryDirectory() as index:
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(path.absolute()), index, encoder, str(models.absolute())],
            cwd=checkout,
            env=os.environ | {"PYTHONPATH": str(checkout.absolute())},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        peak = 0
        while not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            time.sleep(0.1)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed = process.stdout.read()
        process.stdout.close()
    if process.returncode:
        raise SystemExit(f"The build of {path} ended with status {process.returncode}.")
    told: dict[str, Any] = json.loads(printed)
    return told | {"megabytes": peak / 1000, "processors": used.ru_utime + used.ru_stime}


def _family(pid: int) -> Iterator[int]:
    """A process and all that come of it."""
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return


def _memory(pid: int) -> int:
    """The proportional set size of a process, in kB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files if each.is_file())


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--make", nargs="+", choices=list(MADE), default=[])
    parser.add_argument("--checkout", type=Path, default=Path(), help="whose code builds")
    parser.add_argument("--encoder", default="hashing")
    parser.add_argument("--models", type=Path, default=Path("var/models"))
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=160))
    table = Table(box=None, pad_edge=False)
    for heading in ("Built", *COLUMNS):
        table.add_column(heading, justify="left" if heading == "Built" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.make:
            (Path(folder) / name).mkdir()
            MADE[name](Path(folder) / name)
        for path in (*arguments.paths, *(Path(folder) / name for name in arguments.make)):
            told = measure(path, arguments.checkout, arguments.encoder, arguments.models)
            print(f"{path.name}: {told}", file=sys.stderr)
            told["size"] = _size(path)
            told["share"] = told["reading_seconds"] / told["seconds"]
            table.add_row(path.name, *(format(told[name] / unit, shape) for name, unit, shape in COLUMNS.values()))
    results.table(table)
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.reading_rate", *sys.argv[1:]])


if __name__ == "__main__":
    main()
