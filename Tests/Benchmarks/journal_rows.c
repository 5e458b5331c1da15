/* The floor for journalling a run: as many rows as it writes, one transaction a layer, nothing else done.
   Build: cc -O2 journal_rows.c -lsqlite3 -o journal_rows. Use: journal_rows FILE LAYERS WIDTH. */
#include <sqlite3.h>
#include <stdlib.h>

static const char *const setup =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "CREATE TABLE journal (number INTEGER PRIMARY KEY, run INTEGER NOT NULL, instruction INTEGER NOT NULL,"
    " status INTEGER NOT NULL, time INTEGER NOT NULL, digest BLOB, size INTEGER, head_offset INTEGER,"
    " items INTEGER, schema INTEGER, duration REAL, reason TEXT, warnings TEXT);";

static int insert(sqlite3_stmt *statement, long row) {
  static const unsigned char digest[32] = {0};
  sqlite3_bind_int64(statement, 1, row);
  sqlite3_bind_int64(statement, 2, 1);
  sqlite3_bind_int64(statement, 3, row);
  sqlite3_bind_int64(statement, 4, 3);
  sqlite3_bind_int64(statement, 5, 1700000000000000L + row);
  sqlite3_bind_blob(statement, 6, digest, sizeof digest, SQLITE_STATIC);
  for (int column = 7; column <= 10; column++) sqlite3_bind_int64(statement, column, column);
  sqlite3_bind_double(statement, 11, 0);
  int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  long layers = atol(arguments[2]), width = atol(arguments[3]);
  sqlite3 *database;
  sqlite3_stmt *statement;
  if (sqlite3_open(arguments[1], &database) != SQLITE_OK) return 1;
  if (sqlite3_exec(database, setup, 0, 0, 0) != SQLITE_OK) return 1;
  const char *text = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)";
  if (sqlite3_prepare_v2(database, text, -1, &statement, 0) != SQLITE_OK) return 1;
  for (long layer = 0; layer < layers; layer++) {
    if (sqlite3_exec(database, "BEGIN", 0, 0, 0) != SQLITE_OK) return 1;
    for (long column = 0; column < width; column++)
      if (!insert(statement, layer * width + column)) return 1;
    if (sqlite3_exec(database, "COMMIT", 0, 0, 0) != SQLITE_OK) return 1;
  }
  sqlite3_finalize(statement);
  return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}
