"""Which pages show a fact, by their text alone: the same as a build finds out."""

import json

import pytest

from iomdocs.cli import main
from iomdocs.lint.references import Reference, references, source_of

PAGE = """\
---
title: front matter with {fact}`town.fair`
---
# Places

Not in `code {fact}` or ``{fact}`town.fair` ``, nor \\{fact}`town.fair`, but in *a
{fact:words}`town.bridges` {fact:asof}`town.people@1990`*.

% {fact}`town.fair` in a comment

<!-- {fact}`town.fair` in another -->

```
{fact}`town.fair`
```

````{code-block} md
:::{fact:card} Not a card
town.fair
:::
````

    {fact}`town.fair` in an indented block

| a | b |
|---|---|
| {fact}`town.forest` | {fact}`town.events[mill].date` |

::::{note}
:class: wide

- In a list
  :::{fact:card} A card about {fact}`town.fair`
  town.founded: what town.fair is
  town.mayor
  :::
::::

:::wide
{fact:label}`town.budget`[^one]
:::

[^one]: In a note: {fact}`town.languages`.

```{eval-rst}
And :fact:`town.motto` here.
```
"""

FOUND = [
    ("town.bridges", "{fact:words}"),
    ("town.people", "{fact:asof}"),
    ("town.forest", "| {fact}"),
    ("town.events", "| {fact}"),
    ("town.founded", "town.founded:"),
    ("town.mayor", "  town.mayor"),
    ("town.budget", "{fact:label}"),
    ("town.languages", "[^one]:"),
    ("town.motto", "And :fact:"),
]

RST_PAGE = """\
Other
=====

Not in ``:fact:`town.fair```, but :fact:asof:`town.people` and
`town.bridges`:fact:words: in one paragraph. A literal block::

    :fact:`town.fair`

.. :fact:`town.fair` in a comment

.. code-block:: rst

   :fact:`town.fair`

.. note:: In a note :fact:`town.forest`

   - deeper

     .. fact:card:: The town
        :name: card

        town.mayor: Mayor

.. fact:table:: town.events
   :columns: title

.. [1] A note with :fact:`town.motto`. See [1]_.
"""

RST_FOUND = [
    ("town.people", "Not in"),
    ("town.bridges", "`town.bridges`"),
    ("town.forest", ".. note::"),
    ("town.mayor", "town.mayor:"),
    ("town.events", ".. fact:table::"),
    ("town.motto", ".. [1]"),
]

KNOWN = {
    *("town.people", "town.founded", "town.budget", "town.mayor", "town.forest", "town.fair"),
    *("town.languages", "town.motto", "town.bridges", "town.events"),
}


def found(tmp_path, name, text, known=KNOWN):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return list(references(source_of(file, frozenset(("colon_fence",))), known))


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [("page.md", PAGE, FOUND), ("page.rst", RST_PAGE, RST_FOUND)],
    ids=["Markdown", "reStructuredText"],
)
def test_facts_are_found_where_they_are_shown_and_not_in_code(tmp_path, name, text, wanted):
    lines = text.splitlines()
    numbers = [next(n for n, line in enumerate(lines, 1) if words in line) for _, words in wanted]
    expected = [
        Reference(tmp_path / name, number, fact)
        for number, (fact, _) in zip(numbers, wanted, strict=True)
    ]
    assert found(tmp_path, name, text) == expected


@pytest.mark.parametrize(
    "directive",
    [
        ":::{fact:chart} a.one, a.two\n:events: a.three\n:title: a.four and more\n:::\n",
        "```{fact:chart} a.one a.two\n---\nevents: a.three\ntitle: a.four and more\n---\n```\n",
        ".. fact:chart:: a.one a.two\n   :events: a.three\n   :title: a.four and more\n",
    ],
    ids=["colons", "fence", "rst"],
)
def test_any_directive_about_facts_names_them_in_arguments_and_options(tmp_path, directive):
    name = "page.rst" if directive.startswith("..") else "page.md"
    known = {"a.one", "a.two", "a.three", "a.four"}
    facts = [reference.fact for reference in found(tmp_path, name, directive, known)]
    assert facts == ["a.one", "a.two", "a.three"]


def used_on(file):
    data = json.loads(file.read_text("utf-8"))
    return {fact["id"]: fact["used_on"] for fact in data["facts"]}


def test_the_command_and_the_build_find_the_same_pages(book, tmp_path):
    town = book("town")
    town.write("places.md", PAGE)
    town.write("other.rst", RST_PAGE)
    town.write("mixed.md", "# Mixed\n\n```{include} parts/part.md\n```\n")
    (town.source / "parts").mkdir()
    town.write("parts/part.md", "The fair lasts from {fact}`town.fair`.\n")
    town.write("draft.md", "# Draft\n\n{fact}`town.fair`\n")
    town.replace("index.md", "history\n```", "history\nplaces\nother\nmixed\n```")
    conf = town.source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + 'exclude_patterns = ["parts", "dr*"]\n', "utf-8")
    assert town.build("html") == 0
    exported = tmp_path / "facts.json"
    arguments = ["facts", "export", "--source", str(town.source), "--output", str(exported)]
    assert main(arguments) == 0
    assert used_on(exported) == used_on(town.out / "facts.json")
    assert used_on(exported)["town.fair"] == ["life", "mixed"]
    assert used_on(exported)["town.motto"] == ["life", "other", "places"]
