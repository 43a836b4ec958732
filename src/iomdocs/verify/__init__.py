"""Finished files read back by a program that knows nothing of how they were written."""
