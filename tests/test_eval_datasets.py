"""Question sets: what is read of each format, and what of a wrong one is named."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.datasets import DatasetError, read_dataset, sample
from eval.records import Span

TEXT = "Rated good in May 2021.\nLed by Ann Smith."
GOOD = {"document": "a.txt", "start": 6, "end": 22, "text": "good in May 2021"}


def write_lines(path: Path, lines: Sequence[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def own(folder: Path, *questions: dict[str, Any]) -> Path:
    """A set of our own format over one document, with the newlines of Windows."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    write_lines(folder / "questions.jsonl", questions)
    return folder


def question(**fields: Any) -> dict[str, Any]:
    return {"id": "q1", "question": "When was it good?", "answerable": True, "evidence": [GOOD]} | fields


def spans_set(
    folder: Path, queries: Sequence[Any], spans: Sequence[Any], qrels: str = "query-id\tdoc-id\trelevance\nq1\td1\t2\n"
) -> Path:
    write_lines(
        folder / "corpus.jsonl",
        [{"id": "d1", "title": "A", "text": TEXT}, {"id": "d2", "title": "B", "text": "Other."}],
    )
    write_lines(folder / "queries.jsonl", queries)
    write_lines(folder / "spans.jsonl", spans)
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as caught:
        read_dataset(path)
    return caught.value.faults


def test_our_own_format_is_read_with_its_documents(tmp_path: Path) -> None:
    line = {"document": "a.txt", "start": 24, "end": 40, "text": "Led by Ann Smith"}
    folder = own(
        tmp_path / "set",
        question(answers=["May 2021"], type="when"),
        question(id="q2", question="Who led?", type="who", evidence=[line, GOOD], spans_needed="all"),
        question(id="q3", question="Why?", type="none", answerable=False, evidence=[]),
    )
    dataset = read_dataset(folder)
    assert dataset.name == "set"
    assert dataset.corpus == folder / "documents"
    first, second, third = dataset.questions
    assert (first.text, first.answers, first.gold) == (
        "When was it good?",
        ("May 2021",),
        (Span("a.txt", 6, 22, "good in May 2021"),),
    )
    assert (second.spans_needed, len(second.gold)) == ("all", 2)
    assert (third.answerable, third.gold, third.slices) == (False, (), {"type": "none"})
    assert read_dataset(folder / "questions.jsonl") == dataset


def test_evidence_may_name_the_part_of_the_answer_it_gives(tmp_path: Path) -> None:
    line = {"document": "a.txt", "start": 24, "end": 40, "text": "Led by Ann Smith"}
    folder = own(tmp_path / "set", question(evidence=[GOOD | {"part": "when"}, line], spans_needed="all"))
    (only,) = read_dataset(folder).questions
    assert [span.part for span in only.gold] == ["when", ""]


def test_a_set_says_where_its_documents_are_and_may_have_none(tmp_path: Path) -> None:
    folder = own(tmp_path / "set", question())
    (folder / "documents").rename(tmp_path / "papers")
    assert read_dataset(folder).corpus is None
    (folder / "dataset.json").write_text('{"corpus": "../papers"}')
    assert read_dataset(folder).corpus == tmp_path / "papers"
    (folder / "dataset.json").write_text('{"corpus": "../nowhere"}')
    assert faults(folder) == (f"dataset.json: its corpus '../nowhere' does not exist; the path counts from {folder}.",)


def test_a_changed_document_changes_the_hash(tmp_path: Path) -> None:
    folder = own(tmp_path / "set", question())
    before = read_dataset(folder).sha256
    (folder / "documents" / "a.txt").write_text(TEXT + " More.")
    assert read_dataset(folder).sha256 != before


