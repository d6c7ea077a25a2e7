#include "access/views_teams.h"

#include "access/views_fields.h"

#include "design/components/notification_banner.h"
#include "design/components/table.h"

namespace onroll::access {

namespace views_teams_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html done_a_moment_ago(const std::string& said)
{
    if (said.empty()) return {};
    return render(design::NotificationBanner{.heading = said, .success = true});
}

std::string page_of_team(const Team& team)
{
    return "/staff/teams/" + team.id.text();
}

Html people_in(const TeamView& view)
{
    Html list;
    for (const auto& user : view.holds.people) {
        const Html after = user.state == UserState::disabled ? Html(" (account disabled)") : Html{};
        list += element("li", {}, link("/staff/" + user.id.text(), user.name), after);
    }
    return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list);
}

std::string records_in_words(std::int64_t records)
{
    return records == 1 ? "1 record of a person is"
                        : std::to_string(records) + " records of people are";
}

} // namespace views_teams_detail

using namespace views_teams_detail;

Html teams_view(const TeamsView& view)
{
    design::Table table{.caption = "Who works in each",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Name"}, {.content = "People", .format = "numeric"}};
    for (const auto& team : view.teams) {
        const auto members = view.members.find(team.id);
        table.rows.push_back(
            {{.content = link(page_of_team(team), team.name)},
             {.content = std::to_string(members == view.members.end() ? 0 : members->second),
              .format = "numeric"}});
    }
    return error_summary_of(view.errors) + done_a_moment_ago(view.said) +
           design::page_heading("Teams", view.actor->agency_name) +
           (view.teams.empty() ? paragraph("There are no teams yet.") : render(table)) +
           staff_form(*view.actor, "/staff/teams", "/staff/teams",
                      fields::text("name", "Name of a new team", view.typed, view.errors) +
                          fields::button("Add the team"));
}

Html team_view(const TeamView& view)
{
    const auto page = page_of_team(view.team);
    return error_summary_of(view.errors) + done_a_moment_ago(view.said) +
           design::page_heading(view.team.name, view.actor->agency_name) +
           staff_form(*view.actor, page, page,
                      fields::hidden("was", view.team.name) +
                          fields::text("name", "Name of the team", view.typed, view.errors) +
                          fields::button("Save the name")) +
           element("h2", {{"class", "govuk-heading-m"}}, "People in it") +
           (view.holds.people.empty() ? paragraph("Nobody is in it.") : people_in(view)) +
           paragraph(link(page + "/remove", "Remove the team"));
}

Html remove_team_view(const TeamView& view)
{
    const auto page = page_of_team(view.team);
    const auto heading =
        error_summary_of(view.errors) + design::page_heading("Remove the team", view.team.name);
    if (view.holds.nothing())
        return heading +
               paragraph("Nobody is in it, and no record is on its caseload. What its people did "
                         "stays in the records.") +
               staff_form(*view.actor, page + "/remove", page + "/remove",
                          fields::button("Remove the team", "govuk-button--warning")) +
               paragraph(link(page, "Keep the team"));
    Html first;
    if (!view.holds.people.empty())
        first += element("h2", {{"class", "govuk-heading-m"}}, "Take these people out of it") +
                 paragraph("Open each, clear the box of this team and save.") + people_in(view);
    if (view.holds.records > 0) {
        first += element("h2", {{"class", "govuk-heading-m"}}, "Keep its records with somebody") +
                 paragraph(records_in_words(view.holds.records) +
                           " on its caseload, and would open to nobody without a reason. Keep the "
                           "team for as long as they are there.");
        if (view.holds.people.empty())
            first += paragraph(link("/staff", "Put somebody who works with them into the team") +
                               Html(", so that they are looked after."));
    }
    return heading + paragraph("It cannot be removed yet.") + first +
           paragraph(link(page, "Keep the team"));
}

} // namespace onroll::access
