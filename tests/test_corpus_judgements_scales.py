"""Scales are used as they are written, a user's beside the shipped ones, or refused by key and value."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from corpus.judgements.finding import judgements_of
from corpus.judgements.scales import ScalesError, read_scales, shipped_scales
from tests.test_corpus_judgements_finding import read

HYGIENE = """
[[scales]]
key = "hygiene"
name = "Food hygiene"
about = ["bakery"]
signs = ["food hygiene report"]
grades = [
  { key = "very_good", name = "Very good", forms = ["very good"] },
  { key = "poor", name = "Poor", forms = ["poor"] },
]

[[scales.aspects]]
key = "overall"
name = "Hygiene rating"
words = ["hygiene rating"]

[[scales.aspects]]
key = "handling"
name = "Handling of food"
words = ["handling of food"]
"""
REPORT = (
    "# Food hygiene report: Mill Street Bakery\n\nInspection date: 4 May 2023\n\n"
    "| | |\n|---|---|\n| Hygiene rating | Very good |\n| Handling of food | Poor |\n"
)


def written(folder: Path, text: str) -> Path:
    path = folder / "scales.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scale_of_one_s_own_needs_no_code(tmp_path: Path) -> None:
    scales = read_scales(written(tmp_path, HYGIENE))
    judgements = judgements_of(read(REPORT), scales)
    assert [(each.subject, each.scale, each.aspect, each.grade) for each in judgements] == [
        ("Mill Street Bakery", "hygiene", "overall", "very_good"),
        ("Mill Street Bakery", "hygiene", "handling", "poor"),
    ]
    assert judgements_of(read(REPORT)) == ()


def test_the_shipped_scales_are_kept_beside_it_unless_it_has_the_key_of_one(tmp_path: Path) -> None:
    shipped = shipped_scales()
    own = read_scales(written(tmp_path, HYGIENE))
    assert {scale.key for scale in own} == {scale.key for scale in shipped} | {"hygiene"}
    replaced = read_scales(written(tmp_path, HYGIENE.replace('"hygiene"', '"cqc"', 1)))
    assert replaced["cqc"].name == "Food hygiene"
    assert len({shipped.fingerprint, own.fingerprint, replaced.fingerprint}) == 3
    assert read_scales(None) is shipped


def test_scales_can_be_sent_to_another_process(tmp_path: Path) -> None:
    own = read_scales(written(tmp_path, HYGIENE))
    assert pickle.loads(pickle.dumps(own)).fingerprint == own.fingerprint


@pytest.mark.parametrize(
    ("label", "aspects"),
    [
        ("Overall effectiveness", {"overall"}),
        ("2.1 Adoption performance", {"adoption"}),
        ("The experiences and progress of\nchildren in care and care leavers", {"in_care_and_care_leavers"}),
        ("The impact of leaders on social work practice with children and families", {"leaders"}),
        ("Is the service well-led?", {"well_led"}),
        ("Leadership, management and governance1", {"leaders"}),
        ("Adoption of the minutes", set()),
        ("Leadership, management and governance 34", set()),
    ],
)
def test_a_label_names_an_aspect_only_as_a_whole(label: str, aspects: set[str]) -> None:
    assert {aspect.key for _, aspect in shipped_scales().aspects_called(label)} == aspects


def test_an_older_aspect_covers_two_of_today_s() -> None:
    scale = shipped_scales()["ofsted_childrens_services"]
    assert scale.aspect("in_care_and_care_leavers").covers == ("in_care", "care_leavers")
    assert scale.overall.key == "overall" and scale.grade("requires_improvement").name.startswith(
        "Requires improvement"
    )


def test_words_name_the_longest_aspects_first() -> None:
    named = shipped_scales().aspects_named("How were children in care and care leavers, and leadership, rated?")
    assert [aspect.key for _, aspect in named][:2] == ["in_care_and_care_leavers", "leaders"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("scales = [", "not valid TOML"),
        ("scales = 3", r"have no table; write \[\[scales\]\]"),
        ("", r"have no table"),
        (HYGIENE.replace("about", "abuot"), "scale 1 has a key 'abuot'; allowed are key, name"),
        (HYGIENE.replace('key = "hygiene"', 'key = "Food hygiene"'), "key is 'Food hygiene'; give a short name"),
        (HYGIENE.replace('name = "Food hygiene"', "name = 3"), "name is 3; give a text"),
        (HYGIENE.replace('about = ["bakery"]', 'about = "bakery"'), "about is 'bakery'; give a list"),
        (HYGIENE.replace('forms = ["poor"]', "forms = []"), "grades: forms is empty"),
        (HYGIENE.replace('forms = ["poor"]', 'form = ["poor"]'), "grades has a key 'form'"),
        (HYGIENE.replace('words = ["handling of food"]', 'words = [" "]'), "aspects: words is"),
        (HYGIENE + 'covers = ["storage"]\n', r"'handling' covers \['storage'\]"),
        ('[[scales]]\nkey = "a"\nname = "A"\ngrades = []', "grades is \\[\\]; give at least one table"),
    ],
)
def test_what_is_wrong_is_told_by_key_and_value(text: str, says: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ScalesError, match=says) as told:
        read_scales(path)
    assert str(path) in str(told.value)


def test_a_file_that_is_not_there_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(ScalesError, match=r"none\.toml cannot be read: No such file.*QA_SCALES"):
        read_scales(tmp_path / "none.toml")
