// The families' checker as a visitor meets it: how soon the program answers on an empty folder, how
// long the server takes for the result page, and how much travels. Peer in the same run: the
// liveness page of the same server over the same connection, which is what a page costs at least.
// Usage: bench_check_page PATH_OF_ONROLL
#include "bench/stopwatch.h"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstring>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench_check_page {

using onroll::bench::Stopwatch;

/// `onroll serve` in a process of its own, on a free port.
class Served {
public:
    Served(const std::string& program, const std::string& data)
    {
        int out[2];
        if (pipe(out) != 0) return;
        const Stopwatch watch;
        child_ = fork();
        if (child_ == 0) {
            dup2(out[1], STDOUT_FILENO);
            close(STDERR_FILENO);
            execl(program.c_str(), program.c_str(), "serve", "--port", "0", "--data", data.c_str(),
                  static_cast<char*>(nullptr));
            _exit(127);
        }
        close(out[1]);
        std::string line;
        for (char c; read(out[0], &c, 1) == 1 && c != '\n';) line += c;
        started_in_ = watch.seconds();
        const auto colon = line.rfind(':');
        port_ = colon == std::string::npos ? 0 : std::atoi(line.c_str() + colon + 1);
    }
    ~Served()
    {
        kill(child_, SIGTERM);
        waitpid(child_, nullptr, 0);
    }
    int port() const { return port_; }
    double started_in() const { return started_in_; }
    /// Resident memory now, in megabytes.
    double megabytes() const
    {
        std::ifstream status("/proc/" + std::to_string(child_) + "/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
        return 0;
    }

private:
    pid_t child_ = -1;
    int port_ = 0;
    double started_in_ = 0;
};

struct Answer {
    int status = 0;
    std::size_t bytes = 0; ///< of the body as it travelled
    std::string body;
};

/// One connection that is kept open.
class Connection {
public:
    explicit Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Connection() { close(socket_); }

    Answer ask(const std::string& method, const std::string& path, const std::string& form = {})
    {
        auto request =
            method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n";
        if (!form.empty())
            request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(form.size()) + "\r\n";
        request += "\r\n" + form;
        if (!connected_ || send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < 0)
            return {};
        std::string text;
        while (text.find("\r\n\r\n") == std::string::npos)
            if (!more(text)) return {};
        const auto head = text.find("\r\n\r\n") + 4;
        const auto length_at = text.find("Content-Length: ");
        const auto length = length_at < head
                                ? static_cast<std::size_t>(std::atol(text.c_str() + length_at + 16))
                                : 0;
        while (text.size() < head + length)
            if (!more(text)) return {};
        return {std::atoi(text.c_str() + 9), length, text.substr(head)};
    }

private:
    bool more(std::string& text)
    {
        char buffer[65536];
        const auto got = recv(socket_, buffer, sizeof buffer, 0);
        if (got <= 0) return false;
        text.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    int socket_;
    bool connected_ = false;
};

struct Times {
    double median = 0, p99 = 0;
};

template <class Act>
Times milliseconds_of(int count, Act act)
{
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        act();
        all.push_back(watch.seconds() * 1000);
    }
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 99 / 100]};
}

constexpr auto answers =
    "at=answers&go=answer&what=permanent&urn=990015&started-day=19&started-month=11&started-year="
    "2026&half=am&decided-day=18&decided-month=11&decided-year=2026&letter=yes&letter_says=reasons"
    "&reason=needs&said=not_head&said=return_condition&exam=no&earlier=no&age=school&sen=plan"
    "&disability=yes&care=unknown&side=no&account-known=unknown&work=no&day_six=no&wrote=yes&board="
    "not_yet";

} // namespace bench_check_page

int main(int count, char** arguments)
{
    using namespace bench_check_page;
    const std::string program = count > 1 ? arguments[1] : "build/release/onroll";
    const auto data =
        (std::filesystem::temp_directory_path() / ("onroll_bench_page_" + std::to_string(getpid())))
            .string();

    double slowest = 0, quickest = 1e9;
    for (int i = 0; i < 5; ++i) {
        const Served empty(program, data + "_empty_" + std::to_string(i));
        slowest = std::max(slowest, empty.started_in());
        quickest = std::min(quickest, empty.started_in());
        std::filesystem::remove_all(data + "_empty_" + std::to_string(i));
    }
    std::printf("start on an empty folder: %.0f to %.0f ms (5 starts)\n", quickest * 1000,
                slowest * 1000);

    if (std::system((program + " demo fill --data " + data + " >/dev/null 2>&1").c_str()) != 0)
        return 1;
    int status = 1;
    {
        const Served served(program, data);
        const double idle = served.megabytes();
        Connection connection(served.port());
        const auto first = connection.ask("POST", "/check", answers);
        if (first.status != 200) {
            std::printf("the checker answered %d\n", first.status);
        } else {
            connection.ask("GET", "/health/live");
            const auto page =
                milliseconds_of(5000, [&] { connection.ask("POST", "/check", answers); });
            const auto least =
                milliseconds_of(5000, [&] { connection.ask("GET", "/health/live"); });
            std::printf("checker, result page: median %.2f ms, p99 %.2f ms (5,000 requests, "
                        "compressed with brotli)\n",
                        page.median, page.p99);
            std::printf(
                "peer: liveness page of the same server: median %.3f ms, p99 %.3f ms; ratio %.1f\n",
                least.median, least.p99, page.median / least.median);
            std::printf("result page travels as %zu bytes; memory idle %.0f MB, after 5,000 pages "
                        "%.0f MB\n",
                        first.bytes, idle, served.megabytes());
            status = 0;
        }
    }
    std::filesystem::remove_all(data);
    return status;
}
