#include "casework/views_today.h"

#include "casework/rules_pack.h"
#include "casework/views_dates.h"
#include "casework/views_tasks.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/pagination.h"
#include "design/components/tag.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "design/words.h"
#include "forms/fields.h"

#include <algorithm>

namespace onroll::casework {
namespace views_today_detail {

using design::element;
using design::Html;

std::string case_address(const DayLine& line)
{
    return line.of ? "/advice/cases/" + line.of->id.text() : std::string("/advice");
}

std::string when_of(const DayLine& line, Date today)
{
    if (!line.due) return "No day";
    const auto& day = *line.due;
    const auto time = line.task ? by_time(line.task->told.due_at) : std::string();
    if (day == today) return "Today" + time;
    if (day < today) return "Was due " + with_weekday(day) + time;
    return with_weekday(day) + time;
}

/// "Mark as done", where the page may.
Html done_form(const TodayView& view, const DayLine& line)
{
    if (!line.task || !line.of) return {};
    return element("form",
                   {{"method", "post"},
                    {"action", case_address(line) + "/tasks/" + line.task->id.text() + "/done"},
                    {"class", "onr-noprint"}},
                   view.start(),
                   forms::fields::hidden("task_version", std::to_string(line.task->version)),
                   forms::fields::hidden("from", "today"),
                   element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                           "Mark as done", design::visually_hidden(": " + line.words)));
}

/// What can be answered about a date in law whose day has passed.
Html did_it_happen(const TodayView& view, const DayLine& line)
{
    if (!line.passed || !line.of) return {};
    const auto dates = case_address(line) + "/dates/";
    const auto press = [&](const char* where, const char* answer, const char* words) {
        return element("form",
                       {{"method", "post"}, {"action", dates + where}, {"class", "onr-noprint"}},
                       view.start(), forms::fields::hidden("date", line.passed->name),
                       forms::fields::hidden("from", "today"),
                       *answer ? forms::fields::hidden("answer", answer) : Html(),
                       element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, words,
                               design::visually_hidden(": " + line.words)));
    };
    return design::link(case_address(line) + "/events/" + line.passed->event.text(),
                        Html("It happened on…") + design::visually_hidden(" " + line.words)) +
           press("settle", "happened", "It happened, day not known") +
           press("task", "", "Make a task of it") + press("settle", "not_needed", "Not needed");
}

/// How far the pack for that day is, and the way to it.
Html pack_of(const DayLine& line)
{
    if (!line.pack) return {};
    return Html("The pack: " + in_words(*line.pack) + ". ") +
           design::link(case_address(line) + "/papers/" + line.pack->release.text(),
                        Html("Open the pack") + design::visually_hidden(": " + line.words)) +
           Html(" ");
}

Html about_of(const TodayView& view, const DayLine& line)
{
    std::string words;
    if (line.of) words = "Case " + std::to_string(line.of->number) + ". ";
    if (!line.task) words += line.last_day ? "Last day in law. " : "A date in law. ";
    if (line.task && !line.task->told.waiting_for.empty())
        words += "Waiting for: " + line.task->told.waiting_for + ". ";
    if (line.stands_in_for) words += "For " + view.name_of(*line.stands_in_for) + ". ";
    return Html(words) + pack_of(line) + done_form(view, line) + did_it_happen(view, line);
}

design::Tag tag_of(const DayLine& line, Date today)
{
    if (line.due && *line.due < today) return design::status_tag(design::Status::overdue);
    if (line.task && line.task->state == TaskState::waiting)
        return design::status_tag(design::Status::waiting);
    if (!line.task) return {.content = "In law", .classes = "govuk-tag--teal"};
    return {.content = "To do"};
}

/// Where what came of a signpost is written down; empty for every other line.
std::string signpost_address(const DayLine& line)
{
    if (!line.task || !asks_after_a_signpost(line.task->told)) return {};
    const auto names = line.task->told.duty->substr(of_a_signpost.size());
    const auto space = names.find(' ');
    return "/advice/contacts/" + names.substr(0, space) + "/signposts/" + names.substr(space + 1);
}

