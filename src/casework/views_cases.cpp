#include "casework/views_cases.h"

#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/filter_form.h"
#include "design/components/input.h"
#include "design/components/record_frame.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::casework {
namespace views_cases_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

Html name_link(const CaseRow& row)
{
    return design::link("/advice/cases/" + row.one.id.text(), row.child);
}

forms::Choices state_choices()
{
    forms::Choices choices;
    for (const auto state : all_case_states()) choices.emplace_back(key_of(state), in_words(state));
    return choices;
}

forms::Choices level_choices()
{
    forms::Choices choices;
    for (const auto level : all_levels()) choices.emplace_back(key_of(level), in_words(level));
    return choices;
}

Html filter(const CasesView& view)
{
    design::FilterForm form{
        .action = "/advice/cases/search",
        .fields = {fields::text(view.filter, "q", "Name or case number",
                                "A child or an adult, as you heard it"),
                   fields::select_any(view.filter, "state", "State", state_choices()),
                   fields::select_any(view.filter, "level", "Level", level_choices())},
        .button = "Show cases",
        .label = "Find cases"};
    if (view.whole_service)
        form.fields.push_back(
            fields::select_any(view.filter, "caseworker", "Caseworker", view.caseworkers));
    design::Checkboxes written{.name = "written"};
    written.items = {{.value = "yes", .content = "Look in what was written and said, too"}};
    written.classes = "govuk-checkboxes--small";
    if (!view.filter.values["written"].empty()) written.values = {"yes"};
    form.fields.push_back(design::render(written));
    form.clear_href = "/advice/cases";
    form.posting = view.start;
    return render(form);
}

/// What can be done to those that are ticked. Each button leads to a page of its own.
Html done_to_ticked(const CasesView& view)
{
    const auto button = [](const char* words, const char* address) {
        return render(design::Button{.content = words,
                                     .classes = "govuk-button--secondary",
                                     .attributes = {{"formaction", address}}});
    };
    std::vector<Html> ways{button("Close", "/advice/batches/close"),
                           button("Write to the families", "/advice/batches/messages"),
                           button("Write a note on each", "/advice/batches/notes")};
    auto out = element("h2", {{"class", "govuk-heading-s"}}, "With those that are ticked") +
               design::button_group(ways);
    std::vector<Html> more;
    if (!view.tick_all.empty() && !view.all_ticked)
        more.push_back(design::link(view.tick_all, "Tick all on this page"));
    more.push_back(design::link("/advice/batches", "What you did to several cases before"));
    return out + design::bullets(more);
}

Html box_of(const CaseRow& row, bool ticked)
{
    if (row.one.state == CaseState::closed) return {};
    design::Checkboxes box{.name = "case", .id_prefix = "case-" + row.one.id.text()};
    box.items = {{.value = row.one.id.text(),
                  .content = design::visually_hidden("Choose " + row.child),
                  .checked = ticked}};
    box.classes = "govuk-checkboxes--small";
    box.form_group.classes = "govuk-!-margin-bottom-0";
    return render(box);
}

/// How a search found it; words that were said lead to their place in the chronology.
Html found_by(const CaseRow& row)
{
    if (!row.said) return row.why;
    return design::link("/advice/cases/" + row.one.id.text() +
                            "/chronology?kind=" + std::string(key_of(*row.said)),
                        Html(row.why) + design::visually_hidden(", " + row.child));
}

Html table_of(const CasesView& view)
{
    design::Table table{
        .caption = view.searched ? "Cases that fit, best first" : "Newest first",
        .head = {{"Child"}, {"Case"}, {"Level"}, {"State"}, {"Caseworker"}, {"Opened"}}};
    if (view.searched) table.head.push_back({"Found by"});
    table.head.push_back({"Choose"});
    for (const auto& row : view.rows) {
        table.rows.push_back({{name_link(row)},
                              {std::to_string(row.one.number)},
                              {std::string(in_words(row.one.level))},
                              {std::string(in_words(row.one.state))},
                              {row.caseworker.empty() ? "Nobody yet" : row.caseworker},
                              {in_table(row.one.opened_on)}});
        if (view.searched) table.rows.back().push_back({found_by(row)});
        table.rows.back().push_back({box_of(row, view.all_ticked)});
    }
    return element("form", {{"method", "get"}, {"action", "/advice/batches/close"}},
                   render_stacking(table), done_to_ticked(view));
}

std::string nothing_to_show(const CasesView& view)
{
    if (view.searched)
        return "No case fits. Try fewer letters, the name of an adult, or a date of birth. Or look "
               "for a word in what was written and said.";
    return view.whole_service
               ? "No case fits. Open one from a contact, or take a filter off."
               : "No case on your caseload fits. Open one from a contact, or take a filter off.";
}

} // namespace views_cases_detail
using namespace views_cases_detail;

