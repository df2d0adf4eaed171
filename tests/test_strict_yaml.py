"""The strict reader: what it says, that its places are exact, that LibYAML and PyYAML agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import strict_yaml
from yubei_pub.findings import Place, YubeiError
from yubei_pub.strict_yaml import Mapping, Node, Scalar, Sequence
from yubei_pub.trace import Source

CASES = cases("strict_yaml")


def rendered(text: str) -> str:
    """The nodes, one a line, as `line:column path = text` (`?` after it: ambiguous), or the error."""
    try:
        node = strict_yaml.parse(Source("file.yaml", text))
    except YubeiError as error:
        return str(error)
    return "\n".join(_lines(node, "")) if node else "nothing"


def _lines(node: Node, path: str) -> Iterator[str]:
    match node:
        case Scalar():
            line, column = node.place.position
            doubt = " ?" if strict_yaml.ambiguous(node) else ""
            yield f"{line}:{column} {path or '.'} = {node.value!r}{doubt}"
        case Sequence():
            for number, item in enumerate(node.items):
                yield from _lines(item, f"{path}[{number}]")
        case Mapping():
            for key, value in node.entries:
                yield from _lines(value, f"{path}.{key.value}")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_case(case: Path, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = case.read_text(encoding="utf-8").rsplit("---\n", 1)
    if loader == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, loader):
        pytest.skip("this PyYAML has no LibYAML")
    assert rendered(text.replace("\\r\n", "\r\n")) == expected.rstrip("\n")


WORDS = st.text(alphabet="ab x：:“”#-数字'\"𠀀é1.", max_size=12)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


def _plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.value: _plain(value) for key, value in node.entries}
    return None


def _nodes(node: Node | None) -> Iterator[Node]:
    if node is not None:
        yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _nodes(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _nodes(value)


@given(value=VALUES, flow=st.booleans(), before=st.sampled_from(["", "\ufeff", "# 注：释𠀀\n"]))
def test_what_was_dumped_is_read_back_with_exact_places(value: object, flow: bool, before: str) -> None:
    text = before + yaml.safe_dump(value, default_style='"', default_flow_style=flow, allow_unicode=True, width=1000)
    for written in (text, text.replace("\n", "\r\n")):
        source = Source("file.yaml", written)
        node = strict_yaml.parse(source)
        assert _plain(node) == value
        for inner in _nodes(node):
            if isinstance(inner, Scalar):
                assert strict_yaml.parse(source, inner.place.start, inner.place.end) == inner


@given(st.text(alphabet="ab:：-－ \n\t　#＃\"'“”[]{},，&*!|>%@?~\\\r0.", max_size=60))
def test_anything_is_read_or_explained(text: str) -> None:
    source = Source("file.yaml", text)
    try:
        node = strict_yaml.parse(source)
    except YubeiError as error:
        place = error.place
    else:
        place = node.place if node else Place(source, 0, 0)
        for inner in _nodes(node):
            if isinstance(inner, Scalar) and inner.plain and not {"\n", "\r"} & {*text}:
                assert text[inner.place.start : inner.place.end] == inner.value
    assert place is not None
    assert 0 <= place.start <= place.end <= len(text)


def test_part_of_a_file_has_the_places_of_the_file() -> None:
    source = Source("zh.md", "---\ndate: 2024\nurl:\n---\n\n# 标题\n")
    node = strict_yaml.parse(source, 4, 20)
    assert isinstance(node, Mapping)
    assert [(v.place.start, v.place.end) for _, v in node.entries] == [(10, 14), (19, 19)]
    assert node.get("date") == node.entries[0][1]
    assert node.get("dates") is None


def test_places_end_with_the_last_value() -> None:
    text = "terms:\n  - zh: 甲\n    also: [a, b]   # note\n\n  - zh: 乙\n\n# end\n"
    node = strict_yaml.parse(Source("file.yaml", text))
    written = [text[n.place.start : n.place.end] for n in _nodes(node) if not isinstance(n, Scalar)]
    terms = text[text.index("- zh") : text.index("乙") + 1]
    assert written == [text[: text.index("乙") + 1], terms, "zh: 甲\n    also: [a, b]", "[a, b]", "zh: 乙"]


def test_nesting_does_not_recurse() -> None:
    with pytest.raises(YubeiError, match="32 levels"):
        strict_yaml.parse(Source("file.yaml", "[" * 100_000))


def test_an_alias_bomb_is_refused() -> None:
    with pytest.raises(YubeiError, match="straight quotation marks"):
        strict_yaml.parse(Source("file.yaml", "a: &a [x]\nb: [*a, *a]\n"))


def test_large_files_are_refused() -> None:
    text = "- 数\n" * (strict_yaml.MAX_BYTES // 6 + 1)
    with pytest.raises(YubeiError, match="4 MB"):
        strict_yaml.parse(Source("file.yaml", text))


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(YubeiError, match="U\\+D800"):
        strict_yaml.parse(Source("file.yaml", "a: \ud800"))
