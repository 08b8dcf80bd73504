"""Text into a plain tree in which every value knows its line.

YAML and JSON come out as the same tree, so every format shares one validator and one set of messages. Nothing
here knows what a case is.
"""

from compare.trees.data import data_tree
from compare.trees.node import Node, Number, clean_text, is_number, number_from, twice
from compare.trees.reading_json import parse_json
from compare.trees.reading_yaml import parse_yaml

__all__ = ["Node", "Number", "clean_text", "data_tree", "is_number", "number_from", "parse_json", "parse_yaml", "twice"]
