"""Rules about what can hurt, for books whose pages come from strangers; no page can silence them.

The limits themselves stand in :mod:`iomdocs.safety`.
"""