design::WorkItem item_of(const TodayView& view, const DayLine& line)
{
    Html what;
    if (const auto asked = signpost_address(line); !asked.empty())
        what = (line.of ? Html(view.child_called(line.of->child) + ": ") : Html()) +
               design::link(asked, line.words);
    else if (line.of)
        what = design::link(case_address(line) + "/dates", view.child_called(line.of->child)) +
               Html(": " + line.words);
    else
        what = Html(line.words);
    return {.when = when_of(line, view.today),
            .left = line.due == view.today
                        ? std::string()
                        : days_left_in_words(line.school_days, line.due, view.today),
            .what = std::move(what),
            .about = about_of(view, line),
            .state = tag_of(line, view.today)};
}

Html list_of(const TodayView& view, const std::vector<DayLine>& lines)
{
    design::WorkList list;
    for (const auto& line : lines) list.items.push_back(item_of(view, line));
    return render(list);
}

Html part(const TodayView& view, const char* id, const char* title,
          const std::vector<DayLine>& lines)
{
    if (lines.empty()) return {};
    return design::section_heading(id, title) + list_of(view, lines);
}

/// The dates of one case that have passed, in one line that opens.
design::WorkItem item_of_passed(const TodayView& view, const std::vector<const DayLine*>& lines)
{
    const auto& first = *lines.front();
    if (lines.size() == 1) return item_of(view, first);
    design::WorkList inside;
    for (const auto* line : lines) {
        auto item = item_of(view, *line);
        item.what = Html(line->words);
        inside.items.push_back(std::move(item));
    }
    const auto count = std::to_string(lines.size());
    return {
        .when = when_of(first, view.today),
        .left = days_left_in_words(first.school_days, first.due, view.today),
        .what = design::link(case_address(first) + "/dates", view.child_called(first.of->child)) +
                Html(": " + count + " dates in law have passed"),
        .about =
            Html("Case " + std::to_string(first.of->number) + ". The day is that of the first.") +
            render(design::Details{
                .summary = Html("Say what happened") +
                           design::visually_hidden(" in case " + std::to_string(first.of->number)),
                .content = render(inside)}),
        .state = tag_of(first, view.today)};
}

/// The dates that have passed, by case: a case whose dates nobody answered is one line, not ten.
Html passed_part(const TodayView& view)
{
    if (view.list.passed.empty()) return {};
    std::vector<std::vector<const DayLine*>> cases;
    for (const auto& line : view.list.passed) {
        const auto same = std::find_if(cases.begin(), cases.end(), [&](const auto& lines) {
            return line.of && lines.front()->of && lines.front()->of->id == line.of->id &&
                   lines.front()->stands_in_for == line.stands_in_for;
        });
        if (same == cases.end())
            cases.push_back({&line});
        else
            same->push_back(&line);
    }
    design::WorkList list;
    for (const auto& lines : cases) list.items.push_back(item_of_passed(view, lines));
    return design::section_heading("passed", "Late: did it happen?") + render(list);
}

std::string counted(std::size_t count, const char* none, const char* one, const char* several)
{
    if (count == 0) return none;
    return count == 1 ? std::string(one)
                      : design::with_thousands(static_cast<std::int64_t>(count)) + several;
}

std::string summary_of(const TodayView& view)
{
    std::size_t in_law = 0;
    for (const auto* lines : {&view.list.today, &view.list.next})
        for (const auto& line : *lines)
            in_law += line.task && !rests_on_law(line.task->told) ? 0 : 1;
    return with_weekday(view.today) + ". " +
           counted(view.list.late.size(),
                   view.escalated.empty() ? "Nothing is late." : "Nothing of yours is late.",
                   "One thing is late.", " things are late.") +
           " " +
           (view.list.passed.empty() ? std::string()
                                     : counted(view.list.passed.size(), "",
                                               "One date in law has passed: did it happen? ",
                                               " dates in law have passed: did it happen? ")) +
           counted(in_law, "No date in law is near.", "One date in law is near.",
                   " dates in law are near.");
}

std::string hours_and_minutes(std::chrono::minutes time)
{
    const auto minutes = time.count() % 60;
    return std::to_string(time.count() / 60) + ":" + (minutes < 10 ? "0" : "") +
           std::to_string(minutes);
}

Html figure(const char* title, const std::string& big, const std::string& about)
{
    return element("li", {}, element("h3", {}, title),
                   element("span", {{"class", "onr-figures__value"}}, big),
                   element("p", {}, about));
}

