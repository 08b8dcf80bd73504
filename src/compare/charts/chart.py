"""A finished picture: it shows itself in a notebook, says in words what it shows, and saves itself."""

from __future__ import annotations

import base64
import html
import io
import re
from collections import Counter
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text

from compare.charts.style import drawing
from compare.errors import wrong_ending

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCREEN_DPI = 144
ENDINGS = (".png", ".svg", ".pdf")

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_MOST_PIXELS = 30_000
_REFERENCE = re.compile(r"(?:^|url\()#([\w-]+)")
_FACE = re.compile(r"font-family: [^;]*; ")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_SAYS_NOTHING = re.compile(r"text-anchor: start; |rotate\(-?0 [^)]*\)")
_NO_METADATA: dict[str, dict[str, None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


@dataclass(frozen=True)
class Chart:
    """A picture of one result.

    Parameters
    ----------
    name : str
        What kind of picture it is: ``totals``, ``profile``, ``grid`` ...
    figure : matplotlib.figure.Figure
        The drawing, for whoever wants to change it.
    alt : str
        What the picture shows, in words.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.charts import totals
    >>> from compare.scoring import score
    >>> totals(score(Case(opinions=[{"name": "A"}, {"name": "B"}]))).png()[1:4]
    b'PNG'
    """

    name: str
    figure: Figure
    alt: str

    def svg(self) -> str:
        """Return the picture as SVG with its words as text; the same bytes each time, no date and no program in it."""
        return _told(self._drawn("svg"), self.alt)

    def png(self, dpi: float = SCREEN_DPI) -> bytes:
        """Return the picture as PNG; one that is too tall for the format is drawn at fewer dots per inch."""
        longest = max(self.figure.get_size_inches())
        return self._drawn("png", dpi=min(dpi, _MOST_PIXELS / longest))

    def pdf(self) -> bytes:
        """Return the picture as a PDF of one page."""
        return self._drawn("pdf")

    def save(self, path: str | Path) -> Path:
        """Save the picture; the ending of the name says how: ``.png``, ``.svg`` or ``.pdf``.

        Raises
        ------
        CompareError
            Another ending, or the file cannot be written.
        """
        from compare.files import save_bytes

        target = Path(path)
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise wrong_ending(target.name, target.suffix, "A chart", ENDINGS)
        makers: dict[str, Callable[[], bytes]] = {
            ".png": self.png,
            ".pdf": self.pdf,
            ".svg": lambda: self.svg().encode(),
        }
        return save_bytes(target, makers[ending]())

    def html(self) -> str:
        """Return the picture as an HTML figure that loads nothing."""
        data = base64.b64encode(self.svg().encode()).decode()
        alt = html.escape(self.alt)
        style = "max-width:100%;height:auto"
        return f'<figure><img alt="{alt}" style="{style}" src="data:image/svg+xml;base64,{data}"></figure>'

    @property
    def not_drawn(self) -> str:
        """Return the letters that no font here has: boxes in PNG and PDF, right in SVG where the reader's fonts have them."""
        with drawing():
            shapes = get_font(findfont(FontProperties(family=["sans-serif"]))).get_charmap()
        texts = "".join(text.get_text() for text in self.figure.findobj(Text))
        return "".join(dict.fromkeys(char for char in texts if char != "\n" and ord(char) not in shapes))

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Show the picture in a notebook, and its words where there are no pictures."""
        makers: dict[str, Callable[[], str]] = {"text/html": self.html, "text/plain": lambda: self.alt}
        return {
            kind: make()
            for kind, make in makers.items()
            if (include is None or kind in include) and (exclude is None or kind not in exclude)
        }

    def _drawn(self, kind: str, **options: Any) -> bytes:
        buffer = io.BytesIO()
        with drawing(self.name):
            self.figure.savefig(buffer, format=kind, metadata=_NO_METADATA[kind], **options)
        return buffer.getvalue()


def _told(svg: bytes, alt: str) -> str:
    """Give an SVG its words for people who do not see it, and take out the names that nothing refers to."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)  # noqa: S314 - written a moment ago by this program
    _shorten(root)
    _share_styles(root)
    root.set("role", "img")
    root.set("aria-label", alt)
    title = ET.Element(f"{{{_SVG}}}title")
    title.text = alt
    root.insert(0, title)
    return ET.tostring(root, encoding="unicode") + "\n"


def _shorten(root: ET.Element) -> None:
    """Say the same in fewer letters: hundredths, short names and only those that are used, the usual typeface once for all."""
    values = [value for node in root.iter() for value in node.attrib.values()]
    known = {node.get("id") for node in root.iter()}
    used = dict.fromkeys(name for value in values for name in _REFERENCE.findall(value) if name in known)
    names = {name: f"n{place}" for place, name in enumerate(used)}
    face, _ = Counter(face for value in values for face in _FACE.findall(value)).most_common(1)[0]
    for node in root.iter():
        node.tail = None if (node.tail or "").isspace() else node.tail
        said = {key: _shorter(value, names).replace(face, "") for key, value in node.attrib.items() if key != "id"}
        name = {"id": names[node.attrib["id"]]} if node.get("id") in names else {}
        node.attrib = name | {key: value for key, value in said.items() if value}
    root.set("style", face.removesuffix("; "))


def _shorter(value: str, names: Mapping[str, str]) -> str:
    value = _REFERENCE.sub(lambda found: found[0].replace(found[1], names.get(found[1], found[1])), value)
    value = _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)
    return _SAYS_NOTHING.sub("", " ".join(value.split()))


def _share_styles(root: ET.Element) -> None:
    """Write a style that all signs of a group have once, at the group."""
    for group in root.iter(f"{{{_SVG}}}g"):
        signs = group.findall(f"{{{_SVG}}}use")
        styles = {sign.get("style") for sign in signs}
        if len(signs) > 1 and len(styles) == 1 and (style := styles.pop()):
            group.set("style", style)
            for sign in signs:
                del sign.attrib["style"]
