"""Files are held to be what they were by their SHA-256."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from index.hashes import file_sha256


def test_the_hash_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    for content in (b"", b"\x00\r\n" * 100_000):
        (tmp_path / "file").write_bytes(content)
        assert file_sha256(tmp_path / "file") == sha256(content).hexdigest()
