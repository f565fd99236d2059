"""Words are recognised where all that it takes is here, and what is missing is said with what to do."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from benchmarks.scanned import picture_file
from corpus.recognition.pictures import Picture, pictures_in
from corpus.recognition.recogniser import Recogniser, RecognitionFailed, recognise, recogniser_in_use, using
from tests.scans import instead_of_tesseract, needs_tesseract, scan, without_tesseract

SCAN = Picture(3, 1, 300, b"\x00\x80\xff")
BLANK = Picture(3, 1, 300, b"\xff\xff\xff")


def hocr(*words: str, sure: int = 90) -> str:
    """What prints a page with some words."""
    spans = "".join(f'<span title=\\"bbox 1 1 9 9; x_wconf {sure}\\">{word}</span>' for word in words)
    return f'cat >/dev/null; echo "<html><p><span>{spans}</span></p></html>"'


def test_without_tesseract_the_command_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    assert "apt install tesseract-ocr)" in Recogniser().missing
    assert Recogniser().fingerprint == "no recognition of text"
    assert Recogniser().page(1, SCAN) is None


def test_a_language_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr("Words"))
    assert Recogniser().missing == ""
    missing = Recogniser(languages="eng+cym+chi_sim").missing
    assert "lacks the language cym, chi_sim" in missing
    assert "apt install tesseract-ocr-cym tesseract-ocr-chi-sim" in missing


def test_it_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr("Words"))
    assert "QA_OCR" in Recogniser(enabled=False).missing


def test_its_fingerprint_tells_program_and_settings_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr("Words"), languages=("eng", "cym"))
    fingerprints = [
        Recogniser().fingerprint,
        Recogniser(enabled=False).fingerprint,
        Recogniser(languages="eng+cym").fingerprint,
        Recogniser(page_seconds=5).fingerprint,
        Recogniser(file_seconds=5).fingerprint,
    ]
    assert len(set(fingerprints)) == 5 and "5.0.1" in fingerprints[0]


def test_pages_are_recognised_one_by_one_and_empty_and_failed_ones_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr("Footbridge", "closed"))
    found = recognise([(2, lambda: SCAN), (3, lambda: BLANK), (4, lambda: None)])
    assert list(found.pages) == [2] and found.pages[2].number == 2
    assert found.certainties == {2: 0.9}
    assert found.empty == [3]
    assert list(found.failed.values()) == [[4]]
    assert found.count == 3 and found.left == []


def test_no_page_is_begun_or_drawn_once_the_time_for_the_file_has_run_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, f"sleep 1.1; {hocr('Footbridge', 'closed')}")
    drawn: list[int] = []

    def draw(number: int) -> Picture:
        drawn.append(number)
        return SCAN

    def pictures(*numbers: int) -> list[tuple[int, Callable[[], Picture]]]:
        return [(number, partial(draw, number)) for number in numbers]

    with using(Recogniser(file_seconds=1)):
        found = recognise(pictures(1, 2, 3, 4))
        enclosed = recognise(pictures(1))
    assert (list(found.pages), found.left, found.count, drawn) == ([1], [2, 3, 4], 4, [1])
    assert enclosed.left == [1], "a file within a file has no time of its own"


def test_time_is_lent_for_each_page_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr("Footbridge", "closed"))
    lent: list[float] = []
    with using(Recogniser(page_seconds=20), lent.append):
        recognise([(1, lambda: SCAN), (2, lambda: None)])
    assert lent == [50, 0, 50, 0]


@pytest.mark.parametrize(
    ("does", "page_seconds", "said"),
    [
        ("exec sleep 30", 1, "took longer than 1 s (QA_OCR_PAGE_SECONDS)"),
        ("exit 1", 60, "failed (CalledProcessError)"),
        ("cat >/dev/null", 60, "failed (XMLSyntaxError)"),
    ],
)
def test_a_page_that_fails_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, page_seconds: int, said: str
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, does)
    recogniser = Recogniser(page_seconds=page_seconds)
    with pytest.raises(RecognitionFailed) as failed:
        recogniser.page(1, SCAN)
    assert str(failed.value) == said
    with using(recogniser):
        assert recognise([(1, lambda: SCAN), (2, lambda: SCAN)]).failed == {said: [1, 2]}


@pytest.mark.parametrize(
    ("words", "sure", "is_text"), [("Closed", 60, True), ("Closed", 59, False), ("Shut", 99, False)]
)
def test_a_few_specks_are_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, sure: int, is_text: bool
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, hocr(words, sure=sure))
    assert (Recogniser().page(1, SCAN) is not None) is is_text


def test_a_recogniser_is_in_use_only_as_long_as_asked_and_only_in_its_thread() -> None:
    other = Recogniser(languages="cym")
    elsewhere: list[Recogniser] = []
    with using(other):
        thread = threading.Thread(target=lambda: elsewhere.append(recogniser_in_use()))
        thread.start()
        thread.join()
        assert recogniser_in_use() is other
    assert recogniser_in_use() == elsewhere[0] == Recogniser()


@needs_tesseract
def test_a_turned_and_noisy_scan_is_recognised() -> None:
    (picture,) = (draw() for draw in pictures_in(picture_file(scan(turned=0.6, noise=10), "PNG", dots_per_inch=200)))
    found = picture and Recogniser().page(1, picture)
    assert found
    text = " ".join(piece.text for line in found.page.lines for piece in line)
    assert "a new bridge will be open on 14 October 2024" in text
    assert min(found.certainties) > 0.3 and sum(found.certainties) / len(found.certainties) > 0.8
