// The entry of every test program.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
// Half of the tests' time went into remembering by which thirty calls each piece of memory came to
// be, and into keeping 256 MB of what was freed. A sixth of what was left went into keeping the
// variables of functions that have returned: ./test asks for those of the platform, where callbacks
// outlive who made them, and the fuzz targets keep them. To be told more of a fault:
// ASAN_OPTIONS=malloc_context_size=30:quarantine_size_mb=256:detect_stack_use_after_return=1.
extern "C" const char*
__asan_default_options() // NOLINT(bugprone-reserved-identifier): the sanitizer's name
{
    return "malloc_context_size=2:quarantine_size_mb=16:max_malloc_fill_size=0:"
           "detect_stack_use_after_return=0";
}
#endif
#endif
