"""Grades are recognised where they grade, by the scales of the table."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from corpus.language.ratings import SCALES, WHOLE, Scale, grades_of, grades_part, is_rating, ratings, scale
from corpus.language.words import stems

ADDED = """
[[scales]]
name = "Medals"
source = "the ratings of a framework for teaching"
grades = [["gold"], ["silver"], ["bronze", "bronzed"], ["not yet there", "provisional"]]
weak = ["gold", "silver", "bronze"]
"""
ASKED_OF_ADDED = """
import json
from corpus.language.statements import asked_rating, pairs, same_rating, statements
from corpus.language.values import value_spans

text = "Teaching: Gold\\nStudents wore gold medals. Its outcome was judged not  yet there."
print(json.dumps({
    "spans": [text[start:end] for start, end in value_spans(text, "rating")],
    "pairs": [pair.value for pair in pairs("Teaching\\nSilver", rated=True)],
    "statements": [[sorted(each.subject), each.value] for each in statements("Teaching was rated silver.", "rating")],
    "asked": asked_rating("When was it rated bronze?"),
    "same": [
        same_rating("not yet there", "Provisional"), same_rating("gold", "silver"), same_rating("Bronzed", "bronze")
    ],
}))
"""


def found(text: str) -> list[str]:
    return [text[slice(*match.span())] for match in ratings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Overall effectiveness: Good",
        "The impact of leaders\nGood\n",
        "It was judged “Inadequate” by inspectors.",
        "a rating of good",
        "rated as a good service",
        "achieved a Good Ofsted rating",
        "Leadership is strong, and governance is weak.",
        "requires\nimprovement",
        "placed in special measures",
        "regraded to G2 and V1",
        "a five-star hotel, or 8 out of 10",
        "The trust gained substantial assurance.",
    ],
)
def test_a_text_holds_ratings(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "a good deal of poor practice",
        "Good action was taken on the outstanding balance.",
        "in row g2 and column c3",
        "a non-outstanding and good-natured child",
        "It is good news.",
    ],
)
def test_everyday_words_are_no_ratings(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "form",
    sorted({form for scale in SCALES for form in scale.forms if "{" not in form}),
)
def test_each_form_of_the_table_is_recognised_after_a_colon(form: str) -> None:
    written = form if form[0].isupper() else form.title()
    assert found(f"Overall judgement: {written}.") == [written]
    assert found(f"Overall judgement: {form.upper()}.") == [form.upper()]
    assert form.lower().replace("-", " ") == " ".join(form.lower().replace("-", " ").split())
    assert grades_of(f" {form.upper()} ") and is_rating(written)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It got grade 4+ and grade b.", ["grade 4+", "grade b"]),
        ("It is in band 3.", ["band 3"]),
        ("It got 8.5 out of 10.", ["8.5 out of 10"]),
        ("It was rated 4.5 and scored 17.25.", ["rated 4.5", "scored 17.25"]),
        ("a three star and a 2-star hotel", ["three star", "2-star"]),
        ("requires improvement to be good", ["requires improvement to be good"]),
        ("a very good rating", ["very good"]),
        ("a good CQC judgement", ["good"]),
        ("Ofsted rated Harbour Nursery and Little Acorns good at its inspection.", ["good"]),
        ("They rated Harbour Nursery good value.", []),
    ],
)
def test_the_longest_form_is_taken_and_patterns_are_filled(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_weak_form_counts_only_where_a_grade_would_stand() -> None:
    assert found("It was judged good.") == ["good"]
    assert found("It was judged good teaching.") == []
    assert found("Much good.") == []
    assert found("• Good") == ["Good"]


def test_what_is_no_grade_but_a_rating_and_more() -> None:
    assert is_rating("Good") and is_rating("Requires\nimprovement")
    assert (
        not is_rating("Inadequate teaching")
        and not is_rating("Good teaching")
        and not is_rating("So good")
        and not is_rating("")
    )


def test_grades_stand_in_their_order_and_scales_have_sources() -> None:
    ofsted = SCALES[0]
    assert [grade[0] for grade in ofsted.grades] == ["outstanding", "good", "requires improvement", "inadequate"]
    assert all(scale.source and scale.name for scale in SCALES)
    assert max(Counter(scale.name for scale in SCALES).values()) == 1
    for each in SCALES:
        assert max(Counter(each.forms).values()) == 1, each.name


def test_forms_of_one_grade_are_known_by_it() -> None:
    assert grades_of("5 Stars") == grades_of("five-star") == {"five-star"}
    assert grades_of("requiring improvement") == {"requires improvement"}
    assert grades_of("good") == {"good"}
    assert grades_of("goodish") == frozenset()


def test_the_whole_is_named_by_what_is_judged_and_what_a_grade_is_called() -> None:
    assert frozenset(stems("overall effectiveness judgement rating grade")) == WHOLE


def test_a_scale_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'Odd' has no grades"):
        Scale("Odd", "here", (), frozenset())
    with pytest.raises(ValueError, match="'Odd' has no grades, or a grade without a form"):
        Scale("Odd", "here", (("good",), ()), frozenset())
    with pytest.raises(ValueError, match=r"'Odd' calls \['bad'\] weak"):
        scale({"name": "Odd", "source": "here", "grades": [["good"]], "weak": ["good", "bad"]})
    assert scale({"name": "Even", "source": "here", "grades": [["good"]]}).weak == frozenset()


def test_a_scale_added_to_the_table_is_known_everywhere(tmp_path: Path, repo_root: Path) -> None:
    shutil.copytree(repo_root / "corpus" / "language", tmp_path / "corpus" / "language")
    shutil.copy(repo_root / "corpus" / "__init__.py", tmp_path / "corpus")
    table = tmp_path / "corpus" / "language" / "en" / "ratings.toml"
    table.write_text(table.read_text("utf-8") + ADDED, "utf-8")
    script = tmp_path / "asked.py"
    script.write_text(ASKED_OF_ADDED, "utf-8")
    run = subprocess.run([sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == {
        "spans": ["Gold", "not  yet there"],
        "pairs": ["Silver"],
        "statements": [[["rate", "teach"], "silver"]],
        "asked": "bronze",
        "same": [True, False, True],
    }


@pytest.mark.parametrize(
    ("clause", "is_part"),
    [
        ("Behaviour was ", True),
        ("The quality of teaching is ", True),
        ("Inspectors judged leadership to be ", True),
        ("The school was judged ", False),
        ("In 2021 it was rated ", False),
        ("Ofsted rated Harbour Nursery ", False),
        ("We rate Harbour as ", False),
        ("Overall effectiveness is ", False),
        ("A rating of ", False),
    ],
)
def test_a_grade_may_be_of_a_part(clause: str, *, is_part: bool) -> None:
    assert grades_part(clause, frozenset({"harbour", "nurseri", "nursery"})) is is_part
