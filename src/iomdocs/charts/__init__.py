"""Drawings of facts: finished SVG, and words that say what it shows.

Knows facts and no publishing tool. The same facts give the same bytes: nothing depends on the
fonts, the clock or the machine. Altair and its renderer are loaded with the first drawing.
"""
