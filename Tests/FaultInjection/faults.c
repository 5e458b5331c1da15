// Preloaded into a program under test: makes one of its file operations below a directory fail, or be its last.
//
// FAULT_ROOT   only operations on files below this directory count
// FAULT_AT     the number of the operation, from 1, that is disturbed; 0: none
// FAULT_KIND   kill   the process dies before the operation
//              tear   half of a write is done, then the process dies
//              full   this operation and all later ones that need space fail with ENOSPC
//              error  this operation fails with EIO
//              power  the process dies, and what was not synced is lost
// FAULT_IMAGE  (power) a directory: what a disk would hold that keeps nothing that was not synced. Files are as of
//              their last fsync, names as of the last fsync of their directory. Where the program ends by itself,
//              the image is that of its end.
// FAULT_HANG   a directory: reading a file below it never comes back, as from a file server that is gone
// FAULT_COUNT  a file that the number of operations is written to when the program ends
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <unistd.h>

typedef enum { WRITE, SYNC, NAME } operation_t;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX], image[PATH_MAX], counter[PATH_MAX], hanging[PATH_MAX];
static char kind[16];
static long target, count;
static bool is_full;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void take(const char *variable, char *place, size_t size) {
  const char *value = getenv(variable);
  snprintf(place, size, "%s", value ? value : "");
}

__attribute__((constructor)) static void begin(void) {
  take("FAULT_ROOT", root, sizeof root);
  take("FAULT_IMAGE", image, sizeof image);
  take("FAULT_HANG", hanging, sizeof hanging);
  take("FAULT_COUNT", counter, sizeof counter);
  take("FAULT_KIND", kind, sizeof kind);
  const char *at = getenv("FAULT_AT");
  target = at ? atol(at) : 0;
  if (image[0]) {
    char path[PATH_MAX + 16];
    mkdir(image, 0700);
    snprintf(path, sizeof path, "%s/files", image);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/names", image);
    mkdir(path, 0700);
  }
}

static bool is_below(const char *directory, const char *path) {
  size_t length = strlen(directory);
  return length > 0 && strncmp(path, directory, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static bool is_below_root(const char *path) { return is_below(root, path); }

static bool is_file_below(const char *directory, int file) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
  return is_below(directory, path);
}

static bool is_watched(int file) { return is_file_below(root, file); }

static bool is_watched_path(const char *path) {
  if (path[0] == '/') return is_below_root(path);
  char full[PATH_MAX];
  if (!getcwd(full, sizeof full)) return false;
  size_t length = strlen(full);
  snprintf(full + length, sizeof full - length, "/%s", path[0] == '.' && path[1] == '/' ? path + 2 : path);
  return is_below_root(full);
}

// ---- What a disk would hold

static void copy_bytes(int from, const char *path) {
  int to = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  char buffer[65536];
  off_t offset = 0;
  ssize_t length;
  while ((length = pread(from, buffer, sizeof buffer, offset)) > 0) {
    REAL(write)(to, buffer, length);
    offset += length;
  }
  REAL(close)(to);
}

static void file_place(ino_t inode, char *place, size_t size) {
  snprintf(place, size, "%s/files/%lu", image, (unsigned long)inode);
}

static void keep_file(int file, ino_t inode) {
  char place[PATH_MAX + 64], link[64];
  file_place(inode, place, sizeof place);
  // Through its link: the descriptor may be for writing alone.
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  int reader = REAL(open)(link, O_RDONLY);
  if (reader < 0) return;
  copy_bytes(reader, place);
  REAL(close)(reader);
}

static void keep_names(int directory, ino_t inode) {
  char place[PATH_MAX + 64], link[64], path[PATH_MAX];
  snprintf(place, sizeof place, "%s/names/%lu", image, (unsigned long)inode);
  snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  DIR *entries = opendir(path);
  if (!entries) return;
  FILE *names = fopen(place, "w");
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    fprintf(names, "%c %lu %s\n", entry->d_type == DT_DIR ? 'd' : 'f', (unsigned long)entry->d_ino,
            entry->d_name);
  }
  fclose(names);
  closedir(entries);
}

static void keep_synced(int file) {
  struct stat status;
  if (!image[0] || fstat(file, &status) != 0) return;
  if (S_ISDIR(status.st_mode)) keep_names(file, status.st_ino);
  if (S_ISREG(status.st_mode)) keep_file(file, status.st_ino);
}

// A new file may have the inode of one that is gone.
static void forget_file(int file) {
  struct stat status;
  char place[PATH_MAX + 64];
  if (!image[0] || fstat(file, &status) != 0 || status.st_size != 0) return;
  file_place(status.st_ino, place, sizeof place);
  REAL(unlink)(place);
}

