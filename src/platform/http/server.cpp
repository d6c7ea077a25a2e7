// The only file that includes Boost.Beast: it takes 22 s to compile. Everything that can be said
// without a socket is said elsewhere; here are accepting, reading, writing, deadlines and the
// drain.

// Boost 1.74 under C++20 uses std::exchange without its header.
#include <optional>
#include <utility>

#include "platform/http/server.h"

#include "platform/http/connection_caps.h"
#include "platform/http/header_values.h"
#include "platform/http/intake.h"
#include "platform/http/wire.h"
#include "platform/http/workers.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
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
template <class T>
using Awaitable = asio::awaitable<T>;

constexpr std::size_t first_read = 512; // what an idle connection holds
constexpr std::size_t piece_read = 16 * 1024;
constexpr std::size_t piece_written = 64 * 1024;
constexpr std::size_t most_lingered_for = 4 * 1024 * 1024;
constexpr std::uint64_t heavy_from =
    1024 * 1024; // bytes of a body: a file to be looked at and kept
constexpr int most_turned_away_at_once = 64;

/// Completes a coroutine's wait and says in `fault` how it went, instead of throwing.
auto into(error_code& fault)
{
    return asio::redirect_error(asio::use_awaitable, fault);
}

RequestHead head_of(const Parser& parser, std::string id, const std::string& address)
{
    const auto& message = parser.get();
    RequestHead head;
    head.method = std::string(message.method_string());
    head.target = std::string(message.target());
    head.version = static_cast<int>(message.version());
    head.id = std::move(id);
    head.address = address;
    for (const auto& field : message) {
        const std::string_view value(field.value().data(), field.value().size());
        head.headers.add(std::string(field.name_string()), std::string(trimmed(value)));
    }
    return head;
}

Refusal refusal_for(error_code fault)
{
    if (fault == beast::http::error::header_limit || fault == beast::http::error::buffer_overflow)
        return {431, "The headers are too long"};
    if (fault == beast::http::error::body_limit) return {413, "What was sent is too large"};
    return {400, "The request is not well-formed HTTP/1.1"};
}

/// What was sent cannot be read, as against nothing more being sent.
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

/// What connections share. Lives longer than each of them.
struct Shared {
    const ServerSettings settings;
    const Router router;
    const std::vector<std::string> hosts;
    std::atomic<bool> draining = false;
    std::unique_ptr<Workers> workers;
};

/// Everything that one request needs until it is answered.
struct Exchange {
    Parser parser;
    std::string id = new_request_id();
    std::optional<Request> request;
    const Route* route = nullptr;
    std::optional<Response> response;
    AfterAnswer after = AfterAnswer::keep_alive;
    bool body_left_unread = false;
    Weight weight = Weight::light;
    bool lost = false; ///< nobody to answer
    Clock::time_point began;
};

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
    Awaitable<void> take_body(Exchange& exchange);
    Awaitable<void> tell_to_go_on(Exchange& exchange);
    Awaitable<void> answer(Exchange& exchange);
    Awaitable<bool> on_worker(std::function<void()> work, Weight weight);
    Awaitable<void> write(Exchange& exchange);
    Awaitable<void> linger();
    void refuse(Exchange& exchange, const Refusal& refusal);
    void log(const Exchange& exchange, std::uint64_t bytes) const;

    Shared& shared_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{128 * 1024};
    std::string address_;
    bool idle_ = true;
};

Awaitable<void> Connection::serve()
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
Awaitable<bool> Connection::wait_for_request()
{
    if (buffer_.size() > 0) co_return true;
    if (shared_.draining) co_return false;
    error_code fault;
    stream_.expires_after(shared_.settings.deadlines.idle);
    const auto space = buffer_.prepare(first_read);
    const auto count = co_await stream_.async_read_some(space, into(fault));
    buffer_.commit(count);
    co_return !fault && count > 0;
}

/// Reads one request and answers it. True when another may follow.
Awaitable<bool> Connection::serve_one()
{
    Exchange exchange;
    co_await read_header(exchange);
    if (exchange.lost) co_return false;
    if (!exchange.response) co_await read_body(exchange);
    if (exchange.lost) co_return false;
    if (!exchange.response) co_await answer(exchange);
    if (exchange.lost) co_return false;
    co_await write(exchange);
    if (exchange.lost) co_return false;
    if (exchange.after == AfterAnswer::keep_alive) co_return true;
    if (exchange.body_left_unread) co_await linger();
    co_return false;
}

