#include "platform/http/wire.h"

#include "platform/http/percent.h"

#include "kernel/ensure.h"

#include <array>
#include <random>
#include <string_view>

namespace onroll::http {

namespace wire_detail {

void append(std::string& head, std::string_view name, std::string_view value)
{
    ensure(!has_control_characters(name) && !has_control_characters(value),
           "no header of ours holds a control character");
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

std::string two_digits(int number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

} // namespace wire_detail

std::string http_date(std::time_t moment)
{
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&moment, &parts);
    using wire_detail::two_digits;
    std::string date(days.at(static_cast<std::size_t>(parts.tm_wday)));
    date += ", " + two_digits(parts.tm_mday) + ' ';
    date += months.at(static_cast<std::size_t>(parts.tm_mon));
    return date + ' ' + std::to_string(parts.tm_year + 1900) + ' ' + two_digits(parts.tm_hour) +
           ':' + two_digits(parts.tm_min) + ':' + two_digits(parts.tm_sec) + " GMT";
}

std::string response_head(const Response& response, std::uint64_t length, AfterAnswer after,
                          std::time_t now)
{
    std::string head;
    head.reserve(1024);
    head += "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head += reason_phrase(response.status);
    head += "\r\n";
    wire_detail::append(head, "Date", http_date(now));
    for (const auto& header : response.headers) {
        wire_detail::append(head, header.name, header.value);
    }
    const bool has_no_body = response.status == 204 || response.status == 304;
    if (!has_no_body) wire_detail::append(head, "Content-Length", std::to_string(length));
    if (after == AfterAnswer::close) wire_detail::append(head, "Connection", "close");
    head += "\r\n";
    return head;
}

std::string new_request_id()
{
    thread_local std::mt19937_64 numbers{std::random_device{}() ^
                                         (std::uint64_t{std::random_device{}()} << 32)};
    constexpr std::string_view digits = "0123456789abcdef";
    const auto number = numbers();
    std::string id;
    for (int shift = 60; shift >= 0; shift -= 4) id += digits[number >> shift & 15u];
    return id;
}

std::string full_house_answer()
{
    const std::string words = "The service is busy. Try again in a few seconds.\n";
    auto response = text(words, 503);
    response.headers.set("Retry-After", "5");
    response.headers.set("Cache-Control", "no-store");
    return response_head(response, words.size(), AfterAnswer::close, std::time(nullptr)) + words;
}

} // namespace onroll::http
