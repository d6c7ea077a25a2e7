#include "design/words.h"

#include <fmt/format.h>

#include <array>

namespace onroll::design {
namespace words_detail {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string_view month_name(Date day)
{
    return months[month_of(day) - 1];
}

} // namespace words_detail

std::string with_thousands(std::int64_t number)
{
    // Unsigned, so that the smallest number has a positive counterpart.
    const auto size =
        number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    std::string digits = std::to_string(size);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return number < 0 ? "\u2212" + digits : digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many)
{
    const std::string figure = with_thousands(number);
    if (number == 1) return fmt::format("{} {}", figure, one);
    if (!many.empty()) return fmt::format("{} {}", figure, many);
    return fmt::format("{} {}s", figure, one);
}

std::string school_days_in_words(std::int64_t days)
{
    return counted(days, "school day");
}

std::string school_days_left(std::int64_t days)
{
    if (days == 0) return "Today";
    if (days < 0) return school_days_in_words(-days) + " late";
    return school_days_in_words(days) + " left";
}

std::string date_range(Date first, Date last)
{
    using words_detail::month_name;
    if (first == last) return in_words(first);
    if (year_of(first) != year_of(last)) {
        return fmt::format("{} to {}", in_words(first), in_words(last));
    }
    if (month_of(first) != month_of(last)) {
        return fmt::format("{} {} to {}", day_of(first), month_name(first), in_words(last));
    }
    return fmt::format("{} to {}", day_of(first), in_words(last));
}

std::string day_and_month(Date day)
{
    return fmt::format("{} {} {}", weekday_name(day), day_of(day), words_detail::month_name(day));
}

std::string month_and_year(Date day)
{
    return fmt::format("{} {}", words_detail::month_name(day), year_of(day));
}

std::string school_year_in_words(int year)
{
    return fmt::format("{} to {}", year, year + 1);
}

std::string school_year_in_table(int year)
{
    return fmt::format("{}/{:02}", year, (year + 1) % 100);
}

std::string listed(const std::vector<std::string>& items)
{
    std::string words;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) words += i + 1 == items.size() ? " and " : ", ";
        words += items[i];
    }
    return words;
}

} // namespace onroll::design
