"""Lists in Markdown whose items are passages: each with its twin under it, nested as deep as they were."""

from __future__ import annotations

from yubei_pub.document import Block


class Items:
    """The items that are open, outermost first, as depth and width of the marker: what belongs to the last
    of them is indented by the widths of all, else it would end the list."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int]] = []

    def item(self, block: Block, text: str) -> str:
        """The text as an item, one as deep as the last behind it, a deeper one in it; or as more of an item."""
        if not block.label:
            while self._open and self._open[-1][0] > block.depth:
                self._open.pop()
            return self.inside(text)
        while self._open and self._open[-1][0] >= block.depth:
            self._open.pop()
        mark = f"{block.label} " if block.label[:1].isdigit() else "- "
        outside = self._indent()
        self._open.append((block.depth, len(mark)))
        return outside + mark + text.replace("\n", "\n" + self._indent())

    def inside(self, text: str) -> str:
        """Paragraphs as part of the last item; as they are, if none is open."""
        indent = self._indent()
        lines = (indent + line if line else line for line in text.split("\n"))
        return "\n".join(lines) if indent else text

    def close(self) -> None:
        """What follows is no item."""
        self._open.clear()

    def _indent(self) -> str:
        return " " * sum(width for _, width in self._open)