Awaitable<void> Connection::read_header(Exchange& exchange)
{
    exchange.parser.header_limit(shared_.settings.header_bytes);
    // BodyIntake holds the route's own limit. boost::none would refuse every body in Boost 1.74.
    exchange.parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    error_code fault;
    stream_.expires_after(shared_.settings.deadlines.header);
    co_await beast::http::async_read_header(stream_, buffer_, exchange.parser, into(fault));
    exchange.began = Clock::now();
    if (fault && !is_parse_fault(fault)) {
        exchange.lost = true;
        co_return;
    }
    exchange.body_left_unread = true;
    if (fault) co_return refuse(exchange, refusal_for(fault));

    auto taken =
        take_head(head_of(exchange.parser, exchange.id, address_), shared_.hosts, shared_.router);
    if (const auto* refusal = std::get_if<Refusal>(&taken)) co_return refuse(exchange, *refusal);
    auto& accepted = std::get<Accepted>(taken);
    exchange.request = std::move(accepted.request);
    exchange.route = accepted.route;
    if (!exchange.parser.keep_alive() || exchange.parser.get().version() == 10)
        exchange.after = AfterAnswer::close;
}

Awaitable<void> Connection::read_body(Exchange& exchange)
{
    exchange.body_left_unread = !exchange.parser.is_done();
    if (!exchange.body_left_unread) co_return;
    if (!exchange.route) {
        // Nobody wants this body: the answer goes out at once.
        exchange.after = AfterAnswer::close;
        co_return;
    }
    const auto declared = exchange.parser.content_length();
    if (declared && *declared > exchange.route->options.body_limit)
        co_return refuse(exchange, {413, "What was sent is too large"});
    if (same_word(exchange.request->header("Expect"), "100-continue"))
        co_await tell_to_go_on(exchange);
    if (!exchange.lost) co_await take_body(exchange);
}

Awaitable<void> Connection::tell_to_go_on(Exchange& exchange)
{
    static constexpr std::string_view words = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code fault;
    stream_.expires_after(shared_.settings.deadlines.write);
    co_await asio::async_write(stream_, asio::buffer(words.data(), words.size()), into(fault));
    exchange.lost = fault.failed();
}

Awaitable<void> Connection::take_body(Exchange& exchange)
{
    auto& parser = exchange.parser;
    BodyIntake intake(*exchange.request, exchange.route->options.body_limit, shared_.settings);
    const auto piece = std::make_unique<std::array<char, piece_read>>();
    const auto began = Clock::now();
    while (!parser.is_done()) {
        auto& sink = parser.get().body();
        sink.data = piece->data();
        sink.size = piece->size();
        error_code fault;
        stream_.expires_after(shared_.settings.deadlines.body_pause);
        co_await beast::http::async_read_some(stream_, buffer_, parser, into(fault));
        if (fault && is_parse_fault(fault) && fault != beast::http::error::need_buffer)
            co_return refuse(exchange, refusal_for(fault));
        if (fault && fault != beast::http::error::need_buffer) {
            exchange.lost = true;
            co_return;
        }
        const std::string_view bytes(piece->data(), piece->size() - sink.size);
        const auto passed =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
        if (const auto refusal = intake.take(bytes, passed)) co_return refuse(exchange, *refusal);
    }
    exchange.body_left_unread = false;
    if (intake.received() >= heavy_from) exchange.weight = Weight::heavy;
    if (const auto refusal = intake.finish(*exchange.request)) refuse(exchange, *refusal);
}

/// An answer from the connection itself, after which it closes.
void Connection::refuse(Exchange& exchange, const Refusal& refusal)
{
    exchange.after = AfterAnswer::close;
    const auto& settings = shared_.settings.headers;
    if (exchange.request) {
        exchange.response = shared_.router.error_response(
            *exchange.request, {refusal.status, {}, refusal.message, {}});
        finish(*exchange.response, *exchange.request, settings);
    } else {
        exchange.response = text(refusal.message + "\n", refusal.status);
        add_standard_headers(*exchange.response, exchange.id, settings);
    }
}

Awaitable<void> Connection::answer(Exchange& exchange)
{
    const auto work = [this, &exchange] {
        try {
            exchange.response =
                finished_answer(shared_.router, *exchange.request, shared_.settings.headers);
        } catch (const std::exception&) {
            exchange.lost = true; // not even memory for a line of text
        }
    };
    if (exchange.route && exchange.route->options.run_on == RunOn::io_thread) {
        work();
        co_return;
    }
    const bool done = co_await on_worker(work, exchange.weight);
    if (done) co_return;
    const auto after = exchange.after;
    refuse(exchange, {503, "Try again in a few seconds."});
    exchange.response->headers.set("Retry-After", "5");
    exchange.after = after; // nothing is wrong with this connection
}

