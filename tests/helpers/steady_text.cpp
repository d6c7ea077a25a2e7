#include "helpers/steady_text.h"

#include <algorithm>

namespace onroll::steady_text {

namespace steady_text_detail {

constexpr std::size_t id_length = 32;
constexpr std::size_t key_length = 43;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f');
}

bool is_of_a_key(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// Appends a word with its ids replaced.
void add_without_ids(std::string& made, std::string_view word, std::string_view instead)
{
    std::size_t digits = 0, kept_to = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        digits = is_hexadecimal(word[at]) ? digits + 1 : 0;
        if (digits < id_length) continue;
        made += word.substr(kept_to, at + 1 - id_length - kept_to);
        made += instead;
        kept_to = at + 1;
        digits = 0;
    }
    made += word.substr(kept_to);
}

/// How many of the text's first letters are such.
template <class Is>
std::size_t run_of(std::string_view text, const Is& is)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is) - text.begin());
}

/// The text's first letters, each as the shape says: "0" for a digit, else itself.
bool has_shape(std::string_view text, std::string_view shape)
{
    if (text.size() < shape.size()) return false;
    for (std::size_t at = 0; at < shape.size(); ++at)
        if (shape[at] == '0' ? !is_digit(text[at]) : text[at] != shape[at]) return false;
    return true;
}

/// How long the time of day is with which the text begins; 0 where it begins with none.
std::size_t time_of_day(std::string_view text)
{
    for (const std::string_view shape : {"00:00am", "00:00pm", "00am", "00pm", "0:00am", "0:00pm",
                                         "0am", "0pm", "midday", "midnight"})
        if (has_shape(text, shape)) return shape.size();
    return 0;
}

/// How long the moment is with which the text begins; 0 where it begins with none.
std::size_t moment(std::string_view text)
{
    constexpr std::string_view day = "0000-00-00T";
    if (!has_shape(text, day)) return 0;
    const auto time =
        run_of(text.substr(day.size()), [](char c) { return is_digit(c) || c == ':' || c == '.'; });
    const auto end = day.size() + time;
    return time > 0 && end < text.size() && text[end] == 'Z' ? end + 1 : 0;
}

} // namespace steady_text_detail
using namespace steady_text_detail;

std::string without_keys(std::string_view text, std::string_view instead)
{
    std::string made;
    made.reserve(text.size());
    while (!text.empty()) {
        const auto word = text.substr(0, run_of(text, is_of_a_key));
        if (word.size() >= key_length)
            made += instead;
        else
            add_without_ids(made, word, instead);
        text.remove_prefix(word.size());
        const auto between = run_of(text, [](char c) { return !is_of_a_key(c); });
        made += text.substr(0, between);
        text.remove_prefix(between);
    }
    return made;
}

std::string without_times(std::string_view text, std::string_view instead)
{
    std::string made;
    made.reserve(text.size());
    while (!text.empty()) {
        const bool may_begin = is_digit(text.front()) || text.front() == 'm';
        const auto length = may_begin ? std::max(time_of_day(text), moment(text)) : 0;
        if (length > 0)
            made += instead;
        else
            made += text.front();
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return made;
}

std::string without_time_outs(std::string_view text, std::string_view instead)
{
    constexpr std::string_view begins = "data-onr-time-out=\"";
    std::string made;
    for (auto at = text.find(begins); at != std::string_view::npos; at = text.find(begins)) {
        made += text.substr(0, at);
        text.remove_prefix(at + begins.size());
        const auto seconds = run_of(text, is_digit);
        if (seconds > 0 && text.substr(seconds).starts_with('"')) {
            made += instead;
            text.remove_prefix(seconds + 1);
        } else {
            made += begins;
        }
    }
    return made += text;
}

bool is_id(std::string_view text)
{
    return text.size() == id_length && run_of(text, is_hexadecimal) == id_length;
}

std::string with_ids_as(std::string_view text, std::string_view id)
{
    std::string made;
    add_without_ids(made, text, id);
    return made;
}

std::string with_parameters_as(std::string_view pattern, std::string_view value)
{
    std::string made;
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{')) {
        made += pattern.substr(0, at);
        made += value;
        pattern.remove_prefix(std::min(pattern.find('}', at), pattern.size() - 1) + 1);
    }
    return made += pattern;
}

} // namespace onroll::steady_text
