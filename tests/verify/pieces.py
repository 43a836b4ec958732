"""What a finished PDF draws and what that is part of, so that it can be changed."""

import random
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import ContentStreamInstruction, Operator

Instructions = list[ContentStreamInstruction]

_SHOWS = {"Tj", "TJ"}


class Piece:
    """A piece of marked content that shows text with one font."""

    def __init__(
        self, page: pikepdf.Page, instructions: Instructions, start: int, end: int
    ) -> None:
        self.page = page
        self.instructions = instructions
        self.start = start
        self.end = end
        self.shows = [n for n in range(start, end) if str(instructions[n].operator) in _SHOWS]
        self.mark = int(instructions[start].operands[1].MCID)
        self.names = _names(page, instructions, start, end)

    def codes(self) -> Iterator[tuple[int, int, int]]:
        """Each code: the instruction, the place of its string in the operand, and the offset."""
        for number in self.shows:
            for place, part in enumerate(_parts(self.instructions[number])):
                if isinstance(part, pikepdf.String):
                    yield from ((number, place, each) for each in range(0, len(bytes(part)), 2))

    @property
    def text(self) -> str:
        return "".join(self.names.get(self._code(*at), "?") for at in self.codes())

    def _code(self, number: int, place: int, offset: int) -> int:
        part = bytes(_parts(self.instructions[number])[place])
        return int.from_bytes(part[offset : offset + 2], "big")

    def replace(self, wanted: str, chance: random.Random) -> str:
        """Draw another sign of the same kind in the place of one that matches; tells what."""
        places = [
            at for at in self.codes() if re.fullmatch(wanted, self.names.get(self._code(*at), ""))
        ]
        if not places:
            return ""
        number, place, offset = chance.choice(places)
        old = self.names[self._code(number, place, offset)]
        others = [
            code for code, name in self.names.items() if re.fullmatch(wanted, name) and name != old
        ]
        if not others:
            return ""
        code = chance.choice(sorted(others))
        instruction = self.instructions[number]
        parts = _parts(instruction)
        content = bytearray(bytes(parts[place]))
        content[offset : offset + 2] = code.to_bytes(2, "big")
        parts[place] = pikepdf.String(bytes(content))
        self.put(number, parts)
        return f"{old} is {self.names[code]} in “{self.text}”"

    def put(self, number: int, parts: list) -> None:
        operator = self.instructions[number].operator
        operands = [pikepdf.Array(parts)] if str(operator) == "TJ" else parts
        self.instructions[number] = ContentStreamInstruction(operands, operator)

    def insert(self, place: int, operator: str, *operands: object) -> None:
        self.instructions.insert(place, ContentStreamInstruction(operands, Operator(operator)))

    def save(self, pdf: pikepdf.Pdf) -> None:
        self.page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(self.instructions))


def _parts(instruction: ContentStreamInstruction) -> list:
    operand = instruction.operands[0]
    return list(operand) if isinstance(operand, pikepdf.Array) else [operand]


def _names(page: pikepdf.Page, instructions: Instructions, start: int, end: int) -> dict[int, str]:
    fonts = [each for each in instructions[start:end] if str(each.operator) == "Tf"]
    if not fonts:
        return {}
    table = page.Resources.Font[str(fonts[-1].operands[0])].ToUnicode.read_bytes()
    names: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            names[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start_of = ord(bytes.fromhex(text.decode()).decode("utf-16-be")[-1])
            for code in range(int(first, 16), int(last, 16) + 1):
                names[code] = chr(start_of + code - int(first, 16))
    return names


def pieces(pdf: pikepdf.Pdf) -> list[Piece]:
    """All pieces of text that are content, by page."""
    found = []
    for page in pdf.pages:
        instructions = list(pikepdf.parse_content_stream(page))
        start = None
        for number, each in enumerate(instructions):
            operator = str(each.operator)
            is_mark = operator == "BDC" and isinstance(each.operands[1], pikepdf.Dictionary)
            if is_mark and "/MCID" in each.operands[1]:
                start, depth = number, 1
            elif start is not None and operator in {"BDC", "BMC"}:
                depth += 1
            elif start is not None and operator == "EMC":
                depth -= 1
                if not depth:
                    found.append(Piece(page, instructions, start, number))
                    start = None
    return found


def marks(element: pikepdf.Object, page: pikepdf.Object | None = None) -> Iterator[tuple]:
    """The pieces of marked content below an element: object of the page, and number."""
    page = element.get("/Pg", page)
    for kid in kids(element):
        if isinstance(kid, int):
            yield page.objgen, int(kid)
        elif "/MCID" in kid:
            yield kid.get("/Pg", page).objgen, int(kid.MCID)
        elif "/S" in kid:
            yield from marks(kid, page)


def kids(element: pikepdf.Object) -> list:
    inside = element.get("/K", [])
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """All elements of a kind in reading order, but for contents, formulas and pictures."""
    found: list[pikepdf.Object] = []

    def go(element: pikepdf.Object) -> None:
        if str(element.get("/S", "")) in {"/TOC", "/Formula", "/Figure", "/Note"}:
            return
        if element.get("/S") == kind:
            found.append(element)
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                go(kid)

    go(pdf.Root.StructTreeRoot)
    return found


def annotation(link: pikepdf.Object) -> pikepdf.Object | None:
    return next((kid.Obj for kid in kids(link) if not isinstance(kid, int) and "/Obj" in kid), None)


def fact_links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The links that stand for facts."""
    links = ((link, annotation(link)) for link in elements(pdf, "/Link"))
    return [
        link
        for link, note in links
        if note is not None and str(note.get("/Contents", "")).startswith("fact:")
    ]


def of_facts(pdf: pikepdf.Pdf) -> list[Piece]:
    """The pieces that print facts."""
    wanted = {mark for link in fact_links(pdf) for mark in marks(link)}
    return [each for each in pieces(pdf) if (each.page.obj.objgen, each.mark) in wanted]


def of_words(pdf: pikepdf.Pdf) -> list[Piece]:
    """The pieces of paragraphs with words of some length."""
    wanted = {mark for element in elements(pdf, "/P") for mark in marks_alone(element)}
    return [
        each
        for each in pieces(pdf)
        if (each.page.obj.objgen, each.mark) in wanted and len(re.findall(r"[a-z]", each.text)) > 8
    ]


def marks_alone(element: pikepdf.Object) -> Iterator[tuple]:
    """The pieces that stand in an element itself."""
    page = element.get("/Pg")
    for kid in kids(element):
        if isinstance(kid, int) and page is not None:
            yield page.objgen, int(kid)
