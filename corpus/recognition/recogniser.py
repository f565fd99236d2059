"""How words in pictures are recognised here: settings, what is missing, and the pages of a file put to Tesseract."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from statistics import fmean

from lxml import etree

from corpus.layout.page import Page
from corpus.recognition.hocr import RecognisedPage, page_of
from corpus.recognition.pictures import Picture
from corpus.recognition.tesseract import find_tesseract

_SURE = 0.6  # a word of this certainty is fairly sure
_SURE_LETTERS_MIN = 6  # of fewer letters and digits in such words, a page is a photograph with specks
_DRAWING_SECONDS = 30  # lent for a page besides those that recognising its words may take
_NOT_DRAWN = "has nothing to look at, since it cannot be drawn"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """How words in pictures are recognised.

    Attributes:
        enabled: whether they are at all.
        languages: to expect, as Tesseract names them, with "+" between them.
        page_seconds: how long one page may take.
        file_seconds: after how long no further page of a file is begun.
    """

    enabled: bool = True
    languages: str = "eng"
    page_seconds: int = 60
    file_seconds: int = 3600

    @property
    def fingerprint(self) -> str:
        """What decides which words are recognised: the program that is installed, its version, and the settings."""
        if self.missing:
            return "no recognition of text"
        found = find_tesseract()
        return (
            f"tesseract {found.version if found else ''} {self.languages} {self.page_seconds} s {self.file_seconds} s"
        )

    @property
    def missing(self) -> str:
        """Why no words are recognised, and what to do, in sentences; "" where they are."""
        if not self.enabled:
            return "Text recognition is switched off (QA_OCR)."
        found = find_tesseract()
        if found is None:
            return (
                "Install Tesseract to have the text in pictures recognised (Debian, Ubuntu: apt install tesseract-ocr)."
            )
        lacking = [language for language in self.languages.split("+") if language not in found.languages]
        if lacking:
            packages = " ".join(f"tesseract-ocr-{name.lower().replace('_', '-')}" for name in lacking)
            return (
                f"Tesseract lacks the language {', '.join(lacking)} (QA_OCR_LANGUAGES). "
                f"Debian, Ubuntu: apt install {packages}."
            )
        return ""

    def page(self, number: int, picture: Picture) -> RecognisedPage | None:
        """What is recognised in the picture of a page; None where it shows no text.

        Raises:
            RecognitionFailed: it took too long, or Tesseract failed.
        """
        found = find_tesseract()
        if found is None or picture.is_blank:
            return None
        dots_per_inch = round(picture.dots_per_inch)
        try:
            hocr = found.hocr(picture.pgm(), dots_per_inch, self.languages, self.page_seconds)
            recognised = page_of(hocr, number, picture.width, picture.height, picture.dots_per_inch, _SURE)
        except subprocess.TimeoutExpired:
            raise RecognitionFailed(f"took longer than {self.page_seconds} s (QA_OCR_PAGE_SECONDS)") from None
        except (OSError, subprocess.SubprocessError, etree.XMLSyntaxError) as error:
            raise RecognitionFailed(f"failed ({type(error).__name__})") from error
        return recognised if recognised.sure_letters >= _SURE_LETTERS_MIN else None


class RecognitionFailed(Exception):
    """A page was not recognised; the message goes on the sentence "Text recognition ..."."""


LendTime = Callable[[float], None]
"""Told, before each page, how many seconds it may take on top of those for the file itself; 0 once none is left."""


def lend_nothing(seconds: float) -> None:
    """Where nothing holds the reading of a file to a time."""


@dataclass(slots=True)
class _Use:
    """A recogniser at work on a file and those within it."""

    recogniser: Recogniser
    lend: LendTime = lend_nothing
    spent: float = 0.0

    @contextmanager
    def on_a_page(self) -> Iterator[None]:
        self.lend(self.recogniser.page_seconds + _DRAWING_SECONDS)
        begun = time.monotonic()
        try:
            yield
        finally:
            self.spent += time.monotonic() - begun
            self.lend(0)


_IN_USE: ContextVar[_Use | None] = ContextVar("recogniser", default=None)


def _in_use() -> _Use:
    return _IN_USE.get() or _Use(Recogniser())


def recogniser_in_use() -> Recogniser:
    """The recogniser that readers of files use."""
    return _in_use().recogniser


@contextmanager
def using(recogniser: Recogniser, lend: LendTime = lend_nothing) -> Iterator[None]:
    """Have readers of one file use a recogniser, in this thread.

    Args:
        recogniser: which.
        lend: lengthens the time in which the file must be read.
    """
    token = _IN_USE.set(_Use(recogniser, lend))
    try:
        yield
    finally:
        _IN_USE.reset(token)


@dataclass(frozen=True, slots=True)
class RecognisedPages:
    """What was recognised on some pages of a file, by their numbers from 1.

    Attributes:
        pages: those with text.
        certainties: the mean certainty of the words of each of these.
        empty: pages on which there was no text to recognise.
        failed: pages that could not be recognised, by the reason.
        left: pages that were not begun, since the time for the file had run out.
    """

    pages: dict[int, Page] = field(default_factory=dict)
    certainties: dict[int, float] = field(default_factory=dict)
    empty: list[int] = field(default_factory=list)
    failed: dict[str, list[int]] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many pages there were."""
        return len(self.pages) + len(self.empty) + sum(map(len, self.failed.values())) + len(self.left)


def recognise(pictures: Iterable[tuple[int, Callable[[], Picture | None]]]) -> RecognisedPages:
    """Recognise the words on some pages, one page after the other, by the recogniser in use.

    Args:
        pictures: the number (from 1) of each page with what tells how it looks, or None for one that cannot be drawn;
            it is called before the next page is asked for, or never.
    """
    use = _in_use()
    done = RecognisedPages()
    for number, draw in pictures:
        if use.spent >= use.recogniser.file_seconds:
            done.left.append(number)
            continue
        with use.on_a_page():
            _recognise(number, draw(), use.recogniser, done)
    return done


def _recognise(number: int, picture: Picture | None, recogniser: Recogniser, done: RecognisedPages) -> None:
    """Add a page to those that are done."""
    if picture is None:
        done.failed.setdefault(_NOT_DRAWN, []).append(number)
        return
    try:
        found = recogniser.page(number, picture)
    except RecognitionFailed as error:
        done.failed.setdefault(str(error), []).append(number)
        return
    if found is None:
        done.empty.append(number)
    else:
        done.pages[number] = found.page
        done.certainties[number] = round(fmean(found.certainties), 4)
