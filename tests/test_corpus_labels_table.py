"""A table of labels is used as it is written, or refused with the key and value that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.labels import LabelsError, read_labels, shipped_labels


def written(folder: Path, text: str) -> Path:
    path = folder / "labels.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_table_of_one_s_own_the_shipped_one_counts() -> None:
    assert read_labels(None) is shipped_labels()
    assert {rule.label for rule in shipped_labels().rules} == {"authority", "series", "standing", "type", "publisher"}


def test_one_s_own_rules_go_before_the_shipped_ones_and_change_the_fingerprint(tmp_path: Path) -> None:
    own = read_labels(written(tmp_path, '[[rules]]\nlabel = "type"\nvalue = "Zine"\nwords = "Zine"\n'))
    assert own.rules[0].value == "Zine"
    assert own.rules[1:] == shipped_labels().rules
    assert own.fingerprint != shipped_labels().fingerprint
    other = read_labels(written(tmp_path, '[[rules]]\nlabel = "type"\nvalue = "Zine"\nwords = "A zine"\n'))
    assert other.fingerprint != own.fingerprint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rules = [", "not valid TOML"),
        ('[names]\nlinks = ["and"]', "a key 'names'.*nothing else"),
        ("rules = 3", "rules is 3"),
        ("rules = [3]", r"rules is \[3\]"),
        ('[[rules]]\nlabel = "a"\nword = "b"', "rule 1 has a key 'word'; allowed are label, value"),
        ('[[rules]]\nwords = "b"', "rule 1: label is None"),
        ('[[rules]]\nlabel = "Type"\nwords = "b"', "label is 'Type'"),
        ('[[rules]]\nlabel = "year"\nwords = "b"', "label is 'year'.*by themselves"),
        ('[[rules]]\nlabel = "a"\nvalue = 7\nwords = "b"', "value is 7"),
        ('[[rules]]\nlabel = "a"\nvalue = " "\nwords = "b"', "value is ' '"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"', "neither words nor patterns"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nwords = [7]', r"words is \[7\]"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nwords = ""', "words is ''"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nin = "tittle"\nwords = "b"', "in is 'tittle'; allowed are title, line"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\npatterns = "("', "patterns has '\\('.*no regular expression"),
        ('[[rules]]\nlabel = "a"\nwords = "b"', "value is '<name>', but not all"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nwhen = 3\nwords = "b"', "when is 3"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nwhen = {type = 3}\nwords = "b"', "when: type is 3"),
        ('[[rules]]\nlabel = "a"\nvalue = "b"\nwords = "b"\n[[rules]]\nlabel = 2', "rule 2: label is 2"),
    ],
)
def test_what_is_wrong_is_told_by_key_and_value(text: str, says: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(LabelsError, match=says) as told:
        read_labels(path)
    assert str(path) in str(told.value)


def test_a_table_that_is_not_there_is_told_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match=r"none\.toml cannot be read: No such file.*QA_LABELS"):
        read_labels(tmp_path / "none.toml")


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "labels.toml"
    path.write_bytes(b"# caf\xe9")
    with pytest.raises(LabelsError, match="not valid TOML"):
        read_labels(path)
