// The only file that includes Boost.Beast: it takes 22 s to compile. Everything that can be said
// without a socket is said elsewhere; here are accepting, reading, writing, deadlines and the
// drain.

// Boost 1.74 under C++20 uses std::exchange without its header.
#include <optional>
#include <utility>

#include "platform/http/server.h"

#include "platform/http/connection_caps.h"
#include "platform/http/header_values.h"
#include "platform/http/multipart.h"
#include "platform/http/wire.h"
#include "platform/http/workers.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <limits>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace onroll::http {

namespace server_detail {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Tcp = asio::ip::tcp;
using Parser = beast::http::request_parser<beast::http::buffer_body>;

constexpr std::size_t first_read = 512; // what an idle connection holds
constexpr std::size_t piece_read = 16 * 1024;
constexpr std::size_t piece_written = 64 * 1024;
constexpr std::size_t longest_target = 8 * 1024;

/// A request that cannot be taken further: what is answered before the connection closes.
struct Stop {
    int status;
    std::string message;
};

Headers headers_of(const Parser& parser)
{
    Headers headers;
    for (const auto& field : parser.get()) {
        headers.add(
            std::string(field.name_string()),
            std::string(trimmed(std::string_view(field.value().data(), field.value().size()))));
    }
    return headers;
}

Stop stop_for(error_code fault)
{
    if (fault == beast::http::error::header_limit || fault == beast::http::error::buffer_overflow)
        return {431, "The headers are too long"};
    if (fault == beast::http::error::body_limit) return {413, "What was sent is too large"};
    return {400, "The request is not well-formed HTTP/1.1"};
}

bool is_parse_fault(error_code fault)
{
    return fault.category() == make_error_code(beast::http::error::bad_method).category() &&
           fault != beast::http::error::end_of_stream &&
           fault != beast::http::error::partial_message;
}

/// As many files as the system lets us open: each connection is one.
void raise_open_files_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// The names a Host header may hold, in lower case.
std::vector<std::string> names_answered(const ServerSettings& settings)
{
    std::vector<std::string> names{"localhost", "127.0.0.1", "[::1]"};
    auto hosts = settings.hosts;
    hosts.push_back(settings.address.find(':') == std::string::npos ? settings.address
                                                                    : '[' + settings.address + ']');
    for (const auto& host : hosts) {
        if (const auto read = parse_host(host)) names.push_back(read->name);
    }
    return names;
}

} // namespace server_detail

class Server::State {
public:
    State(ServerSettings given_settings, Router given_router)
        : settings(std::move(given_settings)), router(std::move(given_router)),
          hosts(server_detail::names_answered(settings)),
          caps_(settings.connections, settings.connections_per_address)
    {
    }
    ~State();

    Result<void> start();
    bool wait();
    void stop();
    std::uint16_t port() const { return port_; }

    class Connection;
    /// Does `work` on a worker. True once it was done, false when the queue was full.
    server_detail::asio::awaitable<bool> on_worker(Connection& connection,
                                                   std::function<void()> work);

    const ServerSettings settings;
    const Router router;
    const std::vector<std::string> hosts;
    std::atomic<bool> draining = false;

private:
    server_detail::asio::awaitable<void> accept();
    void welcome(server_detail::Tcp::socket socket);
    void leave(Connection& connection);
    void close_connections(bool only_idle);

    ConnectionCaps caps_;
    std::atomic<int> turned_away_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::set<std::shared_ptr<Connection>> connections_;
    server_detail::Clock::time_point drained_by_;

    std::uint16_t port_ = 0;
    server_detail::asio::io_context io_;
    std::optional<
        server_detail::asio::executor_work_guard<server_detail::asio::io_context::executor_type>>
        work_;
    std::optional<server_detail::Tcp::acceptor> acceptor_;
    std::optional<server_detail::asio::signal_set> signals_;
    std::unique_ptr<Workers> workers_;
    std::vector<std::thread> threads_;
};

