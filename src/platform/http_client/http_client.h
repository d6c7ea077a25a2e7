// Asks another server, within limits: only hosts named beforehand, no redirects, no inside
// addresses. trust.md S-12. Knows no domain word.
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::http_client {

struct Settings {
    std::vector<std::string> hosts; ///< that may be asked, in lower case, without a port
    std::chrono::milliseconds patience{10000};
    std::size_t largest_answer = 1024 * 1024;
    /// For tests and for a provider on the same machine: lets plain http and addresses of the
    /// inside through, for the named hosts alone.
    bool inside_addresses = false;
};

struct Answer {
    int status = 0;
    std::string body;
};

struct Header {
    std::string name;
    std::string value;
};

using FormFields = std::vector<std::pair<std::string, std::string>>;

/// Swapped in tests.
class Client {
public:
    virtual ~Client() = default;
    /// unavailable, with the reason in `detail` and nothing of what was sent, where there is no
    /// answer within the limits. Any status is an answer.
    virtual Result<Answer> get(const std::string& url) = 0;
    /// The same for a form; `user` and `password` go as basic authentication where given.
    virtual Result<Answer> post(const std::string& url, const FormFields& form,
                                const std::string& user = {}, const std::string& password = {}) = 0;
    /// The same with headers of our own.
    virtual Result<Answer> get_with(const std::string& url, const std::vector<Header>& headers);
    /// The same for JSON.
    virtual Result<Answer> post_json(const std::string& url, const std::string& body,
                                     const std::vector<Header>& headers);
};

/// One that asks by libcurl. Safe to share between threads.
std::unique_ptr<Client> make_client(Settings settings);

/// Whether an address belongs to the inside: loopback, private, link-local, shared, multicast,
/// unspecified, or one of IPv4's written as IPv6. `address` as inet_ntop writes it.
/// Source: RFC 6890, RFC 4193.
bool is_inside_address(std::string_view address);

/// Whether a URL may be asked: https (or http where inside addresses may), a named host, no user in
/// it. Pure.
bool may_be_asked(std::string_view url, const Settings& settings);

} // namespace onroll::http_client
