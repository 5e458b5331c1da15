# The analyser of source code: which files are code, in which language, and what it says of them.
# Knows nothing of detection.
import datetime
from pathlib import Path

LANGUAGES = {
    "php": [".php", ".php3", ".php4", ".php5", ".phtml"],
    "javascript": [".js", ".jsx", ".mjs", ".cjs", ".vue"],
    "typescript": [".ts", ".tsx", ".mts", ".cts"],
}
EXTENSIONS = {ending: name for name, endings in LANGUAGES.items() for ending in endings}


def content(base, contents, properties):
    """`contents` are those of the inputs in their order."""
    source = next((c["source"] for c in contents if c.get("source")), "standard_input")
    limit = properties.get("max_file_size", 10 * 1024 * 1024)
    files = [file(base, item, properties.get("language"), limit)
             for one in contents for item in one["data"]]
    files = [made for made in files if made]
    name = Path(source).name if source != "standard_input" else "analysed_files"
    return {
        "schemaVersion": "1.0.0", "name": f"source_code_analysis_{name}",
        "description": f"Source code analysis of {source}", "source": source,
        "metadata": {"total_files": len(files),
                     "total_lines": sum(f["metadata"]["line_count"] for f in files)},
        "data": files,
    }


def file(base, item, language, limit):
    path, text = item["metadata"].get("file_path", item["metadata"]["source"]), item["content"]
    size = len(text.encode())
    language = language or EXTENSIONS.get(Path(path).suffix.lower())
    if size > limit or not language:
        return None
    metadata = {"file_size": size, "line_count": text.count("\n") + 1}
    place = Path(base) / path
    if place.exists():
        moment = datetime.datetime.fromtimestamp(place.stat().st_mtime, tz=datetime.timezone.utc)
        metadata["last_modified"] = moment.isoformat()
    return {"file_path": str(Path(path)), "language": language, "raw_content": text,
            "metadata": metadata}