/// One client. All its code runs on its strand.
class Server::State::Connection {
public:
    Connection(State& server, server_detail::Tcp::socket socket, std::string address)
        : server_(server), stream_(std::move(socket)), address_(std::move(address))
    {
    }

    server_detail::asio::awaitable<void> serve();
    server_detail::asio::awaitable<void> turn_away();
    void close();
    void close_if_idle();
    auto executor() { return stream_.get_executor(); }
    const std::string& address() const { return address_; }

private:
    using Parser = server_detail::Parser;
    using Stop = server_detail::Stop;

    /// Everything that one request needs until it is answered.
    struct Exchange {
        Parser parser;
        std::string id = new_request_id();
        std::optional<Request> request;
        Response response;
        const Route* route = nullptr;
        std::uint64_t body_limit = 0;
        AfterAnswer after = AfterAnswer::keep_alive;
        bool body_left_unread = false;
        bool lost = false; ///< nobody to answer
        server_detail::Clock::time_point began;
    };

    server_detail::asio::awaitable<bool> wait_for_request();
    server_detail::asio::awaitable<bool> serve_one();
    server_detail::asio::awaitable<void> read_header(Exchange& exchange);
    server_detail::asio::awaitable<void> read_body(Exchange& exchange);
    server_detail::asio::awaitable<void> answer(Exchange& exchange);
    server_detail::asio::awaitable<void> write(Exchange& exchange);
    server_detail::asio::awaitable<void> linger();

    std::optional<Stop> understand(Exchange& exchange);
    std::optional<Stop> check_pace(std::uint64_t received,
                                   server_detail::Clock::time_point began) const;
    void refuse(Exchange& exchange, const Stop& stop);
    void log(const Exchange& exchange, std::uint64_t bytes) const;

    State& server_;
    server_detail::beast::tcp_stream stream_;
    server_detail::beast::flat_buffer buffer_{128 * 1024};
    std::string address_;
    bool idle_ = true;
};

// ---- one connection

server_detail::asio::awaitable<void> Server::State::Connection::serve()
{
    while (true) {
        // Not in a condition: GCC 12 runs a co_await to the right of && whatever stands left of it.
        const bool asked = co_await wait_for_request();
        if (!asked) break;
        idle_ = false;
        const bool more = co_await serve_one();
        idle_ = true;
        if (!more) break;
        // An idle connection holds no more than it must.
        if (buffer_.size() == 0) buffer_.shrink_to_fit();
    }
    close();
}

/// Waits for the first byte under the idle deadline. False when there will be none.
server_detail::asio::awaitable<bool> Server::State::Connection::wait_for_request()
{
    namespace asio = server_detail::asio;
    if (buffer_.size() > 0) co_return true;
    if (server_.draining) co_return false;
    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    stream_.expires_after(server_.settings.deadlines.idle);
    const auto space = buffer_.prepare(server_detail::first_read);
    const auto count = co_await stream_.async_read_some(space, token);
    buffer_.commit(count);
    co_return !fault && count > 0;
}

/// Reads one request and answers it. True when another may follow.
server_detail::asio::awaitable<bool> Server::State::Connection::serve_one()
{
    Exchange exchange;
    co_await read_header(exchange);
    if (exchange.lost) co_return false;
    if (exchange.response.status == 0) co_await read_body(exchange);
    if (exchange.lost) co_return false;
    if (exchange.response.status == 0) co_await answer(exchange);
    co_await write(exchange);
    if (exchange.lost) co_return false;
    if (exchange.after == AfterAnswer::close) {
        if (exchange.body_left_unread) co_await linger();
        co_return false;
    }
    co_return true;
}

server_detail::asio::awaitable<void> Server::State::Connection::read_header(Exchange& exchange)
{
    namespace asio = server_detail::asio;
    exchange.response.status = 0;
    exchange.parser.header_limit(server_.settings.header_bytes);
    // read_body holds the route's own limit. boost::none would refuse every body in Boost 1.74.
    exchange.parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    stream_.expires_after(server_.settings.deadlines.header);
    co_await server_detail::beast::http::async_read_header(stream_, buffer_, exchange.parser,
                                                           token);
    exchange.began = server_detail::Clock::now();
    if (fault && server_detail::is_parse_fault(fault)) {
        exchange.body_left_unread = true;
        refuse(exchange, server_detail::stop_for(fault));
    } else if (fault) {
        exchange.lost = true;
    } else if (const auto stop = understand(exchange)) {
        exchange.body_left_unread = true;
        refuse(exchange, *stop);
    }
}

