#include "casework/views_events.h"

#include "casework/event_form.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace views_events_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

forms::Choices choices_of(const EventQuestion& question)
{
    forms::Choices choices;
    for (const auto& option : question.options)
        choices.emplace_back(std::string(option.key), std::string(option.words));
    return choices;
}

Html school_field(const EventQuestion& question, const EventFormView& view)
{
    const auto& form = view.form;
    auto content = fields::text(form, school_words, question.label, question.hint);
    content += fields::hidden(school_called, form.values[school_called]);
    if (view.schools.empty()) return content + fields::hidden("school", form.values["school"]);
    forms::Choices choices;
    for (const auto& school : view.schools)
        choices.emplace_back(school.urn.text(), school.name + ", " + school.place);
    choices.emplace_back("none", "None of these: keep the name as it is typed");
    return content + fields::radios(form, "school", "Which of these schools?", choices);
}

Html field_of(const EventQuestion& question, const EventFormView& view)
{
    const auto name = key_of(question.fact);
    const auto& form = view.form;
    switch (question.asks) {
    case Asks::day:
        return fields::date(form, name, question.label, question.hint);
    case Asks::yes_no:
        return fields::radios(form, name, question.label,
                              {{"yes", "Yes"}, {"no", "No"}, {"", "Not known"}}, question.hint);
    case Asks::choice: {
        auto choices = choices_of(question);
        choices.emplace_back("", "Not known");
        return fields::radios(form, name, question.label, choices, question.hint);
    }
    case Asks::ticks:
        return fields::checkboxes(form, name, question.label, choices_of(question), question.hint);
    case Asks::length:
    case Asks::number:
        return fields::text(form, name, question.label, question.hint, "govuk-input--width-3");
    case Asks::line:
        return fields::text(form, name, question.label, question.hint);
    case Asks::story:
        return fields::long_text(form, name, question.label, question.hint);
    case Asks::school:
        return school_field(question, view);
    }
    return {};
}

struct KindGroup {
    const char* id;
    const char* legend;
    EventKind first;
    EventKind last;
};
constexpr KindGroup kind_groups[]{
    {"excluded", "Excluded", EventKind::suspension, EventKind::permanent_exclusion},
    {"informal", "Out of school or class without being excluded", EventKind::sent_home,
     EventKind::wrong_code},
    {"moved", "Kept apart, moved, or asked to leave", EventKind::safeguarding_separation,
     EventKind::off_roll}};

/// What is known of one group, and the way to tell more.
Html group_card(const EventView& view, const QuestionGroup& group)
{
    const auto href = view.address + "/tell/" + std::string(group.key);
    design::SummaryList list;
    for (const auto& question : group.questions) {
        const bool is_school = question.asks == Asks::school;
        const auto value = view.event.facts.text(is_school ? Fact::school_name : question.fact);
        if (value.empty()) continue;
        list.rows.push_back(
            {.key = {.content = question.label},
             .value = {.content = element("span", {{"dir", "auto"}, {"class", "onr-as-typed"}},
                                          value_in_words(question, value))}});
    }
    if (list.rows.empty()) return {};
    auto content = design::section_heading(group.key, group.title) + render(list);
    if (view.may_change)
        content += design::paragraph(design::link(href, Html("Change, or tell more") +
                                                            design::visually_hidden(": ") +
                                                            design::visually_hidden(group.title)));
    return content;
}

/// The ways to tell what nothing is known of yet.
Html untold_groups(const EventView& view)
{
    std::vector<Html> ways;
    for (const auto& group : groups_of(view.event.kind)) {
        const auto& asked = group.questions;
        const bool known = std::any_of(asked.begin(), asked.end(), [&](const auto& question) {
            return view.event.facts.known(question.asks == Asks::school ? Fact::school_name
                                                                        : question.fact);
        });
        if (!known)
            ways.push_back(
                design::link(view.address + "/tell/" + std::string(group.key), group.invitation));
    }
    if (ways.empty() || !view.may_change) return {};
    return design::section_heading("untold", "Nothing is told yet of these") +
           design::bullets(ways);
}

