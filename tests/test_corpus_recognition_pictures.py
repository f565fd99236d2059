"""Pictures come grey, upright and of the size in which words are recognised best."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from benchmarks.scanned import picture_file, picture_pdf
from corpus.errors import UnreadableFile
from corpus.recognition.pictures import Picture, picture_of_page, pictured_share, pictures_in
from tests.drawn_pdf import Pages
from tests.scans import page


def grey(width: int, height: int, shade: int = 255) -> Image.Image:
    return Image.new("L", (width, height), shade)


def sizes(data: bytes) -> list[tuple[int, int]]:
    return [(picture.width, picture.height) for draw in pictures_in(data) if (picture := draw())]


def saved(image: Image.Image, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG", **options)
    return written.getvalue()


def test_a_page_is_drawn_at_300_dots_per_inch_in_grey() -> None:
    with pypdfium2.PdfDocument(page()) as pdf:
        picture = picture_of_page(pdf[0])
    assert (picture.width, picture.height, round(picture.dots_per_inch)) == (2481, 3508, 300)
    assert len(picture.rows) == picture.width * picture.height and not picture.is_blank
    assert picture.pgm().startswith(b"P5 2481 3508 255\n\xff")


def test_a_huge_page_is_drawn_smaller() -> None:
    pages = Pages()
    pages.canvas.setPageSize((14_400, 14_400))
    pages.write("Here")
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        picture = picture_of_page(pdf[0])
    assert picture.width * picture.height <= 25_100_000
    assert picture.dots_per_inch == pytest.approx(25, abs=0.1)


def test_how_much_of_a_page_a_picture_covers() -> None:
    pages = Pages()
    with pypdfium2.PdfDocument(pages.data() if pages.write("Words") else b"") as pdf:
        assert pictured_share(pdf[0]) == 0
    with pypdfium2.PdfDocument(picture_pdf([grey(300, 400)])) as pdf:
        assert pictured_share(pdf[0]) == pytest.approx(1)


@pytest.mark.parametrize(
    ("size", "stated", "becomes"),
    [
        ((1240, 1754), 150, (2480, 3508)),
        ((1240, 1754), 300, (1240, 1754)),
        ((1240, 1754), None, (2480, 3508)),
        ((300, 200), None, (1200, 800)),
        ((3000, 4000), 72, (3000, 4000)),
        ((6000, 8000), 600, (4330, 5774)),
        ((10, 400), None, (10, 400)),
    ],
)
def test_a_picture_is_made_as_large_as_a_scan_at_300_dots_per_inch_within_bounds(
    size: tuple[int, int], stated: int | None, becomes: tuple[int, int]
) -> None:
    assert sizes(picture_file([grey(*size)], "PNG", dots_per_inch=stated)) == [becomes]


def test_each_page_of_a_tiff_is_a_picture() -> None:
    assert len(sizes(picture_file([grey(100, 90), grey(100, 90, 0), grey(100, 90)], "TIFF"))) == 3


def test_a_damaged_page_of_a_tiff_costs_itself_alone() -> None:
    written = io.BytesIO()
    first, *others = (Image.linear_gradient("L").rotate(turn) for turn in (0, 5, 9))
    first.save(written, "TIFF", save_all=True, append_images=others, compression="tiff_deflate")
    whole = bytearray(written.getvalue())
    with Image.open(io.BytesIO(whole)) as image:
        image.seek(1)
        assert isinstance(image, TiffImageFile)
        start = image.tag_v2[273][0]
    whole[start : start + 40] = b"\xff" * 40
    assert [draw() is not None for draw in pictures_in(bytes(whole))] == [True, False, True]


def test_a_photograph_is_turned_as_its_camera_says() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    assert sizes(saved(grey(2600, 3700), exif=turned)) == [(3700, 2600)]


def test_what_shows_through_is_paper() -> None:
    (picture,) = (draw() for draw in pictures_in(saved(Image.new("RGBA", (2600, 3600), (0, 0, 0, 0)))))
    assert picture and picture.is_blank and picture.rows[0] == 255


@pytest.mark.parametrize(
    ("rows", "blank"), [(b"\xff" * 9, True), (b"\xff\xf0\xe8", True), (b"\xff\x80\xff", False), (b"", True)]
)
def test_a_picture_of_almost_one_grey_is_blank(rows: bytes, blank: bool) -> None:
    assert Picture(len(rows), 1, 300, rows).is_blank is blank


def test_damaged_and_enormous_pictures_are_refused() -> None:
    whole = picture_file([grey(400, 400, 7)], "PNG")
    for data in (whole[:60], whole[:-30], b"\x89PNG\r\n\x1a\nnothing"):
        with pytest.raises(UnreadableFile, match="damaged picture"):
            sizes(data)
    with pytest.raises(UnreadableFile, match="picture"):
        sizes(picture_file([grey(20_000, 11_000)], "PNG"))
