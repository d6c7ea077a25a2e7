#include "design/components/calendar_grid.h"

#include "design/words.h"

#include <algorithm>

namespace onroll::design {
namespace calendar_grid_detail {

Date monday_of(Date day)
{
    return day - Days{static_cast<int>(iso_weekday(day)) - 1};
}

std::string_view mark_class(DayMark mark)
{
    switch (mark) {
    case DayMark::plain:
        return "";
    case DayMark::start:
        return "onr-cal__start";
    case DayMark::counted:
        return "onr-cal__counted";
    case DayMark::last:
        return "onr-cal__last";
    case DayMark::closed:
        return "onr-cal__closed";
    }
    return "";
}

/// "16 Nov" without the year, which the caption or the text gives.
std::string short_date(Date day, const CalendarWords& words)
{
    if (words.short_date) return words.short_date(day);
    const std::string whole = in_table(day);
    return whole.substr(0, whole.rfind(' '));
}

void write_day(HtmlWriter& out, const CalendarDay& day, const CalendarWords& words)
{
    out.open("td", {maybe("class", mark_class(day.mark))});
    out.add(std::to_string(day_of(day.day)));
    if (!day.word.empty()) {
        out.add(" ").open("span", {{"class", "onr-cal__word"}}).add(day.word).close();
    }
    if (day.count > 0) {
        out.add(visually_hidden(", " + words.school_day + " "));
        out.open("strong").add(std::to_string(day.count)).close();
    }
    out.close();
}

/// Writes the week that begins at `from` and answers the first day after it.
std::vector<CalendarDay>::const_iterator write_week(HtmlWriter& out,
                                                    std::vector<CalendarDay>::const_iterator from,
                                                    std::vector<CalendarDay>::const_iterator end,
                                                    const CalendarWords& words)
{
    const Date monday = monday_of(from->day);
    out.open("tr").open("th", {{"scope", "row"}}).add(short_date(monday, words)).close();
    for (int i = 0; i < 5; ++i) {
        const Date day = monday + Days{i};
        while (from != end && from->day < day) ++from;
        if (from != end && from->day == day) {
            write_day(out, *from, words);
        } else {
            write_day(out, CalendarDay{.day = day}, words);
        }
    }
    out.close();
    while (from != end && monday_of(from->day) == monday) ++from;
    return from;
}

} // namespace calendar_grid_detail

Html render(const CalendarGrid& grid)
{
    HtmlWriter out{1024 + grid.days.size() * 128};
    out.open("table", {{"class", "onr-cal"}});
    out.open("caption").add(grid.caption).close();
    out.open("thead").open("tr");
    out.open("th", {{"scope", "col"}}).add(grid.words.week).close();
    for (const auto& name : grid.words.weekdays) {
        out.open("th", {{"scope", "col"}}).add(name).close();
    }
    out.close().close().open("tbody");
    for (auto day = grid.days.begin(); day != grid.days.end();) {
        day = calendar_grid_detail::write_week(out, day, grid.days.end(), grid.words);
    }
    out.close().close();
    return std::move(out).done();
}

std::vector<CalendarDay> counted_days(const SchoolCalendar& calendar, Date start, Date last,
                                      const std::string& start_word, const std::string& closed_word)
{
    using calendar_grid_detail::monday_of;
    std::vector<CalendarDay> days;
    int count = 0;
    for (Date monday = monday_of(start); monday <= last; monday += Days{7}) {
        std::vector<CalendarDay> week;
        bool worth_showing = false;
        for (Date day = monday; day < monday + Days{5}; day += Days{1}) {
            const bool open = calendar.is_school_day(day);
            CalendarDay shown{.day = day};
            if (day == start) {
                shown.mark = DayMark::start;
                shown.word = start_word;
            } else if (day > start && day <= last && open) {
                shown.count = ++count;
                shown.mark = day == last ? DayMark::last : DayMark::counted;
            } else if (!open) {
                shown.mark = DayMark::closed;
                shown.word = closed_word;
            }
            worth_showing = worth_showing || open || day == start;
            week.push_back(shown);
        }
        if (worth_showing) days.insert(days.end(), week.begin(), week.end());
    }
    return days;
}

} // namespace onroll::design
