// From a header as parsed to a request with its route, and from a body's bytes to its form. No
// socket, no clock.
#pragma once

#include "platform/http/body_room.h"
#include "platform/http/multipart.h"
#include "platform/http/router.h"
#include "platform/http/server.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace onroll::http {

/// Why a request is taken no further. The connection closes after the answer.
struct Refusal {
    int status = 400;
    std::string message;
    std::string title = {}; ///< empty: the usual one of the status
};

/// Says how much may be sent, where more was: of files, in the form of this content type, or of any
/// other body.
Refusal larger_than(std::uint64_t limit, std::string_view content_type);

/// A header, every line of which could be read.
struct RequestHead {
    std::string method;
    std::string target;
    int version = 11; ///< 10 or 11
    Headers headers;
    std::string id;
    std::string address = {}; ///< of whoever connected
};

struct Accepted {
    Request request;
    const Route* route = nullptr; ///< nothing where no route answers: 404, 405 or OPTIONS
};

/// Holds the header to what trust.md S-07 asks: framing, method, target, Host. `hosts` are ours, in
/// lower case.
std::variant<Accepted, Refusal> take_head(RequestHead head, std::span<const std::string> hosts,
                                          const Router& router);

/// The names that a Host header may hold under these settings, in lower case.
std::vector<std::string> names_answered(const ServerSettings& settings);

/// Takes a body as it arrives: a multipart form straight to its fields and files, anything else
/// into memory.
class BodyIntake {
public:
    /// `share` is of the room for bodies, and outlives this.
    BodyIntake(const Request& request, std::uint64_t limit, const ServerSettings& settings,
               BodyRoom::Share& share);

    /// The next bytes, `passed` after the header. 413 over the limit, 408 when they come too
    /// slowly, 503 where there is no room in memory, 400 or 503 from the form.
    std::optional<Refusal> take(std::string_view bytes, std::chrono::milliseconds passed);
    /// After the last byte: puts body or form into the request.
    std::optional<Refusal> finish(Request& request);
    std::uint64_t received() const { return received_; }

private:
    std::optional<Refusal> check_pace(std::chrono::milliseconds passed) const;
    bool has_room_for(std::size_t more);

    std::uint64_t limit_;
    std::uint64_t stated_; ///< the length that the body says it has, at most the limit
    std::string content_type_;
    BodyRoom::Share& share_;
    FormLimits form_limits_;
    ServerDeadlines deadlines_;
    std::uint64_t received_ = 0;
    std::optional<MultipartReader> multipart_;
    std::string body_;
    std::uint64_t reserved_ = 0; ///< for `body_`
};

} // namespace onroll::http
