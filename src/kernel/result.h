// An answer, or expected trouble at an edge. Names follow std::expected, so that a later swap is an
// alias.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace onroll {

/// The closed list of trouble that the web maps to a status and the command line to an exit code,
/// in one place each.
enum class ErrorKind { bad_input, not_found, not_allowed, conflict, too_large, unavailable };

struct Error {
    ErrorKind kind = ErrorKind::bad_input;
    std::string
        message; ///< for the person: what is wrong and what to do; never holds a child's name
    std::string detail; ///< for the log: no personal data
    std::string where;  ///< the field, member or row that the message belongs to; may be empty

    bool operator==(const Error&) const = default;
};

inline Error bad_input(std::string message, std::string where = {})
{
    return Error{ErrorKind::bad_input, std::move(message), {}, std::move(where)};
}

inline Error not_found(std::string message)
{
    return Error{ErrorKind::not_found, std::move(message), {}, {}};
}

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;
    using error_type = Error;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T& value() const& { return std::get<0>(state_); }
    T& value() & { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const& { return std::get<1>(state_); }
    Error&& error() && { return std::get<1>(std::move(state_)); }

    template <class U>
    T value_or(U&& otherwise) const&
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(otherwise));
    }

private:
    std::variant<T, Error> state_;
};

/// Done, or an error.
template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;
    using error_type = Error;

    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool has_value() const noexcept { return !error_; }
    explicit operator bool() const noexcept { return has_value(); }
    const Error& error() const { return *error_; }

private:
    std::optional<Error> error_;
};

} // namespace onroll
