"""Open sets: every module dropped into a package is found, none is listed by hand."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: ModuleType) -> list[str]:
    """The modules of a package, in the spelling people type (`leftover_damage` → `leftover-damage`), sorted."""
    return sorted(m.name.replace("_", "-") for m in iter_modules(package.__path__) if not m.name.startswith("_"))


def load(package: ModuleType, name: str) -> ModuleType:
    """One module of a package by the name people type; KeyError if there is none."""
    if name not in names(package):
        raise KeyError(name)
    return _module(package, name)


def discover(package: ModuleType) -> dict[str, ModuleType]:
    """All modules of a package by name, sorted, so that results do not depend on the disk."""
    return {name: _module(package, name) for name in names(package)}


def _module(package: ModuleType, name: str) -> ModuleType:
    return import_module(f"{package.__name__}.{name.replace('-', '_')}")
