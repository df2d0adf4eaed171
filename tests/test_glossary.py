"""glossary.yaml and yubei-pub.yaml: what is kept, what is said, and that the shipped schemas say the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from conftest import cases

from yubei_pub import glossary, settings, strict_yaml
from yubei_pub.findings import Finding, Severity, YubeiError
from yubei_pub.glossary import TERM_KEYS
from yubei_pub.records import Key, nearest
from yubei_pub.settings import Settings
from yubei_pub.strict_yaml import Node, Scalar
from yubei_pub.trace import Source

CASES = Path(__file__).parent / "cases"
GLOSSARIES = cases("glossary")
SETTINGS = cases("settings")
ROOT = Path(__file__).parents[1]


def case(path: Path) -> tuple[str, str]:
    text, expected = path.read_text(encoding="utf-8").rsplit("---\n", 1)
    return text, expected.rstrip("\n")


def lines(findings: Sequence[Finding]) -> list[str]:
    return [line(finding) for finding in sorted(findings, key=lambda f: f.place.start)]


def line(finding: Finding) -> str:
    at = "{}:{}".format(*finding.place.position)
    fix = f" [fix: {finding.fix.edits[0].replacement}]" if finding.fix else ""
    also = "".join(" [also {}:{}]".format(*place.position) for place, _ in finding.related)
    return f"{at} {finding.severity.value}: {finding.message}{fix}{also}"


@pytest.mark.parametrize("path", GLOSSARIES, ids=lambda p: p.stem)
def test_glossary(path: Path) -> None:
    text, expected = case(path)
    if expected.startswith("cannot read: "):
        with pytest.raises(YubeiError) as error:
            glossary.read(Source("glossary.yaml", text))
        assert f"cannot read: {error.value}" == expected
        return
    read = glossary.read(Source("glossary.yaml", text))
    said = lines(read.findings)
    if read.terms:
        said.append("kept: " + ", ".join(term.zh for term in read.terms))
    if overrides := read.overrides():
        said.extend(f"overrides: {spelling} → {zh}" for spelling, zh in overrides.items() if path.stem != "good")
    assert "\n".join(said) == expected
    for finding in read.findings:
        assert finding.rule == "glossary"
        for edit in finding.fix.edits if finding.fix else ():  # what is named is what would be replaced
            assert edit.start < edit.end
            assert text[edit.start : edit.end] in str(finding.message)


@pytest.mark.parametrize("path", SETTINGS, ids=lambda p: p.stem)
def test_settings(path: Path) -> None:
    text, expected = case(path)
    read, findings = settings.read(Source("yubei-pub.yaml", text))
    style = read.style._asdict().items()
    said = [*lines(findings), *(f"{k}: {v}" for k, v in style if k == "order" or v != getattr(settings.Style(), k))]
    if read.formats != Settings().formats:
        said.append(f"formats: {', '.join(read.formats)}")
    for entry in read.ignore:
        paths = ", ".join(entry.paths) or "all files"
        said.append(f'ignore {entry.rule} ({entry.reason}) in {paths} match "{entry.match}"')
    assert "\n".join(said) == expected


def schema(name: str) -> dict[str, Any]:
    text = (files("yubei_pub") / "data" / f"{name}.schema.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def plain(node: Node | None) -> object:
    """What an editor's YAML server sees: a text that is none comes as something else."""
    if isinstance(node, Scalar):
        return None if node.plain and not node.value else False if strict_yaml.ambiguous(node) else node.value
    if isinstance(node, strict_yaml.Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items] if node else {}


# What a schema cannot say: that two entries go together.
BEYOND_SCHEMA = ("stands twice", "as many characters", "changes nothing", "is no date")


def structural(findings: Sequence[Finding]) -> list[str]:
    return [text for f in findings if not any(words in (text := str(f.message)) for words in BEYOND_SCHEMA)]


def agrees(text: str) -> bool:
    """Whether reader and schema say the same of a glossary; unreadable YAML has no schema."""
    source = Source("glossary.yaml", text)
    try:
        node = strict_yaml.parse(source)
    except YubeiError:
        return True
    valid: bool = jsonschema.Draft202012Validator(schema("glossary")).is_valid(plain(node))
    return valid == (not structural(glossary.read(source).findings))


