"""The sample in source/ is clean, and docs/sample is what it builds to."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from yubei_pub.findings import Severity
from yubei_pub.project import Project

TOP = Path(__file__).parents[1]
SAMPLE = "2024-07-10-yubei"


def test_the_sample_has_nothing_to_find() -> None:
    project = Project(TOP)
    found = project.check([project.briefing(SAMPLE)]).findings
    assert [str(f.message) for f in found if f.severity is not Severity.NOTE] == []


def test_the_repaired_page_is_the_text() -> None:
    """Every character of the sample's Chinese comes from its page."""
    provenance = Project(TOP).briefing(SAMPLE).provenance
    assert provenance is not None
    assert provenance.counts["editor"] == 0
    assert provenance.counts["repair"] > 0
    assert all(origin.certain for origin in provenance.origins)


def test_nobody_is_named_as_a_reviewer() -> None:
    assert not (TOP / "source" / SAMPLE / "review.yaml").exists()
    assert not any(term.reviewed_by for term in Project(TOP).glossary.terms)


def test_the_glossary_is_as_large_and_as_well_founded_as_promised() -> None:
    glossary = Project(TOP).glossary
    assert glossary.findings == ()
    assert len(glossary.terms) >= 60
    approved = [term for term in glossary.terms if term.status == "approved"]
    assert len(approved) >= 20
    assert all(term.citation and term.citation.url and term.citation.date for term in approved)


@pytest.mark.parametrize("name", [f"{SAMPLE}.docx", f"{SAMPLE}.md"])
def test_docs_sample_is_up_to_date(tmp_path: Path, name: str) -> None:
    spec = importlib.util.spec_from_file_location("sample", TOP / "tools" / "sample.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules["sample"] = tool
    spec.loader.exec_module(tool)
    tool.build(tmp_path)
    shipped = TOP / "docs" / "sample" / name
    assert content(tmp_path / name) == content(shipped), "docs/sample is out of date: make sample"


def content(path: Path) -> dict[str, bytes]:
    """What is in a file; of a zip its parts, because zlib may compress differently elsewhere."""
    if path.suffix != ".docx":
        return {"": path.read_bytes()}
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
