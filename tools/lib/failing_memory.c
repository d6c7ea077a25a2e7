// Refuses a program memory, for tools/out_of_memory, which loads it before the C library (LD_PRELOAD). The file that ONROLL_MEMORY names
// holds three numbers that it shares with the drill: of how many requests one is refused (0: none is), of how many bytes the least of them
// is, and how many were.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static volatile uint32_t *shared;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("ONROLL_MEMORY");
    const int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *memory = mmap(NULL, 12, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory != MAP_FAILED) shared = memory;
    close(file);
}

static int is_refused(size_t size)
{
    static __thread uint64_t state;
    const uint32_t one_in = shared ? shared[0] : 0;
    if (one_in == 0 || size < shared[1]) return 0;
    if (state == 0) state = (uint64_t)(uintptr_t)&state ^ ((uint64_t)getpid() << 32) ^ 0x9e3779b97f4a7c15u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    if ((state >> 32) % one_in != 0) return 0;
    __atomic_fetch_add((uint32_t *)&shared[2], 1, __ATOMIC_RELAXED);
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return is_refused(size) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return is_refused(count * size) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return is_refused(size) ? NULL : __libc_realloc(memory, size);
}
