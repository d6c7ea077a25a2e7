#include "kernel/bank_holidays.h"

#include <algorithm>
#include <array>

namespace onroll {

namespace bank_holidays_detail {

enum class Change { added, removed };
struct OneOff {
    int year;
    unsigned month;
    unsigned day;
    Change change;
    std::string_view name;
};

constexpr OneOff one_offs[] = {
#include "reference/bank_holidays_one_off.inc"
};

Date first_monday(int year, unsigned month)
{
    auto day = date(year, month, 1);
    while (iso_weekday(day) != 1) day += Days{1};
    return day;
}

Date last_monday(int year, unsigned month)
{
    auto day = month == 12 ? date(year, 12, 31) : date(year, month + 1, 1) - Days{1};
    while (iso_weekday(day) != 1) day -= Days{1};
    return day;
}

std::vector<BankHoliday> of_year(int year)
{
    const auto easter = easter_sunday(year);
    std::vector<BankHoliday> days;
    auto new_year = date(year, 1, 1);
    while (is_weekend(new_year)) new_year += Days{1};
    days.push_back({new_year, "New Year's Day"});
    days.push_back({easter - Days{2}, "Good Friday"});
    days.push_back({easter + Days{1}, "Easter Monday"});
    days.push_back({first_monday(year, 5), "Early May bank holiday"});
    days.push_back({last_monday(year, 5), "Spring bank holiday"});
    days.push_back({last_monday(year, 8), "Summer bank holiday"});
    // Christmas and Boxing Day move past a weekend, each to a day of its own.
    const auto christmas = date(year, 12, 25);
    const auto weekday = iso_weekday(christmas);
    days.push_back({weekday == 6   ? christmas + Days{2}
                    : weekday == 7 ? christmas + Days{2}
                                   : christmas,
                    "Christmas Day"});
    days.push_back({weekday == 5   ? christmas + Days{3}
                    : weekday == 6 ? christmas + Days{3}
                                   : christmas + Days{1},
                    "Boxing Day"});
    for (const auto& one : one_offs) {
        if (one.year != year) continue;
        const auto on = date(one.year, one.month, one.day);
        if (one.change == Change::added)
            days.push_back({on, one.name});
        else
            std::erase_if(days, [&](const BankHoliday& day) { return day.on == on; });
    }
    std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    return days;
}

struct AllYears {
    std::array<std::vector<BankHoliday>, last_bank_holiday_year - first_bank_holiday_year + 1>
        years;
    std::vector<bool> is_holiday;
    Date first = date(first_bank_holiday_year, 1, 1);

    AllYears()
    {
        is_holiday.resize(
            static_cast<std::size_t>((date(last_bank_holiday_year + 1, 1, 1) - first).count()));
        for (int year = first_bank_holiday_year; year <= last_bank_holiday_year; ++year) {
            years[static_cast<std::size_t>(year - first_bank_holiday_year)] = of_year(year);
            for (const auto& day : years[static_cast<std::size_t>(year - first_bank_holiday_year)])
                is_holiday[static_cast<std::size_t>((day.on - first).count())] = true;
        }
    }
};

const AllYears& all_years()
{
    static const AllYears all;
    return all;
}

} // namespace bank_holidays_detail

std::span<const BankHoliday> bank_holidays(int year)
{
    if (year < first_bank_holiday_year || year > last_bank_holiday_year) return {};
    return bank_holidays_detail::all_years()
        .years[static_cast<std::size_t>(year - first_bank_holiday_year)];
}

bool is_bank_holiday(Date d)
{
    const auto& all = bank_holidays_detail::all_years();
    const auto offset = (d - all.first).count();
    return offset >= 0 && offset < static_cast<long>(all.is_holiday.size()) &&
           all.is_holiday[static_cast<std::size_t>(offset)];
}

bool is_working_day(Date d)
{
    return !is_weekend(d) && !is_bank_holiday(d);
}

Date working_day_after(Date from, int n)
{
    for (; n > 0; --n) do
            from += Days{1};
        while (!is_working_day(from));
    return from;
}

} // namespace onroll
