"""Watched questions: asked again of a newer index, they say what has changed; their file is whole at any time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from qa.errors import WatchError
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.watching.watch import (
    KEPT_CHANGES,
    Asked,
    WatchList,
    read_watch_list,
    watch_file,
    write_watch_list,
    write_whole,
)

FEE, POOL, ROOF = "What does a day in the hall cost?", "When did the pool open?", "Who mended the roof?"
HALL = "A day in the hall costs {}."


def ask_all(folder: Path, watched: WatchList, **texts: str) -> tuple[WatchList, dict[str, Asked]]:
    """Build an index of some texts and ask the watched questions of it; only the quote of a note on them answers."""
    papers = folder / "papers.jsonl"
    lines = [json.dumps({"id": name, "title": name.capitalize(), "text": text}) for name, text in texts.items()]
    papers.write_text("\n".join(lines), encoding="utf-8")
    build([papers], folder / "index", HashingEncoder())
    snapshot = open_snapshot(folder / "index")
    assistant = Assistant(HashingEncoder(), answer_confidence=0.0)
    after, asked = watched.run(
        snapshot.manifest.snapshot_id, lambda question: assistant.ask(snapshot, AskRequest(question))
    )
    snapshot.close()
    return after, {one.question: one for one in asked}


def test_what_changed_between_two_builds_is_told_and_what_did_not_is_not(tmp_path: Path) -> None:
    rest = {"pool": "The pool did open in May 1901.", "rain": "Rain fell in Ashby."}
    watched = WatchList().with_question(FEE).with_question(POOL)
    first, asked = ask_all(tmp_path, watched, hall=HALL.format("£45"), **rest)
    assert [one.changed for one in asked.values()] == [("first",), ("first",)] and not first.changes
    assert (asked[FEE].before, asked[FEE].now.value, asked[FEE].now.document_id) == (None, "45", "hall")
    second, asked = ask_all(tmp_path, first, hall=HALL.format("£52"), **rest)
    assert asked[FEE].changed == ("value", "quote") and asked[POOL].changed == ()
    before = asked[FEE].before
    assert before and (before.value, asked[FEE].now.value) == ("45", "52")
    assert second.snapshot != first.snapshot and second.changes == (asked[FEE],)
    third, asked = ask_all(tmp_path, second, fees=HALL.format("£52"), **rest)
    assert asked[FEE].changed == ("source",) and third.changes[0] == asked[FEE]
    assert [change.changed for change in third.changes] == [("source",), ("value", "quote")]


def test_an_answer_that_is_gone_and_one_that_has_come_are_told(tmp_path: Path) -> None:
    first, _ = ask_all(tmp_path, WatchList().with_question(FEE), hall=HALL.format("£45"))
    gone, asked = first.run(
        "later",
        lambda question: Assistant(HashingEncoder(), answer_confidence=1.0).ask(
            open_snapshot(tmp_path / "index"), AskRequest(question)
        ),
    )
    assert asked[0].changed == ("unanswered",) and not asked[0].now.quote and asked[0].now.reason
    _, again = ask_all(tmp_path, gone, hall=HALL.format("£45"))
    assert again[FEE].changed == ("answered",)


def test_the_list_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    watched, _ = ask_all(tmp_path, WatchList().with_question(FEE), hall=HALL.format("£45"))
    watched, _ = ask_all(tmp_path, watched.with_question(ROOF), hall=HALL.format("£46"))
    path = watch_file(tmp_path / "index")
    assert path.parent == tmp_path and path.name == "index.watched.json"
    write_watch_list(path, watched)
    assert read_watch_list(path) == watched and watched.changes
    assert {each.name for each in tmp_path.iterdir()} == {"index", "papers.jsonl", path.name}


def test_no_more_than_the_last_changes_are_kept(tmp_path: Path) -> None:
    first, _ = ask_all(tmp_path, WatchList().with_question(FEE), hall=HALL.format("£45"))
    changed, asked = ask_all(tmp_path, first, hall=HALL.format("£46"))
    many = WatchList(first.questions, first.snapshot, tuple(asked.values()) * KEPT_CHANGES)
    after, _ = ask_all(tmp_path, many, hall=HALL.format("£47"))
    assert len(after.changes) == KEPT_CHANGES and after.changes[0].now.value == "47" and len(changed.changes) == 1


def test_a_question_is_watched_once_and_only_one_that_is_watched_goes() -> None:
    watched = WatchList().with_question(FEE)
    with pytest.raises(WatchError, match="watched already"):
        watched.with_question(FEE)
    with pytest.raises(WatchError, match="is not watched"):
        watched.without(POOL)
    assert watched.without(FEE) == WatchList() == read_watch_list(Path("no such file"))


def test_a_file_that_is_none_and_a_place_that_is_no_folder_end_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "index.watched.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(WatchError, match="cannot be read"):
        read_watch_list(path)
    with pytest.raises(WatchError, match="cannot be written"):
        write_whole(path / "below", b"")
