#include "platform/documents/bounded_process.h"

#include <doctest/doctest.h>

#include <string>

namespace bounded_process_test {

using namespace onroll::documents;

const ProcessLimits limits{.time = std::chrono::seconds(60), .memory_bytes = std::size_t{1} << 30};

TEST_CASE("a program's output is given piece by piece, to its end")
{
    std::string lines;
    for (int line = 1; line <= 100'000; ++line) lines += std::to_string(line) + "\n";
    std::string taken;
    FileWork work;
    work.take = [&](std::string_view piece) {
        taken += piece;
        return true;
    };
    const auto answer = run_on_files({"/usr/bin/seq", "1", "100000"}, work, limits);
    CHECK(answer.end == ProcessEnd::exited);
    CHECK(answer.code == 0);
    CHECK(taken == lines);
}

TEST_CASE("a program whose output is not taken is ended")
{
    std::size_t taken = 0;
    FileWork work;
    work.take = [&](std::string_view piece) {
        taken += piece.size();
        return taken < 1'000'000;
    };
    CHECK(run_on_files({"/usr/bin/yes"}, work, limits).end == ProcessEnd::limited);
    CHECK(taken >= 1'000'000);
}

TEST_CASE("a program that fails, or is not there, says so when its output is taken in pieces")
{
    FileWork work;
    work.take = [](std::string_view) { return true; };
    const auto failed = run_on_files({"/bin/false"}, work, limits);
    CHECK(failed.end == ProcessEnd::exited);
    CHECK(failed.code == 1);
    CHECK(run_on_files({"/usr/bin/no-such-program"}, work, limits).end == ProcessEnd::not_there);
}

} // namespace bounded_process_test
