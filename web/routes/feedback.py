"""Feedback: what people say of an answer, sent as JSON by a program or as a form by the results page."""

# Annotations are evaluated here, because the limits in them come from the settings of one app.

import logging
from typing import Any
from urllib.parse import parse_qs, urlencode

import anyio.to_thread
from fastapi import Depends, FastAPI
from pydantic import BaseModel, Field, ValidationError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from qa.errors import FeedbackError
from qa.feedback import Judgement, judge
from qa.verdicts import Kind
from web.field_errors import field_errors
from web.problems import Problem, described
from web.request_models import RequestSchema
from web.security import from_own_page
from web.service import Service
from web.views.found import JUDGED_PASSAGE
from web.views.voting import BACK

log = logging.getLogger(__name__)

_FORM = "application/x-www-form-urlencoded"
_MOST_FORM_FIELDS = 200


class FeedbackReceipt(BaseModel):
    """What was written down."""

    kind: Kind = Field(description="What was said.")
    question: str = Field(description="As it was asked.")
    snapshot: str = Field(description="The id of the snapshot that answered.")
    rank: int | None = Field(description="The rank of the passage that was judged.")
    retention_days: int = Field(description="After so many days it is deleted.")


class _FormRoute(Route):
    """Takes what a page's form sends and leaves everything else at its address to the next route."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        sent = Headers(scope=scope).get("content-type", "") if scope["type"] == "http" else ""
        return super().matches(scope) if sent.split(";")[0].strip().lower() == _FORM else (Match.NONE, {})


def add_feedback(app: FastAPI, service: Service) -> None:
    """Add POST /feedback, for JSON and for the form of the results page.

    The passages that were shown are not taken from the request: the question is asked again of the same snapshot. A
    judgement on another snapshot, or on a passage that is not among those found, is refused. Where feedback is kept for
    0 days there is nothing but a refusal.

    Args:
        app: the app.
        service: what its routes share.
    """
    if not service.settings.feedback_retention_days:
        _refuse(app)
        return
    FeedbackBody = service.schema.models["feedback"]  # noqa: N806 - it is a class

    async def from_form(request: Request) -> Response:
        return await _keep_form(request, service)

    app.router.routes.append(_FormRoute("/feedback", from_form, methods=["POST"]))

    @app.post(
        "/feedback",
        status_code=201,
        summary="Say what an answer is worth",
        responses={status: described(status) for status in (403, 409, 413, 415, 422, 503)},
        dependencies=[Depends(from_own_page)],
    )
    def give_feedback(given: FeedbackBody) -> FeedbackReceipt:  # type: ignore[valid-type] # made of a request's fields
        """The judgement is kept with question, snapshot and the passages shown, and nothing about the sender."""
        kept = _keep(given, service)
        return FeedbackReceipt(
            kind=kept.kind,
            question=kept.question,
            snapshot=kept.snapshot,
            rank=kept.rank,
            retention_days=service.settings.feedback_retention_days,
        )


def _refuse(app: FastAPI) -> None:
    @app.post("/feedback", include_in_schema=False)
    def no_feedback() -> None:
        """Say that nothing is kept."""
        raise Problem(
            404,
            "This service keeps no feedback. The person who runs it can turn it on with QA_FEEDBACK_RETENTION_DAYS.",
        )


def _keep(given: BaseModel, service: Service) -> Judgement:
    """Write down what is said of an answer, after asking the question again.

    Raises:
        Problem: 409, when it is not about what is found now; 503, when it cannot be written down.
    """
    asked, judged = service.schema.request(given), service.schema.judged(given)
    with service.live.lease() as (snapshot, assistant):
        if judged.snapshot != snapshot.manifest.snapshot_id:
            raise Problem(
                409,
                "The documents have changed since the question was answered: the index is now "
                f"{snapshot.manifest.snapshot_id}. Ask again and judge the new answer.",
            )
        answer = assistant.ask(snapshot, asked)
    rank = next((shown.rank for shown in answer.passages if shown.passage_id == judged.passage_id), None)
    if rank is None and judged.passage_id is not None:
        as_asked = [name for name in type(given).model_fields if name in service.schema.known["body"].split(", ")]
        raise Problem(
            409,
            f"The passage {judged.passage_id!r} is not among the {len(answer.passages)} that this question finds. "
            f"Send {', '.join(as_asked[:-1])} and {as_asked[-1]} as they were asked, and the passage_id of a passage "
            "that was answered.",
            title="No such passage",
        )
    judgement = judge(answer, judged.kind, rank, filters=asked.filters, comment=judged.comment.strip())
    try:
        service.store.keep(judgement)
    except FeedbackError as error:
        log.error("A judgement could not be kept: %s", error)
        raise Problem(
            503, "Your judgement could not be kept just now. The service's log says why; please try again later."
        ) from error
    return judgement


async def _keep_form(request: Request, service: Service) -> Response:
    """Keep what a form sends, then show the results again with a word about it, so that reloading sends nothing."""
    from_own_page(request)
    schema = service.schema
    try:
        fields = _fields(await request.body(), schema)
        back = fields.pop(BACK, "")
        given = schema.models["feedback"].model_validate(fields)
    except ValidationError as invalid:
        found = [{**error, "loc": ("body", *error["loc"])} for error in invalid.errors()]
        errors = field_errors(found, schema, request.url.path)
        raise Problem(422, " ".join(error.message for error in errors), errors) from None
    said: dict[str, object]
    try:
        judgement = await anyio.to_thread.run_sync(_keep, given, service)
        said = {"judged": "kept"}
        if judgement.kind != "should_be_answered":
            said[JUDGED_PASSAGE] = judgement.rank or 0
    except Problem as problem:
        said = {"judged": "changed" if problem.status_code == 409 else "not_kept"}
    results = f"/?{back}" if back else schema.address(schema.request(given))
    return RedirectResponse(f"{results}&{urlencode(said)}#judged", 303)


def _fields(body: bytes, schema: RequestSchema) -> dict[str, Any]:
    """The fields of a form in the shape of the JSON; line ends are as they were typed, not as forms send them."""
    try:
        sent = parse_qs(body.decode("ascii", "replace"), errors="replace", max_num_fields=_MOST_FORM_FIELDS)
    except ValueError:
        raise Problem(422, f"The form has too many fields; at most {_MOST_FORM_FIELDS} are read.") from None
    fields: dict[str, Any] = {name: values[0].replace("\r\n", "\n") for name, values in sent.items()}
    filters: dict[str, Any] = {}
    for field in schema.coming("form"):
        if field.type.repeats:
            fields[field.name] = sent.get(field.name, [])
        if field.is_filter and field.name in fields:
            filters[field.name] = fields.pop(field.name)
    return {"filters": filters, **fields}
