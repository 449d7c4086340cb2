"""One page of every paper, each with the values that are hardest to fit, in one PDF."""

import hashlib
import re
from io import BytesIO

import pypdfium2

from printing.papers import PAPERS, longest_values, render_paper


def specimen_book() -> bytes:
    """Return the first page of each paper, in the order of the list; always the same bytes."""
    with pypdfium2.PdfDocument.new() as book:
        for kind in PAPERS:
            with pypdfium2.PdfDocument(render_paper(kind, longest_values(kind)).pdf) as drawn:
                book.import_pages(drawn, [0])
        out = BytesIO()
        book.save(out)
    return _settled(out.getvalue())


def _settled(pdf: bytes) -> bytes:
    """Put a fixed day and a hash where the library writes the time and a number by chance."""
    dated = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20000101000000", pdf)
    without = re.sub(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]", b"", dated)
    mark = hashlib.sha256(without).hexdigest()[:32].upper().encode()
    return re.sub(
        rb"(/ID\[<)[0-9A-F]{32}(><)[0-9A-F]{32}", rb"\g<1>" + mark + rb"\g<2>" + mark, dated
    )
