"""How somebody was judged over time: a page for browsers, with another beside, and JSON for everyone else."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from typing import Annotated

from fastapi import Depends, FastAPI, Query, Response
from starlette.responses import HTMLResponse

from qa.deciding.decide import index_info
from qa.judged.timeline import Timeline, subjects, timeline
from web.negotiation import ALSO_A_PAGE, PageRoute, as_page
from web.once import given_once
from web.problems import described
from web.service import PAGE_METHODS, Service
from web.views.rendering import render
from web.views.timelines import SUBJECT_MAX_CHARS, show_timelines

Typed = Annotated[str, Query(max_length=SUBJECT_MAX_CHARS)]


def add_timeline(app: FastAPI, service: Service) -> None:
    """Add /timeline.

    Args:
        app: the app.
        service: what its routes share.
    """

    def page(subject: Typed = "", beside: Typed = "") -> HTMLResponse:
        """The judgements of one or two, each with a chart; without a name, of whom there are any."""
        with service.live.lease() as (snapshot, _):
            asked = [name for name in (subject, beside) if name.strip()]
            told = [timeline(snapshot, name) for name in asked]
            names = subjects(snapshot)
            shown = show_timelines((subject, beside), told, names, snapshot.scales, index_info(snapshot))
        return as_page(render(shown))

    app.router.add_api_route(
        "/timeline",
        page,
        methods=PAGE_METHODS,
        include_in_schema=False,
        route_class_override=PageRoute,
        dependencies=[Depends(given_once(["subject", "beside"]))],
    )
    once = [Depends(given_once(["subject"]))]

    @app.head("/timeline", include_in_schema=False, dependencies=once)
    @app.get(
        "/timeline",
        summary="How somebody was judged over time",
        responses={422: described(422), 503: described(503)},
        dependencies=once,
        openapi_extra=ALSO_A_PAGE,
    )
    def judged_over_time(
        response: Response,
        subject: Annotated[
            str,
            Query(
                min_length=1,
                max_length=SUBJECT_MAX_CHARS,
                description="Who was judged, such as a council or a school.",
            ),
        ],
    ) -> Timeline:
        """The judgements that documents state, those that tell of the same as one, each with the words that state it.

        Of somebody unknown there are no entries, and `nearest` has the names most like the one asked for. Browsers get
        a page, on which `beside` names another.
        """
        response.headers["Vary"] = "Accept"
        with service.live.lease() as (snapshot, _):
            return timeline(snapshot, subject)
