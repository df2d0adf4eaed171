"""A dismissed finding has a reason, a rule that exists, and something to dismiss.

A comment alone on its lines, right above the paragraph that a finding points at, answers it:

    <!-- yubei: ignore numbers: the page counts the two annexes, the translation does not -->

An entry under `ignore:` in yubei-pub.yaml answers the findings of a rule in the whole project, or only those
in some files (`paths:`) or with some words (`match:`):

    ignore:
      - {rule: outside-gb2312, reason: the names were compared with the page, match: 堃}

Bad:   <!-- yubei: ignore numbers -->
Good:  <!-- yubei: ignore numbers: the page counts the two annexes, the translation does not -->

What to do: write the reason for those who come after you.  When the text has changed and
nothing is left to ignore, take the line out.  How much was dismissed is said with every check, and listed with
the reasons in every release.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.ERROR
