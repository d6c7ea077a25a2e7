#include "platform/log/no_core.h"

#include "kernel/ensure.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace onroll::log {

void leave_no_core()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ensure(setrlimit(RLIMIT_CORE, &none) == 0, "the limit of core files can always be lowered");
    // A core that is piped to a program knows no limit; this keeps it from one as well.
    ensure(prctl(PR_SET_DUMPABLE, 0) == 0, "a process may always keep its memory to itself");
}

} // namespace onroll::log
