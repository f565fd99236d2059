"""How many deliberate faults the tests notice: mutants killed and survived, module by module.

mutmut puts one small fault after another into the modules that pyproject.toml names under [tool.mutmut] and runs the
tests that reach it. Run it as `make mutants` or, with more, as

    python -m benchmarks.mutants --minutes 40 --out benchmarks/results/mutants.md

Results are kept in mutants/, and only what was not tried, or what has changed, is tried the next time; after writing
tests, `--again` tries those that no test noticed. Why a mutant cannot be noticed stands in survivors.toml, by its name.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "mutants"
REASONS = ROOT / "benchmarks" / "survivors.toml"
"""Why mutants cannot be noticed, by their names."""
NO_REASON = "**no reason given**"
NOTICED = frozenset({1, 3, 36, 37, -24, 24, 152})
"""mutmut's exit codes for a fault that failed a test, or made the tests run on and on; 255 is pytest's own failure."""
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
    def unnoticed(self) -> tuple[str, ...]:
        """The mutants that failed no test, reached or not."""
        return (*self.survivors, *self.untested)

    @property
    def share(self) -> float:
        """The share, 0 to 1, of the tried mutants that were killed."""
        tried = self.killed + len(self.unnoticed)
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
    """The counts as a Markdown table."""
    lines = ["| module | mutants | killed | survived | reached by no test | not tried | killed of those tried |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for each in found:
        whole = each.killed + len(each.unnoticed) + each.open
        counts = f"{each.killed} | {len(each.survivors)} | {len(each.untested)} | {each.open}"
        lines.append(f"| {each.module} | {whole} | {counts} | {each.share:.0%} |")
    return "\n".join(lines)


def entry(name: str, diff: str, why: str | None) -> str:
    """A mutant that no test noticed as an item of a Markdown list.

    Args:
        name: of the mutant.
        diff: what it changed, as mutmut shows it.
        why: no test can notice it; None where nobody has said.
    """
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return "\n".join([f"- `{name}`: {why or NO_REASON}", "", "  ```diff", *(f"  {line}" for line in changed), "  ```"])


def survivors(found: Sequence[Tally], reasons: Mapping[str, str]) -> str:
    """The mutants that no test noticed as a Markdown list, with what they changed and why that cannot be noticed.

    Args:
        found: the counts.
        reasons: by mutant; one for what is no survivor is named at the end.
    """
    names = [name for each in found for name in each.unnoticed]
    parts = [entry(name, _shown(name), reasons.get(name)) for name in names]
    if outdated := [name for name in reasons if name not in names]:
        outdated_names = ", ".join(f"`{name}`" for name in outdated)
        parts.append(f"\nReasons for what was noticed, not tried, or is there no more: {outdated_names}.")
    return "\n".join(parts)


def run(minutes: float, names: Sequence[str] = ()) -> None:
    """Try mutants, the quickest first, until the time runs out.

    Args:
        minutes: how long to try at most.
        names: of the mutants to try, whether or not they were tried before; none for all that were not.

    Raises:
        SystemExit: the tests fail without any fault, or mutmut cannot run them.
    """
    tool = subprocess.Popen([_mutmut(), "run", *names], cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        if tool.wait(60 * minutes):
            raise SystemExit("mutmut failed: see what `mutmut run` prints.")
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        os.killpg(tool.pid, signal.SIGKILL)  # with the tests that it runs
        tool.wait()


def _shown(name: str) -> str:
    return subprocess.run([_mutmut(), "show", name], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def _mutmut() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


def main(
    minutes: Annotated[float, typer.Option(help="How long to try at most.")] = 30,
    out: Annotated[Path | None, typer.Option(help="Write the table here, as Markdown.")] = None,
    again: Annotated[bool, typer.Option(help="Try those again that no test noticed, and no others.")] = False,
    fresh: Annotated[bool, typer.Option(help="Try again what an earlier run tried.")] = False,
) -> None:
    """Put faults into the code, run its tests, and print which faults they did not notice."""
    if fresh:
        shutil.rmtree(WORK, ignore_errors=True)
    run(minutes, [name for each in tallies(WORK) for name in each.unnoticed] if again else ())
    found = tallies(WORK)
    if not found:
        raise SystemExit("mutmut made no mutants: see what `mutmut run` prints.")
    reasons: dict[str, str] = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    text = f"{table(found)}\n\n{survivors(found, reasons)}\n"
    print(text)
    if out:
        out.write_text(f"# mutants\n\n```sh\npython -m benchmarks.mutants --out {out}\n```\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
