"""The estimate that the model of characters is made of: it is a likelihood, and the file gives it back."""

from __future__ import annotations

import importlib.util
import math
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from yubei_pub.repairs._model import PARTS, Model, folded

TOOLS = Path(__file__).parents[1] / "tools"
NEWS = folded("\n城市建設要讓城市更美，讓人民生活更好。\n城市治理要讓人民滿意，城市生活要更方便。\n")
KINDS = (NEWS, folded("\n城市人民生活很好，人民很滿意，城市很美。\n"), folded("\n房間很好，很滿意。\n"))


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    sys.path.insert(0, str(TOOLS))
    spec = importlib.util.spec_from_file_location("build_model", TOOLS / "build_model.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(TOOLS))
    return module


def number(symbols: str, sequence: str) -> int:
    return sum(symbols.index(char) << 16 * place for place, char in enumerate(reversed(sequence)))


def likely(model: object, symbols: str, before: str, chars: str) -> list[float]:
    wanted = np.array([number(symbols, before + char) for char in chars], np.uint64)
    return [float(one) for one in model.of(wanted, len(before) + 1)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [30, 1000])
def test_all_that_may_follow_is_as_likely_as_one_together(tool: ModuleType, size: int) -> None:
    symbols, model = tool.model_of(KINDS, size)
    alone = float(model.likely[0].sum())
    assert 0.9 < alone <= 1 + 1e-9
    for before in ("城", "让人", "城市", "美很", "\n城"):
        assert sum(likely(model, symbols, before, symbols)) == pytest.approx(1, abs=1 - alone + 1e-6)


def test_what_was_met_is_likelier_than_what_was_not(tool: ModuleType) -> None:
    symbols, model = tool.model_of(KINDS, 1000)
    market, life, people = likely(model, symbols, "城", "市活民")
    assert market > 10 * max(life, people)


def test_the_most_telling_sequences_are_kept_with_their_beginnings(tool: ModuleType) -> None:
    symbols, model = tool.model_of(KINDS, 20)
    assert number(symbols, "城市") in model.held[1]
    assert {int(one) >> 16 for one in model.held[2]} <= {int(one) for one in model.held[1]}


def test_the_file_gives_back_what_was_estimated(tool: ModuleType) -> None:
    symbols, estimated = tool.model_of(KINDS, 40)
    model = Model(tool.packed(symbols, estimated, {"後": 0.25}))
    rounding = 3 * math.log(2) / PARTS / 2  # each of three numbers is rounded to the scale of the file
    for before in ("市", "城市", "让城", "很满", "美民"):
        history = 0
        for char in before:
            history = model.history(history, model.char(char).symbol)
        context = model.context(history)
        for char, wanted in zip(symbols, likely(estimated, symbols, before, symbols), strict=True):
            symbol, alone, _ = model.char(char)
            assert context.behind_both(symbol, alone) == pytest.approx(math.log(wanted), abs=rounding + 1e-9)
    assert model.char("後").share == pytest.approx(math.log(0.25))
