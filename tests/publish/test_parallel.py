"""Pages that are read in several processes: every format is the same to the byte."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Book

BUILD = """
import sys
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx.util.parallel import ParallelTasks

source, out, jobs = sys.argv[1:]
tasks = []
add = ParallelTasks.add_task
ParallelTasks.add_task = lambda *given: (tasks.append(given), add(*given))
for builder in ("html", "epub", "typstpdf"):
    folders = (source, source, f"{out}/{builder}", f"{out}/doctrees")
    with docutils_namespace():
        given = {"iomdocs_cache": source + "/_cache", "iomdocs_search": False}
        app = Sphinx(*folders, builder, given, status=None, warning=sys.stderr, parallel=int(jobs))
        app.build()
    if builder == "html":
        print(len(tasks) > 0)
"""

PAGES = {
    "notes": """\
# Notes

A note[^one], another[^two] and a source {footcite:p}`survey`.
{fact}`trees.planted` {fact:source}`trees.planted`

[^one]: The first.
[^two]: The second, with {fact}`trees.felled`.

:::{footbibliography}
:::
""",
    "pictures": """\
# Pictures

:::{figure} tree.svg
:name: a-tree
:alt: A circle

A tree, as in {numref}`a-tree` and {ref}`the words <words>`.
:::

:::{table} Of trees
:name: of-trees

| a | b |
|---|---|
| {fact}`trees.planted` | {term}`Oak` |
:::
""",
    "more": """\
# More pictures

![A tree](tree.svg)

:::{figure} other/tree.svg
:name: another-tree
:alt: A larger circle

Another, beside {numref}`a-tree` and {numref}`of-trees`.
:::
""",
    "words": """\
(words)=
# Words

Wood is described here.

:::{glossary}
Oak
  A tree. {fact}`trees.felled`

Birch
  Another, unlike {term}`Oak`.
:::

:::{index} single: birch; its wood
:::

An {index}`oak` {cite:p}`survey`.
""",
    "formulas": """\
# Formulas

$$a = b$$ (one)

\\begin{align}
a &= b \\\\
c &= d
\\end{align}

See {eq}`one`.
""",
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{0}</title>'
    '<circle r="{0}"/></svg>'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folders of the book as it is read by one process, and by two."""
    folder = tmp_path_factory.mktemp("parallel")
    atlas = Book("atlas", folder)
    for name, text in PAGES.items():
        atlas.write(f"{name}.md", text)
    (atlas.source / "other").mkdir()
    atlas.write("tree.svg", SVG.format(3))
    atlas.write("other/tree.svg", SVG.format(4))
    atlas.replace("index.md", "register\n", "register\n" + "\n".join(PAGES) + "\n")
    conf = atlas.source / "conf.py"
    more = 'numfig = True\nmyst_enable_extensions += ["dollarmath", "amsmath"]\n'
    conf.write_text(conf.read_text("utf-8") + more, "utf-8")
    return [build(atlas.source, folder / f"by-{jobs}", jobs) for jobs in (1, 2)]


def build(source: Path, out: Path, jobs: int) -> Path:
    """Write all formats over one reading, in a process that may fork as it has no threads."""
    command = [sys.executable, "-c", BUILD, str(source), str(out), str(jobs)]
    given = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=given)
    assert (run.returncode, run.stdout.strip()) == (0, str(jobs > 1)), run.stderr
    told = [line for line in run.stderr.splitlines() if "already registered" not in line]
    assert not "".join(told)
    return out


@pytest.mark.parametrize("builder", ["html", "epub", "typstpdf"])
def test_what_is_read_by_several_processes_is_written_as_by_one(built, builder):
    one, two = (folder / builder for folder in built)
    names = [
        [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
        for folder in (one, two)
    ]
    assert names[0] == names[1]
    assert len(names[0]) > 10 or builder == "typstpdf"
    same, *others = filecmp.cmpfiles(one, two, names[0], shallow=False)
    assert others == [[], []]
    assert len(same) == len(names[0])
