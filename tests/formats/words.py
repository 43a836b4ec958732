"""The words of a book beside the words of its PDF, in order: what is lost, added or moved.

:func:`expected` tells from a doctree what a reader must find, and what a PDF may add at a place
(numbers of items, labels of boxes); :func:`printed` reads a PDF by its structure tree, so that
running heads and other artifacts are left out; :func:`differences` holds one against the other.
Nothing of the program is used here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

LOOK_AHEAD = 400
"""Expected pieces that are looked through to find where both go on together."""
ANCHOR = 24
"""Characters that must be alike there."""

BLANKS = re.compile(
    "[\\s\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\x00-\x1f\x7f-\x9f]+"
)
"""What has no form in print, or only one that depends on where a line ends."""


def squeezed(words: str) -> str:
    """``words`` as they are compared: one form of each character, no blanks, no soft hyphens."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", BLANKS.sub("", words)))


@dataclass(frozen=True)
class Piece:
    """Some text of a book, or a pattern of what a PDF may print of itself at this place."""

    text: str
    place: str = ""
    may_be: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Difference:
    """A place where a PDF does not say what the book says there."""

    place: str
    book: str
    pdf: str

    def __str__(self) -> str:
        return f"{self.place}: the book has {self.book[:300]!r}, the PDF {self.pdf[:300]!r}"


# ------------------------------------------------------------------------------------ the book

SILENT = (
    nodes.comment,
    nodes.meta,
    nodes.substitution_definition,
    nodes.pending,
    nodes.system_message,
    nodes.decoration,
    nodes.image,
    addnodes.index,
    addnodes.toctree,
    addnodes.tabular_col_spec,
    addnodes.highlightlang,
)
"""What is not meant for readers of a PDF."""


def expected(book: nodes.Element) -> list[Piece]:
    """The text of an assembled book in its order, and what may be printed between it."""
    return list(_Reader().pieces(book))


def _may(pattern: str) -> Piece:
    return Piece("", may_be=re.compile(pattern))


class _Reader:
    """Goes through a book; knows where the text that it reads comes from."""

    def __init__(self) -> None:
        self.place = ""

    def pieces(self, node: nodes.Node) -> Iterator[Piece]:
        if isinstance(node, nodes.Text):
            if text := squeezed(node.astext()):
                yield Piece(text, self.place)
            return
        assert isinstance(node, nodes.Element)
        if node.source and node.line:
            self.place = f"{Path(node.source).name}:{node.line}"
        if isinstance(node, SILENT) or type(node).__name__ == DRAWING:
            yield from _instead(node)
        elif isinstance(node, nodes.raw):
            yield from self._raw(node)
        elif isinstance(node, nodes.math | nodes.math_block):
            yield _literally(node.astext())
            yield _may(r"\(\d+(\.\d+)*\)")
        else:
            yield from _before(node)
            for child in node.children:
                yield from self.pieces(child)
            yield from _after(node)

    def _raw(self, node: nodes.raw) -> Iterator[Piece]:
        if "html" in str(node.get("format", "")).split():
            page = BeautifulSoup(node.astext(), "html.parser")
            for hidden in page(["script", "style"]):
                hidden.decompose()
            if text := squeezed(page.get_text()):
                yield Piece(text, self.place)
            elif "checkbox" in node.astext():
                yield _may("[☐☑]")


def _literally(text: str) -> Piece:
    return _may(re.escape(squeezed(text)))


NUMBERED = r"[^\W\d]*\.?\d+(\.\d+)*:?"
BEFORE: tuple[tuple[type[nodes.Element] | tuple[type[nodes.Element], ...], str], ...] = (
    (nodes.list_item, "[\N{BULLET}\N{EN DASH}]|\\(?\\w{1,7}[.)]"),
    (nodes.title, r"(\d+|[A-Z])(\.\d+)*\.?"),
    (nodes.caption, NUMBERED),
    (nodes.attribution, "\N{EM DASH}"),
    ((nodes.footnote_reference, nodes.option), ","),
    (nodes.option_argument, "="),
    (addnodes.desc_returns, "\N{RIGHTWARDS ARROW}"),
    ((addnodes.desc_parameterlist, addnodes.desc_type_parameter_list), r"[(\[]"),
    ((addnodes.desc_parameter, addnodes.desc_type_parameter), ","),
    (addnodes.desc_optional, r",?\[,?"),
)
"""What a PDF may print before the text of a node."""


OWN = {"tick_box": "[☐☑]", "fact_places": r"[\divxlc]*"}
"""What stands for nodes of the program without words: a box, the pages on which a fact is shown."""
DRAWING, DATA = "fact_drawing", "fact_data"
"""A drawing, whose words describe it and are no text; its data, in tables side by side if long."""


