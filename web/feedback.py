"""Feedback: what people say of an answer, sent as JSON by a program or as a form by the results page."""

# Annotations are evaluated here, because the limits in them come from the settings of one app.

import logging
from typing import Annotated, Any, Self
from urllib.parse import parse_qs, urlencode

import anyio.to_thread
from fastapi import Depends, FastAPI
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from qa.errors import FeedbackError
from qa.feedback import COMMENT_MAX_CHARS, FeedbackStore, Judgement, Kind, judge
from qa.request import AskRequest
from qa.settings import Settings
from web.fields import AskFilters, allowed, not_blank
from web.live import LiveSnapshot
from web.problems import Problem, described, field_errors
from web.security import from_own_page

log = logging.getLogger(__name__)

_FORM = "application/x-www-form-urlencoded"
_MOST_FORM_FIELDS = 200
_FORM_FILTERS = ("published_from", "published_to", "source")


class FeedbackReceipt(BaseModel):
    """What was written down."""

    kind: Kind
    question: str
    snapshot: str
    rank: int | None = Field(description="The rank of the passage that was judged.")
    retention_days: int = Field(description="After so many days it is deleted.")


class _FormRoute(Route):
    """Takes what a page's form sends and leaves everything else at its address to the next route."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        sent = Headers(scope=scope).get("content-type", "") if scope["type"] == "http" else ""
        return super().matches(scope) if sent.split(";")[0].strip().lower() == _FORM else (Match.NONE, {})


def add_feedback(app: FastAPI, settings: Settings, live: LiveSnapshot, store: FeedbackStore) -> None:
    """Add POST /feedback, for JSON and for the form of the results page.

    The passages that were shown are not taken from the request: the question is asked again of the same snapshot. A
    judgement on another snapshot, or on a passage that is not among those found, is refused.

    Args:
        app: the app.
        settings: the limits of a request, and how long feedback is kept; with 0 days there is nothing but a refusal.
        live: the snapshot that is being served.
        store: where judgements are kept.
    """
    if not settings.feedback_retention_days:
        _refuse(app)
        return
    rules = allowed(settings)

    class FeedbackBody(BaseModel):
        """What is said of an answer; `question`, `k`, `filters`, `as_typed` and `fast` are those it was asked with."""

        model_config = ConfigDict(extra="forbid")
        kind: Kind = Field(
            description="Of one passage: it answers the question, it is helpful (thumbs_up), it is not (thumbs_down). Of all of them: nothing_answers."
        )
        question: Annotated[str, AfterValidator(not_blank)] = Field(
            min_length=1, max_length=settings.question_max_chars, description=f"The question: {rules['question']}."
        )
        k: int = Field(5, ge=1, le=settings.k_max, description="How many passages were asked for.")
        filters: AskFilters = Field(
            default_factory=lambda: AskFilters.model_validate({}), description="What the search was limited to."
        )
        as_typed: bool = Field(False, description="Whether words were left as they were typed.")
        fast: bool = Field(False, description="Whether the reranker was left out.")
        snapshot: str = Field(min_length=1, max_length=100, description="index.snapshot of the answer.")
        passage_id: str | None = Field(
            None, max_length=1100, description="Of the passage that is judged; not for nothing_answers."
        )
        comment: str = Field("", max_length=COMMENT_MAX_CHARS, description="In the person's own words.")

        @model_validator(mode="after")
        def _check(self) -> Self:
            if (self.passage_id is None) != (self.kind == "nothing_answers"):
                raise PydanticCustomError(
                    "wrong_passage", "The passage does not go with the kind.", {"field": "passage_id"}
                )
            return self

    def keep(given: FeedbackBody) -> Judgement:
        filters = given.filters.filters()
        with live.lease() as (snapshot, assistant):
            if given.snapshot != snapshot.manifest.snapshot_id:
                raise Problem(
                    409,
                    f"The documents have changed since the question was answered: the index is now {snapshot.manifest.snapshot_id}. "
                    "Ask again and judge the new answer.",
                )
            answer = assistant.ask(
                snapshot,
                AskRequest(given.question, k=given.k, filters=filters, as_typed=given.as_typed, fast=given.fast),
            )
        rank = next((each.rank for each in answer.passages if each.passage_id == given.passage_id), None)
        if rank is None and given.passage_id is not None:
            raise Problem(
                409,
                f"The passage {given.passage_id!r} is not among the {len(answer.passages)} that this question finds. "
                "Send question, k, filters, as_typed and fast as they were asked, and the passage_id of a passage that was answered.",
                title="No such passage",
            )
        judgement = judge(answer, given.kind, rank, filters=filters, comment=given.comment.strip())
        try:
            store.keep(judgement)
        except FeedbackError as error:
            log.error("A judgement could not be kept: %s", error)
            raise Problem(
                503, "Your judgement could not be kept just now. The service's log says why; please try again later."
            ) from error
        return judgement

    async def from_form(request: Request) -> Response:
        """Keep what a form sends, then show the results page again with a word about it, so that reloading sends nothing."""
        from_own_page(request)
        try:
            given = FeedbackBody.model_validate(_fields(await request.body()))
        except ValidationError as invalid:
            errors = field_errors(
                [{**error, "loc": ("body", *error["loc"])} for error in invalid.errors()], rules, request.url.path
            )
            raise Problem(422, " ".join(error.message for error in errors), errors) from None
        said: dict[str, object]
        try:
            judgement = await anyio.to_thread.run_sync(keep, given)
            said = {"judged": "kept", "passage": judgement.rank or 0}
        except Problem as problem:
            said = {"judged": "changed" if problem.status_code == 409 else "not_kept"}
        limits = given.filters.model_dump(mode="json", exclude_defaults=True)
        typed = {"as_typed": 1} if given.as_typed else {}
        return RedirectResponse(
            f"/?{urlencode({'q': given.question, 'k': given.k, **limits, **typed, **said}, doseq=True)}#judged", 303
        )

    app.router.routes.append(_FormRoute("/feedback", from_form, methods=["POST"]))

    responses: dict[int | str, dict[str, Any]] = {
        status: described(status) for status in (403, 409, 413, 415, 422, 503)
    }

    @app.post(
        "/feedback",
        status_code=201,
        summary="Say what an answer is worth",
        responses=responses,
        dependencies=[Depends(from_own_page)],
    )
    def post_feedback(given: FeedbackBody) -> FeedbackReceipt:
        """The judgement is kept with the question, the snapshot and the passages shown, and nothing about the sender."""
        kept = keep(given)
        return FeedbackReceipt(
            kind=kept.kind,
            question=kept.question,
            snapshot=kept.snapshot,
            rank=kept.rank,
            retention_days=settings.feedback_retention_days,
        )


def _refuse(app: FastAPI) -> None:
    @app.post("/feedback", include_in_schema=False)
    def no_feedback() -> None:
        """Say that nothing is kept."""
        raise Problem(
            404,
            "This service keeps no feedback. The person who runs it can turn it on with QA_FEEDBACK_RETENTION_DAYS.",
        )


def _fields(body: bytes) -> dict[str, Any]:
    """The fields of a form in the shape of the JSON; line ends are as they were typed, not as forms send them."""
    try:
        sent = parse_qs(body.decode("ascii", "replace"), errors="replace", max_num_fields=_MOST_FORM_FIELDS)
    except ValueError:
        raise Problem(422, f"The form has too many fields; at most {_MOST_FORM_FIELDS} are read.") from None
    fields: dict[str, Any] = {name: values[0].replace("\r\n", "\n") for name, values in sent.items()} | {
        "source": sent.get("source", [])
    }
    return {"filters": {name: fields.pop(name) for name in _FORM_FILTERS if name in fields}, **fields}