design::Html case_lists(std::string_view active, bool whole_service)
{
    design::SubNavigation lists{
        .label = "Lists of cases",
        .pages = {{"Cases", "/advice/cases"}, {"Waiting list", "/advice/cases/waiting"}},
        .active = std::string(active)};
    if (whole_service) lists.pages.push_back({"Caseloads", "/advice/caseloads"});
    lists.pages.push_back({"Take a list away", "/advice/lists"});
    return render(lists);
}

design::Html cases_view(const CasesView& view)
{
    auto out =
        design::page_heading(view.whole_service ? "Cases" : "Your cases") +
        design::render(design::Button{.content = "Open a case", .href = "/advice/cases/new"}) +
        case_lists("/advice/cases", view.whole_service) + view.views + filter(view);
    out += view.rows.empty() ? design::paragraph(nothing_to_show(view)) : table_of(view);
    if (!view.older.empty()) out += design::paragraph(design::link(view.older, "Older cases"));
    return out + view.earlier_calls;
}

design::Html waiting_view(const WaitingView& view)
{
    auto out = design::page_heading("Waiting list") +
               case_lists("/advice/cases/waiting", view.whole_service);
    if (view.rows.empty())
        return out + design::paragraph("Nobody is waiting. A case joins the list when its state is "
                                       "changed to “Waiting list”.");
    design::Table table{
        .caption = "Urgent first, then who has waited longest",
        .head = {{"Child"}, {"Priority"}, {"Waiting since"}, {"Days"}, {"Why"}, {"Level"}}};
    for (const auto& row : view.rows) {
        const auto since = row.one.waiting_since.value_or(row.one.opened_on);
        table.rows.push_back(
            {{name_link(row)},
             {render(design::Tag{.content = std::string(in_words(row.one.priority)),
                                 .classes = row.one.priority == Priority::urgent
                                                ? "govuk-tag--red"
                                                : "govuk-tag--yellow"})},
             {in_table(since)},
             {.content = std::to_string((view.today - since).count()), .format = "numeric"},
             {row.one.waiting_reason.empty() ? "Not said" : row.one.waiting_reason},
             {std::string(in_words(row.one.level))}});
    }
    return out + render_stacking(table);
}

namespace views_cases_detail {

Html find_child_part(const OpenCaseView& view)
{
    auto out = element(
        "form", {{"method", "post"}, {"action", "/advice/cases/new/search"}, {"role", "search"}},
        view.start,
        fields::text({.values = view.form.values}, "q", "Child’s name or date of birth",
                     "As you heard it: spelling is forgiven"),
        render(design::Button{.content = "Find the child", .classes = "govuk-button--secondary"}));
    if (view.words.empty()) return out;
    if (view.found.empty())
        return out + design::paragraph("No child of the service fits. " +
                                       design::link("/advice/contacts/new", "Record a contact") +
                                       Html(" to open a case for somebody new."));
    std::vector<Html> links;
    for (const auto& found : view.found)
        links.push_back(design::link("/advice/cases/new?child=" + found.person.id.text(),
                                     people::full_name(found.person.name)) +
                        Html(found.person.born_on ? ", born " + in_words(*found.person.born_on)
                                                  : ", date of birth not known"));
    return out + element("h2", {{"class", "govuk-heading-m"}}, "Children who fit, best first") +
           design::bullets(links);
}

} // namespace views_cases_detail

design::Html open_case_view(const OpenCaseView& view)
{
    auto out = forms::error_summary(view.form) + design::page_heading("Open a case") + view.banner;
    if (view.child.empty()) return out + find_child_part(view);
    Html inside = fields::hidden("child", view.form.values["child"]) +
                  fields::text(view.form, "work", "What is the work for?",
                               "For example: permanent exclusion, part-time timetable") +
                  fields::radios(view.form, "level", "At which level?", level_choices());
    inside += fields::radios(view.form, "state", "Start now, or wait?",
                             {{"open", "Start now"}, {"waiting", "Put it on the waiting list"}});
    if (!view.caseworkers.empty())
        inside += fields::select(view.form, "caseworker", "Caseworker", view.caseworkers,
                                 "Leave this open to choose later");
    forms::Choices priorities;
    for (const auto priority : all_priorities())
        priorities.emplace_back(key_of(priority), in_words(priority));
    inside += fields::select(view.form, "priority", "Priority, if it waits (optional)", priorities);
    inside += fields::long_text(view.form, "reason", "Why this level, or why it waits (optional)");
    return out + element("p", {{"class", "govuk-heading-m"}, {"dir", "auto"}}, view.child) +
           forms::posting("/advice/cases", view.start, inside, "Open the case") +
           design::paragraph(design::link("/advice/cases", "Leave without saving"));
}

} // namespace onroll::casework
