"""What the files of a project were at another revision: git, asked as a program.

Paths are relative to the project, with `/`; the project may be a folder inside the repository.
Whatever is in the way (no git, no repository, no such revision) is one YubeiError.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from yubei_pub import files
from yubei_pub.findings import Message, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

PATIENCE = 60  # seconds: git reads from the disk; past this it waits for somebody

EVERY_LINE = range(1, 1 << 31)  # of a file that git does not know yet

# Where the main branch of a project may be found, the most certain first.
_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_MAIN_OF_A_JOB = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME")

# Set where git has called us from a hook: they would answer for another folder.
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")

# An editor's own settings for `git diff` would change what we read.
_PLAIN = ("--find-renames", "--relative", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
_PLAIN_DIFF = ("-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", *_PLAIN)
_HUNK = lazy_regex(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = lazy_regex(rb"\\([0-7]{3}|.)")
_ESCAPED = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


class History:
    """The history of a project's folder.  YubeiError where git cannot be asked about it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if self._git("rev-parse", "--is-inside-work-tree", check=False).strip() != b"true":
            message = "this folder is in no git repository, so there is no earlier state to compare with"
            raise YubeiError(Message(message), path=root.name)

    def base(self, revision: str = "") -> str:
        """The commit to compare the working tree with: where HEAD parted from `revision`.

        Without one, from the main branch; on the main branch itself that is the last commit.
        YubeiError for a revision that is not there.
        """
        head = self._commit("HEAD")
        if head is None:
            raise YubeiError(Message("nothing is committed here yet, so there is no earlier state to compare with"))
        commit = self._commit(revision) if revision else self._main() or head
        if commit is None:
            raise YubeiError(
                Message("there is no revision “{revision}” here{hint}", revision=revision, hint=self._hint())
            )
        # Without a common ancestor (a shallow clone has cut it off) the revision itself will do.
        return self._git("merge-base", commit, head, check=False).decode().strip() or commit

    def text(self, path: str, commit: str) -> Source | None:
        """A text at a commit, under its name of then if it was renamed since; None if it was not there."""
        blob = self._blob(path, commit)
        if blob is None and (earlier := self._earlier_name(path, commit)):
            blob = self._blob(earlier, commit)
        return None if blob is None else files.decode(f"{path} of {commit[:10]}", self._git("cat-file", "blob", blob))

    def changed_lines(self, commit: str) -> dict[str, list[range]]:
        """The lines (1-based) of the working tree that are not as at a commit, by path.

        Where lines were taken out, those beside the gap; of a file that git does not know yet, that is gone, or
        that has no lines, like a picture, `EVERY_LINE`.
        """
        diff = self._git("diff", *_PLAIN_DIFF, commit, "--").decode("utf-8", "surrogateescape")
        changed = _hunks(diff.split("\n"))
        for counted in self._names("diff", *_PLAIN, "--numstat", "--diff-filter=AMDT", commit):
            come, gone, path = counted.split("\t", 2)
            if (come, gone) != ("0", "0"):  # another mode is no change of ours
                changed.setdefault(path, [EVERY_LINE])
        for path in self._names("ls-files", "--others", "--exclude-standard"):
            changed[path] = [EVERY_LINE]
        return changed

    def _commit(self, revision: str) -> str | None:
        wanted = f"{revision}^{{commit}}"
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", wanted, check=False)
        return found.decode().strip() or None

    def _main(self) -> str | None:
        jobs = (f"origin/{os.environ[name]}" for name in _MAIN_OF_A_JOB if os.environ.get(name))
        return next(filter(None, map(self._commit, (*jobs, *_MAIN))), None)

    def _hint(self) -> str:
        if self._git("rev-parse", "--is-shallow-repository", check=False).strip() != b"true":
            return "; `git log --oneline` lists what there is"
        return ": this clone has only the latest commits (`git fetch --unshallow`; in a GitHub workflow fetch-depth: 0)"

    def _blob(self, path: str, commit: str) -> str | None:
        entry = self._git("ls-tree", "-z", commit, "--", path)
        return entry.split(b"\t")[0].split()[2].decode() if entry.startswith(b"100") else None

    def _earlier_name(self, path: str, commit: str) -> str | None:
        names = self._names("diff", *_PLAIN_DIFF, "--name-status", "--diff-filter=R", commit)
        return next((old for _, old, new in zip(*[iter(names)] * 3, strict=False) if new == path), None)

    def _names(self, *arguments: str) -> list[str]:
        listed = self._git(*arguments, "-z", "--").decode("utf-8", "surrogateescape")
        return listed.split("\0")[:-1]

    def _git(self, *arguments: str, check: bool = True) -> bytes:
        """What git answers; nothing, or a YubeiError with its own words if `check`, where it fails."""
        # Windows would run a git.exe in the folder that we are in, which somebody else may have sent with the project.
        os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"
        environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
        try:
            done = subprocess.run(  # noqa: S603  (git, and no shell)
                command,
                check=False,
                cwd=self.root,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
            )
        except FileNotFoundError:
            raise YubeiError(Message("this needs git, which is not installed here (https://git-scm.com)")) from None
        except subprocess.TimeoutExpired:
            raise YubeiError(Message("git gave no answer within {time} seconds", time=PATIENCE)) from None
        said = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode and (check or "dubious ownership" in said):
            raise YubeiError(Message("git says: {said}", said=" ".join(said.split())))
        return b"" if done.returncode else done.stdout


def _hunks(lines: list[str]) -> dict[str, list[range]]:
    """The changed lines by path in what `git diff -U0` writes."""
    changed: dict[str, list[range]] = {}
    path, left = "", 0  # lines of the text still to come: one of them may look like one of git’s
    for line in lines:
        if left:
            left -= not line.startswith("\\")
        elif hunk := _HUNK.match(line):
            gone, start, come = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            left = gone + come
            changed[path].append(range(start, start + come) if come else range(max(start, 1), start + 2))
        elif line.startswith("+++ "):
            path = _path(line[4:])
            changed.setdefault(path, [])
    changed.pop("", None)
    return changed


def _path(written: str) -> str:
    """The path behind `+++`; empty for a file that was deleted."""
    written = written.removesuffix("\t")  # put there behind a name with a space
    if written.startswith('"'):
        plain = written[1:-1].encode("utf-8", "surrogateescape")
        written = _ESCAPE.sub(_unescaped, plain).decode("utf-8", "surrogateescape")
    return written.removeprefix("b/") if written.startswith("b/") else ""


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) if len(code) == 3 else _ESCAPED.get(code[0], code[0])])
