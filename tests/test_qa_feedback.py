from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa import feedback
from qa.errors import FeedbackError
from qa.feedback import FeedbackStore, Judgement, Shown, text_hash
from qa.request import Filters

NOW = datetime.now(UTC).replace(microsecond=0)
RANKING = (Shown("pool & baths.txt", 0, 9, text_hash("The pool.")), Shown("a/b.txt", 10, 12, text_hash("It")))
HELPFUL = Judgement(NOW, "thumbs_up", "When?", Filters(), "f00", RANKING, 2, "so clear")
NOTHING = Judgement(
    NOW, "nothing_answers", "Why?", Filters(date(2020, 2, 29), None, ("Parks",), ("a/b.txt",)), "f00", RANKING, None
)
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from qa.feedback import FeedbackStore
from tests.test_qa_feedback import HELPFUL
store = FeedbackStore(Path(sys.argv[1]), 365)
for number in range(25):
    store.keep(replace(HELPFUL, question=f"{sys.argv[2]} {number}"))
"""
FULL_DISK = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from qa.errors import FeedbackError
from qa.feedback import FeedbackStore
from tests.test_qa_feedback import HELPFUL
store = FeedbackStore(Path(sys.argv[1]), 365)
store.keep(HELPFUL)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    for _ in range(100):
        store.keep(replace(HELPFUL, comment="x" * 500, question="y" * 900))
except FeedbackError as error:
    print(error)
"""


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "new folder" / "feedback.sqlite", 365)


def test_what_is_kept_is_read_again_in_order(store: FeedbackStore) -> None:
    assert store.judgements() == []
    store.keep(HELPFUL)
    store.keep(NOTHING)
    assert store.judgements() == [HELPFUL, NOTHING]
    assert HELPFUL.passage == RANKING[1]
    assert NOTHING.passage is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(question=st.text(), comment=st.text(), document=st.text(min_size=1), source=st.lists(st.text(), max_size=3))
def test_any_words_come_back_as_they_were(
    store: FeedbackStore, question: str, comment: str, document: str, source: list[str]
) -> None:
    shown = Shown(document, 1, 2, text_hash("a"))
    judgement = replace(
        HELPFUL, question=question, comment=comment, ranking=(shown,), rank=1, filters=Filters(source=tuple(source))
    )
    store.keep(judgement)
    assert store.judgements()[-1] == judgement


def test_a_judgement_is_about_a_passage_that_was_shown_or_about_all() -> None:
    with pytest.raises(ValueError, match="rank 3 is not among"):
        replace(HELPFUL, rank=3)
    with pytest.raises(ValueError, match="nothing_answers"):
        replace(NOTHING, rank=1)
    with pytest.raises(ValueError, match="should_be_answered"):
        replace(HELPFUL, kind="should_be_answered")
    with pytest.raises(ValueError, match="answers_it"):
        replace(HELPFUL, kind="answers_it", rank=None)


def test_nothing_about_the_person_is_kept(store: FeedbackStore) -> None:
    store.keep(HELPFUL)
    columns = {name for _, name, *_ in sqlite3.connect(store.path).execute("PRAGMA table_info(judgements)")}
    assert columns == {"number"} | {each.name for each in fields(Judgement)}
    assert columns == {"number", "given", "kind", "question", "filters", "snapshot", "ranking", "rank", "comment"}


def test_what_is_too_old_is_deleted_on_writing_and_at_start_and_never_read(store: FeedbackStore) -> None:
    old = replace(HELPFUL, given=NOW - timedelta(days=364, hours=23))
    store.keep(old)
    store.keep(NOTHING)
    assert store.judgements() == [old, NOTHING]
    shorter = replace(store, retention_days=364)
    assert shorter.judgements() == [NOTHING]
    assert store.judgements() == [old, NOTHING]
    shorter.delete_old()
    assert store.judgements() == [NOTHING]
    store.keep(old)
    shorter.keep(HELPFUL)
    assert store.judgements() == [NOTHING, HELPFUL]


def test_with_no_days_nothing_is_kept_and_what_there_was_is_gone_from_the_disk(store: FeedbackStore) -> None:
    store.keep(replace(HELPFUL, comment="a very private remark"))
    assert b"private remark" in b"".join(path.read_bytes() for path in store.path.parent.iterdir())
    off = replace(store, retention_days=0)
    assert off.judgements() == []
    with pytest.raises(FeedbackError, match="QA_FEEDBACK_RETENTION_DAYS"):
        off.keep(HELPFUL)
    off.delete_old()
    assert store.judgements() == []
    assert b"private remark" not in b"".join(path.read_bytes() for path in store.path.parent.iterdir())


def test_deleting_makes_no_file(store: FeedbackStore) -> None:
    store.delete_old()
    assert not store.path.parent.exists()


def test_processes_that_write_at_once_lose_nothing(store: FeedbackStore, repo_root: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(store.path), str(number)], cwd=repo_root)
        for number in range(4)
    ]
    assert [writer.wait(timeout=600) for writer in writers] == [0, 0, 0, 0]
    assert {each.question for each in store.judgements()} == {
        f"{writer} {number}" for writer in range(4) for number in range(25)
    }
    assert sqlite3.connect(store.path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_there_is_a_most(store: FeedbackStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "MOST_JUDGEMENTS", 2)
    store.keep(HELPFUL)
    store.keep(HELPFUL)
    with pytest.raises(FeedbackError, match=r"2 judgements, the most there may be.*qa judgements export"):
        store.keep(NOTHING)
    assert len(store.judgements()) == 2


def test_a_full_disk_is_said_and_loses_nothing(store: FeedbackStore, repo_root: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(store.path)],
        cwd=repo_root,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    assert str(store.path) in told.stdout and "Check the file, its folder and the disk." in told.stdout
    kept = store.judgements()
    assert replace(kept[0], given=NOW) == HELPFUL and all(each.comment == "x" * 500 for each in kept[1:])
    store.keep(NOTHING)
    assert store.judgements()[-1] == NOTHING


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("These are notes, and long enough not to be taken for an empty database." * 20, encoding="utf-8")
    for path in (place, place / "feedback.sqlite", tmp_path):
        with pytest.raises(FeedbackError, match=str(path)):
            FeedbackStore(path, 365).keep(HELPFUL)
    assert place.read_text(encoding="utf-8").startswith("These are notes")
