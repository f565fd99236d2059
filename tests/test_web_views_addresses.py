from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from web.views.addresses import DocumentAddress


def test_everything_is_carried_along_and_escaped() -> None:
    at = DocumentAddress("a/b #?&.txt", (3, 9), (("q", "a&b#c"), ("source", "x y")), "f=g")
    parts = urlsplit(at.to("match", match=2))
    assert parts.path == "/documents/a%2Fb%20%23%3F%26.txt"
    assert parts.fragment == "match"
    assert parse_qsl(parts.query) == [
        ("start", "3"),
        ("end", "9"),
        ("q", "a&b#c"),
        ("source", "x y"),
        ("find", "f=g"),
        ("match", "2"),
    ]
    assert DocumentAddress("a").to() == "/documents/a"


def test_a_part_is_named_only_where_there_are_several() -> None:
    at = DocumentAddress("a")
    assert at.of_offset(5, (0,), "at-5") == "/documents/a#at-5"
    assert at.of_offset(5, (0, 5), "at-5") == "/documents/a?part=2#at-5"


def test_pictures_and_files_are_named_by_the_id() -> None:
    assert DocumentAddress("a/b.pdf", (3, 9), (("q", "x"),)).page_image(2, (3, 9)) == (
        "/page-images/a%2Fb.pdf?page=2&start=3&end=9"
    )
    assert DocumentAddress("a").page_image(2, None) == "/page-images/a?page=2"
    assert DocumentAddress("a/b.pdf").original == "/originals/a%2Fb.pdf"
