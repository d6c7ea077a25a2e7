// The ICS form of term dates, read and written with libical.
#include "places/calendar_files.h"
#include "places/calendar_words.h"

#include "kernel/bank_holidays.h"
#include "platform/csv/reader.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace onroll::places {

namespace calendar_files_detail {

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr std::size_t most_events = 5'000;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

std::optional<Date> date_of(int year, int month, int day)
{
    if (year < 1990 || year > 2100) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{ymd};
}

struct Moment {
    Date day{};
    bool midnight = true; ///< a time of 00:00, or no time at all
};

/// On a wall in London where the time is UTC; any other time is taken as written.
std::optional<Moment> moment_of(const icaltimetype& time)
{
    if (icaltime_is_null_time(time)) return std::nullopt;
    const auto day = date_of(time.year, time.month, time.day);
    if (!day) return std::nullopt;
    if (time.is_date) return Moment{*day, true};
    const auto minutes =
        std::chrono::minutes{std::clamp(time.hour, 0, 24) * 60 + std::clamp(time.minute, 0, 59)};
    if (icaltime_is_utc(time)) {
        const auto local = in_london(Instant(*day) + minutes);
        return Moment{local.date, local.since_midnight.count() == 0};
    }
    return Moment{*day + Days{minutes.count() == 24 * 60 ? 1 : 0},
                  minutes.count() % (24 * 60) == 0};
}

struct Event {
    std::string title;
    Date start{};
    Date end{}; ///< included
};

class Events {
public:
    explicit Events(CalendarFile& file) : file_(file) {}

    void take(icalcomponent* component)
    {
        ++file_.rows;
        const auto event = read(component);
        if (event) sort(*event);
    }

    void settle()
    {
        pair_marks();
        settle_holidays(file_.dates, std::move(holidays_));
    }

private:
    void problem(std::string column, std::string message)
    {
        file_.problems.push_back({file_.rows, std::move(column), std::move(message)});
    }

    std::optional<Event> read(icalcomponent* component)
    {
        const auto* title = icalcomponent_get_summary(component);
        const auto* start = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
        if (icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED) {
            ++file_.left_out;
            return std::nullopt;
        }
        if (icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY)) {
            problem("RRULE", "The event repeats. Enter each of its dates as an event of its own");
            return std::nullopt;
        }
        const auto first = start ? moment_of(icalproperty_get_dtstart(start)) : std::nullopt;
        if (!first) {
            problem("DTSTART", "The event has no start that is a date from 1990 to 2100. Add one");
            return std::nullopt;
        }
        const auto last = last_day(component, *first);
        if (!last || *last < first->day || *last - first->day > Days{370}) {
            problem("DTEND", "The event must end after it starts, within a year");
            return std::nullopt;
        }
        return Event{title ? title : "", first->day, *last};
    }

    static std::optional<Date> last_day(icalcomponent* component, const Moment& first)
    {
        std::optional<Moment> after;
        if (const auto* end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY)) {
            after = moment_of(icalproperty_get_dtend(end));
            if (!after) return std::nullopt;
        } else if (const auto* length =
                       icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY)) {
            const auto seconds =
                static_cast<long>(icaldurationtype_as_int(icalproperty_get_duration(length)));
            if (seconds < 0 || seconds > 400L * 86'400) return std::nullopt;
            after = Moment{first.day + Days{seconds / 86'400}, seconds % 86'400 == 0};
        }
        if (!after) return first.day;
        // The end is not included: an event up to midnight ends on the day before.
        const auto last = after->day - Days{after->midnight ? 1 : 0};
        return last < first.day && after->day == first.day ? first.day : last;
    }

    void sort(const Event& event)
    {
        const auto days = static_cast<long>((event.end - event.start).count()) + 1;
        const auto name = title_without_area(event.title);
        switch (meaning_of(event.title, days)) {
        case EventMeaning::bank_holiday:
            compare_bank_holiday(event);
            break;
        case EventMeaning::inset:
            close(event, ClosureReason::inset, name);
            break;
        case EventMeaning::closure:
            close(event, ClosureReason::unplanned, name);
            break;
        case EventMeaning::half_term:
            holidays_.push_back({event.start, event.end, ClosureReason::half_term, name});
            break;
        case EventMeaning::holiday:
            holidays_.push_back({event.start, event.end, ClosureReason::holiday, name});
            break;
        case EventMeaning::term:
            file_.dates.terms.push_back({name, event.start, event.end});
            break;
        case EventMeaning::term_starts:
            marks_.push_back({event.start, true, file_.rows});
            break;
        case EventMeaning::term_ends:
            marks_.push_back({event.end, false, file_.rows});
            break;
        case EventMeaning::not_understood:
            ++file_.left_out;
            file_.notices.push_back(
                "Event " + std::to_string(file_.rows) + " on " + in_words(event.start) +
                " is left out: its title names no term, holiday, INSET day or closure");
            break;
        }
    }

    void close(const Event& event, ClosureReason reason, const std::string& name)
    {
        file_.dates.closures.push_back({event.start, event.end, reason, name});
    }

    void compare_bank_holiday(const Event& event)
    {
        ++file_.left_out;
        if (!is_bank_holiday(event.start))
            file_.notices.push_back(
                in_words(event.start) +
                " is called a bank holiday in the file and is none in England. It is left out");
    }

    struct Mark {
        Date day{};
        bool starts = false;
        std::size_t event = 0;
    };

    void pair_marks()
    {
        std::stable_sort(marks_.begin(), marks_.end(),
                         [](const Mark& a, const Mark& b) { return a.day < b.day; });
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            const bool pair = marks_[i].starts && i + 1 < marks_.size() && !marks_[i + 1].starts;
            if (!pair) {
                file_.problems.push_back(
                    {marks_[i].event, "SUMMARY",
                     marks_[i].starts
                         ? "A term starts here and no end follows. Add the event of its end"
                         : "A term ends here that never started. Add the event of its start"});
                continue;
            }
            file_.dates.terms.push_back(
                {season_name_of_term(marks_[i].day), marks_[i].day, marks_[i + 1].day});
            ++i;
        }
    }

    CalendarFile& file_;
    std::vector<StatedClosure> holidays_;
    std::vector<Mark> marks_;
};