def _instead(node: nodes.Element) -> Iterator[Piece]:
    """What a PDF may print where it cannot show a picture."""
    if isinstance(node, nodes.image):
        yield _literally(str(node.get("alt", "")))
        yield _may(r"\(https?://\S*?\)")


def _before(node: nodes.Element) -> Iterator[Piece]:
    if own := OWN.get(type(node).__name__):
        yield _may(own)
    if type(node).__name__ == DATA:
        yield _literally(node["summary"])
    if isinstance(node, nodes.row) and (again := _repeated_head(node)):
        yield _literally(again)
    if label := admonitionlabels.get(type(node).__name__):
        yield _literally(str(label))
    if isinstance(node.parent, nodes.table):
        yield _may(NUMBERED)
    yield from (_may(pattern) for kinds, pattern in BEFORE if isinstance(node, kinds))


def _repeated_head(row: nodes.row) -> str:
    """The head of the data of a drawing, which stands above each of the tables side by side."""
    group = row.parent.parent
    if not isinstance(row.parent, nodes.tbody) or type(group.parent.parent).__name__ != DATA:
        return ""
    return "".join(head.astext() for head in group.findall(nodes.thead))


def _after(node: nodes.Element) -> Iterator[Piece]:
    """What a PDF may print behind the text of a node."""
    if isinstance(node, nodes.abbreviation):
        yield _literally(f"({node.get('explanation', '')})")
    elif isinstance(node, addnodes.desc_optional):
        yield _may(r"\]")
    elif isinstance(node, addnodes.desc_parameterlist | addnodes.desc_type_parameter_list):
        yield _may(r",?[)\]]")
    elif isinstance(node, nodes.footnote | nodes.citation):
        yield _may(r"[a-z]+")
    elif isinstance(node, nodes.reference):
        yield _may(r"\(p\.\d+\)" if "internal" in node else r"\((https?://)?[^()]+\)")
    elif isinstance(node, addnodes.download_reference):
        yield _may(r"\([^()]+\)")


# ------------------------------------------------------------------------------------- the PDF

LEFT_OUT = ("/TOC", "/Formula", "/Artifact", "/Note")
"""Elements that say again what stands elsewhere, say it in signs, or tell addresses of links."""


def printed(path: Path) -> str:
    """The text of a PDF in the order of its structure, from behind its contents on."""
    with pikepdf.open(path) as pdf:
        marked = {page.objgen: marked_text(page) for page in pdf.pages}
        pieces = list(_structured(pdf.Root.StructTreeRoot, marked, None, ()))
    contents = [number for number, (path_, _) in enumerate(pieces) if "/TOC" in path_]
    first = 0
    for number in contents:
        if (
            first
            and number > first + 1
            and pieces[first:number]
            and any("/TOC" not in path_ for path_, _ in pieces[first + 1 : number])
        ):
            break
        first = number
    kept = pieces[first + 1 :] if contents else pieces
    return squeezed("".join(text for path_, text in kept if not _is_left_out(path_, text)))


def _is_left_out(path: tuple[str, ...], text: str) -> bool:
    """Whether a piece is no text of the book; letters lead to notes with addresses."""
    is_mark = path[-3:] == ("/Lbl", "/Link", "/Span") and re.fullmatch("[a-z]{1,3}", text)
    is_drawn = path[-1:] == ("/Figure",)
    return bool(set(path) & set(LEFT_OUT)) or bool(is_mark) or is_drawn


def _structured(
    node: pikepdf.Object, marked: dict, page: tuple[int, int] | None, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The text of a structure element and those below it, each with the kinds it stands in."""
    kids = node.get("/K")
    if "/Pg" in node:
        page = node.Pg.objgen
    if "/S" in node:
        path = (*path, str(node.S))
    if kids is None:
        if "/ActualText" in node:
            yield path, str(node.ActualText)
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield path, marked[page].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            place = kid.Pg.objgen if "/Pg" in kid else page
            yield path, marked[place].get(int(kid.MCID), "")
        elif kid.get("/Type") != "/OBJR":
            yield from _structured(kid, marked, page, path)


def marked_text(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page by its number."""
    fonts = {name: _Characters(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_: list[tuple[int | None, str | None]] = []
    font = None
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        match str(operator):
            case "BDC" | "BMC":
                open_.append(_mark(operands, page))
            case "EMC":
                number, instead = open_.pop()
                if number is None:
                    number = next((each for each, _ in reversed(open_) if each is not None), None)
                if instead is not None and number is not None:
                    found[number] = found.get(number, "") + instead
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" if font is not None:
                number = next((each for each, _ in reversed(open_) if each is not None), None)
                if number is not None and all(instead is None for _, instead in open_):
                    found[number] = found.get(number, "") + font.read(operands[0])
    return {number: RIGHT_TO_LEFT.sub(_turned, text) for number, text in found.items()}


RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]([\\W\\d]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])*"
)


