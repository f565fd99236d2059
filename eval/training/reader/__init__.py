"""The reader: the upper layers of the pinned cross-encoder, trained to say where an answer stands, or that none does.

`python -m eval.training.reader TRAINING_FOLDER` trains it (Devlin et al., "BERT", 2019, for where an answer starts and
ends; Rajpurkar et al., "Know What You Don't Know", 2018, for no answer as a span at the first token).
"""
