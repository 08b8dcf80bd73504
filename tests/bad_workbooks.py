"""Workbooks that must be refused: how each is made from a good one, and a word of what must be shown of it."""

import io
import re
import zipfile
from datetime import UTC, date, datetime, time
from functools import cache

import compare
from compare.files import written_as_bytes


@cache
def good():
    """Return a workbook of a case with two opinions, one of them with a value that has no place on a form."""
    first = {"name": "A", "ratings": {"goals": {"approach": 1}}, "side_effects": [{"name": "Tiredness"}]}
    people = [{"name": "Rosa", "role": "patient", "weights": {"ranking": list(KEYS)}}]
    case = compare.Case(question="Which?", opinions=[first, {"name": "B", "rapport": "good"}], people=people)
    return written_as_bytes(case, ".xlsx")


KEYS = ("rationale", "experience", "goals", "side_effects", "practicality")
APPROACH = "ratings,goals,approach"


def place_of(sheet, key, column="answer", nth=0):
    """Return the cell of a form by what its row and its column are about."""
    rows = [row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == key]
    heads = {cell.value: cell.column for cell in sheet[1]}
    return sheet.cell(rows[nth], heads[column])


def changed(change, data=None):
    """Return a workbook after a change made by openpyxl."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data or good()))
    change(book)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def typed(value, key=APPROACH, column="answer", sheet="Opinion 1", form=None):
    """Return a workbook in which somebody typed a value into a cell."""

    def change(book):
        cell = place_of(book[sheet], key, column)
        cell.value = value
        cell.number_format = form or cell.number_format

    return lambda: changed(change)


def edited(change):
    """Return a workbook after a change made by openpyxl, when it is asked for."""
    return lambda: changed(change)


def repacked(change=lambda _, content: content, more=(), packing=zipfile.ZIP_DEFLATED):
    """Return a workbook whose parts were changed one by one, and which has some more."""

    def make():
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good())) as before, zipfile.ZipFile(packed, "w", packing) as after:
            for name in before.namelist():
                after.writestr(name, change(name, before.read(name)))
            for name, content in more:
                after.writestr(name, content)
        return packed.getvalue()

    return make


def in_sheet(old, new, part="xl/worksheets/sheet2.xml"):
    """Return a workbook in which the text of a sheet's part was replaced."""
    return repacked(lambda name, content: re.sub(old, new, content, count=1) if name == part else content)


def flagged():
    """Return a workbook whose parts say that they are locked."""
    data = bytearray(good())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    return bytes(data)


def lying():
    """Return a workbook whose list of parts says that one is smaller than it is."""
    data = bytearray(good())
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    return bytes(data)


def foreign(rows):
    """Return a workbook that somebody else made."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def twice_named():
    """Return a workbook with two parts of the same name."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return repacked(more=[("xl/workbook.xml", b"<x/>")])()


BOMB = b'<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>'
FILE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_HEAD = rb"(<\?xml[^>]*\?>|^)"

