// Reads the members of one JSON object and keeps the first thing that is wrong, so that reading
// code says what it wants in the order in which it wants it. Members that were never asked for are
// refused at the end.
#pragma once

#include "platform/json/json.h"

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace onroll::law {

/// More than any pupil's history holds. Answers name an id many times and weigh each exclusion
/// against the others, so both have an end.
inline constexpr std::size_t longest_list = 500;
inline constexpr std::size_t longest_text = 200; ///< bytes

class ObjectReader {
public:
    ObjectReader(const json::Value& object, std::string path)
        : object_(object), path_(std::move(path))
    {
        if (!object_.is_object()) fail("", "must be an object");
    }

    bool has(std::string_view name)
    {
        seen_.insert(std::string(name));
        return object_.is_object() && object_.contains(name) &&
               !object_.at(std::string(name)).is_null();
    }
    const json::Value& at(std::string_view name) const { return object_.at(std::string(name)); }
    std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }

    std::string text(std::string_view name, std::string_view otherwise = {})
    {
        if (!has(name)) return std::string(otherwise);
        if (!at(name).is_string()) return fail(name, "must be text"), std::string{};
        const auto& said = at(name).get_ref<const std::string&>();
        if (said.size() > longest_text)
            return fail(name, "must be " + std::to_string(longest_text) + " bytes or shorter"),
                   std::string{};
        return said;
    }
    std::string required_text(std::string_view name)
    {
        if (!has(name)) return fail(name, "is missing"), std::string{};
        return text(name);
    }
    bool boolean(std::string_view name, bool otherwise)
    {
        const auto value = optional_boolean(name);
        return value.value_or(otherwise);
    }
    std::optional<bool> optional_boolean(std::string_view name)
    {
        if (!has(name)) return std::nullopt;
        if (!at(name).is_boolean()) return fail(name, "must be true or false"), std::nullopt;
        return at(name).get<bool>();
    }
    int integer(std::string_view name, int least, int most)
    {
        if (!has(name)) return fail(name, "is missing"), least;
        const auto& value = at(name);
        if (!value.is_number_integer()) return fail(name, "must be a whole number"), least;
        const bool fits =
            value.is_number_unsigned()
                ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most)
                : value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most;
        if (!fits || value.get<std::int64_t>() < least)
            return fail(name, "must be a whole number from " + std::to_string(least) + " to " +
                                  std::to_string(most)),
                   least;
        return value.get<int>();
    }
    std::optional<Date> optional_day(std::string_view name)
    {
        if (!has(name)) return std::nullopt;
        return day_in(at(name), path(name));
    }
    Date day(std::string_view name)
    {
        if (!has(name)) return fail(name, "is missing"), Date{};
        return optional_day(name).value_or(Date{});
    }
    /// A list of dates; absent is empty.
    std::vector<Date> days(std::string_view name)
    {
        std::vector<Date> all;
        for_each(name, [&](const json::Value& value, const std::string& at_path) {
            if (const auto one = day_in(value, at_path)) all.push_back(*one);
        });
        return all;
    }
    /// One of the given words.
    template <class Choice>
    Choice choice(std::string_view name,
                  std::initializer_list<std::pair<std::string_view, Choice>> words,
                  std::optional<Choice> otherwise = {})
    {
        if (!has(name)) {
            if (otherwise) return *otherwise;
            return fail(name, "is missing"), words.begin()->second;
        }
        const auto said = text(name);
        std::string known;
        for (const auto& [word, value] : words) {
            if (said == word) return value;
            known += (known.empty() ? "" : ", ") + std::string(word);
        }
        return fail(name, "must be one of: " + known), words.begin()->second;
    }
    /// Calls `read(element, path)` for each element of a list; absent is empty.
    template <class Read>
    void for_each(std::string_view name, Read read)
    {
        if (!has(name)) return;
        if (!at(name).is_array()) return fail(name, "must be a list");
        if (at(name).size() > longest_list)
            return fail(name, "must hold " + std::to_string(longest_list) + " entries or fewer");
        std::size_t place = 0;
        for (const auto& value : at(name)) read(value, path(name) + "/" + std::to_string(place++));
    }

    /// Refuses members that were never asked for and are not in `also_known`.
    void refuse_others(std::span<const std::string_view> also_known = {})
    {
        if (!object_.is_object()) return;
        for (const auto& [name, value] : object_.items()) {
            if (seen_.contains(name)) continue;
            bool known = false;
            for (const auto other : also_known) known = known || other == name;
            if (!known) return fail(name, "is not a member that Onroll knows");
        }
    }
    void fail(std::string_view name, const std::string& what)
    {
        if (!error_)
            error_ = bad_input((name.empty() ? "This" : std::string(name)) + " " + what,
                               name.empty() ? path_ : path(name));
    }
    void fail(Error error)
    {
        if (!error_) error_ = std::move(error);
    }
    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }

private:
    std::optional<Date> day_in(const json::Value& value, const std::string& at_path)
    {
        if (value.is_string())
            if (const auto parsed = parse_date(value.get<std::string>())) return *parsed;
        if (!error_)
            error_ = bad_input("A date must be a real date, written like 2026-11-23", at_path);
        return std::nullopt;
    }

    const json::Value& object_;
    std::string path_;
    std::set<std::string> seen_;
    std::optional<Error> error_;
};

} // namespace onroll::law
