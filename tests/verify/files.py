"""Changes to whole files, to how an ePub holds together, and to what is said of the files."""

import io
import json
import re
import shutil
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path


def files_of(build: Path) -> dict[str, bytes]:
    (path,) = build.glob("*.epub")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(build: Path, files: dict[str, bytes]) -> None:
    (path,) = build.glob("*.epub")
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(content.getvalue())


def _in_package(build: Path, pattern: str, new: str) -> str:
    files = files_of(build)
    package = files["content.opf"].decode("utf-8")
    changed, count = re.subn(pattern, new, package, count=1)
    assert count, pattern
    write(build, {**files, "content.opf": changed.encode("utf-8")})
    return pattern


def _in_facts(build: Path, change: Callable[[dict], None]) -> str:
    path = build / "facts.json"
    facts = json.loads(path.read_bytes())
    change(facts)
    path.write_text(json.dumps(facts), "utf-8")
    return "facts.json"


def _fact(facts: dict, name: str) -> dict:
    return next(fact for fact in facts["facts"] if fact["id"] == name)


def page_left_out_of_the_spine(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"/>', "")


def page_twice_in_the_spine(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"[^>]*/>', r"\g<0>\g<0>")


def pages_in_another_order(build: Path) -> str:
    one, other = (rf'(<itemref idref="file-{name}.xhtml"[^>]*/>)' for name in ("first", "words"))
    return _in_package(build, rf"(?s){one}(.*?){other}", r"\3\2\1")


def page_of_another_kind(build: Path) -> str:
    pattern = r'(id="file-first.xhtml"[^>]*media-type=")application/xhtml\+xml'
    return _in_package(build, pattern, r'\1text/html" fallback="file-words.xhtml')


def words_beside_the_topic(build: Path) -> str:
    return _in_page(build, "first.xhtml", "<main>", "<main><p>None of this holds.</p>")


def topic_written_twice(build: Path) -> str:
    false = '<div data-topic="first"><p>This comes first.</p></div>'
    return _in_page(build, "index.xhtml", "<main>", f"<main>{false}")


def _in_page(build: Path, name: str, old: str, new: str) -> str:
    files = files_of(build)
    page = files[name].decode("utf-8")
    assert old in page, old
    write(build, {**files, name: page.replace(old, new, 1).encode("utf-8")})
    return new


def two_files_of_one_name(build: Path) -> str:
    (path,) = build.glob("*.epub")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("first.xhtml", archive.read("first.xhtml"))
    return "first.xhtml"


def topic_on_two_pages(build: Path) -> str:
    shutil.copyfile(build / "html" / "first.html", build / "html" / "added.html")
    return "added.html"


def style_sheet(build: Path) -> str:
    path = next((build / "html" / "_static").rglob("*.css"))
    path.write_text("p { display: none }", "utf-8")
    return path.name


def words_of_contents(build: Path) -> str:
    path = build / "html" / "index.html"
    path.write_text(path.read_text("utf-8").replace("Page first", "Page last"), "utf-8")
    return path.name


def page_that_nobody_made(build: Path) -> str:
    (build / "html" / "added.html").write_text("<p>Added</p>", "utf-8")
    return "added.html"


def picture_gone(build: Path) -> str:
    path = next((build / "html" / "_images").iterdir())
    path.unlink()
    return path.name


def number_in_the_receipt(build: Path) -> str:
    path = build / "receipt.json"
    path.write_text(path.read_text("utf-8").replace('"facts": 35', '"facts": 36', 1), "utf-8")
    return path.name


def digest_in_the_receipt(build: Path) -> str:
    return _other_digest(build / "receipt.json")


def digest_in_the_page_of_the_receipt(build: Path) -> str:
    return _other_digest(build / "html" / "receipt.html")


def digest_in_the_manifest(build: Path) -> str:
    return _other_digest(build / "manifest.json")


def digest_in_the_sums(build: Path) -> str:
    return _other_digest(build / "SHA256SUMS")


def _other_digest(path: Path) -> str:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"[0-9a-f]{64}", "0" * 64, text, count=1), "utf-8")
    return path.name


def facts_under_an_old_receipt(build: Path) -> str:
    path = build / "facts.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    return path.name


