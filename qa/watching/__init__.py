"""Watching: questions asked again after a build, and what has changed in their answers."""