/// Turns the parsed header into a request and finds its route.
std::optional<server_detail::Stop> Server::State::Connection::understand(Exchange& exchange)
{
    const auto& message = exchange.parser.get();
    RequestParts parts;
    parts.headers = server_detail::headers_of(exchange.parser);
    parts.target = std::string(message.target());
    parts.id = exchange.id;
    parts.form = Form{};
    if (const auto fault = framing_fault(parts.headers, static_cast<int>(message.version())))
        return Stop{400, std::string(*fault)};
    const auto method =
        method_named({message.method_string().data(), message.method_string().size()});
    if (!method) return Stop{501, "That method is not known here"};
    parts.method = *method;
    if (parts.target.size() > server_detail::longest_target)
        return Stop{414, "The address is too long"};

    const auto target = parse_target(parts.target);
    if (!target) return Stop{400, target.error().message};
    const auto host = target->authority.empty() ? parts.headers["Host"] : target->authority;
    switch (check_host(host, server_.hosts)) {
    case HostCheck::ours:
        break;
    case HostCheck::malformed:
        return Stop{400, "The Host header cannot be read"};
    case HostCheck::another:
        return Stop{421, "This is not the server of that name"};
    }

    auto request = Request::create(std::move(parts));
    if (!request) return Stop{400, request.error().message};
    exchange.request = *std::move(request);
    const auto match = server_.router.match(*method, exchange.request->path_segments());
    if (const auto* found = std::get_if<RouteFound>(&match)) {
        exchange.route = found->route;
        exchange.body_limit = found->route->options.body_limit;
        exchange.request->set_route(found->route->pattern, found->parameters);
    }
    if (!exchange.parser.keep_alive() || message.version() == 10)
        exchange.after = AfterAnswer::close;
    return std::nullopt;
}

std::optional<server_detail::Stop>
Server::State::Connection::check_pace(std::uint64_t received,
                                      server_detail::Clock::time_point began) const
{
    using namespace std::chrono;
    const auto& deadlines = server_.settings.deadlines;
    const auto passed = duration_cast<milliseconds>(server_detail::Clock::now() - began);
    if (passed > deadlines.body) return Stop{408, "The request took too long to arrive"};
    const auto due =
        static_cast<std::uint64_t>(passed.count()) * deadlines.body_bytes_per_second / 1000;
    if (passed > deadlines.body_grace && received < due)
        return Stop{408, "The request arrives too slowly"};
    return std::nullopt;
}