static void rebuild(ino_t inode, const char *path) {
  char place[PATH_MAX + 64], line[PATH_MAX], name[PATH_MAX];
  mkdir(path, 0700);
  snprintf(place, sizeof place, "%s/names/%lu", image, (unsigned long)inode);
  FILE *names = fopen(place, "r");
  if (!names) return;
  while (fgets(line, sizeof line, names)) {
    char type;
    unsigned long entry;
    if (sscanf(line, "%c %lu %[^\n]", &type, &entry, name) != 3) continue;
    char *inner = NULL;
    if (asprintf(&inner, "%s/%s", path, name) < 0) continue;
    if (type == 'd') {
      rebuild(entry, inner);
    } else {
      file_place(entry, place, sizeof place);
      int kept = REAL(open)(place, O_RDONLY);
      if (kept >= 0) {
        copy_bytes(kept, inner);
        REAL(close)(kept);
      } else {
        REAL(close)(REAL(open)(inner, O_WRONLY | O_CREAT, 0600));
      }
    }
    free(inner);
  }
  fclose(names);
}

static void build_image(void) {
  char path[PATH_MAX + 16];
  struct stat status;
  snprintf(path, sizeof path, "%s/disk", image);
  if (image[0] && stat(root, &status) == 0) rebuild(status.st_ino, path);
}

__attribute__((destructor)) static void end(void) {
  if (counter[0]) {
    FILE *file = fopen(counter, "w");
    if (file) {
      fprintf(file, "%ld\n", count);
      fclose(file);
    }
  }
  if (!strcmp(kind, "power")) build_image();
}

// ---- Disturbing

static void die(void) {
  if (!strcmp(kind, "power")) build_image();
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Counts an operation that is about to be done. Called with the lock held.
// Returns the error that it fails with, 0 if it does not, -1 if half of it is to be done.
static int disturbance(operation_t operation) {
  count += 1;
  bool is_now = target > 0 && count == target;
  if (is_now && !strcmp(kind, "full")) is_full = true;
  if (is_full && operation != SYNC) return ENOSPC;
  if (!is_now) return 0;
  if (!strcmp(kind, "error")) return EIO;
  if (!strcmp(kind, "tear") && operation == WRITE) return -1;
  if (!strcmp(kind, "kill") || !strcmp(kind, "tear") || !strcmp(kind, "power")) die();
  return 0;
}

#define DISTURBED(operation, call, half)              \
  pthread_mutex_lock(&lock);                          \
  int fault = disturbance(operation);                 \
  if (fault == -1) {                                  \
    half;                                             \
    die();                                            \
  }                                                   \
  __typeof__(call) result = fault ? -1 : (call);      \
  int saved = fault ? fault : errno;

#define GIVE             \
  pthread_mutex_unlock(&lock); \
  errno = saved;         \
  return result;

ssize_t read(int file, void *bytes, size_t size) {
  if (hanging[0] && is_file_below(hanging, file))
    for (;;) pause();
  return REAL(read)(file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (!is_watched(file)) return REAL(write)(file, bytes, size);
  DISTURBED(WRITE, REAL(write)(file, bytes, size), REAL(write)(file, bytes, size / 2))
  GIVE
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  if (!is_watched(file)) return REAL(pwrite)(file, bytes, size, offset);
  DISTURBED(WRITE, REAL(pwrite)(file, bytes, size, offset), REAL(pwrite)(file, bytes, size / 2, offset))
  GIVE
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  if (!is_watched(file)) return REAL(pwrite64)(file, bytes, size, offset);
  DISTURBED(WRITE, REAL(pwrite64)(file, bytes, size, offset), REAL(pwrite64)(file, bytes, size / 2, offset))
  GIVE
}

int fsync(int file) {
  if (!is_watched(file)) return REAL(fsync)(file);
  DISTURBED(SYNC, REAL(fsync)(file), )
  if (result == 0) keep_synced(file);
  GIVE
}

int fdatasync(int file) {
  if (!is_watched(file)) return REAL(fdatasync)(file);
  DISTURBED(SYNC, REAL(fdatasync)(file), )
  if (result == 0) keep_synced(file);
  GIVE
}

int rename(const char *from, const char *to) {
  if (!is_watched_path(to)) return REAL(rename)(from, to);
  DISTURBED(NAME, REAL(rename)(from, to), )
  GIVE
}

int mkdir(const char *path, mode_t mode) {
  if (!is_watched_path(path)) return REAL(mkdir)(path, mode);
  DISTURBED(NAME, REAL(mkdir)(path, mode), )
  GIVE
}

static int open_new(int file) {
  if (file >= 0 && is_watched(file)) forget_file(file);
  return file;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (flags & O_CREAT && is_full && is_watched_path(path) && access(path, F_OK) != 0) {
    errno = ENOSPC;
    return -1;
  }
  int file = REAL(open)(path, flags, mode);
  return flags & O_CREAT ? open_new(file) : file;
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (flags & O_CREAT && is_full && is_watched_path(path) && access(path, F_OK) != 0) {
    errno = ENOSPC;
    return -1;
  }
  int file = REAL(open64)(path, flags, mode);
  return flags & O_CREAT ? open_new(file) : file;
}

// A disk that is full says so.
int statvfs(const char *path, struct statvfs *record) {
  int result = REAL(statvfs)(path, record);
  if (result == 0 && is_full && is_watched_path(path)) record->f_bavail = 0;
  return result;
}
