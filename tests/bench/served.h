// A server in a process of its own, one connection to it that stays open, and how long its answers
// take: what the benchmarks of pages share.
#pragma once

#include "bench/stopwatch.h"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace onroll::bench {

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

    Answer ask(const std::string& method, const std::string& path, const std::string& form = {},
               const std::string& encoding = "br")
    {
        auto request = method + " " + path +
                       " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + encoding + "\r\n";
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

inline Times times_of(std::vector<double> all)
{
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 99 / 100]};
}

/// `act` is told how often it was asked before.
template <class Act>
Times milliseconds_of(int count, Act act)
{
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        act(i);
        all.push_back(watch.seconds() * 1000);
    }
    return times_of(std::move(all));
}

} // namespace onroll::bench
