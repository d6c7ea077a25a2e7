#include "platform/http_client/http_client.h"

#include <curl/curl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace onroll::http_client {
namespace http_client_detail {

Error unavailable(const char* why)
{
    return {ErrorKind::unavailable,
            "The other server does not answer. Try again in a few minutes",
            why,
            {}};
}

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct FreeText {
    void operator()(char* text) const { curl_free(text); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;
using Handle = std::unique_ptr<CURL, FreeHandle>;
using Text = std::unique_ptr<char, FreeText>;

/// A header cannot add another: line ends in it become spaces.
List list_of(const std::vector<Header>& headers)
{
    curl_slist* list = nullptr;
    for (const auto& header : headers) {
        auto line = header.name + ": " + header.value;
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
        list = curl_slist_append(list, line.c_str());
    }
    return List(list);
}

struct Block {
    std::array<std::uint8_t, 4> from;
    int bits;
};
/// RFC 6890: what is not of the public internet, and multicast.
constexpr Block inside_blocks[] = {
    {{0, 0, 0, 0}, 8},      {{10, 0, 0, 0}, 8},    {{100, 64, 0, 0}, 10}, {{127, 0, 0, 0}, 8},
    {{169, 254, 0, 0}, 16}, {{172, 16, 0, 0}, 12}, {{192, 0, 0, 0}, 24},  {{192, 168, 0, 0}, 16},
    {{198, 18, 0, 0}, 15},  {{224, 0, 0, 0}, 3},
};

bool is_inside(const std::uint8_t* four)
{
    const auto number = [](const std::uint8_t* bytes) {
        return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 |
               std::uint32_t(bytes[2]) << 8 | bytes[3];
    };
    return std::any_of(std::begin(inside_blocks), std::end(inside_blocks), [&](const Block& block) {
        const auto mask = ~std::uint32_t{0} << (32 - block.bits);
        return (number(four) & mask) == number(block.from.data());
    });
}

bool is_inside_six(const std::uint8_t* sixteen)
{
    const auto zeros = [&](int count) {
        return std::all_of(sixteen, sixteen + count, [](std::uint8_t b) { return b == 0; });
    };
    if (zeros(10) && sixteen[10] == 0xff && sixteen[11] == 0xff) return is_inside(sixteen + 12);
    if (zeros(12)) return true; // unspecified, loopback, and IPv4 in an old form
    const bool translated =
        sixteen[0] == 0 && sixteen[1] == 0x64 && sixteen[2] == 0xff && sixteen[3] == 0x9b;
    const bool six_to_four = sixteen[0] == 0x20 && sixteen[1] == 0x02;
    return translated || six_to_four || (sixteen[0] & 0xfe) == 0xfc || sixteen[0] == 0xfe ||
           sixteen[0] == 0xff;
}

/// What one question gathers.
struct Gathering {
    const Settings& settings;
    std::string body;
    bool too_large = false;
    bool inside = false;
};

std::size_t gather(char* bytes, std::size_t size, std::size_t count, void* into)
{
    auto& gathering = *static_cast<Gathering*>(into);
    if (gathering.body.size() + size * count > gathering.settings.largest_answer) {
        gathering.too_large = true;
        return 0;
    }
    gathering.body.append(bytes, size * count);
    return size * count;
}

/// Asked for each address before it is connected to, after the name was looked up: so a name that
/// leads elsewhere the second time is seen.
curl_socket_t connect_outside_alone(void* into, curlsocktype, curl_sockaddr* address)
{
    auto& gathering = *static_cast<Gathering*>(into);
    char text[INET6_ADDRSTRLEN] = {};
    const void* bytes = nullptr;
    if (address->family == AF_INET)
        bytes = &reinterpret_cast<const sockaddr_in*>(&address->addr)->sin_addr;
    if (address->family == AF_INET6)
        bytes = &reinterpret_cast<const sockaddr_in6*>(&address->addr)->sin6_addr;
    const bool known = bytes && inet_ntop(address->family, bytes, text, sizeof text);
    if (!gathering.settings.inside_addresses && (!known || is_inside_address(text))) {
        gathering.inside = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

class CurlClient final : public Client {
public:
    explicit CurlClient(Settings settings) : settings_(std::move(settings))
    {
        static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        static_cast<void>(ready);
    }

    Result<Answer> get(const std::string& url) override { return ask(url, {}, {}, {}, {}); }

    Result<Answer> get_with(const std::string& url, const std::vector<Header>& headers) override
    {
        return ask(url, {}, {}, {}, headers);
    }

    Result<Answer> post_json(const std::string& url, const std::string& body,
                             const std::vector<Header>& headers) override
    {
        auto all = headers;
        all.push_back({"Content-Type", "application/json"});
        return ask(url, body, {}, {}, all);
    }

    Result<Answer> post(const std::string& url, const FormFields& form, const std::string& user,
                        const std::string& password) override
    {
        return ask(url, encoded(form), user, password, {});
    }

private:
    static std::string encoded(const FormFields& form)
    {
        std::string body;
        for (const auto& [name, value] : form) {
            const Text escaped(curl_easy_escape(nullptr, value.data(), int(value.size())));
            body += (body.empty() ? "" : "&") + name + "=" + escaped.get();
        }
        return body;
    }

    Result<Answer> ask(const std::string& url, const std::optional<std::string>& body,
                       const std::string& user, const std::string& password,
                       const std::vector<Header>& headers)
    {
        if (!may_be_asked(url, settings_)) return unavailable("the address may not be asked");
        const Handle handle(curl_easy_init());
        Gathering gathering{settings_, {}};
        set_up(handle.get(), url, gathering);
        if (body) {
            curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body->size()));
            curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body->data());
        }
        if (!user.empty()) {
            curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
            curl_easy_setopt(handle.get(), CURLOPT_USERNAME, user.c_str());
            curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, password.c_str());
        }
        const auto list = list_of(headers);
        if (list) curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, list.get());
        const auto code = curl_easy_perform(handle.get());
        if (gathering.inside) return unavailable("the name leads to an address of the inside");
        if (gathering.too_large) return unavailable("the answer is too large");
        if (code != CURLE_OK) return unavailable(curl_easy_strerror(code));
        long status = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
        return Answer{int(status), std::move(gathering.body)};
    }

