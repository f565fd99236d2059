"""How somebody was judged over time, as JSON."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from typing import Annotated

from fastapi import Depends, FastAPI, Query

from qa.timeline import Timeline, timeline
from web.once import given_once
from web.problems import described
from web.service import Service

_MOST_CHARS = 200


def add_timeline(app: FastAPI, service: Service) -> None:
    """Add /timeline.

    Args:
        app: the app.
        service: what its routes share.
    """
    once = [Depends(given_once(["subject"]))]

    @app.head("/timeline", include_in_schema=False, dependencies=once)
    @app.get(
        "/timeline",
        summary="How somebody was judged over time",
        responses={422: described(422), 503: described(503)},
        dependencies=once,
    )
    def judged_over_time(
        subject: Annotated[
            str,
            Query(min_length=1, max_length=_MOST_CHARS, description="Who was judged, such as a council or a school."),
        ],
    ) -> Timeline:
        """The judgements that documents state, those that tell of the same as one, each with the words that state it.

        Of somebody unknown there are no entries, and `nearest` has the names most like the one asked for.
        """
        with service.live.lease() as (snapshot, _):
            return timeline(snapshot, subject)
