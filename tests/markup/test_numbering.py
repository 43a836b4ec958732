"""Numbers of figures, tables, listings and formulas are those that Sphinx counts in whole pages."""

from io import StringIO

from sphinx.application import Sphinx
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.util.docutils import docutils_namespace

from iomdocs.extension.numbering import OUTLINES
from tests.formats.conftest import ROOTS

WORKBOOK = ROOTS / "workbook"
FOUND = {"table": 3, "figure": 2, "code-block": 2, "displaymath": 3}


def test_numbers_counted_in_outlines_are_those_of_whole_pages(tmp_path):
    with docutils_namespace():
        folders = (WORKBOOK, WORKBOOK, tmp_path / "out", tmp_path / "doctrees")
        app = Sphinx(*folders, "dummy", status=None, warning=StringIO(), parallel=2)
        app.builder.read()
        list(app.env.check_dependents(app, set()))
    env = app.env
    counted = env.toc_fignumbers
    assert vars(env)[OUTLINES].keys() == env.found_docs
    TocTreeCollector().get_updated_docs(app, env)
    assert list(counted.items()) == list(env.toc_fignumbers.items())
    kinds = [(kind, len(found)) for page in counted.values() for kind, found in page.items()]
    assert dict(kinds) == FOUND
