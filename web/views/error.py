"""The page of a request that could not be answered."""

from __future__ import annotations

from dataclasses import dataclass

from web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong and what to do; a template named after the status comes first.

    Attributes:
        status, title, detail: of the problem.
        back: where the results are from which somebody came; "" where they came from none.
        was_sent: whether something was sent to the page, so that its address alone does not ask for it again.
    """

    frame: Frame
    status: int
    title: str
    detail: str
    back: str = ""
    was_sent: bool = False
