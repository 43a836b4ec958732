"""What stands in for the contents in the first round of Typst is what they have in the last."""

import json
from collections.abc import Callable

import pikepdf

from tests.formats.conftest import Built

INDEX = """# Town

Words.

```{toctree}
:caption: The *old* part
:numbered:

one
```
"""
ONE = "# Streets & `code` [here](https://example.org)\n\nWords.\n\n## Lanes\n\nWords.\n"


def test_the_headings_are_those_of_the_finished_book(printed: Callable[..., Built]) -> None:
    built = printed({"index.md": INDEX, "one.md": ONE}, typst_contents_depth=2)
    assert built.warnings == ""
    headings = json.loads((built.folder / "typst" / "headings.json").read_text("utf-8"))
    assert headings == [
        ["chapter", 1, None, "Town"],
        ["part", 1, None, "The *old* part"],
        ["chapter", 2, "1", "Streets & code here"],
        ["section", 3, "1.1", "Lanes"],
    ]
    with pikepdf.open(built.pdf) as pdf, pdf.open_outline() as outline:
        titles = [each.title for top in outline.root for each in (top, *top.children)]
    assert titles[-3:] == [" ".join(filter(None, heading[2:])) for heading in headings[:3]]