/// Reads the body into the request: a multipart form as it arrives, anything else into memory.
server_detail::asio::awaitable<void> Server::State::Connection::read_body(Exchange& exchange)
{
    namespace asio = server_detail::asio;
    namespace http = server_detail::beast::http;
    auto& parser = exchange.parser;
    if (parser.is_done()) co_return;
    exchange.body_left_unread = true;
    if (!exchange.route) {
        // Nobody wants this body: the answer goes out at once.
        exchange.after = AfterAnswer::close;
        co_return;
    }
    const auto declared = parser.content_length();
    if (declared && *declared > exchange.body_limit)
        co_return refuse(exchange, {413, "What was sent is too large"});

    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    if (same_word(exchange.request->header("Expect"), "100-continue")) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        stream_.expires_after(server_.settings.deadlines.write);
        co_await asio::async_write(stream_, asio::buffer(go_on.data(), go_on.size()), token);
        if (fault) {
            exchange.lost = true;
            co_return;
        }
    }

    std::optional<MultipartReader> multipart;
    const auto type = parse_content_type(exchange.request->header("Content-Type"));
    if (type && type->type == "multipart/form-data")
        multipart.emplace(type->boundary, server_.settings.form);
    std::string body;
    const auto piece = std::make_unique<std::array<char, server_detail::piece_read>>();
    const auto began = server_detail::Clock::now();
    std::uint64_t received = 0;
    while (!parser.is_done()) {
        auto& sink = parser.get().body();
        sink.data = piece->data();
        sink.size = piece->size();
        sink.more = true;
        stream_.expires_after(server_.settings.deadlines.body_pause);
        co_await http::async_read_some(stream_, buffer_, parser, token);
        if (fault == http::error::need_buffer) fault = {};
        if (fault && server_detail::is_parse_fault(fault))
            co_return refuse(exchange, server_detail::stop_for(fault));
        if (fault) {
            exchange.lost = true;
            co_return;
        }
        const std::string_view bytes(piece->data(), piece->size() - parser.get().body().size);
        received += bytes.size();
        if (received > exchange.body_limit)
            co_return refuse(exchange, {413, "What was sent is too large"});
        if (const auto stop = check_pace(received, began)) co_return refuse(exchange, *stop);
        if (!multipart) {
            body += bytes;
            continue;
        }
        const auto fed = multipart->feed(bytes);
        if (!fed) co_return refuse(exchange, {status_of(fed.error().kind), fed.error().message});
    }
    exchange.body_left_unread = false;
    if (!multipart) {
        const auto taken = exchange.request->take_body(std::move(body), server_.settings.form);
        if (!taken) refuse(exchange, {status_of(taken.error().kind), taken.error().message});
        co_return;
    }
    auto form = multipart->finish();
    if (form)
        exchange.request->take_form(*std::move(form));
    else
        refuse(exchange, {status_of(form.error().kind), form.error().message});
}

/// An answer from the connection itself, after which it closes.
void Server::State::Connection::refuse(Exchange& exchange, const Stop& stop)
{
    exchange.after = AfterAnswer::close;
    if (exchange.request) {
        exchange.response =
            server_.router.error_response(*exchange.request, {stop.status, {}, stop.message, {}});
        finish(exchange.response, *exchange.request, server_.settings.headers);
    } else {
        exchange.response = text(stop.message + "\n", stop.status);
        add_standard_headers(exchange.response, exchange.id, server_.settings.headers);
    }
}

server_detail::asio::awaitable<void> Server::State::Connection::answer(Exchange& exchange)
{
    const auto work = [this, &exchange] {
        exchange.response =
            finished_answer(server_.router, *exchange.request, server_.settings.headers);
    };
    if (exchange.route && exchange.route->options.run_on == RunOn::io_thread) {
        work();
        co_return;
    }
    const bool done = co_await server_.on_worker(*this, work);
    if (done) co_return;
    const auto after = exchange.after;
    refuse(exchange, {503, "Try again in a few seconds."});
    exchange.response.headers.set("Retry-After", "5");
    exchange.after = after; // nothing is wrong with this connection
}

server_detail::asio::awaitable<void> Server::State::Connection::write(Exchange& exchange)
{
    namespace asio = server_detail::asio;
    if (server_.draining) exchange.after = AfterAnswer::close;
    const auto& response = exchange.response;
    const auto content = response.content();
    const auto head = response_head(response, content.size(), exchange.after, std::time(nullptr));
    const bool head_only = (exchange.request && exchange.request->method() == Method::head) ||
                           response.status == 204 || response.status == 304;
    auto rest = head_only ? std::string_view{} : content;
    const auto sent = rest.size();

    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    auto first = rest.substr(0, server_detail::piece_written);
    const std::array<asio::const_buffer, 2> both{asio::buffer(head.data(), head.size()),
                                                 asio::buffer(first.data(), first.size())};
    stream_.expires_after(server_.settings.deadlines.write);
    co_await asio::async_write(stream_, both, token);
    rest.remove_prefix(first.size());
    while (!fault && !rest.empty()) {
        first = rest.substr(0, server_detail::piece_written);
        stream_.expires_after(server_.settings.deadlines.write);
        co_await asio::async_write(stream_, asio::buffer(first.data(), first.size()), token);
        rest.remove_prefix(first.size());
    }
    if (fault) exchange.lost = true;
    log(exchange, sent);
}

