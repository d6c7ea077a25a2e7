#include "casework/feed.h"

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace onroll::casework {
namespace feed_detail {

std::string compact(Date day)
{
    auto text = iso(day);
    std::erase(text, '-');
    return text;
}

/// The moment of a time of day in London, in UTC: "20260706T120000Z" for 1pm in summer.
std::string moment(Date day, std::chrono::minutes since_midnight)
{
    auto at = start_of_day_in_london(day) + since_midnight;
    // On the days when the clocks change the day is an hour longer or shorter.
    const auto local = in_london(at);
    at += since_midnight - local.since_midnight - (local.date - day);
    const auto utc_day = std::chrono::floor<std::chrono::days>(at);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(at - utc_day).count();
    const auto two = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return compact(Date{utc_day}) + "T" + two(minutes / 60) + two(minutes % 60) + "00Z";
}

/// The same for the same thing each time, and telling nothing of it.
std::string mark_of(const DayLine& line)
{
    const auto of = line.task ? line.task->id.text()
                              : (line.of ? line.of->id.text() : std::string()) + line.words;
    return crypto::to_hex(crypto::sha256("feed " + of)).substr(0, 32);
}

std::string title_of(const DayLine& line)
{
    const std::string what = line.task ? "Advice work is due" : "A date in law";
    return line.of ? what + ": case " + std::to_string(line.of->number) : what;
}

void write(std::string& out, std::string_view line)
{
    out += line;
    out += "\r\n";
}

} // namespace feed_detail

std::string feed_file(const std::vector<DayLine>& lines, Date today, const std::string& site)
{
    using namespace feed_detail;
    std::string out;
    write(out, "BEGIN:VCALENDAR");
    write(out, "VERSION:2.0");
    write(out, "PRODID:-//Onroll//Day list//EN");
    write(out, "X-WR-CALNAME:Onroll");
    for (const auto& line : lines) {
        if (!line.due) continue;
        write(out, "BEGIN:VEVENT");
        write(out, "UID:" + mark_of(line) + "@onroll");
        write(out, "DTSTAMP:" + compact(today) + "T000000Z");
        if (line.task && line.task->told.due_at) {
            // No end: it takes up no time of the day.
            write(out, "DTSTART:" + moment(*line.due, *line.task->told.due_at));
        } else {
            write(out, "DTSTART;VALUE=DATE:" + compact(*line.due));
            write(out, "DTEND;VALUE=DATE:" + compact(*line.due + Days{1}));
        }
        write(out, "SUMMARY:" + title_of(line));
        if (!site.empty()) write(out, "URL:" + site + "/advice");
        write(out, "TRANSP:TRANSPARENT");
        write(out, "CLASS:PRIVATE");
        write(out, "END:VEVENT");
    }
    write(out, "END:VCALENDAR");
    return out;
}

} // namespace onroll::casework
