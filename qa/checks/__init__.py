"""Checks: what cannot be the answer, whatever the weights say."""
