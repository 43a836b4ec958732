"""What is told of two builds that are not the same: the file, and the place in it."""

import io
import zipfile

import pikepdf
import pytest

from tests.differences import differences


def archive(content, time=(1980, 1, 1, 0, 0, 0), order=("a.txt", "b.xhtml")):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for name in order:
            book.writestr(zipfile.ZipInfo(name, time), content if name == "b.xhtml" else b"same")
    return made.getvalue()


def document(words, title="Town"):
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(words)
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Title=title))
        pdf.save(made, static_id=True)
    return made.getvalue()


TIME = (2026, 11, 26, 1, 2, 4)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b"one\ntwo\n", b"one\ntow\n", "line 2, column 2: 'one\\ntwo\\n' or 'one\\ntow\\n'"),
        (b"one", b"one\n", "line 1, column 4"),
        (b"\xff\x00\x01", b"\xff\x00\x02", "byte 2: 01 or 02"),
        (archive(b"one"), archive(b"two"), "member b.xhtml: line 1, column 1: 'one' or 'two'"),
        (archive(b""), archive(b"", TIME), "member a.txt: time (1980, 1, 1, 0, 0, 0) or (2026, "),
        (archive(b""), archive(b"", order=["b.xhtml", "a.txt"]), "its members have another order"),
        (archive(b""), archive(b"", order=["a.txt"]), "other members, ['b.xhtml']"),
        (document(b"(one) Tj"), document(b"(two) Tj"), ": line 2, column 2: "),
        (document(b""), document(b"", "City"), ": line 1, column 12: "),
    ],
    ids=["text", "end", "bytes", "member", "time", "order", "members", "stream", "object"],
)
def test_the_first_place_that_differs_is_told(tmp_path, old, new, place):
    for name, content in (("one", old), ("two", new)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_bytes(b"same")
        (tmp_path / name / "book").write_bytes(content)
    (told,) = differences(tmp_path / "one", tmp_path / "two")
    assert told.startswith("book: ")
    assert place in told
    if content.startswith(b"%PDF"):
        assert told.startswith("book: object ")


def test_a_file_of_one_build_alone_is_told(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert list(differences(tmp_path / "one", tmp_path / "two")) == [
        "one: only in the first build",
        "two: only in the second build",
    ]