def test_every_fault_is_named_by_file_and_line(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        question(evidence=[GOOD | {"start": 7, "end": 23}]),
        question(evidence=[GOOD]),
        question(
            id="q3", evidence=[GOOD | {"document": "b.txt"}, GOOD | {"start": 30, "end": 99}, GOOD | {"start": 22}]
        ),
        question(id="q4", evidence=[]),
        question(id="q5", answerable=False),
        {"id": "q6", "answerable": "perhaps"},
    )
    with (folder / "questions.jsonl").open("a") as file:
        file.write('\n{"id": "q7"\n')
    assert sorted(faults(folder)) == [
        "questions.jsonl:1: evidence 1 7-23 of 'a.txt' is said to read 'good in May 2021', but 'ood in May 2021.' stands there. Its text stands at 6-22.",
        "questions.jsonl:2: the id 'q1' is already used in questions.jsonl:1.",
        "questions.jsonl:3: evidence 1 is in the document 'b.txt', which the corpus does not hold.",
        "questions.jsonl:3: evidence 2 30-99 of 'a.txt' ends outside of the document, which has 41 characters.",
        "questions.jsonl:3: evidence 3 22-22 of 'a.txt' is not a range: start must be 0 or more and end greater than start.",
        "questions.jsonl:4: the question is said to be answerable and has no gold span.",
        "questions.jsonl:5: the question is said to have no answer and has gold spans.",
        "questions.jsonl:6: answerable: Input should be a valid boolean, unable to interpret input.",
        "questions.jsonl:6: question: Field required.",
        "questions.jsonl:8: Invalid JSON: EOF while parsing an object at line 1 column 11.",
    ]


def test_the_message_lists_ten_faults_and_counts_the_rest(tmp_path: Path) -> None:
    folder = own(tmp_path, *(question(id=f"q{number}", evidence=[]) for number in range(13)))
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    message = str(caught.value)
    assert f"The question set {tmp_path} has 13 faults" in message
    assert "questions.jsonl:10:" in message
    assert "questions.jsonl:11:" not in message
    assert message.endswith("and 3 more")


def test_without_documents_only_the_length_of_a_span_is_checked(tmp_path: Path) -> None:
    write_lines(tmp_path / "questions.jsonl", [question(), question(id="q2", evidence=[GOOD | {"end": 21}])])
    assert faults(tmp_path) == (
        "questions.jsonl:2: evidence 1 6-21 of 'a.txt' spans 15 characters, and its text has 16.",
    )


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    folder = own(tmp_path, question())
    with (folder / "questions.jsonl").open("ab") as file:
        file.write(b'{"id": "caf\xe9"}')
    assert faults(folder) == ("questions.jsonl:2: it is not UTF-8. Save the file as UTF-8.",)


def test_what_is_no_question_set_is_told_what_one_may_be(tmp_path: Path) -> None:
    assert "queries.jsonl and spans.jsonl" in faults(tmp_path)[0]
    (tmp_path / "questions.jsonl").touch()
    assert faults(tmp_path) == (f"{tmp_path.name}: it holds no questions.",)
    assert faults(tmp_path / "nowhere") == (f"{tmp_path / 'nowhere'}: there is no such file or folder.",)


def test_the_folder_format_is_read(tmp_path: Path) -> None:
    span = {"query_id": "q1", "doc_id": "d1", "start": 6, "end": 22, "text": "good in May 2021", "page": 1}
    queries = [
        {"id": "q1", "text": "When?", "answerable": True, "answers": ["2021"], "type": "when", "spans_needed": "all"},
        {"id": "q2", "text": "Why?", "answerable": False, "type": "none"},
    ]
    dataset = read_dataset(spans_set(tmp_path, queries, [span]))
    first, second = dataset.questions
    assert dataset.corpus == tmp_path / "corpus.jsonl"
    assert first.gold == (Span("d1", 6, 22, "good in May 2021"),)
    assert first.grades == {"d1": 2}
    assert first.slices == {"type": "when"}
    assert (second.answerable, second.gold, second.slices) == (False, (), {"type": "none"})


def test_faults_of_the_folder_format(tmp_path: Path) -> None:
    spans = [
        {"query_id": "q9", "doc_id": "d1", "start": 0, "end": 5, "text": "Rated"},
        {"query_id": "q1", "doc_id": "d1", "start": 0, "end": 5, "text": "Rates"},
    ]
    qrels = "q1\td1\t1\nq8\td1\t1\nq1\td7\t1\nq1 d1 1\n"
    assert faults(spans_set(tmp_path, [{"id": "q1", "text": "When?"}], spans, qrels)) == (
        "spans.jsonl:1: queries.jsonl has no question 'q9'.",
        "spans.jsonl:2: the span 0-5 of 'd1' is said to read 'Rates', but 'Rated' stands there.",
        "qrels.tsv:2: queries.jsonl has no question 'q8'.",
        "qrels.tsv:3: corpus.jsonl has no document 'd7'.",
        "qrels.tsv:4: it is not a question id, a document id and a whole number, with tabs between them.",
    )


