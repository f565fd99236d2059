"""Whoever waits for a build is told how far it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import build, unwatched
from index.build.report import ENCODING, READING
from index.encoder import HashingEncoder
from tests.builds import write_papers


def test_each_stage_is_told_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    papers = write_papers(tmp_path / "papers")
    report = build(
        [papers],
        tmp_path / "index",
        HashingEncoder(),
        progress=lambda *each: told.append(each),
    )
    sizes = [path.stat().st_size for path in sorted(papers.iterdir())]
    reading = [each[1:] for each in told if each[0] == READING]
    assert sorted(set(reading)) == [(sum(sizes[:count]), sum(sizes)) for count in range(4)]
    encoding = [each[1:] for each in told if each[0] == ENCODING]
    assert encoding[0] == (0, report.passages) and encoding[-1] == (report.passages, report.passages)
    assert told == sorted(told, key=lambda each: each[0] == ENCODING), "one stage after the other"


def test_the_times_of_the_stages_make_up_the_whole(tmp_path: Path) -> None:
    report = build([write_papers(tmp_path / "papers")], tmp_path / "index", HashingEncoder(), progress=unwatched)
    stages = (report.reading_seconds, report.encoding_seconds, report.writing_seconds)
    assert min(stages) > 0 and sum(stages) == pytest.approx(report.seconds)