/// Does `work` on a worker. True once it was done, false when the queue was full.
Awaitable<bool> Connection::on_worker(std::function<void()> work, Weight weight)
{
    auto start = [this, weight, work = std::move(work)](auto handler) {
        // Shared, because what a queue holds must be copyable; it is called once.
        auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        auto strand = executor();
        const bool taken = shared_.workers->try_do(
            [work, resume, strand] {
                work();
                asio::post(strand, [resume] { (*resume)(true); });
            },
            weight);
        if (!taken) asio::post(strand, [resume] { (*resume)(false); });
    };
    const auto token = asio::use_awaitable;
    const bool done = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(bool)>(
        std::move(start), token);
    co_return done;
}

Awaitable<void> Connection::write(Exchange& exchange)
{
    if (shared_.draining) exchange.after = AfterAnswer::close;
    const auto& response = *exchange.response;
    const auto content = response.content();
    const auto head = response_head(response, content.size(), exchange.after, std::time(nullptr));
    const bool head_only = (exchange.request && exchange.request->method() == Method::head) ||
                           response.status == 204 || response.status == 304;
    auto rest = head_only ? std::string_view{} : content;
    const auto length = rest.size();

    error_code fault;
    auto piece = rest.substr(0, piece_written);
    const std::array<asio::const_buffer, 2> both{asio::buffer(head.data(), head.size()),
                                                 asio::buffer(piece.data(), piece.size())};
    stream_.expires_after(shared_.settings.deadlines.write);
    co_await asio::async_write(stream_, both, into(fault));
    rest.remove_prefix(piece.size());
    while (!fault && !rest.empty()) {
        piece = rest.substr(0, piece_written);
        stream_.expires_after(shared_.settings.deadlines.write);
        co_await asio::async_write(stream_, asio::buffer(piece.data(), piece.size()), into(fault));
        rest.remove_prefix(piece.size());
    }
    exchange.lost = fault.failed();
    log(exchange, length);
}

/// Reads and forgets what the client still sends, for a moment: closing at once would take the
/// answer away from it.
Awaitable<void> Connection::linger()
{
    error_code fault;
    stream_.socket().shutdown(Tcp::socket::shutdown_send, fault);
    std::array<char, 2048> ignored{};
    stream_.expires_after(std::chrono::seconds(2));
    for (std::size_t count = 0; !fault && count < most_lingered_for;) {
        count += co_await stream_.async_read_some(asio::buffer(ignored), into(fault));
    }
}

Awaitable<void> Connection::turn_away()
{
    error_code fault;
    const auto words = full_house_answer();
    stream_.expires_after(std::chrono::seconds(2));
    co_await asio::async_write(stream_, asio::buffer(words), into(fault));
    if (!fault) co_await linger();
    close();
}

void Connection::close()
{
    error_code ignored;
    stream_.socket().shutdown(Tcp::socket::shutdown_both, ignored);
    stream_.close();
}

void Connection::log(const Exchange& exchange, std::uint64_t bytes) const
{
    if (!shared_.settings.access_log) return;
    const std::chrono::duration<double, std::milli> passed = Clock::now() - exchange.began;
    AccessRecord record;
    record.request_id = exchange.id;
    if (exchange.request) {
        record.method = method_name(exchange.request->method());
        record.route = exchange.request->route();
    }
    record.status = exchange.response->status;
    record.bytes = bytes;
    record.milliseconds = passed.count();
    shared_.settings.access_log(record);
}

} // namespace server_detail

class Server::State {
    using Connection = server_detail::Connection;

public:
    State(ServerSettings settings, Router router)
        : caps_(settings.connections, settings.connections_per_address),
          shared_{settings, std::move(router), names_answered(settings), {}, {}}
    {
    }
    ~State();

    Result<void> start();
    bool wait();
    void stop();
    std::uint16_t port() const { return port_; }

private:
    enum class Which { all, idle };

    Result<void> listen();
    server_detail::Awaitable<void> accept();
    void welcome(server_detail::Tcp::socket socket);
    void leave(Connection& connection);
    void close_connections(Which which);

    ConnectionCaps caps_;
    server_detail::Shared shared_;
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
    std::vector<std::thread> threads_;
};

Result<void> Server::State::listen()
{
    namespace asio = server_detail::asio;
    server_detail::error_code fault;
    const auto address = asio::ip::make_address(shared_.settings.address, fault);
    if (!fault) {
        const server_detail::Tcp::endpoint endpoint(address, shared_.settings.port);
        acceptor_.emplace(asio::make_strand(io_));
        acceptor_->open(endpoint.protocol(), fault);
        if (!fault) acceptor_->set_option(asio::socket_base::reuse_address(true), fault);
        if (!fault) acceptor_->bind(endpoint, fault);
        if (!fault) acceptor_->listen(asio::socket_base::max_listen_connections, fault);
        if (!fault) port_ = acceptor_->local_endpoint(fault).port();
    }
    if (fault)
        return Error{ErrorKind::unavailable,
                     "Port " + std::to_string(shared_.settings.port) + " of " +
                         shared_.settings.address +
                         " cannot be listened on. Another program may be using it: choose another "
                         "port",
                     fault.message(),
                     {}};
    return {};
}