Html my_day(const TodayView& view)
{
    const auto& figures = view.figures;
    return design::section_heading("my-day", "My day") +
           element(
               "ul", {{"class", "onr-figures"}},
               figure("Open cases", design::with_thousands(figures.open_cases),
                      design::with_thousands(figures.at_level_3_or_above) + " at level 3 or above"),
               figure("Contacts today", design::with_thousands(figures.contacts_today),
                      design::with_thousands(figures.contacts_of_service) + " in the service"),
               figure("Hours recorded", hours_and_minutes(figures.recorded_today),
                      "today, " + hours_and_minutes(figures.recorded_in_service) +
                          " in the service"));
}

Html escalated_list(const TodayView& view)
{
    design::WorkList list;
    for (const auto& line : view.escalated) {
        auto item = item_of(view, line);
        const auto owner = whose_line(line);
        item.about = Html("With " + (owner ? view.name_of(*owner) : std::string("nobody")) +
                          (line.of ? ". Case " + std::to_string(line.of->number) : std::string()));
        list.items.push_back(std::move(item));
    }
    return render(list);
}

Html late_of_the_service(const TodayView& view)
{
    if (!view.is_manager) return {};
    auto content = design::section_heading("escalated", "Late in the service");
    if (view.escalated.empty())
        return content + design::paragraph("Nothing of the service is three school days late.");
    const auto all = design::paragraph(
        design::link("/advice/late", "All that is late in the service, with whom it is"));
    return content +
           design::paragraph(view.more_escalated
                                 ? "Three school days late, or more. These are late longest."
                                 : "Three school days late, or more.") +
           escalated_list(view) + (view.more_escalated ? all : Html());
}

/// Sources that send fewer families than before, where there are any.
Html gone_quiet(const TodayView& view)
{
    if (view.gone_quiet.empty()) return {};
    std::vector<Html> sources(view.gone_quiet.begin(), view.gone_quiet.end());
    return design::section_heading("gone-quiet", "Fewer families come from") +
           design::bullets(sources) +
           design::paragraph(design::link("/advice/enquiries#sources",
                                          "How many, and how likely that is by chance"));
}

} // namespace views_today_detail
using namespace views_today_detail;

Html today_view(const TodayView& view)
{
    const auto& list = view.list;
    auto content =
        design::page_heading("Today") + design::lead(summary_of(view)) +
        render(design::Button{.content = "Record a contact", .href = "/advice/contacts/new"});
    if (!view.covered.empty())
        content +=
            render(design::InsetText{.content = "You stand in for " + design::listed(view.covered) +
                                                ". What is theirs is in this list and says so."});
    content += part(view, "late", "Late", list.late) + passed_part(view) +
               part(view, "today", "Due today", list.today) +
               part(view, "next", "Next 10 school days", list.next) +
               part(view, "waiting", "Waiting for someone else", list.waiting) +
               part(view, "undated", "When there is time", list.undated);
    if (!list.later.empty())
        content +=
            render(design::Details{.summary = "Later (" + std::to_string(list.later.size()) + ")",
                                   .content = list_of(view, list.later)});
    const bool empty = list.late.empty() && list.passed.empty() && list.today.empty() &&
                       list.next.empty() && list.waiting.empty() && list.undated.empty();
    if (empty)
        content += design::paragraph(
            Html("Nothing is due in your cases in the next ten school days. Dates in law and tasks "
                 "come here by themselves once a case has any. ") +
            design::link("/advice/cases", "All cases"));
    return content + late_of_the_service(view) + gone_quiet(view) + my_day(view) +
           design::paragraph(design::link("/advice/calendar", "Calendar and reminders"));
}

Html late_view(const TodayView& view)
{
    auto content = design::page_heading("Late in the service");
    if (view.escalated.empty() && !view.earlier_late.empty())
        content += design::paragraph(Html("Nothing is on this page any more. ") +
                                     design::link("/advice/late", "Go to the first page"));
    else if (view.escalated.empty())
        content += design::paragraph("Nothing of the service is three school days late.");
    else
        content += design::lead("Three school days late, or more. What is late longest is first.") +
                   escalated_list(view);
    design::Pagination pages{.landmark_label = "Late in the service: other pages"};
    if (!view.earlier_late.empty()) pages.previous = design::PageLink{.href = view.earlier_late};
    if (!view.more_late.empty()) pages.next = design::PageLink{.href = view.more_late};
    if (pages.previous || pages.next) content += render(pages);
    return content + design::paragraph(design::link("/advice", "Back to Today"));
}

} // namespace onroll::casework
