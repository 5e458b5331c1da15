/* The floor for reading YAML: all events of a file through libyaml, nothing kept, nothing printed.
   Build: cc -O2 yaml_event_loop.c -lyaml -o yaml_event_loop. Use: yaml_event_loop FILE. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static unsigned char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  if (fseek(file, 0, SEEK_END) != 0) return NULL;
  long length = ftell(file);
  if (length < 0) return NULL;
  rewind(file);
  unsigned char *bytes = malloc((size_t)length + 1);
  if (!bytes) return NULL;
  *size = fread(bytes, 1, (size_t)length, file);
  fclose(file);
  return bytes;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  size_t size = 0;
  unsigned char *bytes = read_file(arguments[1], &size);
  yaml_parser_t parser;
  if (!bytes || !yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, bytes, size);
  for (int done = 0; !done;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) return 1;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  free(bytes);
  return 0;
}
