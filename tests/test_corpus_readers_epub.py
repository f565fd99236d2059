"""The chapters of an e-book are read in the order of its spine."""

from __future__ import annotations

from datetime import date

from tests.office_files import blocks, context, document, read, warnings, zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/c.opf"/>'
    "</rootfiles></container>"
)
META = "<dc:title>The guide</dc:title><dc:publisher>The council</dc:publisher><dc:date>2023-07-04</dc:date>"


def page(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    )


def book(chapters: dict[str, str], spine: list[str], meta: str = META, others: dict[str, str] | None = None) -> bytes:
    items = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name.startswith('nav') else ''}/>"
        for number, name in enumerate(chapters)
    )
    order = "".join(f'<itemref idref="i{list(chapters).index(name)}"/>' for name in spine)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{meta}</metadata><manifest>{items}</manifest>'
        f"<spine>{order}</spine></package>"
    )
    parts = {f"OEBPS/{name}": page(body) for name, body in chapters.items() if body}
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/c.opf": opf,
            **parts,
            **(others or {}),
        }
    )


ONE, TWO = "<h1>First</h1><p>Words é.</p>", "<h1>Second</h1><p>More.</p><script>alert(1)</script>"


def test_chapters_follow_the_spine_and_the_contents_are_left_out() -> None:
    data = book(
        {"b.xhtml": TWO, "a b.xhtml": ONE, "nav.xhtml": "<nav>Contents</nav>"}, ["nav.xhtml", "a b.xhtml", "b.xhtml"]
    )
    found = document("a.epub", data)
    assert blocks(found) == [
        ("heading", "First"),
        ("paragraph", "Words é."),
        ("heading", "Second"),
        ("paragraph", "More."),
    ]
    assert context(found, "More.") == ["Second"]
    assert (found.title, found.source, found.published) == ("The guide", "The council", date(2023, 7, 4))


def test_a_day_of_change_is_no_day_of_publication() -> None:
    meta = '<dc:title>T</dc:title><dc:date opf:event="modification">2024-01-01</dc:date>'
    assert document("a.epub", book({"a.xhtml": ONE}, ["a.xhtml"], meta)).published is None


def test_tables_keep_their_cells() -> None:
    table = "<table><tr><th>Area</th><th>Sum</th></tr><tr><td>North</td><td></td></tr></table>"
    found = document("a.epub", book({"a.xhtml": ONE + table}, ["a.xhtml"]))
    assert blocks(found)[2:] == [("table_row", "Area | Sum"), ("table_row", "North |")]
    assert [cell.column for cell in found.blocks[-1].cells] == [0, 1]


def test_a_chapter_that_is_missing_is_named() -> None:
    data = book({"a.xhtml": ONE, "gone.xhtml": ""}, ["a.xhtml", "gone.xhtml"])
    assert warnings("a.epub", data) == [
        "Chapters were not read: 'OEBPS/gone.xhtml'. Save it anew, or as .pdf or .html."
    ]


def test_a_locked_book_is_refused_and_scrambled_fonts_lock_nothing() -> None:
    def lock(algorithm: str, part: str) -> dict[str, str]:
        return {
            "META-INF/encryption.xml": f'<e><EncryptedData xmlns="x"><EncryptionMethod Algorithm="{algorithm}"/>'
            f'<CipherData><CipherReference URI="{part}"/></CipherData></EncryptedData></e>'
        }

    aes = lock("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OEBPS/a.xhtml")
    assert "locked" in read("a.epub", book({"a.xhtml": ONE}, ["a.xhtml"], others=aes)).errors[0].reason
    font = lock("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")
    assert document("a.epub", book({"a.xhtml": ONE}, ["a.xhtml"], others=font)).text


def test_a_damaged_book_and_one_that_is_something_else_are_refused() -> None:
    assert "damaged" in read("a.epub", zipped({"META-INF/container.xml": "<x/>"})).errors[0].reason
    assert (
        "It holds an e-book, not a Word document"
        in read("a.docx", book({"a.xhtml": ONE}, ["a.xhtml"])).errors[0].reason
    )
    assert read("a.epub", book({"a.xhtml": "<p> </p>"}, ["a.xhtml"])).errors[0].empty
