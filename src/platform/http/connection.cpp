#include "platform/http/connection.h"

#include "platform/http/header_values.h"
#include "platform/http/wire.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>

namespace onroll::http::server_detail {

using Parser = beast::http::request_parser<beast::http::buffer_body>;

constexpr std::size_t first_read = 512; // what an idle connection holds
constexpr std::size_t piece_read = 16 * 1024;
constexpr std::size_t piece_written = 64 * 1024;
constexpr std::size_t most_lingered_for = 64 * 1024 * 1024;
constexpr std::chrono::seconds longest_lingered{30};
/// Who was turned away has sent a header at most, and takes one of few places meanwhile.
constexpr std::chrono::seconds turned_away_lingers{2};
constexpr std::uint64_t heavy_from =
    1024 * 1024; // bytes of a body: a file to be looked at and kept
/// What takes of the room of guarded routes is looked at first, whoever sends it.
constexpr std::uint64_t looked_at_first_from = BodyRoom::free_for_each;
const Refusal queue_is_full{503, "Try again in a few seconds."};

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

/// Everything that one request needs until it is answered.
struct Exchange {
    Parser parser;
    std::string id = new_request_id();
    std::optional<BodyRoom::Share> share; ///< outlives what the request holds of it
    std::optional<Request> request;
    const Route* route = nullptr;
    std::optional<Response> response;
    AfterAnswer after = AfterAnswer::keep_alive;
    bool body_left_unread = false;
    Weight weight = Weight::light;
    bool lost = false; ///< nobody to answer
    Clock::time_point began;
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
    if (exchange.body_left_unread) co_await linger(longest_lingered);
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
        co_return refuse(exchange, larger_than(exchange.route->options.body_limit,
                                               exchange.request->header("Content-Type")));
    const bool long_body = !declared || *declared > looked_at_first_from;
    if (long_body && exchange.route->policy.looks_before_body()) co_await look_first(exchange);
    if (exchange.lost || exchange.response) co_return;
    if (same_word(exchange.request->header("Expect"), "100-continue"))
        co_await tell_to_go_on(exchange);
    if (exchange.lost) co_return;
    const bool looks_first = exchange.route->policy.looks_before_body();
    exchange.share.emplace(looks_first ? shared_.room : shared_.room_of_open_routes, address_);
    co_await take_body(exchange);
    // What was taken of a refused body is gone, however long its client stays to read the answer.
    if (exchange.response) exchange.share.reset();
}

/// Asks the policy what the headers alone tell it, before anything of a long body is held.
Awaitable<void> Connection::look_first(Exchange& exchange)
{
    const auto work = [this, &exchange] {
        try {
            exchange.response =
                shared_.router.refuses_before_body(*exchange.route, *exchange.request);
            if (exchange.response)
                finish(*exchange.response, *exchange.request, shared_.settings.headers);
        } catch (const std::exception&) {
            exchange.lost = true;
        }
    };
    const bool done = co_await on_worker(work, Weight::light);
    if (!done) co_return refuse(exchange, queue_is_full);
    if (exchange.response) exchange.after = AfterAnswer::close;
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
    BodyIntake intake(*exchange.request, exchange.route->options.body_limit, shared_.settings,
                      *exchange.share);
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
            *exchange.request, {refusal.status, refusal.title, refusal.message, {}});
        finish(*exchange.response, *exchange.request, settings);
    } else {
        exchange.response = text(refusal.message + "\n", refusal.status);
        add_standard_headers(*exchange.response, exchange.id, settings);
    }
    if (refusal.status == 503) exchange.response->headers.set("Retry-After", "5");
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
    refuse(exchange, queue_is_full);
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

/// Reads and forgets what the client still sends: closing at once would take the answer away from
/// it. A browser reads the answer only once it has sent the whole file that was too large.
Awaitable<void> Connection::linger(std::chrono::seconds longest)
{
    error_code fault;
    stream_.socket().shutdown(Tcp::socket::shutdown_send, fault);
    const auto ignored = std::make_unique<std::array<char, piece_read>>();
    const auto until = Clock::now() + longest;
    for (std::size_t count = 0; !fault && count < most_lingered_for && !shared_.draining;) {
        stream_.expires_at(std::min(until, Clock::now() + std::chrono::seconds(2)));
        count += co_await stream_.async_read_some(asio::buffer(*ignored), into(fault));
    }
}

Awaitable<void> Connection::turn_away()
{
    error_code fault;
    const auto words = full_house_answer();
    stream_.expires_after(std::chrono::seconds(2));
    co_await asio::async_write(stream_, asio::buffer(words), into(fault));
    if (!fault) co_await linger(turned_away_lingers);
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

} // namespace onroll::http::server_detail
