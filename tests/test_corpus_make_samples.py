"""The shipped sample documents: they are what the README's questions run on, so they must stay readable and honest."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpus import make_samples
from corpus.files import SourceFile
from corpus.reading import read_file

SAMPLES = Path(make_samples.__file__).parent / "samples"
PATHS = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
IDS = [path.relative_to(SAMPLES).as_posix() for path in PATHS]


def pdf_pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def docx_text(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_there_are_enough_documents_in_every_format() -> None:
    kinds = Counter(path.suffix for path in PATHS)
    assert 12 <= len(PATHS) <= 20
    assert set(kinds) == {".md", ".html", ".txt", ".docx", ".pdf"}
    assert kinds[".docx"] == kinds[".pdf"] == 1


def test_file_names_are_plain_words_with_hyphens() -> None:
    odd = [sample for sample in IDS if not set(sample) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/.")]
    assert odd == []


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_a_sample_reads_without_fault_and_says_who_published_it_and_when(path: Path) -> None:
    reading = read_file(SourceFile(path=path, id=path.relative_to(SAMPLES).as_posix()), path.read_bytes())
    assert reading.errors == ()
    (document,) = reading.documents
    assert document.id == path.relative_to(SAMPLES).as_posix()
    assert (document.source or "").startswith("Chapter and Verse samples: ")
    assert document.published is not None
    assert 2014 <= document.published.year <= 2026
    assert len(document.text.split()) >= 150


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_a_sample_says_that_it_is_one(path: Path) -> None:
    data = path.read_bytes()
    texts = {".pdf": pdf_pages, ".docx": docx_text}
    text = "\n".join(texts[path.suffix](data)) if path.suffix in texts else data.decode()
    assert "written for the Chapter and Verse demonstration" in " ".join(text.split())


@pytest.mark.parametrize(
    "name", ["newspaper/2021-08-focused-visit.html", "council-news/2026-01-inspection-result.html"]
)
def test_menus_cookies_related_news_and_comments_are_left_out_of_a_page(name: str) -> None:
    path = SAMPLES / name
    (document,) = read_file(SourceFile(path=path, id=name), path.read_bytes()).documents
    for noise in ("cookies", "Related news", "Reader 1", "Resident B", "Libraries", "Subscribe", "Privacy"):
        assert noise not in document.text


def test_make_samples_gives_the_committed_texts() -> None:
    made = make_samples.made_samples()
    committed = {
        path.relative_to(SAMPLES).as_posix(): path.read_bytes() for path in PATHS if path.suffix in {".docx", ".pdf"}
    }
    assert made.keys() == committed.keys()
    (paper,) = (name for name in made if name.endswith(".docx"))
    (report,) = (name for name in made if name.endswith(".pdf"))
    assert docx_text(made[paper]) == docx_text(committed[paper])
    assert pdf_pages(made[report]) == pdf_pages(committed[report])


def test_make_samples_gives_the_same_bytes_twice() -> None:
    assert make_samples.made_samples() == make_samples.made_samples()


def test_the_pdf_has_pages_with_a_repeated_header_a_counting_footer_and_a_broken_word() -> None:
    pages = pdf_pages((SAMPLES / make_samples.INSPECTION_HISTORY.path).read_bytes())
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        assert page.startswith(make_samples.INSPECTION_HISTORY.title)
        assert f"Page {number}" in page
    assert "improve\x02ment" in "".join(pages).replace("\ufffe", "\x02")