def test_beir_has_whole_documents_as_gold_and_only_judged_questions(tmp_path: Path) -> None:
    write_lines(
        tmp_path / "corpus.jsonl",
        [{"_id": "d1", "title": "A", "text": "One."}, {"_id": "d2", "title": "B", "text": "Two."}],
    )
    write_lines(
        tmp_path / "queries.jsonl", [{"_id": "1", "text": "a"}, {"_id": "2", "text": "b"}, {"_id": "3", "text": "c"}]
    )
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n1\td1\t2\n1\td2\t1\n3\td1\t0\n")
    (only,) = read_dataset(tmp_path).questions
    assert only.id == "1"
    assert only.gold == (Span("d1", 0, 4, "One."), Span("d2", 0, 4, "Two."))
    assert only.grades == {"d1": 2, "d2": 1}


def test_squad_offsets_are_shifted_to_the_joined_article(tmp_path: Path) -> None:
    def asked(identifier: str, *answers: tuple[str, int], impossible: bool = False) -> dict[str, Any]:
        words = [{"text": text, "answer_start": start} for text, start in answers]
        return {"id": identifier, "question": f"{identifier}?", "answers": words, "is_impossible": impossible}

    first = {"context": "Rome fell in 476.", "qas": [asked("when", ("476", 13), ("476", 13))]}
    second = {"context": "Odoacer ruled.", "qas": [asked("who", ("Odoacer", 0)), asked("why", impossible=True)]}
    path = tmp_path / "dev.json"
    path.write_text(json.dumps({"version": "v2.0", "data": [{"title": "Rome", "paragraphs": [first, second]}]}))
    dataset = read_dataset(path)
    when, who, why = dataset.questions
    assert (dataset.name, dataset.corpus) == ("dev", None)
    assert dataset.articles == {"Rome": "Rome fell in 476.\n\nOdoacer ruled."}
    assert (when.gold, when.answers) == ((Span("Rome", 13, 16, "476"),), ("476",))
    assert who.gold == (Span("Rome", 19, 26, "Odoacer"),)
    assert (why.answerable, why.gold) == (False, ())
    wrong = {"context": "Odoacer ruled.", "qas": [asked("when", ("Odoacer", 3))]}
    path.write_text(json.dumps({"data": [{"title": "Rome", "paragraphs": [first, wrong]}]}))
    assert faults(path) == (
        (
            "dev.json data.0.paragraphs.1.qas.0 (when): the answer 22-29 of 'Rome' is said to read 'Odoacer', but 'acer ru' stands there. "
            "Its text stands at 19-26."
        ),
        "dev.json data.0.paragraphs.1.qas.0 (when): the id 'when' is already used in dev.json data.0.paragraphs.0.qas.0 (when).",
    )
    path.write_text(json.dumps({"data": [{"paragraphs": []}]}))
    assert faults(path) == ("dev.json: data.0.title: Field required.",)


def test_squad_newlines_are_those_of_a_build_and_an_article_needs_a_title(tmp_path: Path) -> None:
    fell = {"id": "when", "question": "When?", "answers": [{"text": "in\r\n476", "answer_start": 11}]}
    ruled = {"id": "who", "question": "Who?", "answers": [{"text": "Odoacer", "answer_start": 0}]}
    context = "Rome\r\nfell in\r\n476."
    paragraphs = [
        {"context": context, "qas": []},
        {"context": context, "qas": [fell]},
        {"context": "Odoacer", "qas": [ruled]},
    ]
    path = tmp_path / "dev.json"
    path.write_text(json.dumps({"data": [{"title": "Rome", "paragraphs": paragraphs}]}))
    dataset = read_dataset(path)
    text = dataset.articles["Rome"]
    assert text == "Rome\nfell in\n476.\n\nRome\nfell in\n476.\n\nOdoacer"
    assert [text[span.start : span.end] for asked in dataset.questions for span in asked.gold] == ["in\n476", "Odoacer"]
    path.write_text(json.dumps({"data": [{"title": "A", "paragraphs": []}, {"title": " ", "paragraphs": []}]}))
    assert faults(path) == ("dev.json data.1: the article has no title; titles are the documents' ids.",)


