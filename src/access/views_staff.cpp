#include "access/views_staff.h"

#include "access/rules_roles.h"
#include "access/views_account.h"
#include "access/views_fields.h"

#include "design/components/checkboxes.h"
#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::access {

namespace views_staff_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html said_a_moment_ago(const std::string& said)
{
    if (said.empty()) return {};
    return render(design::NotificationBanner{.heading = said, .success = true});
}

Html state_tag(UserState state)
{
    const auto* colour = state == UserState::active    ? "govuk-tag--green"
                         : state == UserState::invited ? "govuk-tag--blue"
                                                       : "govuk-tag--grey";
    return render(design::Tag{.content = in_words(state), .classes = colour});
}

std::string roles_in_words(const User& user)
{
    std::vector<std::string> words;
    for (const auto role : user.roles) words.emplace_back(in_words(role));
    return words.empty() ? "None yet" : design::listed(words);
}

Html waiting_requests(const StaffListView& view)
{
    if (view.requests.empty()) return {};
    Html shown =
        element("h2", {{"class", "govuk-heading-m"}}, "Waiting for a second administrator");
    for (const auto& each : view.requests) {
        const auto what = each.request.kind == RequestKind::make_administrator
                              ? each.user_name + " is to become an administrator"
                              : each.user_name + " is to get a new password and new codes";
        const auto action = "/staff/requests/" + std::string(key_of(each.request.kind)) + "/" +
                            each.request.user.text();
        const auto choice = [&](const char* decision, const char* words, const char* classes) {
            return staff_form(*view.actor, action, "/staff",
                              fields::hidden("decision", decision) +
                                  fields::button(words, classes));
        };
        const Html agree = each.may_agree ? choice("agree", "Agree", "") : Html{};
        shown += render(design::InsetText{
            .content = paragraph(what + ". Asked for by " + each.asked_by_name + " on " +
                                 moment_in_words(each.request.asked_at) + ".") +
                       element("div", {{"class", "onr-forms-beside"}}, agree,
                               choice("turn_down", each.may_agree ? "Turn down" : "Take back",
                                      "govuk-button--secondary"))});
    }
    return shown;
}

Html role_boxes(const StaffFormView& view)
{
    design::Checkboxes boxes{
        .name = "roles",
        .fieldset = design::Fieldset{.legend = {.content = "What do they do?",
                                                .classes = "govuk-fieldset__legend--s"}},
        .hint =
            design::Hint{.content = "Select all that apply. Each role opens only what it needs"},
        .error = design::error_message(error_at(view.errors, "roles")),
        .values = view.roles};
    for (const auto role : roles_of(view.actor->agency_kind)) {
        design::Checkbox box{.value = std::string(key_of(role)), .content = in_words(role)};
        if (role == Role::administrator)
            box.hint = design::Hint{.content = "Invites people and changes what they do. Opens no "
                                               "records. A second administrator must agree"};
        boxes.items.push_back(std::move(box));
    }
    return render(boxes);
}

Html team_boxes(const StaffFormView& view)
{
    if (view.all_teams.empty()) return {};
    design::Checkboxes boxes{
        .name = "teams",
        .fieldset = design::Fieldset{.legend = {.content = "Teams (optional)",
                                                .classes = "govuk-fieldset__legend--s"}},
        .values = view.teams};
    for (const auto& team : view.all_teams)
        boxes.items.push_back({.value = team.id.text(), .content = team.name});
    return render(boxes);
}

Html act_on(const Actor& actor, const User& user, std::string_view act, std::string_view words,
            std::string_view classes = "govuk-button--secondary")
{
    const auto page = "/staff/" + user.id.text();
    return staff_form(actor, page + "/" + std::string(act), page, fields::button(words, classes));
}

Html acts_on(const StaffMemberView& view)
{
    const auto& who = *view.form.actor;
    const auto page = "/staff/" + view.user.id.text();
    if (view.user.id == who.user)
        return paragraph("This is your own account. Another administrator must disable it or give "
                         "you new codes.");
    Html acts;
    if (view.user.state == UserState::disabled)
        return act_on(who, view.user, "enable", "Invite them back");
    if (view.user.state == UserState::invited)
        acts += act_on(who, view.user, "invite-again", "Send the invitation again");
    if (view.sign_ins > 0)
        acts += act_on(who, view.user, "end-sign-ins", "Sign them out everywhere");
    acts = element("div", {{"class", "onr-forms-beside"}}, acts);
    if (view.user.state == UserState::active)
        acts += paragraph(link(page + "/lost-factor", "They lost their phone and recovery codes"));
    return acts + paragraph(link(page + "/disable", "Disable the account"));
}

} // namespace views_staff_detail

