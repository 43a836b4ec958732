"""Where two published folders differ, told so that a person finds the place."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf

LISTS = ("SHA256SUMS", "manifest.json", "receipt.json", "receipt.html")
"""Files that differ because others do; they are told last."""

PACKED = ("/ObjStm", "/XRef")
"""Kinds of objects of a PDF that hold the others, which are told one by one."""

SHOWN = 40
"""How many characters are shown around the first that differs."""


def files(folder: Path) -> dict[str, Path]:
    """All files by their path."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: path for name, path in sorted(found.items()) if path.is_file()}


def differences(one: Path, two: Path) -> Iterator[str]:
    """What differs between two folders, a line for each file, in the order of their paths."""
    first, second = files(one), files(two)
    names = first.keys() | second.keys()
    for name in sorted(names, key=lambda name: (name.endswith(LISTS), name)):
        if name not in second or name not in first:
            yield f"{name}: only in the {'first' if name in first else 'second'} build"
        elif (old := first[name].read_bytes()) != (new := second[name].read_bytes()):
            yield f"{name}: {_where(old, new)}"


def _where(old: bytes, new: bytes) -> str:
    if old.startswith(b"PK") and new.startswith(b"PK"):
        return _in_archive(old, new)
    if old.startswith(b"%PDF") and new.startswith(b"%PDF"):
        return _in_pdf(old, new)
    return _in_text(old, new)


def _in_archive(old: bytes, new: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(old)) as one, zipfile.ZipFile(io.BytesIO(new)) as two:
        if one.namelist() != two.namelist():
            odd = sorted(set(one.namelist()) ^ set(two.namelist()))
            return f"other members, {odd[:3]}" if odd else "its members have another order"
        for first, second in zip(one.infolist(), two.infolist(), strict=True):
            before, after = one.read(first), two.read(second)
            if before != after:
                return f"member {first.filename}: {_where(before, after)}"
            if first.date_time != second.date_time:
                return f"member {first.filename}: time {first.date_time} or {second.date_time}"
    return f"what describes its members, {_in_bytes(old, new)}"


def _in_pdf(old: bytes, new: bytes) -> str:
    one, two = _objects(old), _objects(new)
    for name in sorted(one.keys() | two.keys()):
        before, after = one.get(name, b""), two.get(name, b"")
        if before != after:
            return f"{name}: {_in_text(before, after)}"
    return f"the file around its objects, {_in_bytes(old, new)}"


def _objects(content: bytes) -> Mapping[str, bytes]:
    """Each object of a PDF as text, a stream with what it holds when it is unpacked."""
    found = {}
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for each in pdf.objects:
            has_kind = isinstance(each, pikepdf.Dictionary | pikepdf.Stream)
            kind = str(each.get("/Type", "")) if has_kind else ""
            if kind in PACKED:
                continue
            inside = each.unparse(resolved=True)
            if isinstance(each, pikepdf.Stream):
                inside = repr(dict(each.items())).encode() + b"\n" + each.read_bytes()
            found[f"object {each.objgen[0]:05} {kind}".strip()] = inside
        found["trailer"] = pdf.trailer.unparse()
    return found


def _in_text(old: bytes, new: bytes) -> str:
    at = _first(old, new)
    try:
        before, after = old.decode(), new.decode()
    except UnicodeDecodeError:
        return _in_bytes(old, new)
    begun = old[:at].decode(errors="ignore")
    line, column = begun.count("\n") + 1, len(begun) - begun.rfind("\n")
    start = max(len(begun) - SHOWN // 2, 0)
    shown = (repr(text[start : start + SHOWN]) for text in (before, after))
    return f"line {line}, column {column}: {' or '.join(shown)}"


def _in_bytes(old: bytes, new: bytes) -> str:
    at = _first(old, new)
    return f"byte {at}: {old[at : at + 8].hex(' ')} or {new[at : at + 8].hex(' ')}"


def _first(old: bytes, new: bytes) -> int:
    """The place of the first byte that differs."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
