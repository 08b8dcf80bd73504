"""Files that must be refused: what is wrong with each, the line that is at fault, and a word of what was found."""

HEAD = "schema: 1\nquestion: Which?\nopinions:\n  - name: A\n"
"""The first four lines of a case in YAML; what follows belongs to opinion A."""

WITH_SCALE = """schema: 1
criteria:
  - key: k
    attributes:
      - {key: a, value: {levels: {poor: 0, good: 100}}}
      - {key: n, value: {linear: {worst: 0, best: 50}}}
opinions:
  - name: A
    ratings:
      k: {%s}
"""


def _in_opinion(line):
    return f"{HEAD}    {line}\n"


def _weights(text):
    return f"{HEAD}people:\n  - name: Rosa\n    weights: {text}\n"


def _goals(goals, fit):
    return f"{_in_opinion(f'ratings: {{goals: {{goal_fit: {fit}}}}}')}patient:\n  goals: {goals}\n"


YAML = {
    # tags, aliases, bombs
    "python tag": (_in_opinion("notes: !!python/object/apply:os.system [id]"), 5, "python/object"),
    "own tag": (_in_opinion("notes: !secret x"), 5, "!secret"),
    "binary tag": (_in_opinion("notes: !!binary aGk="), 5, "binary"),
    "timestamp tag": (_in_opinion("date: !!timestamp 2026-02-30"), 5, "timestamp"),
    "set tag": (_in_opinion("notes: !!set {a}"), 5, "set"),
    "bool tag on a word": (_in_opinion("written: !!bool maybe"), 5, "maybe"),
    "int tag on a word": (_in_opinion("philosophy: !!int abc"), 5, "abc"),
    "float tag on a word": (_in_opinion("philosophy: !!float abc"), 5, "abc"),
    "null tag on a word": (_in_opinion("notes: !!null abc"), 5, "abc"),
    "tag on a list": (_in_opinion("pros: !!python/tuple [a]"), 5, "tuple"),
    "tag on a key": (_in_opinion("!x notes: a"), 5, "!x"),
    "alias of a list": (_in_opinion("pros: &a [x]\n    cons: *a"), 6, "*a"),
    "alias of itself": (_in_opinion("pros: &a [*a]"), 5, "*a"),
    "alias of nothing": (_in_opinion("pros: [*ghost]"), 5, "ghost"),
    "billion laughs": (_in_opinion("pros: &a [x,x]\n    cons: [*a,*a]"), 6, "*a"),
    "an alias a thousand times": (_in_opinion(f"notes: &a {'y' * 9999}\n    pros: [{'*a ,' * 150}]"), 6, "letters"),
    "merge key": (_in_opinion("asked: {<<: {a: b}}"), 5, "a"),
    # depth and size
    "deep lists": (_in_opinion("pros: " + "[" * 5000), 5, "more than 40 levels"),
    "deep block": ("schema: 1\n" + "\n".join(f"{'  ' * n}a:" for n in range(60)), 43, "more than 40 levels"),
    "too many values": (_in_opinion("pros: [" + "a, " * 150_000 + "]"), None, ""),
    "too many lines": (_in_opinion("pros:" + "\n      - a" * 150_000), None, ""),
    "too many opinions": (HEAD + "".join(f"  - name: A{n}\n" for n in range(250)), 3, "251"),
    "a long text": (_in_opinion(f"notes: {'x' * 20_001}"), 5, "20001 letters"),
    "a very long line": (_in_opinion(f"notes: {'x' * 2_000_000}"), 5, "letters"),
    "a long name": (HEAD.replace("A", "A" * 201), 4, "201 letters"),
    "a long number": (_in_opinion(f"philosophy: {'1' * 5000}"), 5, "5000 digits"),
    "a long number in quotes": (_in_opinion(f'philosophy: "{"1" * 5000}"'), 5, "1111"),
    "pairs of made-up names": (_weights("{pairwise: {" + ", ".join(f"a{n} over b{n}: 1" for n in range(3000)) + "}}"), 7, ""),
    # goals one by one
    "goals that are not written": (_goals("[]", "{Live long: yes}"), 5, "Live long"),
    "goal that is spelt in another way": (_goals("[Live long]", "{live  long: yes}"), 5, "live  long"),
    "goal that is answered twice": (_goals("[Live long]", "{Live long: yes, Live long: no}"), 5, "Live long"),
    "goal that is written twice": (_goals("[Live long, live long]", "{Live long: yes}"), 7, "live long"),
    "goal off its levels": (_goals("[Live long]", "{Live long: fairly}"), 5, "fairly"),
    # numbers
    "nan": (_in_opinion("philosophy: .nan"), 5, ".nan"),
    "inf": (_in_opinion("philosophy: -.inf"), 5, "-.inf"),
    "nan as a word": (_in_opinion("philosophy: nan"), 5, "nan"),
    "overflow": (_in_opinion("philosophy: 1e400"), 5, "1e400"),
    "overflow in quotes": (_in_opinion('doctor: {patients_per_year: "1e400"}'), 5, "1e400"),
    "overflow on a clipped scale": (_in_opinion('ratings: {experience: {patients_per_year: "1e400"}}'), 5, "1e400"),
    "negative": (_in_opinion("doctor: {years: -3}"), 5, "-3"),
    "decimal comma": (_in_opinion('philosophy: "2,5"'), 5, "2,5"),
    "decimal comma in an answer": (_in_opinion("ratings:\n      goals: 12,5"), 6, "12,5"),
    "thousands": (_in_opinion("doctor: {patients_per_year: 1_000}"), 5, "1_000"),
    "thousands with a point and comma": (_in_opinion('doctor: {patients_per_year: "1.000,5"}'), 5, "1.000,5"),
    "hexadecimal": (_in_opinion("philosophy: 0x3"), 5, "0x3"),
    "minutes": (_in_opinion("ratings: {goals: 1:30}"), 5, "1:30"),
    "full width digits": (_in_opinion("philosophy: ３"), 5, "３"),
    "a percent sign": (_in_opinion("ratings: {goals: 70%}"), 5, "70%"),
    "weights in words": (_weights("{points: {goals: much}}"), 7, "much"),
    "more than 100 points": (_weights("{points: {goals: 140}}"), 7, "140"),
    "no weight at all": (_weights("{points: {rationale: 0, experience: 0, goals: 0, side_effects: 0, practicality: 0}}"), 7, "0"),
    # duplicates
    "a key twice": (_in_opinion("notes: a\n    notes: b"), 6, "lines 5 and 6"),
    "a key twice in two forms": (_in_opinion("asked: {é: a,\n            e\u0301: b}"), 6, "lines 5 and 6"),
    "an opinion twice": (HEAD + "  - name: a\n", 5, "a"),
    "an opinion twice in full width": (HEAD + "  - name: Ａ\n", 5, "Ａ"),
    "a person twice": (HEAD + "people: [{name: Rosa}, {name: ROSA}]\n", 5, "ROSA"),
    "a criterion twice": ("schema: 1\ncriteria: [{key: k}, {key: K}]\nopinions: [{name: A}]\n", 2, "K"),
    # types
    "a truth for a name": (HEAD.replace("A", "true"), 4, "true"),
    "a number for a name": (HEAD.replace("A", "7"), 4, "7"),
    "a list for a name": (HEAD.replace("A", "[A]"), 4, "a list"),
    "an empty name": (HEAD.replace("A", '""'), 4, "nothing"),
    "a name nobody sees": (HEAD.replace("A", '"\u200b"'), 4, "\u200b"),
    "a truth for a text": (_in_opinion("notes: true"), 5, "true"),
    "a truth for a number": (_in_opinion("philosophy: true"), 5, "true"),
    "a truth for an answer": (_in_opinion("ratings: {goals: true}"), 5, "true"),
    "a text for a list": (_in_opinion("pros: fast"), 5, "fast"),
    "a mapping for a list": (_in_opinion("pros: {a: b}"), 5, "a"),
    "a list for a mapping": (_in_opinion("doctor: [a]"), 5, "a list of 1"),
    "a number for a mapping": (_in_opinion("findings: 3"), 5, "3"),
    "opinions as a mapping": ("schema: 1\nopinions: {A: {}}\n", 2, "A"),
    "opinions as a text": ("schema: 1\nopinions: A\n", 2, "A"),
    "an opinion as a text": ("schema: 1\nopinions: [A]\n", 2, "A"),
    "no opinion": ("schema: 1\nopinions: []\n", 2, "0"),
    "neither yes nor no": (_in_opinion("written: maybe"), 5, "maybe"),
    "a day that is none": (_in_opinion("date: 2026-02-30"), 5, "2026-02-30"),
    "a day the other way round": (_in_opinion("date: 03/02/2026"), 5, "03/02/2026"),
    "a list as a key": (_in_opinion("? [a, b]\n    : c"), 5, "a list or a mapping as a key"),
    # missing, unknown, misspelt
    "a name is missing": ("schema: 1\nopinions:\n  - notes: x\n", 3, "nothing"),
    "opinions are missing": ("schema: 1\nquestion: Which?\n", 1, "nothing"),
    "a misspelt key": (_in_opinion("raitings: {}"), 5, "raitings"),
    "a misspelt criterion": (_in_opinion("ratings: {side_efects: 3}"), 5, "side_efects"),
    "a misspelt attribute": (_in_opinion("ratings: {goals: {chanse: 3}}"), 5, "chanse"),
    "a misspelt word": (_in_opinion("mode: in preson"), 5, "in preson"),
    "a key of another part": (_in_opinion("opinions: []"), 5, "opinions"),
    "a key with a space": (_in_opinion("agrees with diagnosis: yes"), 5, "agrees with diagnosis"),
    "weights for nothing": (_weights("{points: {gaols: 50}}"), 7, "gaols"),
    "weights in two ways": (_weights("{equal: true, points: {goals: 50}}"), 7, "equal, points"),
    "weights in no way": (_weights("{}"), 7, "nothing"),
    "a ranking with one left out": (_weights("{ranking: [goals]}"), 7, "rationale"),
    "a ranking that repeats": (_weights("{ranking: [goals, goals, rationale, experience, practicality, side_effects]}"), 7, "goals"),
    "a choice that is not there": (HEAD + "people: [{name: Rosa, gut_first: B}]\n", 5, "B"),
    "a decision for nothing": (HEAD + "decision: {opinion: B}\n", 5, "B"),
    # answers off their scale
    "an unknown level": (WITH_SCALE % "a: god", 10, "god"),
    "off the scale": (WITH_SCALE % "n: 60", 10, "60"),
    "a range off the scale": (WITH_SCALE % "n: [40, 60]", 10, "60"),
    "a range the wrong way round": (WITH_SCALE % "n: [40, 30]", 10, "40"),
    "a range of three": (WITH_SCALE % "n: [1, 2, 3]", 10, "3 values"),
    "more than its whole": (WITH_SCALE % 'n: "9 of 8"', 10, "9 of 8"),
    "a count of nobody": (WITH_SCALE % 'n: "0 of 0"', 10, "0 of 0"),
    "a count on words": (WITH_SCALE % 'a: "1 of 2"', 10, "1 of 2"),
    "a word for a number": (WITH_SCALE % "n: common", 10, "common"),
    "an answer and none": (WITH_SCALE % "n: {answer: 3, why: not asked}", 10, "not asked"),
    "a scale of two kinds": (WITH_SCALE.replace("{worst: 0, best: 50}", "{worst: 0, best: 50}, curve: [[0, 0], [1, 1]]") % "", 6, "linear, curve"),
    "a scale without width": (WITH_SCALE.replace("best: 50", "best: 0") % "", 6, "0"),
    "an unknown policy": (WITH_SCALE.replace("{worst: 0, best: 50}", "{worst: 0, best: 50}, outside: extrapolate") % "", 6, "extrapolate"),
    # not YAML, not ours, not now
    "an open quote": (_in_opinion('notes: "open'), None, ""),
    "an open bracket": (_in_opinion("pros: [a"), None, ""),
    "a tab at the start": (_in_opinion("\tnotes: x"), 5, ""),
    "a colon in a text": (_in_opinion("notes: a: b"), 5, "a: b"),
    "two documents": (HEAD + "---\n" + HEAD, 5, "second document"),
    "an empty file": ("", None, "nothing"),
    "only comments": ("# nothing\n", None, "nothing"),
    "a list": ("- a\n", 1, "a list"),
    "a single word": ("hello\n", 1, "single value"),
    "no schema": ("opinions: [{name: A}]\n", 1, "schema"),
    "a newer schema": (HEAD.replace("schema: 1", "schema: 2"), 1, "schema 2"),
    "a much newer schema": (HEAD.replace("schema: 1", "schema: 99"), 1, "schema 99"),
    "a schema beyond all numbers": (HEAD.replace("schema: 1", f'schema: "{"9" * 400}"'), 1, "999"),
    "a schema in between": (HEAD.replace("schema: 1", "schema: 1.5"), 1, "1.5"),
    "an older schema": (HEAD.replace("schema: 1", "schema: 0"), 1, "0"),
    "a schema in words": (HEAD.replace("schema: 1", "schema: one"), 1, "one"),
    "a schema that is true": (HEAD.replace("schema: 1", "schema: true"), 1, "rue"),
    "a newer YAML": ("%YAML 1.3\n---\n" + HEAD, None, "3"),
    "another YAML": ("%YAML 2.0\n---\n" + HEAD, 1, "2.0"),
    # letters
    "an escape": (_in_opinion(r'notes: "a\e[2Jb"'), 5, "U+001B"),
    "a NUL": (_in_opinion(r'notes: "a\0b"'), 5, "U+0000"),
    "a raw NUL": (_in_opinion("notes: a\0b"), 5, "U+0000"),
    "a raw escape": (_in_opinion("notes: a\x1bb"), 5, "U+001B"),
    "a direction override": (_in_opinion("notes: 001 \u202egm 1"), 5, "U+202E"),
    "a direction isolate in a key": (_in_opinion("asked: {a\u2066: b}"), 5, "U+2066"),
    "half a character": (_in_opinion(r'notes: "\ud800"'), 5, "U+D800"),
    "not a character": (_in_opinion(r'notes: "\uffff"'), 5, "U+FFFF"),
    "beyond all characters": (_in_opinion(r'notes: "\UFFFFFFFF"'), None, ""),
    "an unknown escape": (_in_opinion(r'notes: "\q"'), 5, ""),
    "a line separator": (_in_opinion('notes: "a\u2028b"'), None, "U+2028"),
}  # fmt: skip
"""Name of the fault: the text, the line (None: any), what must be shown of it."""