/// Reads and forgets what the client still sends, for a moment: closing at once would take the
/// answer away from it.
server_detail::asio::awaitable<void> Server::State::Connection::linger()
{
    namespace asio = server_detail::asio;
    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    stream_.socket().shutdown(server_detail::Tcp::socket::shutdown_send, fault);
    std::array<char, 2048> ignored{};
    stream_.expires_after(std::chrono::seconds(2));
    for (std::size_t count = 0; !fault && count < 4 * 1024 * 1024;) {
        count += co_await stream_.async_read_some(asio::buffer(ignored), token);
    }
}

/// For a connection past a cap.
server_detail::asio::awaitable<void> Server::State::Connection::turn_away()
{
    namespace asio = server_detail::asio;
    server_detail::error_code fault;
    auto token = asio::redirect_error(asio::use_awaitable, fault);
    const auto words = full_house_answer();
    stream_.expires_after(std::chrono::seconds(2));
    co_await asio::async_write(stream_, asio::buffer(words), token);
    if (!fault) co_await linger();
    close();
}

void Server::State::Connection::close()
{
    server_detail::error_code ignored;
    stream_.socket().shutdown(server_detail::Tcp::socket::shutdown_both, ignored);
    stream_.close();
}

void Server::State::Connection::close_if_idle()
{
    if (idle_) close();
}

void Server::State::Connection::log(const Exchange& exchange, std::uint64_t bytes) const
{
    if (!server_.settings.access_log) return;
    const std::chrono::duration<double, std::milli> passed =
        server_detail::Clock::now() - exchange.began;
    AccessRecord record;
    record.request_id = exchange.id;
    if (exchange.request) {
        record.method = method_name(exchange.request->method());
        record.route = exchange.request->route();
    }
    record.status = exchange.response.status;
    record.bytes = bytes;
    record.milliseconds = passed.count();
    server_.settings.access_log(record);
}

// ---- the server

server_detail::asio::awaitable<bool> Server::State::on_worker(Connection& connection,
                                                              std::function<void()> work)
{
    namespace asio = server_detail::asio;
    auto start = [this, &connection, work = std::move(work)](auto handler) {
        // Shared, because what a queue holds must be copyable; it is called once.
        auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        auto executor = connection.executor();
        const bool taken = workers_->try_do([work, resume, executor] {
            work();
            asio::post(executor, [resume] { (*resume)(true); });
        });
        if (!taken) asio::post(executor, [resume] { (*resume)(false); });
    };
    auto token = asio::use_awaitable;
    const bool done = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(bool)>(
        std::move(start), token);
    co_return done;
}

Result<void> Server::State::start()
{
    namespace asio = server_detail::asio;
    const auto cannot = [](server_detail::error_code fault) {
        return Error{ErrorKind::unavailable,
                     "The address or port to listen on cannot be used",
                     fault.message(),
                     {}};
    };
    server_detail::raise_open_files_limit();
    server_detail::error_code fault;
    const auto address = asio::ip::make_address(settings.address, fault);
    if (fault) return cannot(fault);
    const server_detail::Tcp::endpoint endpoint(address, settings.port);
    acceptor_.emplace(asio::make_strand(io_));
    acceptor_->open(endpoint.protocol(), fault);
    if (!fault) acceptor_->set_option(asio::socket_base::reuse_address(true), fault);
    if (!fault) acceptor_->bind(endpoint, fault);
    if (!fault) acceptor_->listen(asio::socket_base::max_listen_connections, fault);
    if (fault) return cannot(fault);
    port_ = acceptor_->local_endpoint(fault).port();

    workers_ = std::make_unique<Workers>(settings.workers, settings.queue);
    work_.emplace(io_.get_executor());
    asio::co_spawn(acceptor_->get_executor(), accept(), asio::detached);
    if (settings.stop_on_signals) {
        signals_.emplace(io_, SIGTERM, SIGINT);
        signals_->async_wait([this](server_detail::error_code failed, int) {
            if (!failed) stop();
        });
    }
    for (unsigned count = 0; count < settings.io_threads; ++count)
        threads_.emplace_back([this] { io_.run(); });
    return {};
}