using namespace views_staff_detail;

Html staff_list_view(const StaffListView& view)
{
    design::Table table{.caption = "People who work here",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Name"},
                  {.content = "Email address"},
                  {.content = "Roles"},
                  {.content = "Teams"},
                  {.content = "State"}};
    for (const auto& user : view.users) {
        std::vector<std::string> teams;
        for (const auto& team : user.teams) teams.push_back(view.team_names.at(team));
        table.rows.push_back({{.content = link("/staff/" + user.id.text(), user.name)},
                              {.content = user.email},
                              {.content = roles_in_words(user)},
                              {.content = teams.empty() ? "None" : design::listed(teams)},
                              {.content = state_tag(user.state)}});
    }
    return said_a_moment_ago(view.said) + design::page_heading("Staff", view.actor->agency_name) +
           waiting_requests(view) +
           element("p", {{"class", "govuk-body"}}, link("/staff/new", "Invite somebody"), " · ",
                   link("/staff/teams", "Teams"), " · ", link("/staff/cover", "Cover for absence"),
                   " · ", link("/staff/single-sign-on", "Single sign-on"), " · ",
                   link("/staff/keys", "Keys for programs"), " · ",
                   link("/staff/support", "Support access")) +
           render_stacking(table);
}

Html invite_view(const StaffFormView& view)
{
    return error_summary_of(view.errors) +
           design::page_heading("Invite somebody", view.actor->agency_name) +
           paragraph("They get an email with a link that works for 3 days. They choose their own "
                     "password and set up sign-in codes.") +
           staff_form(*view.actor, view.action, view.action,
                      fields::text("name", "Name", view.name, view.errors) +
                          fields::email(view.email, view.errors, "Work email address") +
                          role_boxes(view) + team_boxes(view) +
                          fields::button("Send the invitation"));
}

Html staff_member_view(const StaffMemberView& view)
{
    const auto& who = *view.form.actor;
    return error_summary_of(view.form.errors) + said_a_moment_ago(view.said) +
           design::page_heading(view.user.name, who.agency_name) +
           paragraph(state_tag(view.user.state) + " " + view.user.email) +
           staff_form(who, view.form.action, view.form.action,
                      fields::text("name", "Name", view.form.name, view.form.errors) +
                          role_boxes(view.form) + team_boxes(view.form) + fields::button("Save")) +
           element("h2", {{"class", "govuk-heading-m"}}, "Access") + acts_on(view);
}

Html lost_factor_view(const Actor& actor, const User& user, const Errors& errors)
{
    const auto page = "/staff/" + user.id.text();
    design::Checkboxes sure{
        .name = "sure",
        .error = design::error_message(error_at(errors, "sure")),
        .items = {
            {.value = "yes",
             .content = "I have seen them, face to face or by video, and I am sure who they are"}}};
    const Html two = user.has(Role::administrator)
                         ? paragraph("They are an administrator, so a second administrator must "
                                     "agree before anything changes.")
                         : Html{};
    return error_summary_of(errors) + design::page_heading("Give new codes", user.name) +
           paragraph("Their password and sign-in codes stop working, and they get a new "
                     "invitation by email. Whoever asks you by telephone or by email alone may be "
                     "somebody else.") +
           two +
           staff_form(actor, page + "/lost-factor", page + "/lost-factor",
                      render(sure) + fields::button("Give new codes", "govuk-button--warning"));
}

Html disable_view(const Actor& actor, const User& user)
{
    const auto page = "/staff/" + user.id.text();
    return design::page_heading("Disable the account", user.name) +
           paragraph("They are signed out at once and cannot sign in again. What they did stays in "
                     "the records. You can invite them back later.") +
           staff_form(actor, page + "/disable", page + "/disable",
                      fields::button("Disable the account", "govuk-button--warning")) +
           paragraph(link(page, "Keep the account"));
}

} // namespace onroll::access
