// What Glibc's own module leaves out of the C library: how its allocator is tuned.
#include <malloc.h>