WORKBOOKS = {
    # what is no workbook of ours
    "nothing": (lambda: b"", "nothing"),
    "text": (lambda: b"schema: 1\n", "no workbook"),
    "a PDF": (lambda: b"%PDF-1.7\n", "PDF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "an old or locked workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "locked"),
    "a zip of something else": (repacked(lambda _, __: b"x"), ""),
    "an empty zip": (lambda: b"PK\x05\x06" + bytes(18), "no workbook"),
    "cut in half": (lambda: good()[: len(good()) // 2], ""),
    "cut at the end": (lambda: good()[:-30], ""),
    "zeros in the middle": (lambda: good()[:3000] + bytes(3000) + good()[6000:], ""),
    "too large": (lambda: good() + bytes(5_000_001), "bytes"),
    "locked parts": (flagged, "locked"),
    "a lie about a size": (lying, ""),
    "another workbook": (lambda: foreign([["name", "age"], ["Rosa", 40]]), "name"),
    "an empty workbook": (lambda: foreign([]), "no sheet"),
    # too much
    "a bomb of zeros": (repacked(more=[("xl/media/big.xml", bytes(200_000_000))]), "unpacked"),
    "a bomb of blanks": (repacked(more=[("xl/worksheets/sheet99.xml", b" " * 40_000_000)]), "unpacked"),
    "too many parts": (repacked(more=[(f"xl/p{n}.xml", b"<a/>") for n in range(600)]), "parts"),
    "too many cells": (repacked(more=[("xl/worksheets/sheet99.xml", b"<c r='A1'><v>1</v></c>" * 150_000)], packing=zipfile.ZIP_STORED), "marks"),
    "one blank cell far away": (in_sheet(rb"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'), "1,048,576"),
    "one filled cell far away": (edited(lambda book: book["Opinion 1"].cell(1_048_576, 16_384, "x")), "1,048,576"),
    "a cell of 32,767 letters": (typed("x" * 32_767, "notes"), "32767 letters"),
    "a long number": (in_sheet(rb"(<c r=\"[A-Z]+\d+\"[^>]*><v>)1(</v>)", rb"\g<1>" + b"1" * 5000 + rb"\2"), ""),
    # what turns active
    "a bomb of entities": (in_sheet(_HEAD, rb"\1" + BOMB), "DOCTYPE"),
    "a file in an entity": (repacked(lambda name, content: FILE + content if name == "xl/workbook.xml" else content), "DOCTYPE"),
    "entities among the links": (repacked(lambda name, content: FILE + content if name.endswith(".rels") else content), "DOCTYPE"),
    "a part in UTF-16": (repacked(lambda name, content: content.decode().encode("utf-16") if name.endswith("styles.xml") else content), "UTF-8"),
    "macros": (repacked(more=[("xl/vbaProject.bin", b"x")]), "vbaProject"),
    "another way of packing": (repacked(packing=zipfile.ZIP_BZIP2), "packing"),
    "a part twice": (twice_named, "same name"),
    "a sheet that is no XML": (in_sheet(rb"<sheetData>", b"<sheetData><"), ""),
    # cells that mean something else
    "a formula": (typed("=1+1"), "=1+1"),
    "a formula of another file": (typed("='[other.xlsx]Sheet1'!A1"), "other.xlsx"),
    "an error": (typed("#N/A"), "#N/A"),
    "a truth for a number": (typed(value=True), "true"),
    "a day for a number": (typed(date(2026, 3, 14)), "2026-03-14"),
    "a time for a number": (typed(time(1, 30)), "01:30"),
    "a day for a text": (typed(date(2026, 3, 14), "findings,stage"), "2026-03-14"),
    "a time of a day": (typed(datetime(2026, 3, 14, 9, 30, tzinfo=UTC).replace(tzinfo=None), "date"), "09:30"),
    "a number for a day": (typed(12, "date", form="General"), "12"),
    "a day the other way round": (typed("14/03/2026", "date"), "14/03/2026"),
    "decimal comma": (typed("2,5"), "2,5"),
    "a percentage off the scale": (typed(0.7, form="0%"), "70"),
    "off the scale": (typed(17), "17"),
    "words for a number": (typed("about 2"), "about 2"),
    "an unknown level": (typed("god", "ratings,rationale,evidence"), "god"),
    "neither yes nor no": (typed("maybe", "written"), "maybe"),
    "a misspelt word": (typed("in preson", "mode"), "in preson"),
    "one end of a range": (typed(2, column="low"), "other end is 2"),
    "a range the wrong way round": (edited(lambda book: [setattr(place_of(book["Opinion 1"], APPROACH, column), "value", value) for column, value in (("answer", None), ("low", 3), ("high", 2))]), "[3, 2]"),
    "an answer and a range": (edited(lambda book: [setattr(place_of(book["Opinion 1"], APPROACH, column), "value", 2) for column in ("low", "high")]), "1"),
    "a hidden letter": (typed("a\u202eb", "notes"), "U+202E"),
    # what was moved or changed
    "joined cells": (edited(lambda book: book["Opinion 1"].merge_cells("B7:D9")), "B7"),
    "all cells joined": (in_sheet(rb"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "A1"),
    "an opinion without a name": (typed(None, "name"), "nothing"),
    "a side effect without a name": (edited(lambda book: setattr(place_of(book["Opinion 1"], "side_effects,*", "left", 1), "value", 3)), "nothing"),
    "a sheet copied with its opinion": (edited(lambda book: book.copy_worksheet(book["Opinion 1"])), "Opinion 1 Copy"),
    "two first sheets": (edited(lambda book: book.copy_worksheet(book["Start"])), "Start Copy"),
    "no first sheet": (edited(lambda book: book.remove(book["Start"])), ""),
    "a sheet of their own": (edited(lambda book: book.create_sheet("Mine").append(["x"])), "x"),
    "the first row deleted": (edited(lambda book: book["Opinion 1"].delete_rows(1)), "none of the form"),
    "a column deleted": (edited(lambda book: book["Opinion 1"].delete_cols(2)), ""),
    "a column named twice": (edited(lambda book: book["Opinion 1"].cell(1, 4, "answer")), "answer, answer"),
    "a row of another form": (edited(lambda book: book["Opinion 1"].cell(8, 1, "doctor,shoe_size")), ""),
    "a note beside the form": (edited(lambda book: book["Opinion 1"].cell(40, 30, "call them")), "call them"),
    "a note below the form": (edited(lambda book: book["Opinion 1"].cell(400, 3, "call them")), "call them"),
    "a name changed on its own sheet only": (typed("Bee", "name", sheet="Opinion 2"), "B"),
    "a value twice": (edited(lambda book: book["Everything else"].append([None, "question", *[""] * 6, "Why?"])), "question"),
    "a misspelt section": (edited(lambda book: book["Everything else"].append([None, "notez", *[""] * 6, "x"])), "notez"),
    "an effect that is nowhere": (edited(lambda book: book["Everything else"].append([None, "opinions", "A", "side_effects", "Pain", "onset", "", "", "late"])), "Pain"),
    "a person twice": (typed("Rosa", "name", "person 2", "People"), "Rosa"),
    "numbers without a way": (typed(None, "how", "person 1", "People"), "5 numbers"),
    "a way that is none": (typed("rankings", "how", "person 1", "People"), "rankings"),
    "a way without numbers": (typed("points", "how", "person 2", "People"), "nothing"),
    "points without numbers": (edited(lambda book: [setattr(place_of(book["People"], key, "person 2"), "value", value) for key, value in (("name", "Ben"), ("how", "points"))]), "not in the weights"),
    "a row nobody knows among the people": (edited(lambda book: book["People"].cell(8, 1, "shoe_size")), ""),
    "a row of the people twice": (edited(lambda book: book["People"].cell(8, 1, "how")), "how in sheet People"),
    "a row with the name twice": (edited(lambda book: [setattr(book["Opinion 1"].cell(8, 1), "value", "name"), setattr(book["Opinion 1"].cell(8, 3), "value", "B")]), "name in"),
    "a note in a column of another line": (typed("soon", "name", "time"), "soon"),
    "a place in a ranking twice": (typed(1, "weight,goals", "person 1", "People"), "1"),
    "a ranking with a gap": (typed(9, "weight,goals", "person 1", "People"), "9"),
    "a question without an answer": (edited(lambda book: setattr(place_of(book["Opinion 1"], "asked,*", "name", -1), "value", "And then?")), "nothing"),
    "a newer form": (typed(2, "schema", sheet="Start"), "schema 2"),
    "no version": (typed(None, "schema", sheet="Start"), "schema"),
}  # fmt: skip
"""Name of the fault: what makes the workbook, what must be shown of it."""
