"""`yubei-pub repair` as a filter: standard input, files, JSON Lines, several processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import repairs
from yubei_pub.cli import _records

DAMAGED = "當(dāng)前位置:首頁(yè),雷亞?wèn)| 攝,會(huì)議\n"
MENDED = "當前位置：首頁，雷亞東 攝，會議\n"
SIMPLE = "当前位置：首页，雷亚东 摄，会议\n"


def run(folder: Path, *args: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-c", "from yubei_pub.cli import main; main()", "repair", *args]
    return subprocess.run(program, cwd=folder, input=data, capture_output=True, check=False)


def test_standard_input_is_one_page(tmp_path: Path) -> None:
    for args in ((), ("-",), ("-", "--jobs", "3")):
        result = run(tmp_path, *args, data=DAMAGED.encode("gbk"))
        assert (result.returncode, result.stdout.decode()) == (0, MENDED), result.stderr
    assert run(tmp_path, "--simplify", data=DAMAGED.encode()).stdout.decode() == SIMPLE
    assert run(tmp_path).stdout == b""


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_many_files_in_their_order(tmp_path: Path, jobs: str) -> None:
    names = [f"{number}.txt" for number in range(7)]
    for name in names:
        (tmp_path / name).write_text(f"{name}\n{DAMAGED}", encoding="utf-8")
    result = run(tmp_path, *names[:4], "missing.txt", *names[4:], "--jobs", jobs)
    assert result.stdout.decode() == "".join(f"{name}\n{MENDED}" for name in names)
    assert result.returncode == 2
    assert result.stderr.decode().splitlines() == ["missing.txt: error: there is no such file"]


def test_in_place_text_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "notes").write_text(DAMAGED, encoding="utf-8")
    result = run(tmp_path, "a.txt", "notes", "--in-place")
    assert (result.returncode, result.stdout) == (0, b""), result.stderr
    assert [(tmp_path / name).read_text("utf-8") for name in ("a.txt", "notes")] == [MENDED, MENDED]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "notes"]
    assert run(tmp_path, "--in-place", data=b"x").returncode == 2
    assert run(tmp_path, "a.txt", "--in-place", "--jsonl").returncode == 2


def test_explain_says_where(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DAMAGED, encoding="utf-8")
    lines = run(tmp_path, "a.txt", "--explain").stderr.decode().splitlines()
    assert lines[0] == 'a.txt:1:2: pinyin: "(dāng)" → ""'
    assert lines[-1] == f"{len(lines) - 1} edits"
    record = json.dumps({"id": 1, "text": "乙\n" + DAMAGED}, ensure_ascii=False)
    lines = run(tmp_path, "--jsonl", "--explain", data=record.encode()).stderr.decode().splitlines()
    assert lines[0] == 'standard-input:1:2:2: pinyin: "(dāng)" → ""'


def test_a_guess_is_never_silent(tmp_path: Path) -> None:
    text = "人們?duì)荚谡務(wù)摼谱碇?岬幕杳誀?zhuàng)態(tài)。\ue000"
    doubts = [
        "1:3: warning uncertain-repairs: the page has “?duì)荚谡務(wù)摼谱碇?岬幕杳誀?zhuàng)” here, "
        "which was restored as “都在談論酒醉之後的昏迷狀”; this is a guess: compare it",
        "1:38: warning characters: U+E000 (private use) can be read only in the font of the site it comes from; "
        "write what the publisher’s page shows",
    ]
    result = run(tmp_path, data=text.encode())
    assert (result.returncode, result.stdout.decode()) == (0, "人們都在談論酒醉之後的昏迷狀態。\ue000")
    assert result.stderr.decode().splitlines() == [f"standard-input.txt:{doubt}" for doubt in doubts]
    explained = run(tmp_path, "--explain", data=text.encode()).stderr.decode()
    assert '岬幕杳誀?zhuàng)" → "都在談論酒醉之後的昏迷狀" (uncertain)' in explained
    record = json.dumps({"text": text}, ensure_ascii=False).encode()
    result = run(tmp_path, "--jsonl", "--simplify", data=b"{}\n" + record)
    assert result.stdout.decode().splitlines()[1] == '{"text": "人们都在谈论酒醉之后的昏迷状态。\ue000"}'
    assert result.stderr.decode().splitlines()[1:] == [f"standard-input:2:{doubt}" for doubt in doubts]


def test_the_encoding_that_was_chosen_is_told(tmp_path: Path) -> None:
    assert run(tmp_path, data=DAMAGED.encode()).stderr == b""
    result = run(tmp_path, data=DAMAGED.encode("gbk"))
    assert result.stderr.decode().startswith("standard-input.txt:1:1: note encoding: the page was read as GB18030")


RECORDS = [
    '{"id": 1.10, "big": 12345678901234567890, "text" : "DAMAGED", "z": 1e5, "a": [1, {"text": "會(huì)"}]}',
    '  {"text": "clean, 1,200"}  ',
    "",
    "[1, 2]",
    '{"text": 5}',
    '{"text": null, "x": "會(huì)議"}',
    '{"other": "x"}',
    '{"text": "x"',
    '{"text": "x"} y',
    '{"text": "\\u6703(hu\\u00ec)\\u8b70,\\u6703(hu\\u00ec)\\u8b70"}',
    '{"text": "會(huì)", "text": "會(huì)議,會(huì)議"}',
    "\ufeff" + '{"text": "會(huì)議,\\n會(huì)議\\u0000"}\r',
    '{"text": "\\ud800會(huì)議,會(huì)議"}',
]
EXPECTED = list(RECORDS)
EXPECTED[0] = RECORDS[0].replace("DAMAGED", MENDED.strip())
RECORDS[0] = RECORDS[0].replace("DAMAGED", DAMAGED.strip())
EXPECTED[9] = '{"text": "\\u6703\\u8b70\\uff0c\\u6703\\u8b70"}'
EXPECTED[10] = '{"text": "會(huì)", "text": "會議，會議"}'
EXPECTED[11] = "\ufeff" + '{"text": "會議，\\n會議"}\r'
EXPECTED[12] = '{"text": "會議，會議"}'
BROKEN = {4, 5, 7, 8, 9}


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_json_lines_keep_all_but_their_field(tmp_path: Path, jobs: str) -> None:
    result = run(tmp_path, "--jsonl", "--jobs", jobs, data="\n".join(RECORDS).encode())
    assert result.stdout.decode().split("\n") == EXPECTED
    errors = result.stderr.decode().splitlines()
    assert [int(line.split(":")[1]) for line in errors] == sorted(BROKEN)
    assert all(line.endswith("; the line is passed through as it is") for line in errors)
    assert result.returncode == 1


def test_bytes_that_are_no_text_pass_through(tmp_path: Path) -> None:
    data = b'{"text": "\xff"}\n{"text": "x"}\n' + b'{"text": ' + b"[" * 100_000 + b"\n"
    result = run(tmp_path, "--jsonl", data=data)
    assert (result.returncode, result.stdout) == (1, data)
    errors = result.stderr.decode().splitlines()
    assert errors[0].startswith("standard-input:1: error: the line is not UTF-8")
    assert errors[1].startswith("standard-input:3: error: ")
    assert len(errors) == 2


def test_what_is_not_json_is_told_by_its_column_in_the_line(tmp_path: Path) -> None:
    errors = run(tmp_path, "--jsonl", data=b'{"text": "x"}\n{"text": "a\tb"}\n').stderr.decode()
    said = "standard-input:2: error: not JSON from column 12 on; the line is passed through as it is"
    assert errors.splitlines() == [said]


def test_another_field_and_many_files(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write(tmp_path / name, f'{{"body": "{DAMAGED.strip()}", "text": "會(huì)"}}\n')
    result = run(tmp_path, "--jsonl", "--field", "body", "--simplify", "a.jsonl", "no.jsonl", "b.jsonl")
    assert result.stdout.decode() == f'{{"body": "{SIMPLE.strip()}", "text": "會(huì)"}}\n' * 2
    assert result.returncode == 2
    assert result.stderr.decode().startswith("no.jsonl: error: there is no such file")


def test_order_is_kept_over_many_batches(tmp_path: Path) -> None:
    lines = [json.dumps({"n": n, "text": DAMAGED * (n % 40)}, ensure_ascii=False) for n in range(600)]
    result = run(tmp_path, "--jsonl", "--jobs", "3", data="\n".join(lines).encode() + b"\n")
    records = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [record["n"] for record in records] == list(range(600))
    assert all(record["text"] == MENDED * (record["n"] % 40) for record in records)


def test_a_line_too_long_to_be_held_passes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yubei_pub.pages.LARGEST", 100)
    long = b'{"text": "' + b"x" * 1000 + b'"}\n'
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n' + long + b'{"text": 1}\n')
    with path.open("rb") as file:
        outcomes = [_records.repaired_lines(lines, _records.Way()) for lines in _records.batches("a", file)]
    assert b"".join(outcome.data for outcome in outcomes) == path.read_bytes()
    assert [line.split(";")[0] for outcome in outcomes for line in outcome.broken] == [
        "a:2: error: the line has more than 0 MB",
        "a:3: error: the field “text” is not a text",
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.text(max_size=4), VALUES, max_size=4), st.text('會議(huì),a\n"\\'), st.booleans(), st.booleans()
)
def test_any_record(fields: dict[str, object], text: str, ascii_: bool, wide: bool) -> None:
    record = {**fields, "text": text}
    line = json.dumps(record, ensure_ascii=ascii_, separators=None if wide else (",", ":"))
    data = line.encode("utf-8", "surrogatepass")
    outcome = _records.repaired_lines(_records.Lines("a", 1, (data,)), _records.Way())
    if outcome.broken:
        assert outcome.data == data
        assert not ascii_
        return
    changed = json.loads(outcome.data)
    assert changed.pop("text") == repairs.repair(text).text
    assert list(changed) == [key for key in record if key != "text"]
    assert json.dumps(changed) == json.dumps({key: value for key, value in record.items() if key != "text"})


def test_only_a_few_tasks_are_in_hand_at_once() -> None:
    begun: list[int] = []
    tasks = (begun.append(number) or number for number in range(100))  # type: ignore[func-returns-value]
    results = _records.in_order(str, tasks, jobs=2)
    assert [next(results), next(results)] == ["0", "1"]
    assert len(begun) < 10
    assert [*results] == [str(number) for number in range(2, 100)]


def test_ctrl_c_is_for_the_process_that_others_work_for() -> None:
    handlers = _records.in_order(signal.getsignal, [signal.SIGINT] * 3, jobs=2)
    assert [*handlers] == [signal.SIG_IGN] * 3
