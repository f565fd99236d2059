"""/ask: a question in an address or in a body, an answer in JSON."""

# Annotations are evaluated here, because the limits in them come from the settings of one app.

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from qa.answer import Answer
from web.example import EXAMPLE
from web.once import given_once
from web.problems import Problem, described
from web.rows_csv import rows_csv
from web.service import Service, site_of
from web.spreadsheets import CSV


def add_ask(app: FastAPI, service: Service) -> None:
    """Add GET and POST /ask.

    Args:
        app: the app.
        service: what its routes share.
    """
    schema = service.schema
    AskQuery, AskBody = schema.models["address"], schema.models["body"]  # noqa: N806 - they are classes
    single = [field.parameter for field in schema.coming("address") if not field.type.repeats]
    once = [Depends(given_once(single))]
    responses: dict[int | str, dict[str, Any]] = {
        200: {
            "description": "An answer with its source, or the reason why there is none and the nearest passages.",
            "content": {"application/json": {"example": EXAMPLE}},
        },
        422: described(422),
        503: described(503),
    }

    def answer(given: BaseModel) -> Answer:
        with service.live.lease() as (snapshot, assistant):
            return assistant.ask(snapshot, schema.request(given))

    @app.head("/ask", include_in_schema=False, dependencies=once)
    @app.get("/ask", summary="Ask a question", responses=responses, dependencies=once)
    def ask(asked: Annotated[AskQuery, Query()]) -> Answer:  # type: ignore[valid-type] # made of the fields of a request
        """The question and its limits stand in the address, so an answer can be linked to."""
        return answer(asked)

    @app.head("/ask.csv", include_in_schema=False, dependencies=once)
    @app.get(
        "/ask.csv",
        summary="Ask for a table, as CSV",
        response_class=Response,
        responses={
            200: {"description": "The answer's rows, in UTF-8 with a byte order mark.", "content": {"text/csv": {}}},
            **{status: described(status) for status in (404, 422, 503)},
        },
        dependencies=once,
    )
    def ask_for_csv(request: Request, asked: Annotated[AskQuery, Query()]) -> Response:  # type: ignore[valid-type] # made of the fields of a request
        """The rows of an answer over many documents; 404 where it has none, and why."""
        found = answer(asked)
        if not found.rows:
            raise Problem(
                404, f"There is no table for this question. {found.reason_text or 'Ask /ask for the answer.'}"
            )
        named = {"Content-Disposition": 'attachment; filename="answer.csv"'}
        return Response(rows_csv(found.rows, site_of(request)), media_type=CSV, headers=named)

    @app.post(
        "/ask", summary="Ask a question in a body", responses={**responses, 413: described(413), 415: described(415)}
    )
    def ask_in_body(asked: AskBody) -> Answer:  # type: ignore[valid-type] # made of the fields of a request
        """For long questions and filters, and to say with `expect` where the answer is known to stand."""
        return answer(asked)
