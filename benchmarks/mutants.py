"""How many deliberate faults the tests notice: mutants killed and survived, module by module.

mutmut puts one small fault after another into the modules that pyproject.toml names under [tool.mutmut] and runs the
tests that reach it. Run it as `make mutants` or, with more, as

    python -m benchmarks.mutants --minutes 40 --out benchmarks/results/mutants.md
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "mutants"
NOTICED = frozenset({1, 3, 36, 37, -24, 24, 152, 255})
"""mutmut's exit codes for a fault that failed a test, or made the tests run on and on."""
SURVIVED = 0
UNREACHED = frozenset({5, 33})
"""Those for a fault that failed no test, and for one that no test reaches."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one module's mutants; `open` were not tried before the time ran out."""

    module: str
    killed: int
    survivors: tuple[str, ...]
    untested: tuple[str, ...]
    open: int

    @property
    def share(self) -> float:
        """The share, 0 to 1, of the tried mutants that were killed."""
        tried = self.killed + len(self.survivors) + len(self.untested)
        return self.killed / tried if tried else 0.0


def tally(module: str, exit_codes: Mapping[str, int | None]) -> Tally:
    """Count a module's mutants.

    Args:
        module: its path.
        exit_codes: of the tests, by mutant; None where it was not tried.
    """
    survivors = tuple(name for name, code in exit_codes.items() if code == SURVIVED)
    untested = tuple(name for name, code in exit_codes.items() if code in UNREACHED)
    killed = sum(code in NOTICED for code in exit_codes.values())
    return Tally(module, killed, survivors, untested, len(exit_codes) - killed - len(survivors) - len(untested))


def tallies(work: Path) -> list[Tally]:
    """The counts of every module that has mutants, from the files mutmut keeps."""
    return [
        tally(path.relative_to(work).as_posix().removesuffix(".meta"), codes)
        for path in sorted(work.rglob("*.py.meta"))
        if (codes := json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"])
    ]


def table(found: Sequence[Tally]) -> str:
    """The counts as a Markdown table, and the survivors below it."""
    lines = ["| module | mutants | killed | survived | reached by no test | not tried | killed of those tried |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for each in found:
        whole = each.killed + len(each.survivors) + len(each.untested) + each.open
        counts = f"{each.killed} | {len(each.survivors)} | {len(each.untested)} | {each.open}"
        lines.append(f"| {each.module} | {whole} | {counts} | {each.share:.0%} |")
    return "\n".join(lines)


def survivors(found: Sequence[Tally]) -> str:
    """Each mutant that no test noticed, as the lines it changed."""
    parts = []
    for name in (name for each in found for name in (*each.survivors, *each.untested)):
        shown = subprocess.run([_mutmut(), "show", name], cwd=ROOT, capture_output=True, text=True, check=False).stdout
        changed = [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        parts.append("\n".join([f"- `{name}`", "", "  ```diff", *(f"  {line}" for line in changed), "  ```"]))
    return "\n".join(parts)


def run(minutes: float) -> None:
    """Try the mutants module by module until the time runs out; what an earlier run tried is not tried again."""
    until = time.monotonic() + 60 * minutes
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    for pattern in settings["only_mutate"]:
        left = until - time.monotonic()
        if left <= 0:
            break
        names = pattern.removesuffix(".py").removesuffix("*").rstrip("/").replace("/", ".") + ".*"
        try:
            subprocess.run([_mutmut(), "run", names], cwd=ROOT, timeout=left, check=False, stdout=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            break


def _mutmut() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


def main(
    minutes: Annotated[float, typer.Option(help="How long to try at most.")] = 30,
    out: Annotated[Path | None, typer.Option(help="Write the table here, as Markdown.")] = None,
    fresh: Annotated[bool, typer.Option(help="Try again what an earlier run tried.")] = False,
) -> None:
    """Put faults into the code, run its tests, and print which faults they did not notice."""
    if fresh:
        shutil.rmtree(WORK, ignore_errors=True)
    run(minutes)
    found = tallies(WORK)
    if not found:
        raise SystemExit("mutmut made no mutants: see what `mutmut run` prints.")
    text = f"{table(found)}\n\n{survivors(found)}\n"
    print(text)
    if out:
        out.write_text(f"# Mutants\n\n`python -m benchmarks.mutants`\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
