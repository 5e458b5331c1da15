/* The floor for reading a database: steps over all rows of all tables and does nothing with them.
   Build: cc -O2 sqlite_steps.c -lsqlite3 -o sqlite_steps. Use: sqlite_steps FILE TABLE. */
#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **arguments) {
  if (count != 3) return 2;
  sqlite3 *database;
  sqlite3_stmt *statement;
  char query[256];
  snprintf(query, sizeof query, "SELECT * FROM \"%s\"", arguments[2]);
  if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, 0) != SQLITE_OK) return 1;
  if (sqlite3_prepare_v2(database, query, -1, &statement, 0) != SQLITE_OK) return 1;
  long rows = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) rows++;
  printf("%ld\n", rows);
  sqlite3_finalize(statement);
  return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}