server_detail::asio::awaitable<void> Server::State::accept()
{
    namespace asio = server_detail::asio;
    asio::steady_timer pause(acceptor_->get_executor());
    while (acceptor_->is_open()) {
        server_detail::error_code fault;
        auto token = asio::redirect_error(asio::use_awaitable, fault);
        server_detail::Tcp::socket socket(asio::make_strand(io_));
        co_await acceptor_->async_accept(socket, token);
        if (fault == asio::error::operation_aborted || draining) co_return;
        if (!fault) {
            welcome(std::move(socket));
            continue;
        }
        // Out of files, most likely: others must end first.
        pause.expires_after(std::chrono::milliseconds(50));
        co_await pause.async_wait(token);
    }
}

void Server::State::welcome(server_detail::Tcp::socket socket)
{
    namespace asio = server_detail::asio;
    constexpr int most_turned_away_at_once = 64;
    server_detail::error_code fault;
    const auto address = socket.remote_endpoint(fault).address().to_string();
    if (fault) return;
    socket.set_option(server_detail::Tcp::no_delay(true), fault);
    const auto executor = socket.get_executor();
    const auto connection = std::make_shared<Connection>(*this, std::move(socket), address);
    if (!caps_.admit(address)) {
        if (turned_away_ >= most_turned_away_at_once) return;
        ++turned_away_;
        auto ended = [this, connection](std::exception_ptr) { --turned_away_; };
        asio::co_spawn(executor, connection->turn_away(), std::move(ended));
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        connections_.insert(connection);
    }
    auto ended = [this, connection](std::exception_ptr) { leave(*connection); };
    asio::co_spawn(executor, connection->serve(), std::move(ended));
}

void Server::State::leave(Connection& connection)
{
    caps_.leave(connection.address());
    const std::lock_guard lock(mutex_);
    std::erase_if(connections_, [&](const auto& open) { return open.get() == &connection; });
    changed_.notify_all();
}

void Server::State::close_connections(bool only_idle)
{
    const std::lock_guard lock(mutex_);
    for (const auto& connection : connections_) {
        server_detail::asio::post(connection->executor(), [connection, only_idle] {
            only_idle ? connection->close_if_idle() : connection->close();
        });
    }
}

void Server::State::stop()
{
    {
        const std::lock_guard lock(mutex_);
        if (draining) return;
        drained_by_ = server_detail::Clock::now() + settings.deadlines.drain;
        draining = true;
    }
    if (acceptor_) {
        server_detail::asio::post(acceptor_->get_executor(), [this] {
            server_detail::error_code ignored;
            acceptor_->close(ignored);
        });
    }
    close_connections(true);
    changed_.notify_all();
}

bool Server::State::wait()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return draining.load(); });
    const auto none_left = [this] { return connections_.empty(); };
    if (changed_.wait_until(lock, drained_by_, none_left)) return true;
    lock.unlock();
    close_connections(false);
    lock.lock();
    return changed_.wait_for(lock, std::chrono::seconds(1), none_left);
}

Server::State::~State()
{
    stop();
    close_connections(false);
    workers_
        .reset(); // finishes what runs; each resumes its connection, which then finds itself closed
    if (!threads_.empty()) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(5), [this] { return connections_.empty(); });
    }
    work_.reset();
    io_.stop();
    for (auto& thread : threads_) thread.join();
    connections_.clear(); // their sockets must not outlive io_
}

Server::Server(ServerSettings settings, Router router)
    : state_(std::make_unique<State>(std::move(settings), std::move(router)))
{
}

Server::~Server() = default;

Result<void> Server::start()
{
    return state_->start();
}
std::uint16_t Server::port() const
{
    return state_->port();
}
bool Server::wait()
{
    return state_->wait();
}
void Server::stop()
{
    state_->stop();
}

} // namespace onroll::http
