#include "access/views_account.h"

#include "access/views_fields.h"

#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/words.h"
#include "platform/clock/clock.h"
#include "kernel/date.h"

namespace onroll::access {

namespace views_account_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

std::string_view proof_in_words(Proof proof)
{
    switch (proof) {
    case Proof::password_and_code:
        return "Password and code";
    case Proof::password_and_recovery_code:
        return "Password and recovery code";
    case Proof::passkey:
        return "Passkey";
    case Proof::single_sign_on:
        return "Single sign-on";
    case Proof::api_key:
        return "Key for a program";
    }
    return {};
}

Html own_sign_ins(const AccountView& view)
{
    design::Table table{.caption = "Where you are signed in",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Browser"},
                  {.content = "Since"},
                  {.content = "Last used"},
                  {.content = "By"},
                  {.content = "End it"}};
    for (const auto& each : view.sign_ins) {
        const bool this_one = each.id == view.actor->sign_in.id;
        const Html end =
            this_one ? Html("This is where you are now")
                     : staff_form(
                           *view.actor, "/account/sign-ins/" + each.id.text() + "/end", "/account",
                           element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                                   "Sign out there", design::visually_hidden(", " + each.browser)));
        table.rows.push_back({{.content = each.browser},
                              {.content = moment_in_words(each.started_at)},
                              {.content = moment_in_words(each.seen_at)},
                              {.content = proof_in_words(each.proof)},
                              {.content = end}});
    }
    auto shown = render_stacking(table);
    if (view.sign_ins.size() > 1)
        shown += staff_form(*view.actor, "/account/sign-ins/end-others", "/account",
                            fields::button("Sign out everywhere else", "govuk-button--secondary"));
    return shown;
}

Html codes_of(const AccountView& view)
{
    return element("h2", {{"class", "govuk-heading-m"}, {"id", "codes"}}, "Sign-in codes") +
           paragraph("Your authenticator app is set up. You have " +
                     design::counted(view.recovery_codes, "recovery code") + " left.") +
           element("div", {{"class", "onr-forms-beside"}},
                   staff_form(*view.actor, "/account/recovery-codes", "/account",
                              fields::button("Make new recovery codes", "govuk-button--secondary")),
                   staff_form(*view.actor, "/account/codes/replace", "/account",
                              fields::button("Move to another phone", "govuk-button--secondary")));
}

} // namespace views_account_detail

using namespace views_account_detail;

Html account_view(const AccountView& view)
{
    const auto& who = *view.actor;
    std::vector<std::string> roles;
    for (const auto role : who.roles) roles.emplace_back(in_words(role));
    design::SummaryList facts;
    const auto add = [&](const char* key, const Html& value,
                         std::vector<design::SummaryAction> actions = {}) {
        facts.rows.push_back(
            {.key = {.content = key}, .value = {.content = value}, .actions = std::move(actions)});
    };
    add("Name", who.name);
    add("Email address", view.email);
    add("Organisation", who.agency_name);
    add("Roles", design::listed(roles));
    if (!view.teams.empty()) add("Teams", design::listed(view.teams));
    if (!view.covers_for.empty()) add("You stand in for", design::listed(view.covers_for));
    add("Password", "Set",
        {{.content = "Change", .href = "/account/password", .visually_hidden = "password"}});
    const Html banner =
        view.password_changed
            ? render(design::NotificationBanner{
                  .heading = "Your password was changed. All other browsers were signed out.",
                  .success = true})
            : Html{};
    return banner + design::page_heading("Your account") + render(facts) + own_sign_ins(view) +
           codes_of(view) + paragraph(link("/account/ways", "Passkeys and other ways to sign in")) +
           paragraph("Wrong name, roles or teams? An administrator where you work can change "
                     "them.");
}

Html start_view(const StartView& view)
{
    std::vector<Html> items;
    for (const auto& entry : view.may_open) items.push_back(link(entry.href, entry.text));
    items.push_back(link("/drafts", "Work that was not saved"));
    items.push_back(link("/alerts", "Alerts"));
    items.push_back(link("/account", "Your account"));
    const Html waiting =
        view.requests_waiting > 0
            ? render(design::InsetText{
                  .content = link("/staff", design::counted(view.requests_waiting, "request") +
                                                " from another administrator") +
                             " to look at."})
            : Html{};
    std::vector<Html> open;
    for (const auto& entry : view.open_to_all) open.push_back(link(entry.href, entry.text));
    const Html to_all = open.empty() ? Html{}
                                     : design::section_heading("Open to everybody") +
                                           paragraph("Families and schools see these without "
                                                     "signing in.") +
                                           design::bullets(open);
    return design::page_heading("Start", view.actor->agency_name) + waiting +
           design::bullets(items) + to_all;
}

} // namespace onroll::access
