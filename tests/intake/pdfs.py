"""Small PDFs, written by hand: no library that only tests would need."""

from collections.abc import Iterable

Line = tuple[int, int, str]
"""x and y of its beginning in points from the lower left corner of a page, and its text."""

COLUMN = 72
FULL = 760


def paragraph(top: int, *lines: str, left: int = COLUMN) -> list[Line]:
    """Lines under one another at the usual distance."""
    return [(left, top - 14 * n, line) for n, line in enumerate(lines)]


def pdf(*pages: Iterable[Line], title: str = "", locked: bool = False) -> bytes:
    """A PDF with these pages of lines in eleven-point Helvetica."""
    font, info, lock = (3 + 2 * len(pages) + n for n in range(3))
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
    ]
    for n, lines in enumerate(pages):
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in lines)
        stream = f"BT /F1 11 Tf\n{shown}ET"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * n} 0 R"
                f" /Resources << /Font << /F1 {font} 0 R >> >> >>"
            ),
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects += [
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>",
        # Keys that no password makes: enough to be asked for one.
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    encrypt = f" /Encrypt {lock} 0 R /ID [<00> <00>]" if locked else ""
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R /Info {info} 0 R{encrypt} >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode()
