#include "platform/log/no_core.h"

#include <doctest/doctest.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace no_core_test {

using namespace onroll;

TEST_CASE("a process that said so leaves no core file when it dies, nor lets its memory be read")
{
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        log::leave_no_core();
        rlimit limit{.rlim_cur = 1, .rlim_max = 1};
        const bool limited =
            getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
        _exit(limited && prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

} // namespace no_core_test
