"""Labels of documents: authority, series, type and year, by a table of words that a user may add to."""

from corpus.labels.labelling import labelled
from corpus.labels.table import LabelsError, LabelTable, read_labels, shipped_labels

__all__ = ["LabelTable", "LabelsError", "labelled", "read_labels", "shipped_labels"]
