from __future__ import annotations

from itertools import count

import pytest

from cli.progress import LINE_SECONDS, showing_progress
from index.build.report import ENCODING, READING


def test_a_log_says_now_and_then_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = count(0.0, LINE_SECONDS / 4)
    monkeypatch.setattr("cli.progress.time.monotonic", lambda: next(seconds))
    with showing_progress() as progress:
        for done in range(9):
            progress(READING, done * 1_000_000, 8_000_000)
        for done in range(4):
            progress(ENCODING, done * 1000, 3000)
    written = capsys.readouterr()
    assert written.err.splitlines() == ["Reading: 3 of 8 MB", "Reading: 7 of 8 MB", "Encoding: 2,000 of 3,000"]
    assert written.out == ""


def test_short_work_leaves_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    with showing_progress() as progress:
        for done in range(3):
            progress(READING, done, 2)
    assert capsys.readouterr().err == ""
