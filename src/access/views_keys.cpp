#include "access/views_keys.h"

#include "access/rules_policy.h"
#include "access/views_fields.h"

#include "design/components/button.h"
#include "design/components/notification_banner.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "platform/clock/clock.h"

namespace onroll::access {

namespace views_keys_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

std::string_view hint_of(KeyScope scope)
{
    switch (scope) {
    case KeyScope::read_children:
        return "Names, dates of birth, UPNs, schools and SEN status of your own organisation’s "
               "children. No addresses, no adults, and no record that is open to named people only";
    case KeyScope::bring_children:
        return "Sends lists of children, which are looked at and then stored as on the page for "
               "lists. It reads no record, and rows in doubt wait for one of you. Its lists can be "
               "taken back for 30 days";
    case KeyScope::check_audit:
        return "Where your audit record ends, signed, to be kept elsewhere. No record of anybody";
    }
    return {};
}

Html question(const char* name, const char* legend, const Errors& errors, const std::string& answer,
              std::vector<design::Radio> items)
{
    return render(design::Radios{
        .name = name,
        .fieldset =
            design::Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}},
        .error = design::error_message(error_at(errors, name)),
        .items = std::move(items),
        .value = answer});
}

} // namespace views_keys_detail

using namespace views_keys_detail;

Html keys_view(const KeysView& view)
{
    Html page;
    if (!view.said.empty())
        page += render(design::NotificationBanner{.heading = view.said, .success = true});
    page += design::page_heading("Keys for programs", view.actor->agency_name) +
            paragraph("A key lets another system of yours ask this server, without anybody signing "
                      "in. Each key does one thing, ends by itself, and what it does is in your "
                      "audit record.") +
            paragraph(link("/staff/keys/new", "Make a key"));
    if (view.keys.empty()) return page + paragraph("There are no keys yet.");
    design::Table table{.caption = "Keys", .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Program"},   {.content = "What it may do"}, {.content = "Made by"},
                  {.content = "Last used"}, {.content = "State"},          {.content = "Revoke"}};
    for (const auto& key : view.keys) {
        const auto name = view.names.find(key.made_by);
        table.rows.push_back(
            {{.content = key.name},
             {.content = in_words(key.scope)},
             {.content =
                  name == view.names.end() ? Html("Somebody who has left") : Html(name->second)},
             {.content = key.last_used_at ? moment_in_words(*key.last_used_at) : "Never"},
             {.content = state_in_words(key, view.today)},
             {.content = works(key, view.today)
                             ? link("/staff/keys/" + key.id.text(), "Revoke " + key.name)
                             : Html()}});
    }
    return page + render_stacking(table);
}

Html new_key_view(const NewKeyView& view)
{
    std::vector<design::Radio> scopes, days;
    for (const auto scope : all_key_scopes())
        if (fits(view.actor->agency_kind, scope))
            scopes.push_back({.value = std::string(key_of(scope)),
                              .content = in_words(scope),
                              .hint = design::Hint{.content = hint_of(scope)}});
    for (const int each : key_days)
        days.push_back({.value = std::to_string(each),
                        .content = each == 365 ? "A year" : std::to_string(each) + " days"});
    return error_summary_of(view.errors) +
           design::page_heading("Make a key", view.actor->agency_name) +
           element("form", {{"action", "/staff/keys/new"}, {"method", "post"}, {"novalidate", ""}},
                   view.start +
                       fields::text("name", "What the program is called", view.name, view.errors) +
                       question("scope", "What may it do?", view.errors, view.scope,
                                std::move(scopes)) +
                       question("days", "How long does it work?", view.errors, view.days,
                                std::move(days)) +
                       fields::button("Make the key"));
}

Html key_made_view(const NewApiKey& key, const std::string& secret)
{
    return design::page_heading("Keep the key", key.name) +
           element("ul", {{"class", "onr-codes"}}, element("li", {}, secret)) +
           render(design::WarningText{
               .content = "This is the only time that it is shown. Put it straight where the "
                          "program reads it. Whoever has it can do what it is for."}) +
           paragraph(std::string(in_words(key.scope)) + ". It works until " +
                     onroll::in_words(key.last_day) + ".") +
           render(design::Button{.content = "I have kept it", .href = "/staff/keys"});
}

Html revoke_key_view(const Actor& actor, const ApiKey& key)
{
    const auto page = "/staff/keys/" + key.id.text();
    return design::page_heading("Revoke the key", key.name) +
           paragraph("The program can ask nothing more from now on. You can make another key for "
                     "it.") +
           staff_form(actor, page + "/revoke", page,
                      fields::button("Revoke the key", "govuk-button--warning")) +
           paragraph(link("/staff/keys", "Keep the key"));
}

} // namespace onroll::access