def _turned(match: re.Match[str]) -> str:
    """Words from right to left, which a line of a PDF has in the order of its signs."""
    return re.sub(r"\d+", lambda digits: digits[0][::-1], match[0][::-1])


def _mark(operands: Sequence[pikepdf.Object], page: pikepdf.Page) -> tuple[int | None, str | None]:
    """The number of a marked piece, and the text that stands for it."""
    if len(operands) < 2:
        return None, None
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = page.obj.Resources.Properties[str(properties)]
    number = int(properties.MCID) if "/MCID" in properties else None
    return number, str(properties.ActualText) if "/ActualText" in properties else None


class _Characters:
    """What the codes of a font stand for (ISO 32000-1, 9.10.3)."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.width = 2 if font.get("/Subtype") == "/Type0" else 1
        self.texts: dict[int, str] = {}
        if "/ToUnicode" in font:
            self._learn(font.ToUnicode.read_bytes().decode("latin-1"))

    def _learn(self, table: str) -> None:
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
            for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
                self.texts[int(code, 16)] = _text(text)
        for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
            for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                    start = _text(text)
                    self.texts[code] = start[:-1] + chr(ord(start[-1]) + step)

    def read(self, shown: pikepdf.Object) -> str:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        codes = (
            int.from_bytes(data[start : start + self.width])
            for start in range(0, len(data), self.width)
        )
        return "".join(self.texts.get(code, "\ufffd") for code in codes)


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


# -------------------------------------------------------------------------------- side by side


def differences(book: Sequence[Piece], pdf: str) -> tuple[list[Difference], str]:
    """Where the two differ, each with both sides; and what the PDF has behind the book's end."""
    found: list[Difference] = []
    at = number = 0
    while number < len(book):
        piece = book[number]
        if piece.may_be is not None:
            number, at = number + 1, _allowed(book, number, pdf, at)
        elif pdf.startswith(piece.text, at):
            number, at = number + 1, at + len(piece.text)
        else:
            shared = _shared(piece.text, pdf, at)
            onward, there = _together(book, number, pdf, at)
            lost = "".join(each.text for each in book[number:onward])
            found.append(Difference(piece.place, lost[shared:], pdf[at + shared : there]))
            number, at = onward, there
    return found, pdf[at:]


def _allowed(book: Sequence[Piece], number: int, pdf: str, at: int) -> int:
    """Where the PDF goes on behind what it may print of itself.

    What the book says next wins over a pattern that would take a part of it.
    """
    return max(_ends(book, number, pdf, at), key=lambda end: _following(book, number + 1, pdf, end))


def _ends(book: Sequence[Piece], number: int, pdf: str, at: int) -> list[int]:
    """Where a pattern may end, the longest way first; or it is not there at all."""
    pattern = book[number].may_be
    match = pattern.match(pdf, at)
    longest = match.end() if match else at
    return [*(end for end in range(longest, at, -1) if pattern.fullmatch(pdf, at, end)), at]


def _following(book: Sequence[Piece], number: int, pdf: str, at: int) -> int:
    """How many characters of the book's own text agree, behind further patterns."""
    if number < len(book) and book[number].may_be is not None:
        return max(_following(book, number + 1, pdf, end) for end in _ends(book, number, pdf, at))
    return _shared("".join(each.text for each in book[number : number + 8]), pdf, at)


def _shared(text: str, pdf: str, at: int) -> int:
    count = 0
    while count < len(text) and at + count < len(pdf) and text[count] == pdf[at + count]:
        count += 1
    return count


def _together(book: Sequence[Piece], number: int, pdf: str, at: int) -> tuple[int, int]:
    """The nearest place behind a difference from which both say the same."""
    best = (len(book), len(pdf))
    cost = float("inf")
    skipped = 0
    for onward in range(number, min(number + LOOK_AHEAD, len(book))):
        if skipped >= cost:
            break
        if book[onward].may_be is None:
            needle = _needle(book, onward)
            limit = min(len(pdf), at + 20_000)
            there = pdf.find(needle, at, limit) if needle else -1
            if there >= 0 and skipped + there - at < cost:
                best, cost = (onward, there), skipped + there - at
            skipped += len(book[onward].text)
    return best


def _needle(book: Sequence[Piece], number: int) -> str:
    """What the book says from a piece on, up to where the PDF may add something."""
    text = ""
    for piece in book[number:]:
        if piece.may_be is not None and len(text) >= ANCHOR // 3:
            break
        if piece.may_be is not None:
            return text if len(text) > 8 else ""
        text += piece.text
        if len(text) >= ANCHOR:
            break
    return text


def report(found: Iterable[Difference]) -> str:
    """The differences, one a line."""
    return "\n".join(map(str, found))
