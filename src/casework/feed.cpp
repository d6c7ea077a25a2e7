#include "casework/feed.h"

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
        write(out, "DTSTART;VALUE=DATE:" + compact(*line.due));
        write(out, "DTEND;VALUE=DATE:" + compact(*line.due + Days{1}));
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
