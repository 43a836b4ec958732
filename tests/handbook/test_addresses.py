"""No address of the handbook that was ever published is lost."""

import posixpath
import re
from urllib.parse import unquote, urldefrag

from tests import addresses, card, pictures
from tests.finished import html_pages

ADD = "add them with: make addresses"
KEEP = "a page that has moved needs a redirect in docs/conf.py, a heading that has another name a "
KEEP += "line (old-name)= above it"


def target(pages, address):
    """The page and the place that an address leads to, redirects followed."""
    path, place = urldefrag(address)
    page = pages.get(path.removesuffix(".html"))
    if page is not None and page.article is None:
        moved, its_place = urldefrag(page.select_one("#moved-to")["href"])
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), moved))
        return target(pages, f"{path}#{place or its_place}")
    return page, unquote(place)


def is_there(pages, address):
    page, place = target(pages, address)
    return page is not None and (not place or page.find(id=place) is not None)


def test_the_list_is_in_order():
    listed = addresses.listed()
    assert listed == sorted(set(listed))


def test_every_address_that_was_published_is_there(html):
    lost = [address for address in addresses.listed() if not is_there(html, address)]
    assert lost == [], KEEP


def test_every_page_is_in_the_list(html):
    there = {each for each in addresses.of_pages(html) if "#" not in each}
    assert there - set(addresses.listed()) == set(), ADD


def test_a_redirect_is_followed_and_a_lost_address_seen(tmp_path):
    moved = '<p><a id="moved-to" href="../new.html">Go</a></p>'
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "page.html").write_text(moved, "utf-8")
    page = '<article><section id="page"><section id="one"></section></section></article>'
    (tmp_path / "new.html").write_text(page, "utf-8")
    pages = html_pages(tmp_path)
    asked = ("old/page.html", "old/page.html#one", "old/page.html#two", "gone.html", "new.html#one")
    assert [is_there(pages, address) for address in asked] == [True, True, False, False, True]
    assert addresses.of_site(tmp_path) == {"new.html", "new.html#one"}


def test_every_page_has_a_description_of_its_own(html):
    found = {
        name: page.select_one('meta[name="description"]')["content"]
        for name, page in html.items()
        if page.article and name not in addresses.BESIDE_PAGES
    }
    assert len(set(found.values())) == len(found)
    for name, words in found.items():
        assert 40 <= len(words) <= 300, name
        assert not re.search(r"\[\d+\]", words), name


def test_the_card_and_the_icon_are_as_they_are_drawn():
    for name, drawn, size in (("card", card.CARD, (1200, 630)), ("mark", card.ICON, (180, 180))):
        data = (card.FOLDER / f"{name}.png").read_bytes()
        image = pictures.from_png(data)
        assert (image.width, image.height) == size
        assert image == pictures.from_png(card.draw(drawn)), "draw them anew with: make pictures"
        assert len(data) < 60_000
