#include "platform/virus_scan/virus_scan.h"

#include "helpers/clamd.h"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

namespace virus_scan_test {

using namespace onroll;
using namespace onroll::virus_scan;

Result<Scanned> scan(const ScannerAddress& address, std::string_view bytes)
{
    auto begun = Scan::begin(address, std::chrono::seconds(20));
    if (!begun) return begun.error();
    begun->give(bytes);
    return begun->finish();
}

TEST_CASE("a scanner is found by its socket, or by a port of this machine and no other")
{
    CHECK(ScannerAddress::parse("/run/clamav/clamd.ctl")->socket_path == "/run/clamav/clamd.ctl");
    CHECK(ScannerAddress::parse("unix:/run/a")->socket_path == "/run/a");
    CHECK(ScannerAddress::parse("127.0.0.1:3310")->port == 3310);
    CHECK(ScannerAddress::parse("localhost:3310")->port == 3310);
    CHECK(ScannerAddress::parse("[::1]:3310")->internet_v6);
    for (const char* other : {"", "clamd", "192.0.2.1:3310", "127.0.0.1", "127.0.0.1:0",
                              "127.0.0.1:99999", "127.0.0.1:3310 ", "scanner.example:3310"})
        CHECK_FALSE(ScannerAddress::parse(other));
    CHECK_FALSE(ScannerAddress::parse("/" + std::string(200, 'a')));
}

TEST_CASE("only two answers give a verdict; every other one is no answer")
{
    CHECK(read_answer(std::string_view("stream: OK\0", 11))->verdict == Verdict::clean);
    CHECK(read_answer("stream: Win.Test.EICAR_HDB-1 FOUND\n").value() ==
          Scanned{Verdict::infected, "Win.Test.EICAR_HDB-1"});
    for (const char* answer :
         {"", "stream: ", "stream:  FOUND", "stream: OK ", "OK",
          "INSTREAM size limit exceeded. ERROR", "stream: x ERROR", "UNKNOWN COMMAND"})
        CHECK_FALSE(read_answer(answer));
}

TEST_CASE("where no scanner listens, that is said at once")
{
    const auto begun = Scan::begin({.socket_path = "/nonexistent/clamd.ctl"});
    REQUIRE_FALSE(begun);
    CHECK(begun.error().kind == ErrorKind::unavailable);
}

TEST_CASE("a scanner that hangs up in the middle gives no verdict")
{
    const auto folder =
        std::filesystem::temp_directory_path() / ("virus-scan-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = (folder / "socket").string();
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    path.copy(where.sun_path, sizeof where.sun_path - 1);
    REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    std::thread hangs_up([&] { ::close(::accept(listener, nullptr, nullptr)); });
    const auto answer = scan({.socket_path = path}, std::string(4'000'000, 'x'));
    hangs_up.join();
    ::close(listener);
    std::filesystem::remove_all(folder);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == ErrorKind::unavailable);
}

TEST_CASE("clamd itself finds the EICAR test file, over its socket and over TCP, and nothing in "
          "other files")
{
    const tests::Clamd clamd;
    if (!clamd.is_there()) return;
    for (const auto& at : {clamd.socket(), clamd.port()}) {
        const auto address = ScannerAddress::parse(at);
        REQUIRE(address);
        CHECK(scan(*address, tests::eicar()).value() ==
              Scanned{Verdict::infected, std::string(tests::eicar_found)});
        CHECK(scan(*address, "Dear parent").value() == Scanned{});
        CHECK(scan(*address, "").value() == Scanned{});
        CHECK(scan(*address, std::string(5'000'000, 'x'))->verdict == Verdict::clean);
    }
}

TEST_CASE("clamd's own limit on a file's size gives no verdict, rather than a clean one")
{
    const tests::Clamd clamd("StreamMaxLength 1M\n");
    if (!clamd.is_there()) return;
    const auto answer = scan(*ScannerAddress::parse(clamd.socket()), std::string(3'000'000, 'x'));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == ErrorKind::unavailable);
}

} // namespace virus_scan_test
