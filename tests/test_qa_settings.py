"""Settings: typos and wrong values are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.models import DEFAULT_MODELS, MODELS
from index.reader import NAME as READER
from index.reader import load_trained_layers
from qa.errors import SettingsError
from qa.settings import Settings, read_settings


def test_the_environment_and_the_command_line_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_INDEX", "elsewhere/index")
    monkeypatch.setenv("QA_PORT", "8123")
    settings = read_settings(port=9000, host=None)
    assert (settings.index, settings.port, settings.host) == (Path("elsewhere/index"), 9000, "127.0.0.1")


def test_a_misspelt_variable_is_refused_with_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_INDX", "elsewhere")
    with pytest.raises(SettingsError, match=r"QA_INDX is not a setting.*QA_INDEX"):
        read_settings()


@pytest.mark.parametrize(
    ("variable", "value"),
    [("QA_PORT", "high"), ("QA_PORT", "70000"), ("QA_ALLOWED_HOSTS", "foo"), ("QA_ANSWER_CONFIDENCE", "2")],
)
def test_a_wrong_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=rf"(?i){variable}|{variable.removeprefix('QA_')}"):
        read_settings()


def test_the_models_that_are_pulled_are_those_that_the_settings_name() -> None:
    defaults = Settings.model_construct()
    assert defaults.reranker == READER
    wanted = {defaults.encoder, MODELS[defaults.encoder].questions_by, load_trained_layers().base}
    assert wanted == set(DEFAULT_MODELS)
