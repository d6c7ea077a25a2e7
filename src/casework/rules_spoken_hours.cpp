#include "casework/rules_spoken_hours.h"

#include <cctype>
#include <string>
#include <vector>

namespace onroll::casework {
namespace rules_spoken_hours_detail {

/// A word, or a number with what stands by it: "3:30pm" is {3, 30, "pm"}.
struct Piece {
    std::string word{};
    int hour = -1; ///< of a number
    int minute = 0;
    std::string half{}; ///< "am", "pm"
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

int number_at(const std::string& text, std::size_t& at)
{
    int number = 0;
    for (int digits = 0; at < text.size() && is_digit(text[at]); ++at, ++digits)
        number = digits < 4 ? number * 10 + (text[at] - '0') : 9999;
    return number;
}

std::string word_at(const std::string& text, std::size_t& at)
{
    std::string word;
    while (at < text.size() && is_letter(text[at])) word += text[at++];
    return word;
}

Piece time_at(const std::string& text, std::size_t& at)
{
    Piece piece{.hour = number_at(text, at)};
    if (at + 1 < text.size() && (text[at] == ':' || text[at] == '.') && is_digit(text[at + 1]))
        piece.minute = number_at(text, ++at);
    auto after = at;
    while (after < text.size() && text[after] == ' ') ++after;
    const auto word = word_at(text, after);
    if (word == "am" || word == "pm") {
        piece.half = word;
        at = after;
    }
    return piece;
}

std::vector<Piece> pieces_of(std::string_view said)
{
    std::string text;
    for (const char c : said)
        text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            pieces.push_back(time_at(text, at));
        } else if (is_letter(text[at])) {
            const auto word = word_at(text, at);
            if (word == "noon" || word == "midday")
                pieces.push_back({.hour = 12, .half = "pm"});
            else
                pieces.push_back({.word = word});
        } else {
            if (text[at] == '-') pieces.push_back({.word = "to"});
            ++at;
        }
    }
    return pieces;
}

/// The minute of the day; nothing for what is no time.
std::optional<int> minute_of(const Piece& piece)
{
    if (piece.hour < 0 || piece.hour > 24 || piece.minute > 59) return std::nullopt;
    int hour = piece.hour;
    if (!piece.half.empty()) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (piece.half == "pm" ? 12 : 0);
    } else if (hour >= 1 && hour <= 7) {
        hour += 12;
    }
    const auto minute = hour * 60 + piece.minute;
    return minute > 24 * 60 ? std::nullopt : std::optional(minute);
}

enum class Bound { none, earliest, latest };

Bound bound_by(std::string_view word, std::string_view before)
{
    const bool is_not = before == "not" || before == "never";
    if (word == "after" || word == "from" || word == "since" || word == "between")
        return is_not ? Bound::latest : Bound::earliest;
    if (word == "before" || word == "until" || word == "till" || word == "by")
        return is_not ? Bound::earliest : Bound::latest;
    return Bound::none;
}

} // namespace rules_spoken_hours_detail

std::optional<SpokenHours> hours_as_said(std::string_view said)
{
    using namespace rules_spoken_hours_detail;
    const auto pieces = pieces_of(said);
    SpokenHours hours;
    bool any = false;
    const auto word = [&](std::size_t at) -> std::string_view {
        return at < pieces.size() ? std::string_view(pieces[at].word) : std::string_view();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].hour < 0) continue;
        auto bound = i > 0 ? bound_by(word(i - 1), i > 1 ? word(i - 2) : "") : Bound::none;
        const bool is_pair_end =
            i > 1 && pieces[i - 2].hour >= 0 && (word(i - 1) == "to" || word(i - 1) == "and");
        const bool is_pair_start =
            i + 2 < pieces.size() && word(i + 1) == "to" && pieces[i + 2].hour >= 0;
        if (is_pair_end) bound = Bound::latest;
        if (bound == Bound::none && is_pair_start) bound = Bound::earliest;
        if (bound == Bound::none) continue;
        const auto minute = minute_of(pieces[i]);
        if (!minute) return std::nullopt;
        (bound == Bound::earliest ? hours.earliest : hours.latest) = *minute;
        any = true;
    }
    if (!any || hours.earliest >= hours.latest) return std::nullopt;
    return hours;
}

std::optional<std::chrono::minutes> time_as_said(std::string_view said)
{
    using namespace rules_spoken_hours_detail;
    std::optional<int> found;
    for (const auto& piece : pieces_of(said)) {
        if (piece.hour < 0) {
            if (piece.word != "by" && piece.word != "at" && piece.word != "before")
                return std::nullopt;
            continue;
        }
        const auto minute = minute_of(piece);
        if (found || !minute || *minute < 1 || *minute >= 24 * 60) return std::nullopt;
        found = minute;
    }
    return found ? std::optional(std::chrono::minutes{*found}) : std::nullopt;
}

} // namespace onroll::casework
