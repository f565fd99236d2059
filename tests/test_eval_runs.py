"""Runs: systems put to a question set, cut off and taken up again, exported, and the evaluation made of them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import ir_measures
import numpy as np
import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.command import evaluate
from eval.compare import compare
from eval.datasets import read_dataset
from eval.metrics import per_question
from eval.records import Dataset, Judged, Question, Result, Retrieved, Run, RunInfo, Span
from eval.runs import RunError, RunLayout, code_version, gold_notes, judge_all, read_run, run, trec_qrels, trec_run
from eval.systems import SYSTEMS, Reply, System
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.settings import Settings, read_settings

ASSISTANT = Assistant(HashingEncoder())
SETTINGS = read_settings(encoder="hashing", reranker="none")


class CutOffError(Exception):
    """Stands for the power going out."""


@pytest.fixture(scope="module")
def dataset(repo_root: Path) -> Dataset:
    whole = read_dataset(repo_root / "eval" / "questions")
    return replace(whole, questions=whole.questions[:12])


@pytest.fixture(scope="module")
def snapshot(sample_index: Path) -> Iterator[Snapshot]:
    opened = open_snapshot(sample_index, HashingEncoder())
    yield opened
    opened.close()


@pytest.fixture
def put(dataset: Dataset, snapshot: Snapshot) -> Callable[..., Run]:
    """Runs a system over the shortened set."""

    def make(
        folder: Path, system: System = SYSTEMS["bm25"], *, of: Dataset = dataset, k: int = 10, **more: object
    ) -> Run:
        return run(of, system, snapshot, ASSISTANT, folder, settings=SETTINGS, k=k, **more)  # type: ignore[arg-type]  # seed and progress

    return make


def stop_after(count: int) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        if done == count:
            raise CutOffError

    return progress


def without_seconds(made: Run) -> list[Result]:
    return [replace(result, seconds=0.0) for result in made.results]


@pytest.mark.parametrize("name", list(SYSTEMS))
def test_every_system_ranks_passages_that_stand_in_their_documents(
    name: str, dataset: Dataset, snapshot: Snapshot
) -> None:
    for question in dataset.questions:
        reply = SYSTEMS[name].answer(snapshot, ASSISTANT, question.text, 10)
        assert len(reply.retrieved) <= 10
        assert len({(found.document_id, found.start) for found in reply.retrieved}) == len(reply.retrieved)
        scores = [found.score for found in reply.retrieved]
        assert scores == sorted(scores, reverse=True)
        for found in reply.retrieved:
            document = snapshot.document(found.document_id)
            assert document is not None
            assert document.text[found.start : found.end] == found.text
            assert all(np.isfinite(part) for part in found.parts.values())


def test_fusion_adds_reciprocal_ranks(dataset: Dataset, snapshot: Snapshot) -> None:
    question = dataset.questions[0].text
    lists = [SYSTEMS[name].answer(snapshot, ASSISTANT, question, 100).retrieved for name in ("bm25", "dense")]
    ranks = [{(found.document_id, found.start): rank for rank, found in enumerate(each, start=1)} for each in lists]
    for found in SYSTEMS["fusion"].answer(snapshot, ASSISTANT, question, 10).retrieved:
        key = (found.document_id, found.start)
        assert found.score == pytest.approx(sum(1 / (60 + each[key]) for each in ranks if key in each))


def test_the_full_system_gives_what_the_assistant_gives(snapshot: Snapshot) -> None:
    question = "When was the service rated inadequate?"
    answer = ASSISTANT.ask(snapshot, AskRequest(question, k=10))
    reply = SYSTEMS["full"].answer(snapshot, ASSISTANT, question, 10)
    assert (reply.status, reply.confidence) == (answer.status, answer.confidence)
    assert [found.text for found in reply.retrieved] == [passage.text for passage in answer.passages]
    assert answer.answer is not None
    assert reply.quote == Span(answer.answer.document_id, answer.answer.start, answer.answer.end, answer.answer.quote)


def test_a_run_is_kept_and_read_back(tmp_path: Path, dataset: Dataset, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run", SYSTEMS["full"])
    assert read_run(tmp_path / "run") == made
    assert [result.question_id for result in made.results] == [question.id for question in dataset.questions]
    assert all(result.seconds > 0 for result in made.results)
    assert made.judged.keys() == {question.id for question in dataset.questions if question.answerable}
    assert made.info.settings["reranker"] == "none"
    assert "host" not in made.info.settings
    assert made.info.code == code_version()


def test_the_same_seed_gives_the_same_numbers(tmp_path: Path, put: Callable[..., Run]) -> None:
    assert without_seconds(put(tmp_path / "one")) == without_seconds(put(tmp_path / "two"))


def test_a_run_that_was_cut_off_is_taken_up_again(tmp_path: Path, dataset: Dataset, put: Callable[..., Run]) -> None:
    folder = tmp_path / "run"
    with pytest.raises(CutOffError):
        put(folder, progress=stop_after(5))
    with pytest.raises(RunError, match=r"was cut off after 5 of 12 questions\. Finish it"):
        read_run(folder)
    with RunLayout(folder).results.open("a") as file:
        file.write('{"question_id": "b0')
    with pytest.raises(RunError, match=r"was cut off after 5 of 12 questions\. Finish it"):
        read_run(folder)
    asked: list[str] = []

    def counting(snapshot: Snapshot, assistant: Assistant, question: str, k: int) -> Reply:
        asked.append(question)
        return SYSTEMS["bm25"].answer(snapshot, assistant, question, k)

    again = put(folder, replace(SYSTEMS["bm25"], answer=counting))
    remaining = [question.text for question in dataset.questions[5:]]
    assert asked == remaining[:3] + remaining
    assert without_seconds(again) == without_seconds(put(tmp_path / "other"))
    asked.clear()
    assert put(folder, replace(SYSTEMS["bm25"], answer=counting)) == again
    assert not asked


def test_a_run_that_is_being_made_is_not_made_twice(tmp_path: Path, put: Callable[..., Run]) -> None:
    def meanwhile(done: int, total: int) -> None:
        if done == 5:
            with pytest.raises(
                RunError, match=r"Another qa eval is making the run in .* just now\. Wait until it is done"
            ):
                put(tmp_path / "run")

    made = put(tmp_path / "run", progress=meanwhile)
    assert len(made.results) == 12
    assert put(tmp_path / "run") == made
    RunLayout(tmp_path / "run").lock.unlink(missing_ok=True)
    RunLayout(tmp_path / "run").lock.mkdir()
    with pytest.raises(RunError, match=r"Nothing can be written in .*: .*\. Choose another folder"):
        put(tmp_path / "run")


def test_other_code_is_another_run_and_another_commit_of_it_is_not(tmp_path: Path, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run")
    info = RunLayout(tmp_path / "run").info
    source = made.info.code.rpartition(" ")[2]
    info.write_text(info.read_text().replace(made.info.code, f"0.0.1, commit 0123456789ab, source {source}"))
    assert put(tmp_path / "run").results == made.results
    info.write_text(info.read_text().replace(source, "0" * 12))
    with pytest.raises(RunError, match=f"code is '{'0' * 12}' there and '{source}' now"):
        put(tmp_path / "run")


def test_a_folder_with_another_run_is_refused(tmp_path: Path, dataset: Dataset, put: Callable[..., Run]) -> None:
    folder = tmp_path / "run"
    put(folder)
    with pytest.raises(
        RunError, match=r"already holds another run: k is 10 there and 5 now\. Choose another folder for --save"
    ):
        put(folder, k=5)
    with pytest.raises(RunError, match="seed is 0 there and 7 now"):
        put(folder, seed=7)
    with pytest.raises(RunError, match="system is 'bm25' there and 'dense' now"):
        put(folder, SYSTEMS["dense"])
    with pytest.raises(RunError, match="questions is 12 there and 3 now"):
        put(folder, of=replace(dataset, questions=dataset.questions[:3]))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    with pytest.raises(RunError, match="holds other files and no run"):
        put(tmp_path / "full")


def test_a_damaged_run_is_named(tmp_path: Path, put: Callable[..., Run]) -> None:
    folder = tmp_path / "run"
    put(folder)
    lines = RunLayout(folder).results.read_text().splitlines(keepends=True)
    RunLayout(folder).results.write_text("".join([lines[0], "{}\n", *lines[2:]]))
    with pytest.raises(RunError, match=r"line 2 of results\.jsonl cannot be read"):
        read_run(folder)
    RunLayout(folder).results.write_text("".join([lines[1], lines[0]]))
    with pytest.raises(RunError, match="does not follow the order"):
        put(folder)
    RunLayout(folder).info.write_text("{")
    with pytest.raises(RunError, match=r"info\.json cannot be read"):
        read_run(folder)
    with pytest.raises(RunError, match="There is no run in"):
        read_run(tmp_path / "nowhere")


def test_the_trec_files_give_the_same_ndcg(tmp_path: Path, dataset: Dataset, put: Callable[..., Run]) -> None:
    made = put(tmp_path / "run")
    own = per_question(dataset.questions, made)["passage_ndcg@10"]
    layout = RunLayout(tmp_path / "run")
    qrels = list(ir_measures.read_trec_qrels(str(layout.trec_qrels)))  # type: ignore[no-untyped-call]  # the library types it in part
    scored = list(ir_measures.read_trec_run(str(layout.trec_run)))  # type: ignore[no-untyped-call]  # the same
    found = {each.query_id: each.value for each in ir_measures.iter_calc([ir_measures.nDCG @ 10], qrels, scored)}
    assert found
    assert found == pytest.approx({name: own[name] for name in found})


def test_spaces_in_ids_do_not_break_trec_files() -> None:
    info = RunInfo("full", "set", "0", "s", 1, 1, "hashing", {}, "1", 0, "", "")
    result = Result("a question", (Retrieved("my file.pdf", 0, 4, "text", 1.0, {}),), "answered", None, 0.5, None, 0.1)
    made = Run(info, (result,), {"a question": Judged(("my file.pdf:0-4",), 1.0)})
    assert list(trec_run(made)) == ["a%20question Q0 my%20file.pdf:0-4 1 1 full\n"]
    assert list(trec_qrels(made)) == ["a%20question 0 my%20file.pdf:0-4 1\n"]


def test_what_is_relevant_is_every_passage_that_holds_gold(dataset: Dataset, snapshot: Snapshot) -> None:
    answerable = [question for question in dataset.questions if question.answerable]
    judged = judge_all(answerable, snapshot)
    for question in answerable:
        documents = {span.document_id for span in question.gold}
        assert documents == {passage.rpartition(":")[0] for passage in judged[question.id].passages}
        assert 0 < judged[question.id].precision_omega <= 1


def test_an_index_of_other_documents_is_refused_or_noted(
    tmp_path: Path, dataset: Dataset, snapshot: Snapshot, put: Callable[..., Run]
) -> None:
    elsewhere = Question("q1", "?", True, (Span("elsewhere.txt", 0, 4, "text"),))
    with pytest.raises(RunError, match=r"holds none of the 1 documents .*'elsewhere\.txt'.*leave out --index"):
        put(tmp_path / "run", of=replace(dataset, questions=(elsewhere,)))
    assert gold_notes(dataset, snapshot) == ()
    known = dataset.questions[0].gold[0]
    moved = Question("q2", "?", True, (replace(known, start=known.start + 1, end=known.end + 1),))
    missing, misplaced = gold_notes(replace(dataset, questions=(elsewhere, moved)), snapshot)
    assert "1 of 2 documents" in missing
    assert "'q2'" in misplaced


@pytest.fixture
def small_set(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    (folder / "documents").mkdir(parents=True)
    for town, rating in (("Ludlow", "good"), ("Ledbury", "inadequate"), ("Ross", "outstanding")):
        (folder / "documents" / f"{town}.txt").write_text(f"{town}\n\nThe service in {town} was rated {rating}.\n")
    lines = [
        {
            "id": "q1",
            "question": "How was Ludlow rated?",
            "answerable": True,
            "type": "how",
            "evidence": [span_of("Ludlow", "good")],
        },
        {
            "id": "q2",
            "question": "Where was the service inadequate?",
            "answerable": True,
            "type": "where",
            "evidence": [span_of("Ledbury", "inadequate")],
        },
        {"id": "q3", "question": "Who is the mayor of Kyoto?", "answerable": False, "type": "who"},
    ]
    (folder / "questions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def span_of(town: str, rating: str) -> dict[str, object]:
    text = f"The service in {town} was rated {rating}."
    return {"document": f"{town}.txt", "start": len(town) + 2, "end": len(town) + 2 + len(text), "text": text}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(index=tmp_path / "var" / "index", encoder="hashing", reranker="none")


def printed() -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, width=200), out


def test_an_evaluation_builds_an_index_prints_and_keeps_its_figures(
    tmp_path: Path, small_set: Path, settings: Settings
) -> None:
    console, out = printed()
    stages = []
    save = tmp_path / "kept"
    found = evaluate(
        small_set,
        settings,
        console,
        systems=["all"],
        save=save,
        report=tmp_path / "report.html",
        progress=lambda stage, done, total: stages.append(stage),
    )
    assert list(found.runs) == list(SYSTEMS)
    assert found.figures["bm25"].measures["passage_hit@1"].mean == 1
    assert (tmp_path / "var" / "eval" / "small" / "hashing" / "live").is_file()
    assert "Asking bm25" in stages
    text = out.getvalue()
    assert "small: 3 questions, 1 of them without an answer, over 3 documents" in text
    for shown in ("hit@1, passages", "1.000 [0.342, 1.000]", "refused of unanswerable", "calibration error", "where"):
        assert shown in text
    kept = json.loads((save / "summary.json").read_text())
    assert kept["systems"]["full"]["figures"]["measures"]["passage_hit@1"]["mean"] == 1
    assert kept["systems"]["bm25"]["figures"]["calibration"] is None
    assert read_run(save / "full").results == found.runs["full"].results
    assert "Evaluation of full on small" in (tmp_path / "report.html").read_text()


def test_each_further_system_is_compared_with_the_first(tmp_path: Path, small_set: Path, settings: Settings) -> None:
    console, out = printed()
    save = tmp_path / "kept"
    found = evaluate(
        small_set, settings, console, systems=["bm25", "dense", "full"], save=save, report=tmp_path / "report.html"
    )
    assert list(found.beside_first) == ["dense", "full"]
    for name, comparison in found.beside_first.items():
        assert comparison == compare(found.dataset.questions, found.runs[name], found.runs["bm25"], 0)
    lines = [
        [cell.strip() for cell in line.split("│")[1:-1]]
        for line in out.getvalue().partition("Less bm25")[2].splitlines()
    ]
    refused = next(cells for cells in lines if cells[:1] == ["right_outcome"])
    expected = [
        next(str(each) for each in one.differences if each.measure == "right_outcome")
        for one in found.beside_first.values()
    ]
    assert refused[1:] == expected and expected[1] == "+0.333 (p 1)", "only the whole refuses what has no answer"
    assert "Comparison with bm25" in (tmp_path / "report.html").read_text()
    assert json.loads((save / "summary.json").read_text())["beside_first"]["full"]["old"] == "bm25"
    console, out = printed()
    assert evaluate(small_set, settings, console, systems=["full"]).beside_first == {} and "Less" not in out.getvalue()


def test_a_summary_is_of_every_run_in_its_folder_and_of_one_set(
    tmp_path: Path, small_set: Path, settings: Settings
) -> None:
    save = tmp_path / "kept"
    evaluate(small_set, settings, printed()[0], systems=["dense"], save=save)
    found = evaluate(small_set, settings, printed()[0], systems=["bm25"], save=save)
    assert list(found.runs) == ["bm25"]
    summary = json.loads((save / "summary.json").read_text())["systems"]
    assert summary.keys() == {"dense", "bm25"}
    assert summary["dense"]["figures"]["questions"] == 3
    with pytest.raises(
        ChapterError, match=r"holds a run of bm25 over other questions \(3 of 'small' then, 2 of 'small' as it is now\)"
    ):
        evaluate(small_set, settings, printed()[0], systems=["fusion"], limit=2, save=save)
    assert not (save / "fusion").exists()


def test_a_folder_of_other_things_is_no_place_for_runs(tmp_path: Path, small_set: Path, settings: Settings) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").touch()
    with pytest.raises(
        ChapterError, match=r"holds other files, such as dear\.txt, and no runs\. Choose a new folder for --save"
    ):
        evaluate(small_set, settings, printed()[0], systems=["bm25"], save=tmp_path / "letters")
    with pytest.raises(ChapterError, match="is a file, and --save needs a folder for runs"):
        evaluate(small_set, settings, printed()[0], systems=["bm25"], save=tmp_path / "letters" / "dear.txt")
    evaluate(small_set, settings, printed()[0], systems=["bm25"], save=tmp_path / "kept")
    with pytest.raises(ChapterError, match="is the folder of one run"):
        evaluate(small_set, settings, printed()[0], systems=["bm25"], save=tmp_path / "kept" / "bm25")


def test_an_evaluation_is_compared_with_an_earlier_one(tmp_path: Path, small_set: Path, settings: Settings) -> None:
    save = tmp_path / "kept"
    evaluate(small_set, settings, printed()[0], systems=["bm25", "full"], save=save)
    console, out = printed()
    found = evaluate(small_set, settings, console, systems=["bm25"], compare_with=save)
    assert [each.mean for each in found.comparisons["bm25"].differences] == [0] * len(
        found.comparisons["bm25"].differences
    )
    assert "bm25 less the earlier bm25" in out.getvalue()
    assert "Won: none" in out.getvalue()
    with pytest.raises(ChapterError, match=r"holds no run of 'dense' but of bm25, full\. Name one of them: --compare"):
        evaluate(small_set, settings, console, systems=["dense"], compare_with=save)
    assert (
        evaluate(small_set, settings, console, systems=["dense"], compare_with=save / "bm25").comparisons["dense"].old
        == "bm25"
    )
    with pytest.raises(ChapterError, match=r"There is no run in .*nowhere"):
        evaluate(small_set, settings, console, compare_with=tmp_path / "nowhere")


def test_a_comparison_that_cannot_be_is_refused_before_anything_is_loaded(
    tmp_path: Path, small_set: Path, settings: Settings
) -> None:
    evaluate(small_set, settings, printed()[0], systems=["bm25"], save=tmp_path / "kept")
    nowhere = {"index": tmp_path / "no-index", "compare_with": tmp_path / "kept", "systems": ["bm25"]}
    with pytest.raises(ChapterError, match="over different questions"):
        evaluate(small_set, settings, printed()[0], limit=2, **nowhere)  # type: ignore[arg-type]  # three options in one
    questions = small_set / "questions.jsonl"
    questions.write_text(questions.read_text().replace("How was Ludlow rated?", "What is Ludlow?"))
    with pytest.raises(ChapterError, match="1 of 3 have the same id but other words, such as 'q1'"):
        evaluate(small_set, settings, printed()[0], **nowhere)  # type: ignore[arg-type]  # the same


def test_a_wrong_system_and_a_set_without_documents_say_what_to_do(
    tmp_path: Path, small_set: Path, settings: Settings
) -> None:
    console, _ = printed()
    with pytest.raises(ChapterError, match=r"There is no system 'magic'\. Choose from bm25, .*full, or all"):
        evaluate(small_set, settings, console, systems=["magic"])
    (small_set / "documents").rename(tmp_path / "papers")
    with pytest.raises(ChapterError, match=r"brings no documents\. Name the index to ask with --index DIR"):
        evaluate(small_set, settings, console)


def test_a_report_looks_further_down_for_what_was_missed(tmp_path: Path, small_set: Path, settings: Settings) -> None:
    evaluate(small_set, settings, printed()[0], systems=["dense"], k=1, report=tmp_path / "report.html")
    swapped = (
        (small_set / "questions.jsonl")
        .read_text()
        .replace("How was Ludlow rated?", "Where was the service in Ross outstanding?")
    )
    (small_set / "questions.jsonl").write_text(swapped)
    evaluate(small_set, settings, printed()[0], systems=["dense"], k=1, report=tmp_path / "report.html")
    assert "Asked for 100, the system gives the first that answers at rank" in (tmp_path / "report.html").read_text()


def test_squad_brings_its_documents_inside(tmp_path: Path, settings: Settings) -> None:
    answer = {"text": "476", "answer_start": 13}
    paragraph = {
        "context": "Rome fell in 476.",
        "qas": [{"id": "when", "question": "When did Rome fall?", "answers": [answer]}],
    }
    path = tmp_path / "dev-v1.1.json"
    path.write_text(json.dumps({"data": [{"title": "Rome", "paragraphs": [paragraph]}]}))
    found = evaluate(path, settings, printed()[0], systems=["bm25"])
    assert found.figures["bm25"].measures["passage_hit@1"].mean == 1
