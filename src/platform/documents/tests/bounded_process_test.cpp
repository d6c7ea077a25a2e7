#include "platform/documents/bounded_process.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

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

TEST_CASE("a program reads what it is given piece by piece, to its end")
{
    std::string all;
    for (int line = 1; line <= 100'000; ++line) all += std::to_string(line) + "\n";
    auto name = (std::filesystem::temp_directory_path() / "onroll-given-XXXXXX").string();
    const int made = ::mkstemp(name.data());
    REQUIRE(made >= 0);
    ::close(made);
    std::ofstream(name, std::ios::binary) << all;
    std::string_view left = all;
    FileWork work;
    work.give = [&]() -> onroll::Result<std::optional<std::string_view>> {
        const auto piece = left.substr(0, 50'000);
        left.remove_prefix(piece.size());
        return piece.empty() ? std::nullopt : std::optional(piece);
    };
    const auto same = run_on_files({"/usr/bin/cmp", "-", name}, work, limits);
    CHECK(same.end == ProcessEnd::exited);
    CHECK(same.code == 0);
    CHECK(left.empty());

    // Half of it is not all of it: the program is ended before it sees an end.
    left = all;
    bool first = true;
    work.give = [&]() -> onroll::Result<std::optional<std::string_view>> {
        if (!std::exchange(first, false)) return onroll::bad_input("damaged");
        return std::optional(left.substr(0, 50'000));
    };
    CHECK(run_on_files({"/usr/bin/cat"}, work, limits).end == ProcessEnd::limited);
    // Who reads nothing and ends does not end us.
    work.give = [&]() -> onroll::Result<std::optional<std::string_view>> {
        return std::optional(left);
    };
    const auto early = run_on_files({"/bin/false"}, work, limits);
    CHECK(early.end == ProcessEnd::exited);
    CHECK(early.code == 1);
    std::filesystem::remove(name);
}

} // namespace bounded_process_test