@pytest.mark.parametrize("path", GLOSSARIES, ids=lambda p: p.stem)
def test_glossary_schema_agrees_on_the_cases(path: Path) -> None:
    assert agrees(case(path)[0])


@pytest.mark.parametrize("key", TERM_KEYS, ids=lambda key: key.name)
@pytest.mark.parametrize(
    "value",
    ["text", "exact", "keep", "body", "approved", "proposed", "[a, b]", "[{en: x}]", "[]", "{}", "no", '""', ""],
)
def test_glossary_schema_agrees_on_every_key(key: Key, value: str) -> None:
    entries = {"zh": "词", "en": "word", "status": "proposed", key.name: value}
    assert agrees("terms:\n  - " + "\n    ".join(f"{name}: {text}" for name, text in entries.items()) + "\n")


@pytest.mark.parametrize("path", SETTINGS, ids=lambda p: p.stem)
def test_settings_schema_agrees(path: Path) -> None:
    source = Source("yubei-pub.yaml", case(path)[0])
    valid = jsonschema.Draft202012Validator(schema("settings")).is_valid(plain(strict_yaml.parse(source)))
    assert valid == (not settings.read(source)[1])


@pytest.mark.parametrize("name", ["glossary", "settings"])
def test_schema_is_one_and_explains_every_key(name: str) -> None:
    read = schema(name)
    jsonschema.Draft202012Validator.check_schema(read)
    for record in [read, *read.get("$defs", {}).values()]:
        assert record["title"]
        assert record["description"]
        for key, value in record["properties"].items():
            assert value.get("$ref") or (value["title"] and value["description"]), key


def test_schema_has_the_keys_of_the_reader() -> None:
    assert list(schema("glossary")["$defs"]["term"]["properties"]) == [key.name for key in TERM_KEYS]
    assert list(schema("settings")["properties"]) == [key.name for key in settings.FILE_KEYS]


def test_every_field_is_read() -> None:
    term = glossary.read(Source("glossary.yaml", case(CASES / "glossary" / "good.txt")[0])).terms[0]
    assert (term.status, term.short, term.also, term.forms) == (
        "approved",
        "the center",
        ("the operations center",),
        ("centers",),
    )
    assert (term.kind, term.case, term.quotes, term.domain, term.note) == (
        "body",
        "exact",
        "keep",
        "governance",
        "seen",
    )
    assert (term.traditional, term.unless) == (("數字化城市運行和治理中心",), ("重庆市数字化城市运行和治理中心",))
    assert (term.reviewed_by, term.reviewed_on) == ("A. Reviser", "2026-11-23")
    citation = term.citation
    assert citation
    assert (citation.title, citation.publisher, citation.date, citation.url) == (
        "Digital Chongqing: a title",
        "iChongqing",
        "2024-04-09",
        "https://www.example.org/a",
    )
    [avoided] = term.avoid
    assert (avoided.en, avoided.use, avoided.why) == (
        "Smart City Center",
        "the operations center",
        "names another body",
    )
    source = term.place.source.text
    assert source[term.en_place.start : term.en_place.end] == "Digital Urban Operations and Governance Center"
    assert source[avoided.place.start : avoided.place.end].startswith("{en: Smart City Center")
    assert hash(term) == hash(term)


@pytest.mark.parametrize(
    ("word", "meant"), [("numbres", "numbers"), ("num", "numbers"), ("Num ", "numbers"), ("nu", ""), ("x", "")]
)
def test_what_somebody_may_have_meant(word: str, meant: str) -> None:
    assert nearest(word, ["numbers", "terms", "one-spelling"]) == meant


def test_the_glossary_of_this_project_is_clean() -> None:
    source = Source("glossary.yaml", (ROOT / "glossary.yaml").read_text("utf-8"))
    read = glossary.read(source)
    assert [line(f) for f in read.findings if f.severity is not Severity.NOTE] == []
    assert agrees(source.text)
    assert len(read.terms) >= 60
    assert sum(term.status == "approved" for term in read.terms) >= 20
