"""Initials stand for whom a paper gives them, behind the name."""

from __future__ import annotations

import time

import pytest

from corpus.language.persons.initials import initials_in, initials_told, named_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Present: Ada Moor (AM, chair), Mr B Reed (BR).", {"AM": "Ada Moor", "BR": "Mr B Reed"}),
        ("Cllrs Moor (AM, chairing), Reed (BR), Pike (CP)", {"AM": "Moor", "BR": "Reed", "CP": "Pike"}),
        ("GOVERNORS: Mr C Pike (CP) Chair; Mrs D Lowe (DL)", {"CP": "Mr C Pike", "DL": "Mrs D Lowe"}),
        ("Ada Mary Moor (AMM) took the chair.", {"AMM": "Ada Mary Moor"}),
        ("Ada Moor (chair) and Ben Reed (secretary)", {}),
        ("Ada Moor (MP) spoke.", {}),
        ("Ada Moor (BM) spoke.", {}),
        ("Ada Moor (AM) spoke.\nAlan Mead (AM) left.", {}),
    ],
)
def test_initials_behind_a_name_that_they_spell_stand_for_it(text: str, told: dict[str, str]) -> None:
    assert initials_told(text) == told


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did Ada do?", ["AM"]),
        ("What did Ada Moor do?", ["AM"]),
        ("What did Mrs Moor do?", ["AM"]),
        ("Did Moor go?", ["AM"]),
        ("What did Ben Moor do?", []),
        ("what did mr reed do", ["BR"]),
        ("What did Bea Reed do?", ["BR"]),
        ("What did Carl Reed do?", []),
        ("What did Carol Pike do?", ["CP"]),
        ("What did Dora Pike do?", []),
        ("What did Mr B Lowe do?", []),
        ("Who took the chair?", []),
    ],
)
def test_those_are_kept_whom_a_question_names_and_by_no_other_first_name(question: str, named: list[str]) -> None:
    assert list(named_of({"AM": "Ada Moor", "BR": "Mr B Reed", "CP": "Pike"}, question)) == named


def test_initials_are_found_whole_and_not_where_they_are_given() -> None:
    text = "Ada Moor (AM) came. AM to write; am I late? BAM. By AM/BR."
    found = [(text[slice(*span)], name) for span, name in initials_in(text, {"AM": "Ada Moor"})]
    assert found == [("AM", "Ada Moor")] * 2
    assert [span[0] for span, _ in initials_in(text, {"AM": "Ada Moor"})] == [text.index("AM to"), text.index("AM/")]
    assert not list(initials_in(text, {}))


def test_hostile_text_is_read_in_little_time() -> None:
    started = time.process_time()
    initials_told("Ada Moor (" * 2_000)
    initials_told("(AM " * 5_000 + ")")
    assert time.process_time() - started < 1