OF_RECORDS: dict[str, Callable[[Path], str]] = {
    change.__name__: change
    for change in (
        *(style_sheet, words_of_contents, page_that_nobody_made, picture_gone),
        *(number_in_the_receipt, digest_in_the_receipt, digest_in_the_page_of_the_receipt),
        *(digest_in_the_manifest, digest_in_the_sums, facts_under_an_old_receipt),
    )
}
"""Changes that are found by what is said of the files."""


def page_that_is_not_linear(build: Path) -> str:
    return _in_package(build, r'<itemref idref="file-first.xhtml"', r'\g<0> linear="no"')


def page_twice_in_place_of_another(build: Path) -> str:
    return _in_package(build, r'(id="file-first.xhtml" href=")first', r"\1part/second")


def other_day_of_the_edition(build: Path) -> str:
    return _in_package(build, r"<dc:date>2021", "<dc:date>2020")


def no_page_in_the_archive(build: Path) -> str:
    files = files_of(build)
    del files["first.xhtml"]
    write(build, files)
    return "first.xhtml"


def page_that_is_no_xml(build: Path) -> str:
    files = files_of(build)
    write(build, {**files, "first.xhtml": files["first.xhtml"][:-20]})
    return "first.xhtml"


def archive_cut_off(build: Path) -> str:
    return _cut_off(build, "epub")


def file_cut_off(build: Path) -> str:
    return _cut_off(build, "pdf")


def _cut_off(build: Path, ending: str) -> str:
    (path,) = build.glob(f"*.{ending}")
    path.write_bytes(path.read_bytes()[:3000])
    return path.name


def page_gone(build: Path) -> str:
    (build / "html" / "first.html").unlink()
    return "first.html"


def page_cut_off(build: Path) -> str:
    path = build / "html" / "first.html"
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"<!-- /topic -->")])
    return "first.html"


def page_of_an_old_edition(build: Path) -> str:
    shutil.copyfile(
        build.parent / "old" / "html" / "register.html", build / "html" / "register.html"
    )
    return "register.html"


def old_pdf(build: Path) -> str:
    return _old(build, "pdf")


def old_epub(build: Path) -> str:
    return _old(build, "epub")


def old_facts(build: Path) -> str:
    return _old(build, "json")


def _old(build: Path, ending: str) -> str:
    path = next(
        each for each in build.glob(f"*.{ending}") if each.stem in {"facts", "a-book-of-pieces"}
    )
    shutil.copyfile(build.parent / "old" / path.name, path)
    return path.name


def other_words_recorded(build: Path) -> str:
    def change(facts: dict) -> None:
        _fact(facts, "town.motto")["statements"][0]["text"] = "Down"

    return _in_facts(build, change)


def fact_not_recorded(build: Path) -> str:
    return _in_facts(build, lambda facts: facts["facts"].remove(_fact(facts, "town.budget")))


def row_not_recorded(build: Path) -> str:
    def change(facts: dict) -> None:
        _fact(facts, "town.events")["statements"][0]["value"]["rows"].pop(0)

    return _in_facts(build, change)


def no_facts(build: Path) -> str:
    (build / "facts.json").unlink()
    return "facts.json"


def facts_that_are_no_json(build: Path) -> str:
    (build / "facts.json").write_text("{", "utf-8")
    return "facts.json"


OF_FILES: dict[str, tuple[str, Callable[[Path], str]]] = {
    change.__name__: (format_, change)
    for format_, changes in {
        "ePub": (
            *(page_left_out_of_the_spine, page_that_is_not_linear, page_twice_in_place_of_another),
            *(other_day_of_the_edition, no_page_in_the_archive, page_that_is_no_xml),
            *(archive_cut_off, old_epub, page_twice_in_the_spine, pages_in_another_order),
            *(page_of_another_kind, words_beside_the_topic, topic_written_twice),
            *(two_files_of_one_name,),
        ),
        "PDF": (file_cut_off, old_pdf),
        "HTML": (page_gone, page_cut_off, page_of_an_old_edition, topic_on_two_pages),
        "facts": (
            *(old_facts, other_words_recorded, fact_not_recorded, row_not_recorded, no_facts),
            facts_that_are_no_json,
        ),
    }.items()
    for change in changes
}
