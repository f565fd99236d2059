from __future__ import annotations

from web.views.form import Form
from web.views.frame import frame
from web.views.home import HomePage
from web.views.rendering import render


def test_before_anything_is_asked_the_page_says_what_one_gets() -> None:
    page = render(HomePage(frame("Ask"), Form()))
    assert "The words themselves" in page and "Or an honest no" in page
    assert "No answer found" not in page


def test_what_is_wrong_stands_above_the_form_and_leads_to_the_field() -> None:
    page = render(HomePage(frame("Ask"), Form(q="pool", errors={"q": "Type <more>."})))
    assert '<a href="#field-q">Type &lt;more&gt;.</a>' in page
    assert 'aria-describedby="fault-q"' in page and 'id="fault-q"' in page
    assert "The words themselves" not in page
