from __future__ import annotations

from web.views.error import ErrorPage
from web.views.frame import Frame, frame
from web.views.rendering import render


def test_an_error_without_a_template_of_its_own_gets_the_general_one() -> None:
    page = render(
        ErrorPage(
            Frame("Not ready yet", "/s", "/m", "/c", "/r", "/d", None, judges=False, made="today", site=""),
            503,
            "Not ready yet",
            "Run <qa build>.",
        )
    )
    assert "Run &lt;qa build&gt;." in page
    assert "You can ask a question from here" not in page
    inside = render(ErrorPage(frame("Something went wrong here"), 500, "Something went wrong here", "It is logged."))
    assert "Try this page again" in inside and "Go to the first page" in inside
    assert "Try this page again" not in render(ErrorPage(frame("Please change"), 422, "Please change", "A page is."))
    assert "You can ask a question from here" in render(
        ErrorPage(frame("Not found"), 404, "Not found", "Nothing here.")
    )
