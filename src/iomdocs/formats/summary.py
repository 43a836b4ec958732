"""A paragraph as a summary: one line of plain words, no longer than there is room for."""

from __future__ import annotations

from docutils import nodes


def summary(paragraph: nodes.paragraph, most: int) -> str:
    """The words of a paragraph without the numbers of its notes, in at most ``most`` letters.

    What is longer ends at a word, or within the text of a language that has no spaces.
    """
    words = "".join(
        text.astext()
        for text in paragraph.findall(nodes.Text)
        if not isinstance(text.parent, nodes.footnote_reference)
    )
    return _shortened(" ".join(words.split()), most)


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    room = text[: most - 1]
    return f"{(room.rpartition(' ')[0] or room).rstrip(' ,;:')}\N{HORIZONTAL ELLIPSIS}"
