#include "helpers/clamd.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <thread>

namespace onroll::tests {
namespace clamd_detail {

constexpr const char* program = "/usr/sbin/clamd";

int free_port()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    ::bind(descriptor, reinterpret_cast<sockaddr*>(&where), sizeof where);
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&where), &size);
    ::close(descriptor);
    return ntohs(where.sin_port);
}

std::string hexadecimal(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

} // namespace clamd_detail
using namespace clamd_detail;

std::string eicar()
{
    return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}$") +
           "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
}

Clamd::Clamd(const std::string& settings)
{
    if (!std::filesystem::exists(program)) {
        std::cout << "skipped: clamd, because it is not installed (tools/setup test installs it)\n";
        return;
    }
    static std::atomic<int> made{0};
    folder_ = std::filesystem::temp_directory_path() /
              ("onroll-clamd-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
    start(settings);
}

void Clamd::start(const std::string& settings)
{
    std::filesystem::create_directories(folder_ / "signatures");
    std::ofstream(folder_ / "signatures/ours.ndb")
        << "Onroll.Test.EICAR:0:*:" << hexadecimal(eicar()) << "\n";
    port_ = free_port();
    const auto file = folder_ / "clamd.conf";
    std::ofstream(file) << "Foreground yes\nDatabaseDirectory " << (folder_ / "signatures").string()
                        << "\nTemporaryDirectory " << folder_.string() << "\nLocalSocket "
                        << socket() << "\nTCPSocket " << port_
                        << "\nTCPAddr 127.0.0.1\nSelfCheck 0\n"
                        << settings;
    process_ = ::fork();
    if (process_ == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, 1);
        ::dup2(nowhere, 2);
        ::execl(program, program, "-c", file.c_str(), nullptr);
        ::_exit(127);
    }
    for (int tries = 0; tries < 1200; ++tries) {
        if (answers()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    end();
    throw std::runtime_error("clamd did not start in a minute");
}

bool Clamd::answers() const
{
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    socket().copy(where.sun_path, sizeof where.sun_path - 1);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected =
        ::connect(descriptor, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0;
    ::close(descriptor);
    return connected;
}

void Clamd::end()
{
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

Clamd::~Clamd()
{
    end();
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

} // namespace onroll::tests
