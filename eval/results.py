"""What a measurement prints, kept so that it can be written as Markdown with the command that printed it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.errors import ChapterError
from eval.run_info import code_version, machine


class Results:
    """The lines and tables of a measurement: printed as they come, and written to a file at the end.

    Attributes:
        console: what is printed on.
    """

    def __init__(self, console: Console) -> None:
        self.console = console
        self._parts: list[str] = []

    def line(self, text: str) -> None:
        """Print a line of text."""
        self.console.print(Text(text))
        self._parts.append(text)

    def note(self, text: str) -> None:
        """Print a line that its reader should not overlook."""
        self.console.print(Text(text, style="yellow"))
        self._parts.append(text)

    def table(self, table: Table) -> None:
        """Print a table."""
        self.console.print(table)
        self._parts.append(markdown_table(table))

    def write(self, path: Path, command: Sequence[str]) -> None:
        """Write all that was printed as Markdown.

        Args:
            path: the file; its folder is made when it is not there.
            command: what was run, by words.

        Raises:
            ChapterError: it cannot be written.
        """
        head = (
            f"# {path.stem.replace('_', ' ').replace('-', ' ')}",
            f"```sh\n{shlex.join(command)}\n```",
            f"Printed by that command on {date.today().isoformat()}, on {machine()}; code {code_version()}.",
        )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join((*head, *self._parts)) + "\n", encoding="utf-8")
        except OSError as error:
            raise ChapterError(
                f"The results {path} cannot be written: {error.strerror}. Choose another place for --results."
            ) from error


def markdown_table(table: Table) -> str:
    """A table as Markdown: its title, its headings, and a line a row."""
    headings = [_cell(column.header) for column in table.columns]
    marks = ["---:" if column.justify == "right" else "---" for column in table.columns]
    rows = zip(*(column.cells for column in table.columns), strict=True)
    lines = [headings, marks, *([_cell(cell) for cell in row] for row in rows)]
    title = f"**{_cell(table.title)}**\n\n" if table.title else ""
    return title + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(cell: object) -> str:
    """What stands in a cell, on one line, with nothing in it that ends the cell."""
    text = cell.plain if isinstance(cell, Text) else Text.from_markup(str(cell)).plain
    return " ".join(text.replace("|", "\\|").split())
