// Accepting, deadlines of the whole, and the drain. Everything that can be said without a socket is
// said elsewhere.
#include "platform/http/connection.h"

#include "platform/http/connection_caps.h"
#include "platform/http/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <sys/resource.h>

#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace onroll::http {

namespace server_detail {

constexpr int most_turned_away_at_once = 64;

/// As many files as the system lets us open: each connection is one.
void raise_open_files_limit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace server_detail

class Server::State {
    using Connection = server_detail::Connection;

public:
    State(ServerSettings settings, Router router)
        : caps_(settings.connections, settings.connections_per_address),
          shared_{settings,
                  std::move(router),
                  names_answered(settings),
                  BodyRoom(settings.bodies_in_memory),
                  BodyRoom(settings.open_bodies_in_memory, settings.open_bodies_per_address),
                  {},
                  {}}
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
