#include "casework/views_dates.h"

#include "casework/rules_say_now.h"
#include "casework/views_events.h"
#include "casework/views_tasks.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/details.h"
#include "design/components/finding_card.h"
#include "design/components/inset_text.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "design/words.h"
#include "forms/fields.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace views_dates_detail {

using design::element;
using design::Html;

Html sources_of(const std::vector<AnswerSource>& sources)
{
    Html content;
    for (const auto& source : sources) {
        if (!content.empty()) content += Html("; ");
        content += design::link(source.href, source.words);
    }
    return content;
}

design::Tag state_tag(const LawDate& date)
{
    using law::RowState;
    switch (date.state) {
    case RowState::past:
        return {.content = "Passed", .classes = "govuk-tag--grey"};
    case RowState::today:
        return {.content = "Today", .classes = "govuk-tag--orange"};
    case RowState::under_way:
        return {.content = "Now", .classes = "govuk-tag--orange"};
    case RowState::ahead:
    case RowState::undated:
        break;
    }
    if (date.permission) return {.content = "May", .classes = "govuk-tag--yellow"};
    return date.force == Force::must ? design::Tag{.content = "Must", .classes = "govuk-tag--teal"}
                                     : design::Tag{.content = "Should"};
}

std::string when_of(const LawDate& date)
{
    if (!date.due) return "No day yet";
    const auto day = with_weekday(*date.due);
    if (date.state == law::RowState::past) return day;
    return date.last_day ? "By " + day : day;
}

std::string left_of(const LawDate& date, Date today)
{
    if (date.state == law::RowState::past || !date.school_days_left) return {};
    return days_left_in_words(date.school_days_left, date.due, today);
}

/// "Make a task of it", for a date that is ahead and has none.
Html task_button(const DatesView& view, std::size_t index)
{
    if (!view.may_change || index >= view.names.size() || view.names[index].empty()) return {};
    return element(
        "form",
        {{"method", "post"}, {"action", view.address + "/dates/task"}, {"class", "onr-noprint"}},
        view.start(), forms::fields::hidden("date", view.names[index]),
        element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, "Make a task of it",
                design::visually_hidden(": " + view.answers.dated[index].does)));
}

design::WorkItem item_of(const LawDate& date, Date today, const Html& more)
{
    return {.when = when_of(date),
            .left = left_of(date, today),
            .what = element("strong", {}, date.who) + Html(" " + date.does),
            .about = sources_of(date.sources) + more,
            .state = state_tag(date)};
}

bool is_over(const LawDate& date)
{
    return date.state == law::RowState::past;
}

Html dates_part(const DatesView& view)
{
    auto content = design::section_heading("dates", "What must happen, and by when");
    const auto& answers = view.answers;
    if (answers.dated.empty() && answers.undated.empty())
        return content + design::paragraph(
                             view.events.empty()
                                 ? "Nothing is recorded yet. Record what happened, and the dates "
                                   "in law that follow are counted here."
                                 : "No dates in law follow from what is recorded.");
    if (!answers.schools.empty()) {
        std::string counted = "Counted in the school days of ";
        for (std::size_t i = 0; i < answers.schools.size(); ++i)
            counted += (i == 0 ? "" : " and ") + answers.schools[i];
        content += design::paragraph(counted + ".");
    }
    design::WorkList ahead;
    design::WorkList over;
    for (std::size_t i = 0; i < answers.dated.size(); ++i) {
        const auto& date = answers.dated[i];
        const auto why = Html(" " + date.why);
        if (is_over(date))
            over.items.push_back(item_of(date, view.today, {}));
        else
            ahead.items.push_back(item_of(date, view.today, why + task_button(view, i)));
    }
    for (const auto& date : answers.undated)
        ahead.items.push_back(item_of(date, view.today, Html(" " + date.why)));
    if (!ahead.items.empty()) content += render(ahead);
    if (!over.items.empty())
        content += render(design::Details{.summary = "Days that have passed (" +
                                                     std::to_string(over.items.size()) + ")",
                                          .content = render(over)});
    return content;
}

const char* so_of(law::Severity severity)
{
    switch (severity) {
    case law::Severity::unlawful:
        return "What is recorded goes against a clear rule.";
    case law::Severity::breach:
        return "What is recorded shows a duty or a limit that was missed.";
    case law::Severity::check:
        return "Somebody has to find out before it can be said.";
    case law::Severity::reject_application:
        return "It came too late and must be turned down.";
    case law::Severity::indicator:
        return "It is a pattern to look into, and no more than that.";
    }
    return "";
}

bool asks(const LawFinding& finding)
{
    return finding.severity == law::Severity::check || finding.severity == law::Severity::indicator;
}

