/*
 * Keeps, in the order in which they happened, the writes, cuts and syncs of the base ATTAQUE_BASE in the file ATTAQUE_RELEVE, so that a power
 * cut can be played at any of them. Each entry is its kind, the file (base, log or rollback journal), a length, an offset, then the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct entry {
  char kind;
  char file;
  uint16_t unused;
  uint32_t length;
  uint64_t offset;
};

static const char *base;
static int kept = -1;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("ATTAQUE_RELEVE");
  base = getenv("ATTAQUE_BASE");
  if (base && path) kept = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

/* 'b' for the base, 'w' for its log, 'j' for a rollback journal, 0 for what is none of them. */
static char which(int fd) {
  char link[32], path[PATH_MAX];
  if (kept < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  size_t stem = strlen(base);
  if (length < (ssize_t)stem || strncmp(path, base, stem)) return 0;
  path[length] = 0;
  if (path[stem] == 0) return 'b';
  if (!strcmp(path + stem, "-wal")) return 'w';
  return strcmp(path + stem, "-journal") ? 0 : 'j';
}

static void keep(char kind, int fd, const void *bytes, size_t length, off64_t offset) {
  char file = which(fd);
  if (!file) return;
  struct entry entry = {kind, file, 0, (uint32_t)length, (uint64_t)offset};
  struct iovec parts[2] = {{&entry, sizeof entry}, {(void *)bytes, length}};
  if (writev(kept, parts, length ? 2 : 1) < 0) abort();
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  ssize_t done = real(fd, bytes, length, offset);
  if (done > 0) keep('W', fd, bytes, (size_t)done, offset);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  static int (*real)(int, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "ftruncate64");
  int failed = real(fd, length);
  if (!failed) keep('T', fd, NULL, 0, length);
  return failed;
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  int failed = real(fd);
  if (!failed) keep('S', fd, NULL, 0, 0);
  return failed;
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  int failed = real(fd);
  if (!failed) keep('S', fd, NULL, 0, 0);
  return failed;
}
