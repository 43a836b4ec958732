"""PDFs opened to be changed."""

from __future__ import annotations

import io
from tempfile import TemporaryFile

import pikepdf


def opened(pdf: bytes, *, in_file: bool = True) -> pikepdf.Pdf:
    """A PDF to change.

    It is read from a file without a name that is mapped into memory: in less than half the time of
    one that is read through Python. Where there can be no such file, the bytes are read.

    :param in_file: whether one more file may be open, until the PDF is closed.
    """
    if in_file and pdf:
        try:
            with TemporaryFile() as file:
                file.write(pdf)
                file.flush()
                return pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap_only)
        except OSError:
            pass
    return pikepdf.open(io.BytesIO(pdf))
