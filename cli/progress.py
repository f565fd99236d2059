"""How far long work is: a bar on a terminal, and a plain line now and then elsewhere, in a log or a pipe."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

LINE_SECONDS: Final = 10.0
"""A log has a line no more often than this; shorter work leaves none."""

Told = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""


@contextmanager
def showing_progress() -> Iterator[Told]:
    """What shows on standard error how far it is."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield _lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), _DoneColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield _bars(bar)


def _lines(console: Console) -> Told:
    """What prints a line of its own now and then."""
    last = time.monotonic()

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal last
        if (now := time.monotonic()) - last >= LINE_SECONDS:
            last = now
            console.print(Text(f"{stage}: {_amount(stage, done, total)}"), soft_wrap=True)

    return progress


class _DoneColumn(ProgressColumn):
    """How much of a stage is done."""

    def render(self, task: Task) -> Text:
        """The column for a stage."""
        return Text(_amount(task.description, int(task.completed), int(task.total or 0)))


def _bars(bar: Progress) -> Told:
    """What shows each stage on a bar of its own."""
    tasks: dict[str, TaskID] = {}

    def progress(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total)
        bar.update(tasks[stage], completed=done, total=total)

    return progress


def _amount(stage: str, done: int, total: int) -> str:
    """How much of a stage is done: so many MB of files, or so many of what it counts."""
    from index.build.report import READING

    return f"{done / 1e6:.0f} of {total / 1e6:.0f} MB" if stage == READING else f"{done:,} of {total:,}"
