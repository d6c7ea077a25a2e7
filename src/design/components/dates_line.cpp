#include "design/components/dates_line.h"

#include "design/words.h"

namespace onroll::design {
namespace dates_line_detail {

std::string_view modifier(Standing standing)
{
    switch (standing) {
    case Standing::past:
        return "onr-dates__item--past";
    case Standing::today:
        return "onr-dates__item--today";
    case Standing::conditional:
        return "onr-dates__item--if";
    case Standing::ahead:
        return "";
    }
    return "";
}

Html when(const DatedLine& line, const std::optional<int>& plain_year)
{
    if (!line.day) return line.when;
    if (!line.when.empty()) return time(iso(*line.day), line.when);
    const bool plain = plain_year && *plain_year == year_of(*line.day);
    return time(iso(*line.day), plain ? day_and_month(*line.day) : with_weekday(*line.day));
}

Html left(const DatedLine& line)
{
    Html words;
    if (line.school_days_left) {
        const auto days = *line.school_days_left;
        words = days > 0 ? element("strong", {}, school_days_in_words(days)) + " left"
                         : Html(school_days_left(days));
        if (!line.note.empty()) words += ". ";
    }
    words += line.note;
    if (words.empty()) return {};
    return " " + element("span", {{"class", "onr-dates__left"}}, words);
}

Html what(const DatedLine& line)
{
    HtmlWriter out;
    out.open("p");
    if (line.force) out.add(render(*line.force)).add(" ");
    if (!line.who.empty()) out.open("strong").add(line.who).close().add(" ");
    out.add(line.what).close().add(line.more).add(source_line(line.sources));
    return std::move(out).done();
}

} // namespace dates_line_detail

Html render(const DatesLine& dates)
{
    const std::string heading = "h" + std::to_string(dates.heading_level);
    HtmlWriter out{512 + dates.lines.size() * 512};
    out.open("ol", {{"class", "onr-dates"}});
    for (const auto& line : dates.lines) {
        out.open("li", {{"class",
                         classes({"onr-dates__item", dates_line_detail::modifier(line.standing)})},
                        maybe("id", line.id)});
        out.open(heading, {{"class", "onr-dates__when"}});
        out.add(dates_line_detail::when(line, dates.plain_year));
        out.add(dates_line_detail::left(line)).close();
        out.open("div", {{"class", "onr-dates__body"}});
        out.add(dates_line_detail::what(line)).close().close();
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