Html finding_card(const LawFinding& finding)
{
    const bool ask = asks(finding);
    return render(
        design::FindingCard{
            .title = finding.title,
            .told_us = finding.told,
            .rule = finding.about,
            .so = so_of(finding.severity),
            .would_change = finding.ask,
            .strength = design::Tag{.content = ask ? "Needs a person" : "Clear rule",
                                    .classes = ask ? "govuk-tag--yellow" : "govuk-tag--teal"},
            .sources = {{finding.source.words, finding.source.href}},
            .tone = ask                                           ? design::FindingTone::ask
                    : finding.severity == law::Severity::unlawful ? design::FindingTone::unlawful
                                                                  : design::FindingTone::rule},
        {.told_us = "What is recorded"});
}

Html findings_part(const DatesView& view)
{
    const auto& answers = view.answers;
    auto content = design::section_heading("findings", "What was found");
    if (answers.findings.empty())
        content += design::paragraph("Nothing that is recorded shows something missing, late or "
                                     "unlawful.");
    for (const auto& finding : answers.findings) content += finding_card(finding);
    design::UnknownBox box{.title = "What was taken for granted, or could not be counted"};
    for (const auto& words : answers.not_asked) box.items.emplace_back(words);
    for (const auto& words : answers.taken) box.items.emplace_back(words);
    if (!box.items.empty()) content += render(box);
    return content;
}

/// What can be said of it already, and the rules that it rests on.
Html why_of(const ToldEvent& told)
{
    if (!told.happened) return {};
    const auto& say = say_now(*told.happened);
    const auto citations =
        citations_of(say, told.facts.day(Fact::happened_on).value_or(told.told_on));
    Html sources;
    for (std::size_t i = 0; i < citations.size(); ++i)
        sources +=
            Html(i ? "; " : "") + design::link("/law/" + std::string(law::name_of(say.rules[i])),
                                               std::string(citations[i].source));
    return element("p", {{"class", "govuk-body"}},
                   "You can say: “" + std::string(say.words) + "”") +
           element("p", {{"class", "onr-src"}}, "Because: " + std::string(say.because) + " ",
                   sources);
}

/// What a caller told that is no event yet: one press fills the form in.
Html told_part(const DatesView& view)
{
    if (!view.may_change) return {};
    Html content;
    for (const auto& told : view.told) {
        auto words =
            "Told on " + with_weekday(told.told_on) + ": " + std::string(in_words(told.kind));
        if (const auto day = told.facts.day(Fact::happened_on))
            words += ", from " + with_weekday(*day);
        if (told.facts.known(Fact::school_name))
            words += ", " + std::string(told.facts.text(Fact::school_name));
        content += render(design::InsetText{
            .content =
                element("p", {{"class", "govuk-body"}},
                        words + ". It is not recorded as an event yet.") +
                why_of(told) +
                render(design::Button{
                    .content = Html("Record what was told") +
                               design::visually_hidden(": " + std::string(in_words(told.kind))),
                    .href = address_to_record(view.address, told),
                    .classes = "govuk-button--secondary "
                               "govuk-!-margin-bottom-0"}),
            .classes = "onr-noprint"});
    }
    return content;
}

Html events_part(const DatesView& view)
{
    auto content = design::section_heading("events", "What happened");
    if (view.may_change)
        content += render(design::Button{.content = "Record what happened",
                                         .href = view.address + "/events/new"});
    content += told_part(view);
    if (view.events.empty()) return content + design::paragraph("No event is recorded yet.");
    design::WorkList list;
    for (const auto& event : view.events) {
        const auto state = state_of(event);
        const auto on = event.on();
        design::WorkItem item{
            .when = on ? Html(with_weekday(*on)) : Html("Day not known"),
            .what = design::link(view.address + "/events/" + event.id.text(), in_words(event.kind)),
            .about = std::string(event.facts.text(Fact::school_name))};
        if (state.standing != EventStanding::recorded)
            item.state = design::Tag{.content = in_words(state.standing),
                                     .classes = state.standing == EventStanding::stands
                                                    ? "govuk-tag--teal"
                                                    : "govuk-tag--purple"};
        list.items.push_back(std::move(item));
    }
    return content + render(list);
}

Html done_form(const DatesView& view, const TaskLine& line)
{
    if (!view.may_change || line.task.settled()) return {};
    return element(
        "form", {{"method", "post"}, {"action", line.href + "/done"}, {"class", "onr-noprint"}},
        view.start(), forms::fields::hidden("task_version", std::to_string(line.task.version)),
        element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, "Mark as done",
                design::visually_hidden(": " + line.task.told.title)));
}

