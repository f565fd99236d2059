"""A slide of a presentation as it was read, and what a person should look at in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.assembly import SourceBlock
from corpus.language.vocabulary import load
from corpus.office.notices import numbered

_UNTITLED: str = load("office")["untitled_slide"]
_UNTITLED_MAX_CHARS = 120


@dataclass(slots=True)
class Slide:
    """What stands on a slide.

    Attributes:
        number: of the slide, from 1.
        is_hidden: whether it is left out when the presentation is shown.
        is_damaged: whether it cannot be read.
        blocks: its title first, its notes last.
        furniture: what it shows around its text, such as a footer.
        objects: the kinds of the documents of other programs that stand on it and are not read.
        pictures: how many pictures stand on it.
    """

    number: int
    is_hidden: bool = False
    is_damaged: bool = False
    blocks: list[SourceBlock] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    pictures: int = 0


def with_heading(number: int, titles: Sequence[SourceBlock], others: Sequence[SourceBlock]) -> list[SourceBlock]:
    """The blocks of a slide on its page, below a heading.

    A slide without a title takes its first short text for one, or else its number, so that it is not taken for a part
    of the slide before it.

    Args:
        number: of the slide.
        titles: its title; none, or more than one where it has several.
        others: what else it says.
    """
    blocks = [*titles, *others]
    if others and not titles:
        first = others[0]
        is_short = first.kind == "paragraph" and len(first.text) <= _UNTITLED_MAX_CHARS
        title = SourceBlock(first.text if is_short else _UNTITLED.format(number), "heading", 1)
        blocks = [title, *others[is_short:]]
    return [replace(block, page=number) for block in blocks]


def slide_notices(slides: Sequence[Slide]) -> list[str]:
    """What of some slides was left out or cannot be read, in sentences of a build report."""
    notices = []
    if hidden := [slide.number for slide in slides if slide.is_hidden]:
        notices.append(f"{numbered('Hidden slide', hidden)} left out. Unhide what should be found.")
    if damaged := [slide.number for slide in slides if slide.is_damaged]:
        notices.append(f"{numbered('Damaged slide', damaged)} not read. Open the file and save it anew.")
    if pictures := [slide.number for slide in slides if slide.pictures and not slide.blocks]:
        notices.append(
            f"Nothing but pictures on {numbered('slide', pictures)}. "
            "If they show text, run it through text recognition (OCR) and save that as .pdf or .txt."
        )
    for slide in slides:
        if slide.objects:
            kinds = ", ".join(dict.fromkeys(slide.objects))
            notices.append(
                f"Slide {slide.number} holds a file of another program ({kinds}), which is not read. "
                "Save it beside this one if it should be found."
            )
    return notices