def _json(rest):
    return '{"schema": 1,\n "opinions": [\n  {"name": "A",\n   ' + rest + "}]}\n"


JSON = {
    "nan": (_json('"philosophy": NaN'), 4, "NaN"),
    "infinity": (_json('"philosophy": -Infinity'), 4, "-Infinity"),
    "overflow": (_json('"philosophy": 1e400'), 4, "1e400"),
    "a long number": (_json(f'"philosophy": {"1" * 5000}'), 4, "5000 digits"),
    "a leading zero": (_json('"philosophy": 03'), 4, "03"),
    "a leading plus": (_json('"philosophy": +3'), 4, "+3"),
    "a key twice": (_json('"notes": "a",\n "notes": "b"'), 5, "lines 4 and 5"),
    "deep lists": (_json('"pros": ' + "[" * 5000), 4, "more than 40 levels"),
    "too many values": (_json('"pros": [' + "1, " * 150_000 + "1]"), None, ""),
    "a comma too many": (_json('"pros": ["a",]'), 4, "]"),
    "a comma at the end": (_json('"notes": "a",'), 4, "}"),
    "a comma missing": (_json('"notes": "a" "pros": []'), 4, '"pros"'),
    "single quotes": (_json("'notes': 'a'"), 4, "'notes'"),
    "a comment": (_json('// a comment\n"notes": "a"'), 4, "// a comment"),
    "a cut-off file": (_json('"notes": "a"')[:-4], 4, ""),
    "a file cut in a text": (_json('"notes": "a')[:-5], 4, ""),
    "two values": (_json('"notes": "a"') + "{}", None, "{}"),
    "a raw line end in a text": (_json('"notes": "a\nb"'), 4, ""),
    "half a character": (_json(r'"notes": "\ud800"'), 4, "U+D800"),
    "not a character": (_json(r'"notes": "\ufdd0"'), 4, "U+FDD0"),
    "a NUL": (_json(r'"notes": "\u0000"'), 4, "U+0000"),
    "an escape in a key": (_json(r'"asked": {"\u001b": "a"}'), 4, "U+001B"),
    "a direction override": (_json('"notes": "\u202e"'), 4, "U+202E"),
    "a truth for a number": (_json('"philosophy": true'), 4, "true"),
    "a text for a list": (_json('"pros": "fast"'), 4, "fast"),
    "a misspelt key": (_json('"raitings": {}'), 4, "raitings"),
    "an unknown escape": (_json(r'"notes": "\q"'), 4, ""),
    "a newer schema": ('{"schema": 2, "opinions": []}', 1, "schema 2"),
    "a list": ("[]", 1, "a list"),
    "an empty file": (" \n", None, "nothing"),
    "YAML": (HEAD, 1, "schema"),
}