/// Calls `take` for each event, also where a file holds several calendars.
template <class Take>
void each_event(icalcomponent* component, const Take& take)
{
    for (auto* part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        const auto kind = icalcomponent_isa(part);
        if (kind == ICAL_VEVENT_COMPONENT) take(part);
        if (kind == ICAL_VCALENDAR_COMPONENT) each_event(part, take);
    }
}

void add_event(icalcomponent* calendar, const std::string& uid, const std::string& title,
               Date start, Date end, Instant made)
{
    const auto day = [](Date date) {
        auto time = icaltime_null_date();
        time.year = year_of(date);
        time.month = static_cast<int>(month_of(date));
        time.day = static_cast<int>(day_of(date));
        return time;
    };
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_property(event, icalproperty_new_uid(uid.c_str()));
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(made.time_since_epoch()).count();
    icalcomponent_add_property(
        event, icalproperty_new_dtstamp(icaltime_from_timet_with_zone(
                   static_cast<time_t>(seconds), 0, icaltimezone_get_utc_timezone())));
    icalcomponent_add_property(event, icalproperty_new_dtstart(day(start)));
    icalcomponent_add_property(event, icalproperty_new_dtend(day(end + Days{1})));
    icalcomponent_add_property(event, icalproperty_new_summary(title.c_str()));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(calendar, event);
}

} // namespace calendar_files_detail

Result<CalendarFile> read_calendar_ics(std::string_view bytes, TermSystem system)
{
    using namespace calendar_files_detail;
    if (bytes.size() > most_bytes)
        return Error{ErrorKind::too_large, "The calendar must be smaller than 4 MB", {}, {}};
    const auto wrong =
        bad_input("The file is no calendar. It must begin with BEGIN:VCALENDAR and hold events");
    auto text = csv::Text::from(std::string(bytes));
    if (!text) return wrong;
    const std::string utf_8(text->view());
    if (utf_8.find('\0') != std::string::npos ||
        !csv::trimmed(utf_8).starts_with("BEGIN:VCALENDAR"))
        return wrong;
    icalerror_set_errors_are_fatal(false);
    const Component root(icalparser_parse_string(utf_8.c_str()));
    if (!root) return wrong;
    CalendarFile file;
    file.what = "Calendar (ICS)";
    file.encoding = csv::name_of(text->encoding());
    file.dates.system = system;
    Events events(file);
    const auto take = [&](icalcomponent* event) {
        if (file.rows < most_events)
            events.take(event);
        else
            file.rows = most_events + 1;
    };
    if (icalcomponent_isa(root.get()) == ICAL_VEVENT_COMPONENT) take(root.get());
    each_event(root.get(), take);
    if (file.rows > most_events)
        return Error{ErrorKind::too_large, "The calendar must hold 5,000 events or fewer", {}, {}};
    if (file.rows == 0) return wrong;
    events.settle();
    return file;
}

Result<CalendarFile> read_calendar_file(const std::filesystem::path& path, TermSystem system)
{
    csv::Limits limits;
    limits.bytes = calendar_files_detail::most_bytes;
    auto text = csv::Text::open(path, limits);
    if (!text) return text.error();
    const auto view = csv::trimmed(text->view());
    auto file = view.starts_with("BEGIN:VCALENDAR")
                    ? read_calendar_ics(view, system)
                    : read_calendar_csv(std::string(text->view()), system);
    if (file) file->encoding = csv::name_of(text->encoding());
    return file;
}

std::string calendar_ics(const TermDates& dates, std::string_view owner, std::string_view title,
                         Instant made)
{
    using namespace calendar_files_detail;
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(),
                               icalproperty_new_prodid("-//Onroll//term dates//EN"));
    auto* name = icalproperty_new_x(std::string(title).c_str());
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    icalcomponent_add_property(calendar.get(), name);
    const auto uid = [&](std::string_view kind, Date start) {
        return std::string(owner) + "-" + std::string(kind) + "-" + iso(start) + "@onroll";
    };
    for (const auto& term : dates.terms)
        add_event(calendar.get(), uid("term", term.start), term.name, term.start, term.end, made);
    for (const auto& closure : dates.closures) {
        const std::string words(in_words(closure.reason));
        const bool plain = closure.name.empty() || closure.name == words;
        add_event(calendar.get(), uid(key_of(closure.reason), closure.start),
                  plain ? words : words + ": " + closure.name, closure.start, closure.end, made);
    }
    char* written = icalcomponent_as_ical_string_r(calendar.get());
    std::string out(written ? written : "");
    std::free(written);
    return out;
}

} // namespace onroll::places
