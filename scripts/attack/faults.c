/*
 * A disk that fails as it is told. The file ATTAQUE_FAUTES, read at each call, holds one line: what fails (sync, write, short, lie or open),
 * a word of the paths concerned, the error's number, and one call in how many. A short write does half; a lie says that all is written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The error that this call is to meet, 0 for none. */
static int fault(const char *what, int fd, const char *known) {
  static unsigned long calls;
  char line[256], asked[16], word[128], link[32], path[PATH_MAX];
  int number = 0;
  unsigned long every = 1;
  const char *told = getenv("ATTAQUE_FAUTES");
  int control = told ? (int)syscall(SYS_openat, AT_FDCWD, told, O_RDONLY | O_CLOEXEC) : -1;
  if (control < 0) return 0;
  ssize_t length = read(control, line, sizeof line - 1);
  close(control);
  if (length <= 0) return 0;
  line[length] = 0;
  if (sscanf(line, "%15s %127s %d %lu", asked, word, &number, &every) < 4 || strcmp(asked, what)) return 0;
  if (!known) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    known = path;
  }
  if (!strstr(known, word)) return 0;
  return __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED) % every ? 0 : number;
}

static int fails(int number) {
  errno = number;
  return -1;
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  int number = fault("sync", fd, NULL);
  return number ? fails(number) : real(fd);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  int number = fault("sync", fd, NULL);
  return number ? fails(number) : real(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  int number = fault("write", fd, NULL);
  if (number) return fails(number);
  if (fault("lie", fd, NULL)) return (ssize_t)length;
  return real(fd, bytes, length > 1 && fault("short", fd, NULL) ? length / 2 : length, offset);
}

int open64(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  if (!real) real = dlsym(RTLD_NEXT, "open64");
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  int number = (flags & O_ACCMODE) == O_RDONLY ? 0 : fault("open", -1, path);
  return number ? fails(number) : real(path, flags, mode);
}