_COLUMNS = "section,name,part,item,detail,more,last,value"


def _quoted(*cells):
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def csv_row(*cells):
    """Return a row of the long form: the names that lead to a value, then the value."""
    *names, value = cells
    return _quoted(*names, *[""] * (7 - len(names)), value)


def csv_file(*rows, head=_COLUMNS, end=True):
    """Return a case in CSV whose rows from line 4 on are given."""
    first = [head, csv_row("schema", "1"), csv_row("opinions", "A", "{}")]
    return "\n".join([*first, *rows, *([csv_row("end", "")] if end else [])]) + "\n"


def _of_a(*cells):
    return csv_file(csv_row("opinions", "A", *cells))


CSV = {
    # rows and columns
    "a column too many": (csv_file(csv_row("question", "Which?") + ',"more"'), 4, "9 columns"),
    "a column too few": (csv_file('"question","Which?"'), 4, "2 columns"),
    "a column in front": (csv_file(head="nr," + _COLUMNS), 1, "nr"),
    "a column left out": (csv_file(head=_COLUMNS.replace(",last", "")), 1, "section, name"),
    "a misspelt column": (csv_file(head=_COLUMNS.replace("value", "vlaue")), 1, "vlaue"),
    "a column twice": (csv_file(head=_COLUMNS.replace("name", "section")), 1, "section, section"),
    "columns in another order": (csv_file(head="value,last,more,detail,item,part,name,section"), 1, "value, last"),
    "a gap among the names": (csv_file(_quoted("patient", "", "condition", "", "", "", "", "x")), 4, "an empty cell"),
    "a value without a name": (csv_file(_quoted(*[""] * 7, "x")), 4, "an empty cell"),
    "values moved to the left": (csv_file(_quoted("question", "Which?", *[""] * 6)), 4, "Which?"),
    "no end": (csv_file(end=False), 3, "no rows `end`"),
    "the end twice": (csv_file(csv_row("end", "")), 5, "2 rows"),
    "cut in a text": (csv_file(csv_row("notes", "a long text"))[:-90], None, ""),
    "cut at a line": ("".join(csv_file(csv_row("notes", "a")).splitlines(keepends=True)[:-1]), 4, "no rows"),
    "an open quote": (csv_file('"notes,,,,,,,x'), 4, ""),
    "text after a quote": (csv_file('"notes"x,,,,,,,"y"'), 4, ""),
    "a field without end": (csv_file(csv_row("notes", "x" * 140_000)), 4, "field larger"),
    "too many lines": (csv_file("\n" * 100_001 + csv_row("notes", "x")), None, "100,000"),
    "only the columns": (_COLUMNS + "\n", 1, "no rows"),
    "an empty file": ("", None, "nothing"),
    "blank lines": ("\n \n", None, ""),
    "YAML": (HEAD, 1, "schema: 1"),
    "a table of something else": ("name,age\nRosa,40\n", 1, "age"),
    # twice
    "a value twice": (csv_file(csv_row("question", "a"), csv_row("question", "b")), 5, "question"),
    "a value and its part": (_of_a("ratings", "goals", "70") + _of_a("ratings", "goals", "chance", "3"), None, ""),
    "a value and a part of it": (
        csv_file(csv_row("opinions", "A", "ratings", "goals", "70"), csv_row("opinions", "A", "ratings", "goals", "chance", "3")),
        5,
        "goals, chance",
    ),
    "a name and a name": (_of_a("name", "B"), 4, "name"),
    "an opinion twice": (csv_file(csv_row("opinions", "a", "notes", "x")), 4, "a"),
    "a person twice": (csv_file(csv_row("people", "Rosa", "role", "x"), csv_row("people", "ROSA", "role", "y")), 5, "ROSA"),
    # numbers
    "decimal comma": (_of_a("philosophy", "2,5"), 4, "2,5"),
    "decimal comma in an answer": (_of_a("ratings", "goals", "12,5"), 4, "12,5"),
    "decimal comma in a file with semicolons": (
        _of_a("philosophy", "2,5").replace('","', '";"').replace("section,name", "section;name").replace(_COLUMNS[12:], _COLUMNS[12:].replace(",", ";")),
        4,
        "2,5",
    ),
    "thousands": (_of_a("doctor", "patients_per_year", "1.000,5"), 4, "1.000,5"),
    "nan": (_of_a("philosophy", "nan"), 4, "nan"),
    "infinity": (_of_a("philosophy", "-inf"), 4, "-inf"),
    "overflow": (_of_a("doctor", "years", "1e400"), 4, "1e400"),
    "a long number": (_of_a("philosophy", "1" * 5000), 4, "1111"),
    "full width digits": (_of_a("philosophy", "３"), 4, "３"),
    "negative": (_of_a("doctor", "years", "-3"), 4, "-3"),
    "a percent sign": (_of_a("ratings", "goals", "70%"), 4, "70%"),
    "a day for a number": (_of_a("ratings", "goals", "approach", "2026-03-14"), 4, "2026-03-14"),
    "an error of a spreadsheet": (_of_a("ratings", "goals", "#N/A"), 4, "#N/A"),
    "another error of a spreadsheet": (csv_file(csv_row("notes", "#REF!")), 4, "#REF!"),
    "a formula for a number": (_of_a("philosophy", "=1+2"), 4, "=1+2"),
    "a range the wrong way round": (_of_a("ratings", "goals", "[40, 30]"), 4, "40"),
    "a range with a hyphen": (_of_a("ratings", "goals", "30-40"), 4, "30-40"),
    # words and types
    "a misspelt section": (csv_file(csv_row("patiant", "condition", "x")), 4, "patiant"),
    "a misspelt field": (_of_a("raitings", "goals", "3"), 4, "raitings"),
    "a misspelt criterion": (_of_a("ratings", "side_efects", "3"), 4, "side_efects"),
    "a misspelt word": (_of_a("mode", "in preson"), 4, "in preson"),
    "an unknown level": (_of_a("ratings", "rationale", "evidence", "god"), 4, "god"),
    "off the scale": (_of_a("ratings", "goals", "chance", "160"), 4, "160"),
    "neither yes nor no": (_of_a("written", "maybe"), 4, "maybe"),
    "a day that is none": (_of_a("date", "2026-02-30"), 4, "2026-02-30"),
    "a text for a list": (_of_a("pros", "fast"), 4, "fast"),
    "a text for an opinion": (csv_file(csv_row("opinions", "B", "x")), 4, "x"),
    "a list for a text": (_of_a("notes", "[a, b]"), 4, "a list"),
    "no opinion": (csv_file().replace(csv_row("opinions", "A", "{}") + "\n", ""), 1, "nothing"),
    "a newer schema": (csv_file().replace('"1"', '"2"'), 2, "schema 2"),
    "no schema": (csv_file().replace(csv_row("schema", "1") + "\n", ""), 1, "no `schema`"),
    "a NUL": (csv_file(csv_row("notes", "a\0b")), 4, "U+0000"),
    "an escape": (csv_file(csv_row("notes", "a\x1bb")), 4, "U+001B"),
    "a direction override": (csv_file(csv_row("notes", "001 \u202egm")), 4, "U+202E"),
    "a hidden letter in a name": (_of_a("asked", "a\u2066", "b"), 4, "U+2066"),
    "a long text": (csv_file(csv_row("notes", "x" * 20_001)), 4, "20001 letters"),
    "a long name": (csv_file(csv_row("opinions", "B" * 201, "notes", "x")), 4, "201 letters"),
}  # fmt: skip
"""Name of the fault: the text, the line (None: any), what must be shown of it."""

FOREIGN = {
    "zip": (b"PK\x03\x04" + bytes(60), "zip"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "picture"),
    "packed": (b"\x1f\x8b\x08\x00" + bytes(20), "packed"),
    "latin-1": ("notes: Müller".encode("latin-1"), "FC"),
    "windows": ("notes: a – b".encode("cp1252"), "96"),
    "utf-16 without a mark": (HEAD.encode("utf-16-le"), "U+0000"),
    "utf-16 cut in half": (HEAD.encode("utf-16")[:-1], ""),
    "utf-32": (HEAD.encode("utf-32"), ""),
    "zeros": (bytes(4096), "U+0000"),
    "half a letter": (HEAD.encode() + "ä".encode()[:1], "C3"),
    "too large": (b"#" * 5_000_001, "5,000,001 bytes"),
}
"""Bytes that are no text of ours, and what must be shown of them."""