design::WorkItem item_of(const DatesView& view, const TaskLine& line)
{
    const auto& task = line.task;
    std::string about;
    if (!line.owner.empty()) about = "Owner: " + line.owner + ". ";
    if (!task.told.waiting_for.empty()) about += "Waiting for: " + task.told.waiting_for + ".";
    const bool late = !task.settled() && task.told.due_on && *task.told.due_on < view.today;
    auto tag = late                               ? design::status_tag(design::Status::overdue)
               : task.state == TaskState::waiting ? design::status_tag(design::Status::waiting)
               : task.settled()                   ? design::status_tag(design::Status::done)
                                                  : design::status_tag(design::Status::fresh);
    tag.content = late ? Html("Overdue") : Html(in_words(task.state));
    return {
        .when = task.told.due_on ? Html(with_weekday(*task.told.due_on) + by_time(task.told.due_at))
                                 : Html("No day"),
        .left = task.settled() ? std::string()
                               : days_left_in_words(line.school_days, task.told.due_on, view.today),
        .what = design::link(line.href, task.told.title),
        .about = Html(about) + done_form(view, line),
        .state = std::move(tag)};
}

Html tasks_part(const DatesView& view)
{
    auto content = design::section_heading("tasks", "Tasks");
    if (view.may_change)
        content += render(design::Button{.content = "Add a task",
                                         .href = view.address + "/tasks/new",
                                         .classes = "govuk-button--secondary"});
    design::WorkList to_do;
    design::WorkList settled;
    for (const auto& line : view.tasks)
        (line.task.settled() ? settled : to_do).items.push_back(item_of(view, line));
    content += to_do.items.empty() ? design::paragraph("Nothing is to be done in this case now.")
                                   : render(to_do);
    if (!settled.items.empty())
        content += render(
            design::Details{.summary = "Settled (" + std::to_string(settled.items.size()) + ")",
                            .content = render(settled)});
    return content;
}

Html changes_part(const DatesView& view)
{
    if (view.changes.empty()) return {};
    design::Table table{.caption = "Dates that changed, the newest first",
                        .head = {{"What"}, {"Was"}, {"Now"}, {"Why"}, {"Noticed"}}};
    for (const auto& change : view.changes)
        table.rows.push_back(
            {{change.words},
             {change.was ? Html(with_weekday(*change.was)) : Html("Did not follow")},
             {change.now ? Html(with_weekday(*change.now)) : Html("Follows no more")},
             {"Because " + change.why},
             {in_table(in_london(change.changed_at).date)}});
    return design::section_heading("changes", "What changed") + render_stacking(table);
}

} // namespace views_dates_detail
using namespace views_dates_detail;

std::string days_left_in_words(std::optional<int> school_days, std::optional<Date> due, Date today)
{
    if (!school_days) return {};
    if (*school_days == 0 && due && *due > today) return "No school day before it";
    if (*school_days == 0 && due && *due < today) return {};
    return design::school_days_left(*school_days);
}

std::string change_in_words(const DateChange& change)
{
    return change.words + ": was " +
           (change.was ? with_weekday(*change.was) : std::string("not due")) + ", now " +
           (change.now ? with_weekday(*change.now) : std::string("no longer due")) + ", because " +
           change.why;
}

std::string address_to_record(const std::string& case_address, const ToldEvent& told)
{
    return case_address + "/events/new/" + std::string(key_of(told.kind)) +
           "?contact=" + told.contact.text();
}

Html dates_view(const DatesView& view)
{
    return design::page_heading("Dates and tasks") + events_part(view) + dates_part(view) +
           changes_part(view) + tasks_part(view) + findings_part(view) +
           element("p", {{"class", "govuk-body onr-noprint"}},
                   design::link(view.address + "/dates/file",
                                "Take the dates and tasks away as a file"));
}

Html next_dates_section(const DatesView& view)
{
    constexpr std::size_t shown = 5;
    auto content = design::section_heading("next-dates", "Next dates") + told_part(view);
    design::WorkList list;
    for (const auto& date : view.answers.dated)
        if (!is_over(date) && list.items.size() < shown)
            list.items.push_back(item_of(date, view.today, {}));
    if (list.items.empty())
        return content + design::paragraph(
                             Html("No date in law lies ahead. ") +
                             design::link(view.address + "/events/new", "Record what happened"));
    content += render(list);
    if (!view.changes.empty())
        content += element("p", {{"class", "govuk-inset-text"}}, "Changed. ",
                           change_in_words(view.changes.front()), ".");
    return content +
           design::paragraph(design::link(view.address + "/dates", "All dates and tasks"));
}

Html findings_section(const DatesView& view)
{
    const auto& findings = view.answers.findings;
    if (findings.empty()) return {};
    std::vector<Html> items;
    for (const auto& finding : findings)
        if (std::find(items.begin(), items.end(), Html(finding.title)) == items.end())
            items.emplace_back(finding.title);
    return render(design::Card{
        .title = "What was found",
        .content = design::bullets(items) +
                   design::paragraph(design::link(view.address + "/dates#findings", "Why"))});
}

} // namespace onroll::casework
