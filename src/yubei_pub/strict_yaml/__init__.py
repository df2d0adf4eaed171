"""YAML as people mean it: texts, lists and entries, with exact places, and nothing else.

PyYAML's usual loaders misread what editors type: a duplicate key silently wins, `no` is
False, `1.10` is 1.1, `No. #1 thing` is "No.", an alias bomb explodes later, and deep
nesting crashes the C reader.  So only its event stream is used: every scalar is a string,
anchors and tags are refused, depth and size are capped, and what a Chinese keyboard gets
wrong is explained instead of misread.

Files are edited by splicing text at the places of the nodes; every other byte stays.
"""

from yubei_pub.strict_yaml.nodes import Mapping, Node, Scalar, Sequence, ambiguous
from yubei_pub.strict_yaml.reader import MAX_BYTES, parse
from yubei_pub.strict_yaml.writing import quoted, scalar

__all__ = ["MAX_BYTES", "Mapping", "Node", "Scalar", "Sequence", "ambiguous", "parse", "quoted", "scalar"]
