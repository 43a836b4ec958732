"""Checks of source files as text, before Sphinx sees them."""
