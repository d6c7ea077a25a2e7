// Serves a router over HTTP/1.1 with limits, deadlines and bounded queues. Believes no forwarded
// header; speaks no TLS.
#pragma once

#include "platform/http/finish.h"
#include "platform/http/router.h"

#include "kernel/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace onroll::http {

/// One line of the access log. Holds the route's pattern, never the path, the query or an address.
struct AccessRecord {
    std::string request_id;
    std::string method;
    std::string route; ///< empty where no route matched
    int status = 0;
    std::uint64_t bytes = 0; ///< of the body as sent
    double milliseconds = 0; ///< from the last byte of the header to the last byte of the answer
};

struct ServerDeadlines {
    std::chrono::milliseconds header{10'000};     ///< first byte to end of header
    std::chrono::milliseconds idle{60'000};       ///< between requests on one connection
    std::chrono::milliseconds body{300'000};      ///< whole body
    std::chrono::milliseconds body_pause{10'000}; ///< between two pieces of a body
    std::uint64_t body_bytes_per_second = 1'024;  ///< least rate, judged after body_grace
    std::chrono::milliseconds body_grace{5'000};
    std::chrono::milliseconds write{30'000}; ///< each 64 KiB of an answer
    std::chrono::milliseconds drain{20'000}; ///< after stop(): answers still under way
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one, told by Server::port()
    std::vector<std::string>
        hosts; ///< names answered, without port; localhost and the address itself always are
    unsigned io_threads = 2;
    unsigned workers = 4;
    std::size_t queue = 128; ///< requests waiting for a worker; more are answered 503
    std::size_t connections = 8'192;
    /// Of one address or one network (/64) of IPv6: a school behind one. Raise it behind a proxy.
    std::size_t connections_per_address = 512;
    std::uint32_t header_bytes = 32 * 1024;
    FormLimits form;
    /// Bodies in memory at once, over all requests; more are answered 503. Four of the largest
    /// that are taken raw, or some thousand forms; a quarter of the 512 MiB that a server is given.
    std::uint64_t bodies_in_memory = std::uint64_t{128} * 1024 * 1024;
    /// Those of routes that let in whoever comes have a room of their own, so that strangers cannot
    /// keep out lists that come by key, or forms of staff. Eight of the largest, of 4 MiB.
    std::uint64_t open_bodies_in_memory = std::uint64_t{32} * 1024 * 1024;
    /// Of that room, what the requests of one address may hold: a quarter, enough for the largest.
    /// Raise it to the whole behind a proxy, whose address all visitors have.
    std::uint64_t open_bodies_per_address = std::uint64_t{8} * 1024 * 1024;
    ServerDeadlines deadlines;
    HeaderSettings headers;
    bool stop_on_signals = true;                         ///< SIGTERM and SIGINT drain
    std::function<void(const AccessRecord&)> access_log; ///< called on I/O threads: must not wait
};

class Server {
public:
    /// Does no work: start() does.
    Server(ServerSettings settings, Router router);
    ~Server(); ///< stops at once what still runs
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and begins to answer. Fails with `unavailable` when the address cannot be used.
    Result<void> start();
    /// The port listened on; 0 before start().
    std::uint16_t port() const;
    /// Waits until stop() or a signal, then until the last answer is sent or the drain deadline has
    /// passed. False when a handler was still running then: destroying the server would wait for
    /// it, so leave by std::_Exit.
    bool wait();
    /// Begins the drain: no new connections, answers under way are finished with Connection: close.
    void stop();

private:
    class State;
    std::unique_ptr<State> state_;
};

} // namespace onroll::http
