"""How much a reader loads, in bytes on the wire with gzip."""

import gzip
import re
from pathlib import Path

import pytest

from tests.site import served
from tests.visits import Visit, new_reader

FIRST = 250_000
"""What the first page of a visit may take with all that belongs to it."""
NEXT = 40_000
"""What any further page may take."""
DRAWINGS = 150_000
"""What maps and charts may take beside."""
REQUESTS = 20
"""How often the first page may ask."""
TOPIC, NEXT_TOPIC, WITH_MAP = (
    "organization/governance.html",
    "organization/history.html",
    "organization/membership.html",
)


@pytest.fixture(scope="module")
def visits(handbook, chromium) -> dict[str, Visit]:
    """Pages of the handbook as a reader goes through them who has begun with a topic."""
    pages = (TOPIC, NEXT_TOPIC, WITH_MAP, "index.html", "reference/members.html")
    with served(handbook / "html") as address, new_reader(chromium, address) as reader:
        return {page: reader.visit(page) for page in pages}


def test_the_first_topic_is_light(visits):
    assert visits[TOPIC].size <= FIRST, visits[TOPIC]
    assert len(visits[TOPIC].loaded) <= REQUESTS, visits[TOPIC]


def test_the_front_page_is_light_too_when_it_is_the_first(handbook, chromium):
    with served(handbook / "html") as address, new_reader(chromium, address) as reader:
        visit = reader.visit("index.html")
    assert visit.size <= FIRST + min(visit.drawings, DRAWINGS), visit
    assert len(visit.loaded) <= REQUESTS, visit


def test_every_further_page_is_itself_alone_and_light(visits):
    for page, visit in visits.items():
        if page != TOPIC:
            assert visit.size <= NEXT + min(visit.drawings, DRAWINGS), f"{page}\n{visit}"
            assert list(visit.loaded) == [f"/{page}"]


def test_no_page_is_heavy_but_the_register(handbook):
    """It holds every fact with its history; its text alone takes 40 KB."""
    heavy = set()
    for path in (handbook / "html").rglob("*.html"):
        page = path.read_text("utf-8")
        drawings = "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
        if compressed(page) - compressed(drawings) > NEXT:
            heavy.add(path.name)
            assert compressed(page) <= 2 * NEXT
    assert heavy <= {"register.html"}


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode("utf-8")))


def test_maps_and_charts_are_counted_apart(visits):
    assert visits[TOPIC].drawings < 100 < visits[WITH_MAP].drawings <= DRAWINGS


def test_our_styles_and_scripts_are_one_file_each(visits):
    names = [Path(name.partition("?")[0]).name for name in visits[TOPIC].loaded]
    ours = sorted(name for name in names if name.startswith("iomdocs."))
    assert ours == ["iomdocs.css", "iomdocs.js"]
