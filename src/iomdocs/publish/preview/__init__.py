"""A book in a browser while it is being written: ``iomdocs serve``.

A save is answered twice. At once, a process that keeps Sphinx and the environment in memory
(:mod:`.warm`) reads the saved files and writes the pages that show them, which stand before those
that are published (:mod:`.website`). Then, in the background, the book is built as it always is,
and what stood before goes. What follows from a change elsewhere can be late by some moments, and
what stays is what ``iomdocs build html`` gives.
"""
