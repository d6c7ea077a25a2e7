#include "check/calendar_file.h"

#include "check/views_answer.h"

namespace onroll::check {

namespace calendar_file_detail {

constexpr std::size_t longest_line = 75; ///< octets, without the line break

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        out += c;
    }
    return out;
}

/// A line, folded between characters.
void write(std::string& out, const std::string& line)
{
    std::size_t on_this_line = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0) == 0x80)
            ++next;
        if (on_this_line + (next - at) > longest_line) {
            out += "\r\n ";
            on_this_line = 1;
        }
        out.append(line, at, next - at);
        on_this_line += next - at;
        at = next;
    }
    out += "\r\n";
}

std::string compact(Date day)
{
    auto text = iso(day);
    std::erase(text, '-');
    return text;
}

} // namespace calendar_file_detail

std::string calendar_file(const Words& words, const Answered& answered, std::string_view marks)
{
    using namespace calendar_file_detail;
    std::string out;
    write(out, "BEGIN:VCALENDAR");
    write(out, "VERSION:2.0");
    write(out, "PRODID:-//Onroll//Dates//EN");
    int number = 0;
    for (const auto& row : answered.rows.dated) {
        if (*row.day < answered.today) continue;
        write(out, "BEGIN:VEVENT");
        write(out, "UID:" + std::string(marks) + "-" + std::to_string(++number) + "@onroll");
        write(out, "DTSTAMP:" + compact(answered.today) + "T000000Z");
        write(out, "DTSTART;VALUE=DATE:" + compact(*row.day));
        write(out, "DTEND;VALUE=DATE:" + compact(*row.day + Days{1}));
        write(out, "SUMMARY:" + escaped(words("calendar.title")));
        write(out, "DESCRIPTION:" + escaped(duty_words(words, row.duty)));
        write(out, "TRANSP:TRANSPARENT");
        write(out, "CLASS:PRIVATE");
        write(out, "END:VEVENT");
    }
    write(out, "END:VCALENDAR");
    return out;
}

} // namespace onroll::check
