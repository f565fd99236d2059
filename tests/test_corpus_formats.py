"""How sure a format is decides what a file is."""

from __future__ import annotations

import pytest

from corpus.formats import Confidence, Sample
from corpus.readers import FORMATS

PAGE = "<html><body>"
MAIL = "From: a@b.org\nSubject: Hello\n\nDear all"


def sure(suffix: str = "", data: bytes = b"", members: tuple[str, ...] = (), text: str | None = None) -> dict[str, str]:
    """How sure each format is of a file, where it is not sure that the file is not its own."""
    sample = Sample(suffix, data, members, text)
    answers = {declared.kind: declared.sniff(sample) for declared in FORMATS}
    return {kind: answer.name for kind, answer in answers.items() if answer}


def test_confidence_rises() -> None:
    names = [level.name for level in sorted(Confidence)]
    assert names == ["NO", "POSSIBLE", "DEFAULT", "LIKELY", "CERTAIN"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Plain words", {}),
        (PAGE, {"html": "CERTAIN"}),
        ("Some <b>words</b>", {"html": "POSSIBLE"}),
        (MAIL, {"email": "LIKELY"}),
        ("From: a\nWords", {}),
        ('{"id": 1}\nwords', {"jsonl": "LIKELY"}),
        ("[1]", {}),
    ],
)
def test_any_text_may_be_text_markdown_or_json_lines_and_some_is_more(text: str, kinds: dict[str, str]) -> None:
    assert (
        sure(text=text) == {"json": "POSSIBLE", "jsonl": "POSSIBLE", "markdown": "POSSIBLE", "text": "DEFAULT"} | kinds
    )


def test_only_its_parts_make_an_archive_a_word_document() -> None:
    assert sure(members=("a", "word/document.xml")) == {"docx": "CERTAIN"}
    assert sure(members=("a/word/document.xml",)) == {}


def test_a_pdf_starts_like_one_and_may_have_something_before_that_when_it_is_called_so() -> None:
    assert sure(data=b"\r\n%PDF-1.7") == {"pdf": "CERTAIN"}
    assert sure(data=b"junk %PDF-1.7") == {}
    assert sure(".pdf", data=b"junk %PDF-1.7") == {"pdf": "CERTAIN"}
    assert sure(".pdf", data=b"x" * 1019 + b"%PDF-1.7") == {"pdf": "CERTAIN"}
    assert sure(".pdf", data=b"x" * 1020 + b"%PDF-1.7") == {}
