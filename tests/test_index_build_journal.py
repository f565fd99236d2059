"""The journal gives back what was kept of an interrupted build, and nothing that was not kept whole."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from index.build.journal import Journal

KEYS = [bytes([letter]) * 32 for letter in b"abcde"]
VECTORS = np.arange(20, dtype=np.float32).reshape(5, 4)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "encoded", "f" * 64)


def kept(journal: Journal) -> dict[bytes, list[float]]:
    return {key: vector.tolist() for key, vector in journal.read(4).items()}


def of(*places: int) -> dict[bytes, list[float]]:
    return {KEYS[place]: VECTORS[place].tolist() for place in places}


def files(tmp_path: Path) -> tuple[Path, Path]:
    (keys,) = (tmp_path / "encoded").glob("*.keys")
    (vectors,) = (tmp_path / "encoded").glob("*.f32")
    return keys, vectors


def test_what_was_appended_comes_back_whoever_reads_it(journal: Journal, tmp_path: Path) -> None:
    assert kept(journal) == {}
    journal.append(KEYS[:2], VECTORS[:2])
    journal.append(KEYS[2:3], VECTORS[2:3])
    assert kept(Journal(tmp_path / "encoded", "f" * 64)) == of(0, 1, 2)


def test_vectors_of_another_encoder_are_never_given_back(journal: Journal, tmp_path: Path) -> None:
    journal.append(KEYS, VECTORS)
    assert kept(Journal(tmp_path / "encoded", "e" * 64)) == {}


@pytest.mark.parametrize("cut", [1, 31, 32, 33])
def test_a_key_that_a_crash_cut_short_takes_its_vector_with_it(journal: Journal, tmp_path: Path, cut: int) -> None:
    journal.append(KEYS[:3], VECTORS[:3])
    keys, _ = files(tmp_path)
    os.truncate(keys, keys.stat().st_size - cut)
    whole = 2 if cut <= 32 else 1
    assert kept(journal) == of(*range(whole))
    journal.append(KEYS[3:4], VECTORS[3:4])
    assert kept(journal) == of(*range(whole), 3)


@pytest.mark.parametrize("cut", [1, 15, 16, 17])
def test_a_vector_that_a_crash_cut_short_takes_its_key_with_it(journal: Journal, tmp_path: Path, cut: int) -> None:
    journal.append(KEYS[:3], VECTORS[:3])
    _, vectors = files(tmp_path)
    os.truncate(vectors, vectors.stat().st_size - cut)
    whole = 2 if cut <= 16 else 1
    assert kept(journal) == of(*range(whole))
    journal.append(KEYS[3:4], VECTORS[3:4])
    assert kept(journal) == of(*range(whole), 3)


def test_one_file_without_the_other_is_nothing(journal: Journal, tmp_path: Path) -> None:
    for lost in (0, 1):
        journal.append(KEYS, VECTORS)
        files(tmp_path)[lost].unlink()
        assert kept(journal) == {}
        journal.discard()


def test_vectors_are_on_disk_before_their_keys(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, int]] = []
    fsync = os.fsync

    def recorded(descriptor: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        synced.append((path.suffix, path.stat().st_size))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", recorded)
    journal.append(KEYS[:2], VECTORS[:2])
    journal.append(KEYS[2:], VECTORS[2:])
    assert synced == [(".f32", 32), (".keys", 64), (".f32", 80), (".keys", 160)]


def test_what_is_discarded_is_gone_and_may_be_begun_again(journal: Journal, tmp_path: Path) -> None:
    journal.append(KEYS, VECTORS)
    journal.discard()
    assert not (tmp_path / "encoded").exists() and kept(journal) == {}
    journal.discard()
    journal.append(KEYS[:1], VECTORS[:1])
    assert kept(journal) == of(0)
