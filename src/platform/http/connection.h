// One client of the server: reads its requests, has them answered, writes the answers. With
// server.cpp and connection.cpp the only file that sees Boost.Beast, whose units take 22 s each.
#pragma once

// Boost 1.74 under C++20 uses std::exchange without its header.
#include <optional>
#include <utility>

#include "platform/http/body_room.h"
#include "platform/http/intake.h"
#include "platform/http/server.h"
#include "platform/http/workers.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace onroll::http::server_detail {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Tcp = asio::ip::tcp;
template <class T>
using Awaitable = asio::awaitable<T>;

/// Completes a coroutine's wait and says in `fault` how it went, instead of throwing.
inline auto into(error_code& fault)
{
    return asio::redirect_error(asio::use_awaitable, fault);
}

/// What connections share. Lives longer than each of them.
struct Shared {
    const ServerSettings settings;
    const Router router;
    const std::vector<std::string> hosts;
    BodyRoom room;                ///< of routes that look at the headers first
    BodyRoom room_of_open_routes; ///< of those that let in whoever comes
    std::atomic<bool> draining = false;
    std::unique_ptr<Workers> workers;
};

struct Exchange;

/// One client. All its code runs on its strand.
class Connection {
public:
    Connection(Shared& shared, Tcp::socket socket, std::string address)
        : shared_(shared), stream_(std::move(socket)), address_(std::move(address))
    {
    }

    /// Answers one request after another until one side has had enough.
    Awaitable<void> serve();
    /// For a connection past a cap: 503, unread.
    Awaitable<void> turn_away();
    void close();
    void close_if_idle()
    {
        if (idle_) close();
    }
    auto executor() { return stream_.get_executor(); }
    const std::string& address() const { return address_; }

private:
    Awaitable<bool> wait_for_request();
    Awaitable<bool> serve_one();
    Awaitable<void> read_header(Exchange& exchange);
    Awaitable<void> read_body(Exchange& exchange);
    Awaitable<void> look_first(Exchange& exchange);
    Awaitable<void> take_body(Exchange& exchange);
    Awaitable<void> tell_to_go_on(Exchange& exchange);
    Awaitable<void> answer(Exchange& exchange);
    Awaitable<bool> on_worker(std::function<void()> work, Weight weight);
    Awaitable<void> write(Exchange& exchange);
    Awaitable<void> linger(std::chrono::seconds longest);
    void refuse(Exchange& exchange, const Refusal& refusal);
    void log(const Exchange& exchange, std::uint64_t bytes) const;

    Shared& shared_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{128 * 1024};
    std::string address_;
    bool idle_ = true;
};

} // namespace onroll::http::server_detail
