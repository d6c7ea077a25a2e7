#include "platform/http/intake.h"

#include "platform/http/header_values.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::http {

namespace intake_detail {

constexpr std::size_t longest_target = 8 * 1024;
const Refusal no_room{503, "Too much is being sent at the moment. Try again in a few seconds"};

Refusal refusal_of(const Error& error)
{
    return {status_of(error.kind), error.message};
}

std::optional<Refusal> check_host_of(const Target& target, const Headers& headers,
                                     std::span<const std::string> hosts)
{
    switch (check_host(target.authority.empty() ? headers["Host"] : target.authority, hosts)) {
    case HostCheck::ours:
        return std::nullopt;
    case HostCheck::malformed:
        return Refusal{400, "The Host header cannot be read"};
    case HostCheck::another:
        return Refusal{421, "This is not the server of that name"};
    }
    return std::nullopt;
}

/// How long the body says that it is; 0 where it does not.
std::uint64_t stated_length(const Request& request)
{
    const auto text = request.header("Content-Length");
    std::uint64_t length = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
    return read.ec == std::errc() ? length : 0;
}

} // namespace intake_detail

Refusal larger_than(std::uint64_t limit, std::string_view content_type)
{
    // What a form holds beside its files is left out of what is said.
    const auto mebibytes = limit >> 20;
    const auto type = parse_content_type(content_type);
    if (!type || type->type != "multipart/form-data" || mebibytes < 2)
        return {413, "No more than " +
                         (mebibytes > 0 ? std::to_string(mebibytes) + " MB"
                                        : std::to_string(limit) + " bytes") +
                         " can be sent here at once. Nothing was saved"};
    const auto of_files = std::to_string(mebibytes - 1) + " MB";
    if (limit == uploads_limit)
        return {413, "Nothing was saved. Choose a smaller file",
                "The file is larger than " + of_files};
    return {413, "Nothing was saved. Send fewer files at once",
            "The files are larger than " + of_files + " together"};
}

std::variant<Accepted, Refusal> take_head(RequestHead head, std::span<const std::string> hosts,
                                          const Router& router)
{
    if (const auto fault = framing_fault(head.headers, head.version))
        return Refusal{400, std::string(*fault)};
    const auto method = method_named(head.method);
    if (!method) return Refusal{501, "That method is not known here"};
    if (head.target.size() > intake_detail::longest_target)
        return Refusal{414, "The address is too long"};
    const auto target = parse_target(head.target);
    if (!target) return intake_detail::refusal_of(target.error());
    if (auto refusal = intake_detail::check_host_of(*target, head.headers, hosts))
        return *std::move(refusal);

    RequestParts parts;
    parts.method = *method;
    parts.target = std::move(head.target);
    parts.headers = std::move(head.headers);
    parts.id = std::move(head.id);
    parts.address = std::move(head.address);
    parts.form = Form{}; // the body comes later
    auto request = Request::create(std::move(parts));
    if (!request) return intake_detail::refusal_of(request.error());
    Accepted accepted{*std::move(request), nullptr};
    const auto match = router.match(*method, accepted.request.path_segments());
    if (const auto* found = std::get_if<RouteFound>(&match)) {
        accepted.route = found->route;
        accepted.request.set_route(found->route->pattern, found->parameters);
    }
    return accepted;
}

std::vector<std::string> names_answered(const ServerSettings& settings)
{
    std::vector<std::string> names{"localhost", "127.0.0.1", "[::1]"};
    auto hosts = settings.hosts;
    const bool is_ipv6 = settings.address.find(':') != std::string::npos;
    hosts.push_back(is_ipv6 ? '[' + settings.address + ']' : settings.address);
    for (const auto& host : hosts) {
        if (const auto read = parse_host(host)) names.push_back(read->name);
    }
    return names;
}

BodyIntake::BodyIntake(const Request& request, std::uint64_t limit, const ServerSettings& settings,
                       BodyRoom::Share& share)
    : limit_(limit), stated_(std::min(limit, intake_detail::stated_length(request))),
      content_type_(request.header("Content-Type")), share_(share), form_limits_(settings.form),
      deadlines_(settings.deadlines)
{
    const auto type = parse_content_type(content_type_);
    // A multipart body without a boundary is refused when it is read as a form.
    if (type && type->type == "multipart/form-data" && !type->boundary.empty())
        multipart_.emplace(type->boundary, form_limits_);
}

std::optional<Refusal> BodyIntake::take(std::string_view bytes, std::chrono::milliseconds passed)
{
    received_ += bytes.size();
    if (received_ > limit_) return larger_than(limit_, content_type_);
    if (auto refusal = check_pace(passed)) return refusal;
    if (!multipart_) {
        if (!has_room_for(bytes.size())) return intake_detail::no_room;
        body_ += bytes;
        return std::nullopt;
    }
    if (!share_.holds(multipart_->in_memory() + bytes.size())) return intake_detail::no_room;
    const auto fed = multipart_->feed(bytes);
    if (!fed) return intake_detail::refusal_of(fed.error());
    if (!share_.holds(multipart_->in_memory())) return intake_detail::no_room;
    return std::nullopt;
}

/// Makes room for as much as the body says, or twice as much as before; what is moved lies in
/// memory twice meanwhile. False where the shared room has not as much.
bool BodyIntake::has_room_for(std::size_t more)
{
    const auto needed = body_.size() + more;
    if (needed <= reserved_) return true;
    const auto wanted =
        std::max<std::uint64_t>(needed, reserved_ == 0 ? stated_ : std::min(limit_, 2 * reserved_));
    if (!share_.holds(reserved_ + wanted)) return false;
    std::string larger; // one that is empty takes what it is told and no more
    larger.reserve(wanted);
    larger += body_;
    body_ = std::move(larger);
    reserved_ = wanted;
    return share_.holds(reserved_);
}

std::optional<Refusal> BodyIntake::check_pace(std::chrono::milliseconds passed) const
{
    if (passed > deadlines_.body) return Refusal{408, "The request took too long to arrive"};
    const auto due =
        static_cast<std::uint64_t>(passed.count()) * deadlines_.body_bytes_per_second / 1000;
    if (passed > deadlines_.body_grace && received_ < due)
        return Refusal{408, "The request arrives too slowly"};
    return std::nullopt;
}

std::optional<Refusal> BodyIntake::finish(Request& request)
{
    if (!multipart_) {
        // The words of a form are kept beside the body that they were read from.
        const auto type = parse_content_type(content_type_);
        const bool is_form = type && type->type == "application/x-www-form-urlencoded";
        if (is_form && !share_.holds(2 * reserved_)) return intake_detail::no_room;
        const auto taken = request.take_body(std::move(body_), form_limits_);
        if (!taken) return intake_detail::refusal_of(taken.error());
        return std::nullopt;
    }
    auto form = multipart_->finish();
    if (!form) return intake_detail::refusal_of(form.error());
    request.take_form(*std::move(form));
    return std::nullopt;
}

} // namespace onroll::http
