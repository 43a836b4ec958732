"""A book that is set in gatherings is the book that is set as a whole."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import outloud
import pikepdf
import pytest

from iomdocs.cache import Cache
from iomdocs.formats.typst.gatherings.memory import KEY
from iomdocs.formats.typst.gatherings.process import Processes
from iomdocs.formats.typst.gatherings.setting import LIMIT
from iomdocs.verify.pdf import printed_facts
from tests.finished import pdf_pages
from tests.formats.conftest import ROOTS, make
from tests.tagged import Tagged, faults


class Both(NamedTuple):
    whole: Path
    divided: Path
    caches: Path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """A book set in both ways: one of its parts has the register, and so is divided."""
    made = [
        make(
            "typstpdf",
            ROOTS / "orchard",
            tmp_path_factory.mktemp(f"size-{size}"),
            typst_gathering_size=size,
        )
        for size in (0, 1)
    ]
    whole, divided = (each.pdf for each in made)
    assert whole is not None
    assert divided is not None
    (caches,) = made[1].folder.parent.rglob("pdf-gatherings")
    return Both(whole, divided, caches)


def test_it_is_divided(both: Both) -> None:
    assert len(list(both.caches.iterdir())) > 6


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Somebody kills what has just been asked to set the first gathering; tells what it was."""
    killed: list[int] = []
    begin = Processes.begin

    def killing(self: Processes) -> Any:
        begun = begin(self)
        process = self._server or begun[0]
        if process and not killed:
            process.kill()
            killed.append(process.pid)
        return begun

    monkeypatch.setattr(Processes, "begin", killing)
    return killed


def test_neither_numbers_of_another_book_nor_killed_processes_change_anything(
    both: Both, tmp_path: Path, killed: list[int]
) -> None:
    """What gatherings were told in the last build may be wrong: here each begins on page 7."""
    kept = json.loads(Cache(both.caches, LIMIT).get(KEY) or b"{}")
    assert len(kept) > 3
    wrong = {name: [7, {label: ["1004"] for label in kept[name][1]}] for name in kept}
    Cache(tmp_path / "pdf-gatherings", LIMIT).put(KEY, json.dumps(wrong).encode())
    settings = {"typst_gathering_size": 1, "iomdocs_cache": str(tmp_path)}
    built = make("typstpdf", ROOTS / "orchard", tmp_path / "built", **settings)
    assert killed
    assert built.pdf is not None
    assert built.pdf.read_bytes() == both.divided.read_bytes()
    assert json.loads(Cache(tmp_path / "pdf-gatherings", LIMIT).get(KEY) or b"{}") == kept


def test_pages_have_the_same_words(both: Both) -> None:
    assert pdf_pages(both.divided) == pdf_pages(both.whole)


def test_facts_are_printed_alike(both: Both) -> None:
    assert printed_facts(both.divided) == printed_facts(both.whole)


@pytest.mark.parametrize("what", ["labels", "links", "bookmarks", "names", "structure", "claims"])
def test_the_file_says_the_same(both: Both, what: str) -> None:
    says = {"labels": labels, "links": links, "bookmarks": bookmarks}
    says |= {"names": names, "structure": structure, "claims": claims}
    said = [says[what](pikepdf.open(path)) for path in (both.divided, both.whole)]
    assert said[0] == said[1]


def test_the_structure_holds(both: Both) -> None:
    assert faults(both.divided) == faults(both.whole)


def test_ids_are_unique_and_found(both: Both) -> None:
    tagged = Tagged(both.divided)
    root = tagged.pdf.Root.StructTreeRoot
    ids = [bytes(each.node.ID) for each in tagged.elements if "/ID" in each.node]
    flat = list(root.IDTree.Names)
    assert len(set(ids)) == len(ids) > 0
    assert [bytes(name) for name in flat[::2]] == sorted(ids)
    assert all(
        bytes(name) == bytes(node.ID) for name, node in zip(flat[::2], flat[1::2], strict=True)
    )
    assert int(root.ParentTreeNextKey) == len(root.ParentTree.Nums) // 2


def test_no_checker_finds_more(both: Both) -> None:
    found = [
        sorted(str(each.rule) for each in outloud.check(str(path)).findings)
        for path in (both.divided, both.whole)
    ]
    assert found[0] == found[1]
    assert pikepdf.open(both.divided).check_pdf_syntax() == []


def labels(pdf: pikepdf.Pdf) -> list[str]:
    return [page.label for page in pdf.pages]


def links(pdf: pikepdf.Pdf) -> list[list[object]]:
    """Of each link where it stands, what it says and where it leads."""
    return [
        [
            (plain(link.Rect, pdf), str(link.get("/Contents")), plain(link.get("/Dest"), pdf))
            for link in page.get("/Annots", ())
        ]
        for page in pdf.pages
    ]


def bookmarks(pdf: pikepdf.Pdf) -> list[object]:
    def inside(item: pikepdf.Object | None, level: int) -> Iterator[object]:
        while item is not None:
            yield level, str(item.Title), int(item.get("/Count", 0)), plain(item.Dest, pdf)
            yield from inside(item.get("/First"), level + 1)
            item = item.get("/Next")

    return list(inside(pdf.Root.Outlines.First, 0))


def names(pdf: pikepdf.Pdf) -> object:
    return plain(pdf.Root.Names.Dests.Names, pdf)


def structure(pdf: pikepdf.Pdf) -> list[object]:
    """Kinds, pages and attributes of all elements, in order."""
    tagged = Tagged(Path(pdf.filename))
    return [
        (
            each.kind,
            tagged.pages[each.node.Pg.objgen] if "/Pg" in each.node else None,
            len(each.children),
            [plain(one, tagged.pdf) for one in each.node.get("/A", ())],
        )
        for each in tagged.elements
    ]


def claims(pdf: pikepdf.Pdf) -> list[object]:
    """What the file says of itself, but for the ids of its bytes."""
    told = re.sub(rb"[\w+/]{22}==", b"", pdf.Root.Metadata.read_bytes())
    return [told, str(pdf.docinfo), sorted(pdf.Root.keys()), list(pdf.attachments)]


def plain(value: object, pdf: pikepdf.Pdf) -> object:
    """A value of a PDF without its objects; places to a hundredth of a point."""
    if isinstance(value, pikepdf.Array):
        return [plain(each, pdf) for each in value]
    if isinstance(value, pikepdf.Dictionary):
        if value.get("/Type") == pikepdf.Name.Page:
            return [page.objgen for page in pdf.pages].index(value.objgen)
        # The ids of headers begin with the name of their gathering.
        return {
            key: len(each) if key == "/Headers" else plain(each, pdf) for key, each in value.items()
        }
    try:
        return round(float(str(value)), 2)
    except ValueError:
        return str(value)
