// Cover for absence, and the list of agencies.
#include "access/views_fields.h"
#include "access/views_staff.h"

#include "design/components/date_input.h"
#include "design/components/notification_banner.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/table.h"
#include "kernel/date.h"

#include <algorithm>

namespace onroll::access {

namespace views_cover_detail {

using design::element;
using design::Html;
using design::paragraph;

std::string typed_in(const std::map<std::string, std::string>& typed, const std::string& name)
{
    const auto found = typed.find(name);
    return found == typed.end() ? std::string() : found->second;
}

std::string name_of(const std::vector<User>& users, const UserId& id)
{
    const auto found =
        std::find_if(users.begin(), users.end(), [&](const User& user) { return user.id == id; });
    return found == users.end() ? "Somebody" : found->name;
}

Html person_select(const CoverView& view, const char* name, const char* label)
{
    design::Select select{.name = name,
                          .label = {.content = label, .classes = "govuk-label--s"},
                          .error = design::error_message(error_at(view.errors, name)),
                          .value = typed_in(view.typed, name)};
    select.items.push_back({.value = "", .text = "Select a person"});
    for (const auto& user : view.users)
        select.items.push_back({.value = user.id.text(), .text = user.name});
    return render(select);
}

Html day_boxes(const CoverView& view, const std::string& name, const char* legend)
{
    auto boxes = design::date_boxes(typed_in(view.typed, name + "-day"),
                                    typed_in(view.typed, name + "-month"),
                                    typed_in(view.typed, name + "-year"));
    std::optional<std::string> wrong;
    for (const auto& error : view.errors)
        if (error.where == name || error.where.starts_with(name + "-")) wrong = error.message;
    return render(design::DateInput{
        .id = name,
        .name_prefix = name,
        .boxes = std::move(boxes),
        .fieldset =
            design::Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}},
        .hint = design::Hint{.content = "For example, 27 3 2027"},
        .error = design::error_message(wrong)});
}

/// Identifiers and a day: no name stands in an address.
std::string address_of_end(const Cover& cover)
{
    return "/staff/cover/end?absent=" + cover.absent.text() +
           "&covered_by=" + cover.covered_by.text() + "&first_day=" + iso(cover.first_day);
}

} // namespace views_cover_detail

using namespace views_cover_detail;

Html cover_view(const CoverView& view)
{
    design::Table table{.caption = "Cover now and to come",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Absent"},
                  {.content = "Stands in"},
                  {.content = "From"},
                  {.content = "To"},
                  {.content = "End it"}};
    for (const auto& cover : view.covers) {
        const auto absent = name_of(view.users, cover.absent);
        table.rows.push_back(
            {{.content = absent},
             {.content = name_of(view.users, cover.covered_by)},
             {.content = onroll::in_words(cover.first_day)},
             {.content = onroll::in_words(cover.last_day)},
             {.content = element("a", {{"class", "govuk-link"}, {"href", address_of_end(cover)}},
                                 "End the cover",
                                 design::visually_hidden(" for " + absent + " from " +
                                                         onroll::in_words(cover.first_day)))}});
    }
    return error_summary_of(view.errors) +
           design::page_heading("Cover for absence", view.actor->agency_name) +
           paragraph("Whoever stands in opens the absent person’s caseload on those days, as if it "
                     "were their own. What they do is recorded under their own name.") +
           (view.covers.empty() ? paragraph("Nobody is covered for now.")
                                : render_stacking(table)) +
           element("h2", {{"class", "govuk-heading-m"}}, "Arrange cover") +
           staff_form(*view.actor, "/staff/cover", "/staff/cover",
                      person_select(view, "absent", "Who is absent?") +
                          person_select(view, "covered_by", "Who stands in?") +
                          day_boxes(view, "first_day", "First day") +
                          day_boxes(view, "last_day", "Last day") +
                          fields::button("Save the cover"));
}

Html end_cover_view(const CoverView& view, const Cover& cover)
{
    const auto stands_in = name_of(view.users, cover.covered_by);
    return design::page_heading("End the cover", view.actor->agency_name) +
           paragraph(stands_in + " stands in for " + name_of(view.users, cover.absent) + " from " +
                     onroll::in_words(cover.first_day) + " to " + onroll::in_words(cover.last_day) +
                     ".") +
           paragraph("Once the cover ends, " + stands_in +
                     " sees that caseload no more. What they did stays in the records, under "
                     "their own name.") +
           staff_form(*view.actor, "/staff/cover/end", "/staff/cover",
                      fields::hidden("absent", cover.absent.text()) +
                          fields::hidden("covered_by", cover.covered_by.text()) +
                          fields::hidden("first_day", iso(cover.first_day)) +
                          fields::button("End the cover", "govuk-button--warning")) +
           paragraph(design::link("/staff/cover", "Keep the cover"));
}

Html agencies_view(const AgenciesView& view)
{
    design::Table table{.caption = "Organisations on this server",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Name"}, {.content = "Kind"}};
    for (const auto& agency : view.agencies)
        table.rows.push_back({{.content = agency.name}, {.content = in_words(agency.kind)}});
    design::Radios kinds{
        .name = "kind",
        .fieldset = design::Fieldset{.legend = {.content = "What kind of organisation is it?",
                                                .classes = "govuk-fieldset__legend--s"}},
        .error = design::error_message(error_at(view.errors, "kind")),
        .value = typed_in(view.typed, "kind")};
    for (const auto kind : all_agency_kinds())
        kinds.items.push_back({.value = std::string(key_of(kind)), .content = in_words(kind)});
    const Html said =
        view.said.empty()
            ? Html{}
            : render(design::NotificationBanner{.heading = view.said, .success = true});
    return error_summary_of(view.errors) + said + design::page_heading("Organisations") +
           paragraph(
               "Each has its own administrators, and none sees another’s records. You open an "
               "organisation and invite its first administrator. From then on it looks after "
               "its own people, and you have no way in.") +
           render(table) + element("h2", {{"class", "govuk-heading-m"}}, "Open an organisation") +
           staff_form(*view.actor, "/agencies", "/agencies",
                      render(kinds) +
                          fields::text("agency_name", "Name of the organisation",
                                       typed_in(view.typed, "agency_name"), view.errors) +
                          fields::text("name", "Name of its first administrator",
                                       typed_in(view.typed, "name"), view.errors) +
                          fields::email(typed_in(view.typed, "email"), view.errors,
                                        "Their work email address") +
                          fields::button("Open it and send the invitation"));
}

} // namespace onroll::access
