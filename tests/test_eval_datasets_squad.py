"""SQuAD files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.datasets import read_dataset
from eval.records import Span
from tests.dataset_cases import faults


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
            "dev.json data.0.paragraphs.1.qas.0 (when): the answer 22-29 of 'Rome' is said to read 'Odoacer', but "
            "'acer ru' stands there. "
            "Its text stands at 19-26."
        ),
        (
            "dev.json data.0.paragraphs.1.qas.0 (when): the id 'when' is already used in dev.json "
            "data.0.paragraphs.0.qas.0 (when)."
        ),
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
