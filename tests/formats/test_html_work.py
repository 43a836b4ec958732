"""What is worked out once for all pages of a website, not once for each."""

from collections import Counter

import pytest
from docutils import nodes
from sphinx import jinja2glue
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.search.en import SearchEnglish

from tests.formats.conftest import ROOTS, build

COUNTED = {
    "stems": (SearchEnglish, "stem"),
    "partial": (StandaloneHTMLBuilder, "render_partial"),
    "templates": (BuiltinTemplateLoader, "render"),
    "times": (jinja2glue, "_last_modified_time"),
}
"""What is counted: functions by the last but one of their arguments, or the only one."""


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> dict[str, Counter]:
    """How often each thing was asked for while a book with several pages was written."""
    counted = {name: Counter() for name in COUNTED}

    def counting(name, function):
        def called(*arguments):
            subject = arguments[1] if len(arguments) > 1 else arguments[0]
            is_title = isinstance(subject, nodes.title)
            counted[name][subject.astext() if is_title else subject] += 1
            return function(*arguments)

        return called

    with pytest.MonkeyPatch.context() as patch:
        for name, (place, function) in COUNTED.items():
            patch.setattr(place, function, counting(name, getattr(place, function)))
        build("html", ROOTS / "harbour", tmp_path_factory.mktemp("work"))
    return counted


def test_the_stem_of_a_word(work):
    assert work["stems"]["the"] == 1
    assert max(work["stems"].values()) == 1


def test_a_title_as_html(work):
    titles = {title: times for title, times in work["partial"].items() if isinstance(title, str)}
    assert titles["Register"] == 1
    assert max(titles.values()) == 1


def test_the_time_of_a_template(work):
    assert max(work["times"].values()) == 1


def test_parts_of_the_theme_are_not_written_to_see_whether_they_are_empty(work):
    assert work["templates"]["page.html"] > 1
    assert work["templates"]["sbt-sidebar-nav.html"] == 0
    assert work["templates"]["article-header-buttons.html"] == 0
