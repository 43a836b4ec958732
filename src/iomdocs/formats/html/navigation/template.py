"""The tree of the sidebar as the theme renders it, parted into what is fixed and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from iomdocs.formats.html.navigation.resolution import ADDRESS, NUMBER, page_of

CHILDREN = "has-children"
CURRENT = ("current", "active")
PART = "toctree-l0"
"""The class of the item that the theme puts around the caption of a part and its list."""


@dataclass(frozen=True, slots=True)
class Link:
    """The link of an item."""

    page: str | None
    """The page of the book that it leads to."""
    plain: tuple[str, str]
    """What stands before the address and after it."""
    current: tuple[str, str]
    """The same on the page itself."""
    title: str


@dataclass(slots=True, eq=False)
class Item:
    """An item of a list (``li``)."""

    leaf: tuple[str, str]
    """The start tag if nothing is shown below it: on most pages, and on those that it holds."""
    branch: tuple[str, str]
    """The start tag if something is."""
    part: Item | None
    """The part that it belongs to, where parts are items."""
    link: Link | None = None
    rest: str = ""
    """What stands beside the link and is always shown."""
    fold: Fold | None = None


@dataclass(slots=True, eq=False)
class Fold:
    """What is below an item and can be folded up (``details``)."""

    start: tuple[str, str]
    """The start tag on most pages, and on those that the item holds."""
    content: Sequence[str | Listing]


@dataclass(slots=True, eq=False)
class Listing:
    """A list (``ul``)."""

    start: tuple[str, str]
    """The start tag on most pages, and on those that an item of it holds."""
    lead: str
    items: Sequence[tuple[Item, str]]
    """The items, each with the text behind it."""


@dataclass(slots=True)
class Template:
    """What stands in the sidebar of every page."""

    content: Sequence[str | Listing] = ()
    numbered: dict[str, Item | Listing] = field(default_factory=dict)
    """Lists and items by the class that numbers them."""

    @property
    def size(self) -> int:
        """How many items there are."""
        return sum(isinstance(each, Item) for each in self.numbered.values())


def parse(soup: BeautifulSoup) -> Template:
    """Part the tree that the theme has made with open addresses and numbered items."""
    template = Template()
    template.content = list(_content(soup, template, None))
    return template


def name_folds(html: object) -> None:
    """Name what the theme leaves without words: a sign to fold up an item, after its link.

    What can be operated has a name (WCAG 2.2, 4.1.2).
    """
    if not isinstance(html, Tag):
        return
    for sign in html.select("li > details > summary"):
        item = sign.find_parent("li")
        link = item.find("a", recursive=False) if item else None
        if link is not None and not sign.get_text(strip=True):
            sign["aria-label"] = link.get_text(" ", strip=True)


def _content(tag: Tag, template: Template, part: Item | None) -> Iterator[str | Listing]:
    for child in tag.children:
        yield _listing(child, template, part) if _is(child, "ul") else _html(child)


def _listing(tag: Tag, template: Template, part: Item | None) -> Listing:
    texts = [""]
    items = []
    for child in tag.children:
        if _is(child, "li"):
            items.append(_item(child, template, part))
            texts.append("")
        else:
            texts[-1] += _html(child)
    classes, numbers = _classes(tag), _numbers(tag)
    start = (_start(tag, classes), _start(tag, ["current", *classes]))
    listing = Listing(start, texts[0], list(zip(items, texts[1:], strict=True)))
    template.numbered.update(dict.fromkeys(numbers, listing))
    return listing


def _item(tag: Tag, template: Template, part: Item | None) -> Item:
    classes = [name for name in _classes(tag) if name != CHILDREN]
    current = classes if PART in classes else [*classes, *CURRENT]
    item = Item(
        leaf=(_start(tag, classes), _start(tag, current)),
        branch=(_start(tag, [*classes, CHILDREN]), _start(tag, [*current, CHILDREN])),
        part=part,
    )
    template.numbered.update(dict.fromkeys(_numbers(tag), item))
    for child in tag.children:
        if _is(child, "a") and item.link is None:
            item.link = _link(child)
        elif _is(child, "details"):
            is_part = PART in classes
            item.fold = _fold(child, template, item if is_part else part, is_part=is_part)
        else:
            item.rest += _html(child)
    return item


def _fold(tag: Tag, template: Template, part: Item | None, *, is_part: bool) -> Fold:
    plain, opened = _start(tag, _classes(tag)), _start(tag, [], open=None if is_part else "open")
    return Fold((plain, opened), list(_content(tag, template, part)))


def _link(tag: Tag) -> Link:
    page = page_of(str(tag["href"]))
    text = "".join(map(_html, tag.children)) + "</a>"
    starts = [_start(tag, more + _classes(tag)) for more in ([], ["current"])]
    if page is None:
        starts = [start + text for start in starts]
        return Link(None, (starts[0], ""), (starts[1], ""), tag.get_text())
    parts = [_start(tag, more + _classes(tag), href=ADDRESS) for more in ([], ["current"])]
    plain, current = [(start.partition(ADDRESS)) for start in parts]
    return Link(page, (plain[0], plain[2] + text), (current[0], current[2] + text), tag.get_text())


def _is(node: PageElement, name: str) -> TypeGuard[Tag]:
    return isinstance(node, Tag) and node.name == name


def _html(node: PageElement) -> str:
    if isinstance(node, Tag):
        return node.decode()
    return node.output_ready("minimal") if isinstance(node, NavigableString) else ""


def _classes(tag: Tag) -> list[str]:
    return [name for name in tag.get("class") or [] if not name.startswith(NUMBER)]


def _numbers(tag: Tag) -> list[str]:
    return [name for name in tag.get("class") or [] if name.startswith(NUMBER)]


def _start(tag: Tag, classes: Sequence[str], **attributes: Any) -> str:
    """The start tag with the classes and attributes given, the others where they were."""
    copy = BeautifulSoup("", "html.parser").new_tag(tag.name)
    copy.attrs.update({**tag.attrs, "class": " ".join(classes), **attributes})
    if not classes:
        del copy["class"]
    return copy.decode().removesuffix(f"</{tag.name}>")
