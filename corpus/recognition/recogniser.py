"""How words in pictures are recognised here: settings, what is missing, and the pages of a file put to Tesseract."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from statistics import fmean

from lxml import etree

from corpus.layout.page import Page
from corpus.recognition.hocr import RecognisedPage, page_of
from corpus.recognition.pictures import Picture
from corpus.recognition.tesseract import find_tesseract

_SURE = 0.6  # a word of this certainty is fairly sure
_SURE_LETTERS_MIN = 6  # of fewer letters and digits in such words, a page is a photograph with specks
_NOT_DRAWN = "has nothing to look at, since it cannot be drawn"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """How words in pictures are recognised.

    Attributes:
        enabled: whether they are at all.
        languages: to expect, as Tesseract names them, with "+" between them.
        page_seconds: how long one page may take.
    """

    enabled: bool = True
    languages: str = "eng"
    page_seconds: int = 60

    @property
    def fingerprint(self) -> str:
        """What decides which words are recognised: the program that is installed, its version, and the settings."""
        if self.missing:
            return "no recognition of text"
        found = find_tesseract()
        return f"tesseract {found.version if found else ''} {self.languages} {self.page_seconds} s"

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


_IN_USE: ContextVar[Recogniser] = ContextVar("recogniser", default=Recogniser())


def recogniser_in_use() -> Recogniser:
    """The recogniser that readers of files use."""
    return _IN_USE.get()


@contextmanager
def using(recogniser: Recogniser) -> Iterator[None]:
    """Have readers of files use a recogniser, in this thread."""
    token = _IN_USE.set(recogniser)
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
    """

    pages: dict[int, Page]
    certainties: dict[int, float]
    empty: list[int]
    failed: dict[str, list[int]]

    @property
    def tried(self) -> int:
        """How many pages there were."""
        return len(self.pages) + len(self.empty) + sum(map(len, self.failed.values()))


def recognise(pictures: Iterable[tuple[int, Picture | None]]) -> RecognisedPages:
    """Recognise the words on some pages, one page after the other, by the recogniser in use.

    Args:
        pictures: the number (from 1) of each page with how it looks; None for one that cannot be drawn.
    """
    recogniser = recogniser_in_use()
    done = RecognisedPages({}, {}, [], {})
    for number, picture in pictures:
        if picture is None:
            done.failed.setdefault(_NOT_DRAWN, []).append(number)
            continue
        try:
            found = recogniser.page(number, picture)
        except RecognitionFailed as error:
            done.failed.setdefault(str(error), []).append(number)
            continue
        if found is None:
            done.empty.append(number)
        else:
            done.pages[number] = found.page
            done.certainties[number] = round(fmean(found.certainties), 4)
    return done
