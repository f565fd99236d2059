"""What stands on the slides of an OpenDocument presentation is found where it stands."""

from __future__ import annotations

import pytest

from corpus.office.open_file import OpenFile
from corpus.office.open_slides import open_slides
from corpus.office.slide import Slide
from tests.office_files import open_document


def slides(pages: str) -> list[Slide]:
    file = OpenFile(open_document("presentation", pages), "a presentation")
    body = file.body("presentation")
    assert body is not None
    return list(open_slides(body, file))


@pytest.mark.parametrize("unit", ["cm", "mm", "in", "pt", "px", "pc", ""])
def test_places_are_read_in_every_unit(unit: str) -> None:
    def box(text: str, left: float, top: float) -> str:
        return (
            f'<draw:frame svg:x="{left}{unit}" svg:y="{top}{unit}" svg:width="2{unit}" svg:height="1{unit}">'
            "<draw:text-box>"
            f"<text:p>{text}</text:p></draw:text-box></draw:frame>"
        )

    (slide,) = slides(f"<draw:page>{box('d', 9, 9)}{box('b', 1, 9)}{box('c', 9, 4)}{box('a', 1, 4)}</draw:page>")
    assert [block.text.strip() for block in slide.blocks] == ["a", "b", "c", "d"]


def test_places_that_are_none_are_passed_over_and_objects_and_remarks_are_kept() -> None:
    (slide,) = slides(
        '<draw:page><draw:frame svg:x="here" svg:y="..cm"><draw:text-box><text:p>a</text:p></draw:text-box>'
        "</draw:frame>"
        '<draw:frame><draw:object xlink:href="./Object 9"/></draw:frame><office:annotation><text:p>Sure?</text:p>'
        "</office:annotation></draw:page>"
    )
    assert [block.text.strip() for block in slide.blocks] == ["a", "Sure?"]
    assert slide.objects == ["Object 9"]
