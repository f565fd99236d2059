"""The Tesseract program: whether it is here, what it can read, and one picture put to it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ASKING_SECONDS = 20  # for its version and its languages
_TURNED_TOO = "1"  # find columns and lines by itself, on pages that lie on a side or upside down too
_UPRIGHT = "3"  # the same without the data that tells how a page lies
_HOW_PAGES_LIE = "osd"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """A Tesseract that is installed.

    Attributes:
        path: of the program.
        version: such as "5.3.0".
        languages: which it has, such as "eng"; also "osd", which tells how a page lies.
    """

    path: str
    version: str
    languages: tuple[str, ...]

    def hocr(self, picture: bytes, dots_per_inch: int, languages: str, seconds: float) -> bytes:
        """What it finds in a picture, as an hOCR page.

        Args:
            picture: a grey picture in the form PGM.
            dots_per_inch: of the picture.
            languages: to expect, with "+" between them.
            seconds: how long it may take.

        Raises:
            subprocess.SubprocessError, OSError: it took longer, or failed.
        """
        mode = _TURNED_TOO if _HOW_PAGES_LIE in self.languages else _UPRIGHT
        options = ["-l", languages, "--psm", mode, "--dpi", str(dots_per_inch), "-c", "tessedit_create_hocr=1"]
        return _output([self.path, "stdin", "stdout", *options], seconds, picture)


def find_tesseract() -> Tesseract | None:
    """The Tesseract on the search path of this process, or None."""
    path = shutil.which("tesseract")
    return _asked(path, Path(path).stat().st_mtime_ns) if path else None


@lru_cache(maxsize=4)
def _asked(path: str, changed: int) -> Tesseract | None:
    """What a program says of itself; `changed` tells one from another that took its place."""
    try:
        said = _output([path, "--version"], _ASKING_SECONDS).decode(errors="replace")
        listed = _output([path, "--list-langs"], _ASKING_SECONDS).decode(errors="replace")
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.match(r"tesseract v?(\S+)", said)
    languages = tuple(sorted(line.strip() for line in listed.splitlines()[1:] if line.strip()))
    return Tesseract(path, version[1], languages) if version else None


def _output(command: list[str], seconds: float, given: bytes = b"") -> bytes:
    """What a command writes; it uses one processor, since files are read on all of them at once."""
    one_processor = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=seconds, env=one_processor)
    return done.stdout