    void set_up(CURL* handle, const std::string& url, Gathering& gathering) const
    {
        const auto* protocols = settings_.inside_addresses ? "https,http" : "https";
        curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocols);
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(settings_.patience.count()));
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, gather);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &gathering);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, connect_outside_alone);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &gathering);
    }

    Settings settings_;
};

} // namespace http_client_detail
using namespace http_client_detail;

Result<Answer> Client::get_with(const std::string& url, const std::vector<Header>&)
{
    return get(url);
}

Result<Answer> Client::post_json(const std::string&, const std::string&, const std::vector<Header>&)
{
    return unavailable("this client sends no JSON");
}

std::unique_ptr<Client> make_client(Settings settings)
{
    return std::make_unique<CurlClient>(std::move(settings));
}

bool is_inside_address(std::string_view address)
{
    const std::string text(address);
    in_addr four{};
    if (inet_pton(AF_INET, text.c_str(), &four) == 1)
        return is_inside(reinterpret_cast<const std::uint8_t*>(&four));
    in6_addr six{};
    if (inet_pton(AF_INET6, text.c_str(), &six) == 1) return is_inside_six(six.s6_addr);
    return true; // what cannot be read is not let through
}

bool may_be_asked(std::string_view url, const Settings& settings)
{
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    const std::string text(url);
    const auto part = [&](CURLUPart which) {
        char* found = nullptr;
        if (curl_url_get(parsed.get(), which, &found, 0) != CURLUE_OK) return std::string();
        return std::string(Text(found).get());
    };
    if (curl_url_set(parsed.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return false;
    const auto scheme = part(CURLUPART_SCHEME);
    if (scheme != "https" && !(scheme == "http" && settings.inside_addresses)) return false;
    if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()) return false;
    auto host = part(CURLUPART_HOST);
    std::transform(host.begin(), host.end(), host.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(settings.hosts.begin(), settings.hosts.end(), host) != settings.hosts.end();
}

} // namespace onroll::http_client