def test_blank_questions_and_ids_are_faults(tmp_path: Path) -> None:
    assert faults(own(tmp_path, question(question=" "), question(id=""))) == (
        "questions.jsonl:2: the id is blank.",
        "questions.jsonl:1: the question is blank.",
    )


def test_qrels_that_contradict_spans_or_answers_are_faults(tmp_path: Path) -> None:
    queries = [{"id": "q1", "text": "When?"}, {"id": "q2", "text": "Why?", "answerable": False}]
    span = {"query_id": "q1", "doc_id": "d1", "start": 0, "end": 5, "text": "Rated"}
    assert faults(spans_set(tmp_path, queries, [span], "q1\td1\t1\nq1\td2\t1\nq2\td2\t1\n")) == (
        "qrels.tsv:2: it grades 'd2' as relevant to 'q1', but spans.jsonl has no span of it there.",
        "qrels.tsv:3: it grades 'd2' as relevant to 'q2', which queries.jsonl says has no answer.",
    )


def test_beir_faults_say_which_file_and_which_grades_are_there(tmp_path: Path) -> None:
    write_lines(tmp_path / "corpus.jsonl", [{"_id": "d1", "text": "One."}])
    write_lines(tmp_path / "queries.jsonl", [{"_id": "1", "text": "a"}])
    (tmp_path / "qrels").mkdir()
    for name in ("train", "dev"):
        (tmp_path / "qrels" / f"{name}.tsv").write_text("1\td1\t1\n")
    assert faults(tmp_path) == (
        "qrels/test.tsv: it is not there, but qrels/dev.tsv, qrels/train.tsv. Copy the one to ask to qrels/test.tsv in a folder of its own.",
    )
    (tmp_path / "qrels" / "test.tsv").write_text("1\td7\t1\n")
    assert faults(tmp_path) == ("qrels/test.tsv:1: corpus.jsonl has no document 'd7'.",)


def test_a_field_is_a_slice_when_it_sorts_questions_into_a_few_kinds(tmp_path: Path) -> None:
    lines = [
        question(
            id=f"q{number}",
            type="when" if number % 2 else "who",
            urgent=number < 3,
            author=f"author {number}",
            source="all",
            page=number,
        )
        for number in range(30)
    ]
    dataset = read_dataset(own(tmp_path, *lines))
    assert dataset.questions[2].slices == {"type": "who", "urgent": "True"}


def test_a_sample_is_the_same_for_a_seed_and_keeps_the_order(tmp_path: Path) -> None:
    dataset = read_dataset(own(tmp_path, *(question(id=f"q{number:02}") for number in range(30))))
    chosen = [asked.id for asked in sample(dataset, 5, seed=1).questions]
    assert len(chosen) == 5
    assert chosen == sorted(chosen)
    assert chosen == [asked.id for asked in sample(dataset, 5, seed=1).questions]
    assert chosen != [asked.id for asked in sample(dataset, 5, seed=2).questions]
    assert sample(dataset, 31, seed=1) == dataset


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "questions", "unanswerable", "spans"),
    [
        ("herefordshire", 24, 6, 28),
        ("ofsted", 364, 54, 360),
        ("chroma_chunking", 472, 0, 790),
        ("covidqa_200423", 1380, 0, 1380),
        ("squad2_cs224n_dev", 6078, 3168, 5109),
    ],
)
def test_the_shared_sets_are_read_without_a_fault(
    shared_data: Path, name: str, questions: int, unanswerable: int, spans: int
) -> None:
    dataset = read_dataset(shared_data / name)
    assert len(dataset.questions) == questions
    assert sum(not asked.answerable for asked in dataset.questions) == unanswerable
    assert sum(len(asked.gold) for asked in dataset.questions) == spans
