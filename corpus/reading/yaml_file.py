"""YAML that knows the line of each of its parts, so that a fault is named where it stands."""

from collections.abc import Hashable, Mapping
from typing import Annotated, Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from corpus.passages import Source
from corpus.reading.problems import CorpusError, Problem

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Location = tuple[int | str, ...]
"""Keys and positions from the top of the file down to a part."""

DEEPEST = 20
"""Lists and mappings inside each other; the corpus's own files need four."""


class Entry(BaseModel):
    """A mapping of a corpus file: a name it does not know is a slip of the pen."""

    model_config = ConfigDict(extra="forbid")


class SourceEntry(Entry):
    """One line of a `sources:` list."""

    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


Checked = TypeVar("Checked", bound=BaseModel)


class YamlFile:
    """A mapping read from YAML.

    Attributes:
        content: the mapping.
    """

    def __init__(self, text: str, *, path: str, first_line: int = 1) -> None:
        """Read a text that begins at a line of a file.

        Raises:
            CorpusError: the text is no YAML mapping.
        """
        self._path, self._first_line = path, first_line
        self._root, content = self._parsed(text)
        if not isinstance(content, dict):
            raise self.error((), "no list of fields", "Write 'name: value' lines")
        self.content: dict[Any, Any] = content

    def checked(
        self,
        model: type[Checked],
        content: object,
        *,
        at: Location = (),
        remedies: Mapping[str, str] | None = None,
    ) -> Checked:
        """The content at a location as a model.

        Raises:
            CorpusError: it does not fit; the problem names the part, and the remedy of the field where
                one is given.
        """
        try:
            return model.model_validate(content)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
        location = tuple(part for part in first["loc"] if part != "[key]")
        message = first["msg"][:1].lower() + first["msg"][1:]
        remedy = (remedies or {}).get(str(location[0]) if location else "", "Add or correct it")
        raise self.error((*at, *location), message, remedy)

    def error(self, location: Location, message: str, remedy: str) -> CorpusError:
        """A problem at a location."""
        where = f"{'.'.join(map(str, location))}: " if location else ""
        return CorpusError(Problem(self._path, self._line(location), where + message, remedy))

    def _parsed(self, text: str) -> tuple[yaml.Node | None, object]:
        loader = _Loader(text)
        try:
            _refuse_depth(text)
            node = loader.get_single_node()
            return node, loader.construct_document(node) if node else None
        except yaml.reader.ReaderError as error:
            line = text.encode()[: error.position].count(b"\n")
            reason: str = error.reason
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line if mark else 0
            reason = getattr(error, "problem", None) or "unreadable"
        finally:
            loader.dispose()
        raise CorpusError(
            Problem(self._path, line + self._first_line, f"no YAML: {reason}", "Mend the line")
        ) from None

    def _line(self, location: Location) -> int:
        """The line of the deepest part of a location that is in the file."""
        node, line = self._root, 0
        for part in location:
            below = _part(node, part)
            if below is None:
                break
            line, node = below
        return line + self._first_line


def _part(node: yaml.Node | None, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part].start_mark.line, node.value[part]
    return None


def named_sources(listed: Mapping[str, SourceEntry]) -> dict[str, Source]:
    """The sources of a checked `sources:` list by key."""
    return {key: Source(key, entry.title, entry.url) for key, entry in listed.items()}


def _refuse_depth(text: str) -> None:
    """Stop before libyaml's composer does: it recurses without a limit and takes the process down."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark = cast("yaml.Mark", event.start_mark)
            raise yaml.MarkedYAMLError(problem="too deeply nested", problem_mark=mark)


class _Loader(yaml.CSafeLoader):
    """The safe loader, strict on repeated keys, naming the line of a day or number that can't be."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # PyYAML's signature
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:  # such as month 13
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  # PyYAML's signature
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                problem = f"the key {key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else None)
        return super().construct_mapping(node, deep=deep)
