"""For evaluators: question sets, measures, runs, comparison, report, and the shipped question set."""
