// Structured logging: one event is one line of key=value on standard error. Never personal data: a
// text that was not written in the program must be marked as safe (somebody looked) or private
// (prints as [private]) to compile.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace onroll::log {

enum class Level { debug, info, warning, error };

/// Wraps a value that may identify a person: it prints as `[private]`, and is only had by saying
/// so.
template <class T>
class Private {
public:
    explicit Private(T value) : value_(std::move(value)) {}
    /// The value itself; not for logs or messages.
    const T& reveal() const { return value_; }

private:
    T value_;
};

/// A text made at run time that somebody has looked at: it cannot hold a name, an address, a number
/// or words of a person. Statement names, route patterns and library error codes are; paths,
/// queries and form values are not.
struct Safe {
    std::string_view text;
};
inline Safe safe(std::string_view text)
{
    return Safe{text};
}

/// One key and its value. A std::string does not convert, on purpose: see Safe and Private.
class Field {
public:
    /// A word written in the program.
    template <std::size_t n>
    Field(std::string_view key, const char (&word)[n]) : key_(key), value_(word, n - 1)
    {
    }
    Field(std::string_view key, Safe value) : key_(key), value_(value.text) {}
    Field(std::string_view key, bool value) : key_(key), value_(value ? "yes" : "no") {}
    Field(std::string_view key, double value);
    template <std::integral T>
    Field(std::string_view key, T value) : key_(key), value_(std::to_string(value))
    {
    }
    template <class T>
    Field(std::string_view key, const Private<T>&) : key_(key), value_("[private]")
    {
    }

    std::string_view key() const { return key_; }
    const std::string& value() const { return value_; }

private:
    std::string_view key_;
    std::string value_;
};

using Fields = std::initializer_list<Field>;

/// Writes one line, such as `2026-11-23T09:15:00.250Z warning event="disk is nearly full"
/// free_megabytes=12`. `event` is a text written in the program, never one made from input. Line
/// ends and quotes in values are escaped. Safe to call from any thread.
void write(Level level, std::string_view event, Fields fields = {});

inline void debug(std::string_view event, Fields fields = {})
{
    write(Level::debug, event, fields);
}
inline void info(std::string_view event, Fields fields = {})
{
    write(Level::info, event, fields);
}
inline void warning(std::string_view event, Fields fields = {})
{
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, Fields fields = {})
{
    write(Level::error, event, fields);
}

/// Events below this level are dropped. It begins at info.
void set_least_level(Level level);
/// Whether an event of this level would be written, to save making its fields.
bool is_written(Level level);

/// Takes the lines instead of standard error while it lives, for tests. One at a time.
class Redirect {
public:
    explicit Redirect(std::function<void(std::string_view line)> take);
    ~Redirect();
    Redirect(const Redirect&) = delete;
    Redirect& operator=(const Redirect&) = delete;
};

} // namespace onroll::log