/// What the child said of it, never altered.
Html accounts_of(const EventView& view)
{
    auto content = design::section_heading("account", "The child’s own account");
    for (const auto& account : view.accounts)
        content += design::paragraph(
            design::link(view.accounts_address, moment_in_words(account.told_at)) +
            Html(account.told.written_by == WrittenBy::child ? ", written by the child. "
                                                             : ", taken down. ") +
            element("span", {{"class", "onr-as-typed"}, {"dir", "auto"}}, account.told.happened));
    if (view.accounts.empty())
        content += design::paragraph("The child has said nothing of this yet.");
    if (view.may_change)
        content += design::paragraph(
            design::link(view.accounts_address + "/new?event=" + view.event.id.text(),
                         "Write down the child’s own account of this"));
    return content;
}

/// Every fact as it was told.
Html history_of(const EventView& view)
{
    design::Table table{.caption = "Each fact as it was told, the newest first",
                        .head = {{"When"}, {"What"}, {"Told"}, {"By"}}};
    for (auto told = view.told.rbegin(); told != view.told.rend(); ++told) {
        const auto* question = question_about(view.event.kind, told->fact);
        if (told->fact == Fact::school) continue;
        const bool is_school = told->fact == Fact::school_name;
        if (!question && !is_school) continue;
        table.rows.push_back({{moment_in_words(told->told_at)},
                              {is_school ? Html("Which school?") : Html(question->label)},
                              {told->value.empty() ? Html("Not known any more")
                               : is_school         ? Html(told->value)
                                                   : Html(value_in_words(*question, told->value))},
                              {view.name_of(told->told_by)}});
    }
    return render(
        design::Details{.summary = "History of this event", .content = render_stacking(table)});
}

} // namespace views_events_detail
using namespace views_events_detail;

std::string event_title(const Event& event)
{
    std::string title(in_words(event.kind));
    if (const auto on = event.on()) title += ", " + with_weekday(*on);
    return title;
}

Html event_kinds_view(const std::string& address, const std::vector<Error>& errors)
{
    auto content = forms::error_summary(errors) + design::page_heading("What happened?") +
                   design::paragraph("Choose the nearest one: what the school calls it does not "
                                     "matter. Facts can be added later, and nothing is ever taken "
                                     "away.");
    Html groups;
    for (const auto& group : kind_groups) {
        const bool first = groups.empty();
        design::Radios radios{.name = "kind", .id_prefix = first ? "kind" : group.id};
        radios.fieldset = design::Fieldset{
            .legend = {.content = group.legend, .classes = "govuk-fieldset__legend--m"}};
        if (first)
            for (const auto& error : errors)
                radios.error = design::ErrorMessage{.content = error.message};
        radios.classes = "govuk-radios--small";
        for (auto kind = static_cast<int>(group.first); kind <= static_cast<int>(group.last);
             ++kind) {
            const auto each = static_cast<EventKind>(kind);
            radios.items.push_back({.value = std::string(key_of(each)), .content = in_words(each)});
        }
        groups += render(radios);
    }
    return content + element("form", {{"method", "get"}, {"action", address + "/events/new"}},
                             groups, render(design::Button{.content = "Continue"}));
}

Html event_form_view(const EventFormView& view)
{
    Html inside;
    for (const auto& question : view.group->questions) inside += field_of(question, view);
    return forms::error_summary(view.form) + design::page_heading(view.title) + view.banner +
           forms::posting(view.action, view.start, inside, view.button) +
           design::paragraph(design::link(view.leave, "Leave without saving"));
}

Html event_view(const EventView& view)
{
    const auto state = state_of(view.event);
    auto content = design::page_heading(event_title(view.event));
    Html standing = element("strong", {}, in_words(state.standing));
    if (state.since && state.standing != EventStanding::stands &&
        state.standing != EventStanding::recorded)
        standing += Html(", " + with_weekday(*state.since));
    const auto counted = counted_as(state.standing);
    if (state.standing != EventStanding::recorded)
        content += render(
            design::InsetText{.content = standing + Html(counted.empty() ? "." : ". " + counted)});
    for (const auto& group : groups_of(view.event.kind)) content += group_card(view, group);
    return content + accounts_of(view) + untold_groups(view) + history_of(view) +
           design::paragraph(design::link(view.back, "Dates and tasks of this case"));
}

} // namespace onroll::casework
