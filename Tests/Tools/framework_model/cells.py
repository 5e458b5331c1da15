# The connector of SQLite databases: which cells, in which order, printed how.
# Knows nothing of detection.
import sqlite3
from pathlib import Path


def content(base, properties):
    path, limit = properties["database_path"], properties.get("max_rows_per_table", 10)
    name = Path(path).stem
    with sqlite3.connect(Path(base) / path) as database:
        tables = [row[0] for row in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
        items = [item for table in tables for item in cells(database, name, table, limit)]
    return {
        "schemaVersion": "1.0.0", "name": f"sqlite_text_from_{name}", "contentEncoding": "utf-8",
        "description": f"Text content extracted from SQLite database: {path}", "source": path,
        "metadata": {
            "connector_type": "sqlite_connector", "total_data_items": len(items),
            "extraction_summary": {"tables_processed": len(tables), "max_rows_per_table": limit,
                                   "cell_values_extracted": len(items)}},
        "data": items,
    }


def cells(database, name, table, limit):
    quoted = table.replace('"', '""')
    rows = database.execute(f'SELECT * FROM "{quoted}" LIMIT ?', (limit,))
    columns = [column[0] for column in rows.description]
    for number, row in enumerate(rows, 1):
        for column, value in zip(columns, row):
            if value is not None and str(value).strip():
                yield item(name, table, column, number, value)


def item(name, table, column, number, value):
    source = f"sqlite_database_({name})_table_({table})_column_({column})_row_({number})"
    return {"content": f"{column}: {value}", "metadata": {
        "source": source, "connector_type": "sqlite_connector", "context": {},
        "table_name": table, "column_name": column, "schema_name": name}}
