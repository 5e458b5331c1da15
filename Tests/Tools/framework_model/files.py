# The connector of files: which files, in which order, under which names, decoded how.
# Knows nothing of detection. Documents and archives are the program's own and not modelled.
import codecs
import os
from pathlib import Path

from . import path_patterns


def content(base, properties):
    """What the connector gives for `path`, relative to `base`; nothing where no file can be read."""
    root = Path(properties["path"].strip())
    encoding = properties.get("encoding", "utf-8")
    whole = (Path(base) / root).is_file()
    names = [root] if whole else chosen(base, root, properties)
    read = [(name, *text(Path(base) / name, encoding, properties.get("errors", "strict")))
            for name in names]
    skipped = [size for _, size, value in read if value is None]
    read = [(name, size, value) for name, size, value in read if value is not None]
    if not read:
        return None
    label = root.name if whole else f"{root.name}_directory"
    description = (f"Content from file {root.name}" if whole
                   else f"Content from directory {root.name} ({len(read)} files)")
    return {
        "schemaVersion": "1.0.0", "name": f"standard_input_from_{label}",
        "description": description, "contentEncoding": encoding, "source": str(root),
        "metadata": {
            "file_count": len(read), "total_size_bytes": sum(size for _, size, _ in read),
            "exclude_patterns": properties.get("exclude_patterns"),
            "source_type": "file" if whole else "directory",
            # The program's own: files that do not fit the encoding.
            **({"skipped_file_count": len(skipped), "unseen_bytes": sum(skipped)} if skipped else {})},
        "data": [item(str(name), value) for name, _, value in read],
    }


def item(path, value):
    return {"content": value, "metadata": {
        "source": path, "connector_type": "filesystem_connector", "context": {},
        "file_path": path}}


def chosen(base, root, properties):
    """Sorted, so that the limit takes the same files every time."""
    top = Path(base) / root
    found = sorted((p.relative_to(top) for p in top.rglob("*") if p.is_file()),
                   key=lambda name: [os.fsencode(part) for part in name.parts])
    names = [str(name) for name in found]
    include, exclude = properties.get("include_patterns"), properties.get("exclude_patterns")
    names = [name for name in names if include is None or path_patterns.matches(include, name)]
    names = [name for name in names if not path_patterns.matches(exclude or [], name)]
    return [root / name for name in names[:properties.get("max_files", 1000)]]


def text(path, encoding, errors):
    data = path.read_bytes()
    try:
        value = codecs.decode(data, encoding, errors)
    except UnicodeDecodeError:
        return len(data), None
    return len(data), value.replace("\r\n", "\n").replace("\r", "\n")
