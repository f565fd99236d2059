from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import Environment, FileSystemLoader, meta

from web.views.error import ErrorPage
from web.views.rendering import FOLDER, TEMPLATES

ENVIRONMENT = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)


def needed_by(template: str) -> set[str]:
    return meta.find_undeclared_variables(ENVIRONMENT.parse((FOLDER / template).read_text(encoding="utf-8")))


@pytest.mark.parametrize(("page", "template"), TEMPLATES.items())
def test_a_template_uses_only_the_fields_of_its_page(page: type, template: str) -> None:
    assert needed_by(template) <= {each.name for each in fields(page)}


def test_the_frame_and_the_shared_parts_need_nothing_else() -> None:
    assert needed_by("base.html") == {"frame"}
    assert needed_by("_passages.html") == needed_by("_votes.html") == needed_by("_steps.html") == set()
    assert needed_by("_chart.html") == set()
    for template in ("404.html", "503.html"):
        assert needed_by(template) <= {each.name for each in fields(ErrorPage)}


def test_every_template_belongs_to_a_page() -> None:
    known = {
        *TEMPLATES.values(),
        "base.html",
        "_passages.html",
        "_votes.html",
        "_steps.html",
        "_axis.html",
        "_fields.html",
        "_chart.html",
        "_dates.html",
        "_table.html",
        "_try_again.html",
        "404.html",
        "503.html",
    }
    assert {path.name for path in FOLDER.iterdir()} == known


def test_no_template_has_inline_script_or_style() -> None:
    for path in FOLDER.iterdir():
        source = path.read_text(encoding="utf-8")
        assert "style=" not in source
        assert "<style" not in source
        assert "onclick" not in source
        assert "<script>" not in source
