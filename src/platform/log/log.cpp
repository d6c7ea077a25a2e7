#include "platform/log/log.h"

#include "platform/clock/clock.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <mutex>
#include <unistd.h>

namespace onroll::log {

namespace log_detail {

struct Sink {
    std::mutex turn;
    std::function<void(std::string_view)> take; ///< empty: standard error
};

Sink& sink()
{
    static Sink one;
    return one;
}

std::atomic<Level> least_level{Level::info};

std::string_view word_for(Level level)
{
    switch (level) {
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warning:
        return "warning";
    case Level::error:
        return "error";
    }
    return "error";
}

bool needs_quotes(std::string_view text)
{
    if (text.empty()) return true;
    for (const char c : text)
        if (c == ' ' || c == '"' || c == '=' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ||
            c == 0x7f)
            return true;
    return false;
}

/// Puts the text in quotes; nothing in it can end the line or the quotes.
void append_quoted(std::string& line, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    line += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (c == '\n') {
            line += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            line += "\\x";
            line += hex[byte >> 4];
            line += hex[byte & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

void write_to_standard_error(std::string_view line)
{
    while (!line.empty()) {
        const auto written = ::write(STDERR_FILENO, line.data(), line.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return; // Nobody reads the log; the work goes on.
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace log_detail

Field::Field(std::string_view key, double value) : key_(key)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    value_.assign(text.data(), end);
}

void set_least_level(Level level)
{
    log_detail::least_level = level;
}

bool is_written(Level level)
{
    return level >= log_detail::least_level.load(std::memory_order_relaxed);
}

void write(Level level, std::string_view event, Fields fields)
{
    if (!is_written(level)) return;
    std::string line = utc_text(SystemClock{}.now());
    line += ' ';
    line += log_detail::word_for(level);
    line += " event=";
    log_detail::append_quoted(line, event);
    for (const auto& field : fields) {
        line += ' ';
        line += field.key();
        line += '=';
        if (log_detail::needs_quotes(field.value()))
            log_detail::append_quoted(line, field.value());
        else
            line += field.value();
    }
    line += '\n';

    auto& sink = log_detail::sink();
    const std::lock_guard turn(sink.turn);
    if (sink.take)
        sink.take(std::string_view(line).substr(0, line.size() - 1));
    else
        log_detail::write_to_standard_error(line);
}

Redirect::Redirect(std::function<void(std::string_view line)> take)
{
    const std::lock_guard turn(log_detail::sink().turn);
    log_detail::sink().take = std::move(take);
}

Redirect::~Redirect()
{
    const std::lock_guard turn(log_detail::sink().turn);
    log_detail::sink().take = nullptr;
}

} // namespace onroll::log