Result<void> Server::State::start()
{
    namespace asio = server_detail::asio;
    server_detail::raise_open_files_limit();
    const auto listening = listen();
    if (!listening) return listening.error();
    const auto& settings = shared_.settings;
    shared_.workers = std::make_unique<Workers>(settings.workers, settings.queue);
    work_.emplace(io_.get_executor());
    // Where memory runs out here, what is under way cannot be told of it: the program ends, and
    // what watches over it starts it again. A server that takes nobody any more must not live on.
    asio::co_spawn(acceptor_->get_executor(), accept(), [](const std::exception_ptr& fault) {
        if (fault) std::terminate();
    });
    if (settings.stop_on_signals) {
        signals_.emplace(io_, SIGTERM, SIGINT);
        signals_->async_wait([this](server_detail::error_code fault, int) {
            if (!fault) stop();
        });
    }
    for (unsigned count = 0; count < settings.io_threads; ++count) {
        threads_.emplace_back([this] { io_.run(); });
    }
    return {};
}

server_detail::Awaitable<void> Server::State::accept()
{
    namespace asio = server_detail::asio;
    asio::steady_timer pause(acceptor_->get_executor());
    while (acceptor_->is_open()) {
        server_detail::error_code fault;
        server_detail::Tcp::socket socket(asio::make_strand(io_));
        co_await acceptor_->async_accept(socket, server_detail::into(fault));
        if (fault == asio::error::operation_aborted || shared_.draining) co_return;
        if (!fault) {
            welcome(std::move(socket));
            continue;
        }
        // Out of files, most likely: others must end first.
        pause.expires_after(std::chrono::milliseconds(50));
        co_await pause.async_wait(server_detail::into(fault));
    }
}

void Server::State::welcome(server_detail::Tcp::socket socket)
{
    namespace asio = server_detail::asio;
    server_detail::error_code fault;
    const auto address = socket.remote_endpoint(fault).address().to_string();
    if (fault) return;
    socket.set_option(server_detail::Tcp::no_delay(true), fault);
    const auto strand = socket.get_executor();
    const auto connection = std::make_shared<Connection>(shared_, std::move(socket), address);
    if (!caps_.admit(address)) {
        if (turned_away_ >= server_detail::most_turned_away_at_once) return;
        ++turned_away_;
        auto ended = [this, connection](std::exception_ptr) { --turned_away_; };
        asio::co_spawn(strand, connection->turn_away(), std::move(ended));
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        connections_.insert(connection);
    }
    auto ended = [this, connection](std::exception_ptr) { leave(*connection); };
    asio::co_spawn(strand, connection->serve(), std::move(ended));
}

void Server::State::leave(Connection& connection)
{
    caps_.leave(connection.address());
    const std::lock_guard lock(mutex_);
    std::erase_if(connections_, [&](const auto& open) { return open.get() == &connection; });
    changed_.notify_all();
}

void Server::State::close_connections(Which which)
{
    const std::lock_guard lock(mutex_);
    for (const auto& connection : connections_) {
        server_detail::asio::post(connection->executor(), [connection, which] {
            which == Which::idle ? connection->close_if_idle() : connection->close();
        });
    }
}

void Server::State::stop()
{
    {
        const std::lock_guard lock(mutex_);
        if (shared_.draining) return;
        drained_by_ = server_detail::Clock::now() + shared_.settings.deadlines.drain;
        shared_.draining = true;
    }
    if (acceptor_) {
        server_detail::asio::post(acceptor_->get_executor(), [this] {
            server_detail::error_code ignored;
            acceptor_->close(ignored);
        });
    }
    close_connections(Which::idle);
    changed_.notify_all();
}

bool Server::State::wait()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return shared_.draining.load(); });
    const auto none_left = [this] { return connections_.empty(); };
    if (changed_.wait_until(lock, drained_by_, none_left)) return true;
    lock.unlock();
    close_connections(Which::all);
    lock.lock();
    return changed_.wait_for(lock, std::chrono::seconds(1), none_left);
}

Server::State::~State()
{
    stop();
    close_connections(Which::all);
    // Finishes what runs; each piece of work resumes its connection, which then finds itself
    // closed.
    if (shared_.workers) shared_.workers->finish();
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
