"""What a page, a picture, a table or a bibliography from a stranger may hold.

Each limit stands here once, as a value or as a function over plain text that gives the problem or
``None``. ``lint`` asks for the text of sources, ``extension`` while Sphinx reads them.
"""
