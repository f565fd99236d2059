"""What the commands share: the option that names the index, and the terminal they print to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

_WIDTH_OF_A_FILE = 200

IndexOption = Annotated[
    Path | None, typer.Option("--index", metavar="DIR", help="Folder of the index. [default: var/index]")
]


def console() -> Console:
    """Standard output: as wide as the terminal, and wide enough for any table where it is none."""
    output = Console(highlight=False)
    return output if output.is_terminal else Console(highlight=False, width=_WIDTH_OF_A_FILE)
