"""Whether the service is alive, and whether it can answer."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel, Field

from qa.deciding.decide import index_info
from web.problems import described
from web.service import Service


class Health(BaseModel):
    """The process is alive."""

    status: Literal["ok"] = Field(default="ok", description="Always the same.")


class Readiness(BaseModel):
    """Questions can be answered, and from what."""

    status: Literal["ready"] = Field(default="ready", description="Always the same.")
    snapshot: str = Field(description="The id of the snapshot that is served.")
    documents: int = Field(description="How many documents it holds.")
    passages: int = Field(description="How many passages these were cut into.")
    encoder: str = Field(description="The model that its passages are encoded with.")


def add_health(app: FastAPI, service: Service) -> None:
    """Add /healthz and /readyz.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.head("/healthz", include_in_schema=False)
    @app.get("/healthz", summary="Liveness")
    async def liveness() -> Health:
        """200 while the process is alive, ready or not."""
        return Health()

    @app.head("/readyz", include_in_schema=False)
    @app.get("/readyz", summary="Readiness", responses={503: described(503)})
    def readiness() -> Readiness:
        """200 once encoder and index are loaded."""
        with service.live.lease() as (snapshot, assistant):
            index = index_info(snapshot)
            return Readiness(
                snapshot=index.snapshot,
                documents=index.documents,
                passages=index.passages,
                encoder=assistant.encoder.name,
            )
