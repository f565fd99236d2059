from __future__ import annotations

import pytest

from cli.terminal import console


def test_where_there_is_no_terminal_any_table_fits(capsys: pytest.CaptureFixture[str]) -> None:
    output = console()
    assert not output.is_terminal and output.width == 200
    output.print("x" * 200)
    assert capsys.readouterr().out == "x" * 200 + "\n"
