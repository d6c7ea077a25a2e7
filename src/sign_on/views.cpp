#include "sign_on/views.h"

#include "access/gate.h"
#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/input.h"
#include "design/components/table.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace onroll::sign_on {
namespace views_detail {

using access::error_at;
using access::Errors;
using access::staff_form;
using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html hidden(std::string_view name, std::string_view value = {})
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html button(const char* words, const char* classes = "")
{
    return design::render(design::Button{.content = words, .classes = classes});
}

Html text_input(const char* name, const char* label, const std::string& value, const Errors& errors,
                const char* hint = nullptr, const char* type = "text")
{
    design::Input input{.name = name};
    input.label = {.content = label};
    if (hint) input.hint = design::Hint{.content = hint};
    if (const auto error = error_at(errors, name))
        input.error = design::ErrorMessage{.content = *error};
    input.value = value;
    input.type = type;
    input.autocomplete = "off";
    input.spellcheck = false;
    return design::render(input);
}

Html lines_input(const char* name, const char* label, const std::vector<std::string>& lines,
                 const char* hint)
{
    design::Textarea area{.name = name};
    area.label = {.content = label};
    area.hint = design::Hint{.content = hint};
    for (const auto& line : lines) area.value += line + "\n";
    area.rows = 2;
    area.spellcheck = false;
    return design::render(area);
}

/// Where the script puts what the device answers.
Html answer_fields(std::initializer_list<const char*> names)
{
    Html fields;
    for (const auto* name : names) fields += hidden(name);
    return fields;
}

Html needs_scripts()
{
    return element("noscript", {},
                   paragraph("A passkey needs a browser that runs scripts. Use your password and a "
                             "code instead."));
}

Html remove_button(const WaysView& view, const char* field, const std::string& value,
                   const std::string& name)
{
    return staff_form(*view.actor, "/account/ways/remove", "/account/ways",
                      hidden(field, value) +
                          element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                                  "Remove", design::visually_hidden(" " + name)));
}

Html passkeys_of(const WaysView& view)
{
    auto shown = design::section_heading("passkeys", "Passkeys") +
                 paragraph("A passkey is kept by your phone, computer or security key. You sign in "
                           "by unlocking it, with no password and no code.");
    if (!view.passkeys.empty()) {
        design::Table table{.caption = "Your passkeys",
                            .head = {{.content = "Name"},
                                     {.content = "Made"},
                                     {.content = "Last used"},
                                     {.content = "Remove"}}};
        for (const auto& passkey : view.passkeys)
            table.rows.push_back(
                {{.content = passkey.name},
                 {.content = moment_in_words(passkey.made_at)},
                 {.content = passkey.used_at ? moment_in_words(*passkey.used_at) : "Not yet"},
                 {.content = remove_button(view, "passkey", crypto::to_base64url(passkey.key.id),
                                           passkey.name)}});
        shown += design::render_stacking(table);
    }
    return shown + staff_form(*view.actor, "/account/ways/passkeys", "/account/ways",
                              text_input("name", "Name of a new passkey", {}, view.errors,
                                         "So that you know it again, such as ‘Work phone’") +
                                  button("Make a passkey"));
}

Html accounts_of(const WaysView& view)
{
    auto shown = design::section_heading("accounts", "Your organisation’s sign-in");
    if (view.providers.empty())
        return shown + paragraph("Your organisation has not set up its own sign-in here. An "
                                 "administrator can.");
    std::vector<Html> items;
    for (const auto& provider : view.providers) {
        const bool joined =
            std::find(view.joined.begin(), view.joined.end(), provider.id) != view.joined.end();
        items.push_back(
            joined ? Html(provider.name + " is linked. ") +
                         remove_button(view, "provider", provider.id.text(), provider.name)
                   : link("/account/ways/with/" + provider.id.text(), "Link " + provider.name));
    }
    return shown + design::bullets(items);
}

/// How a sign-in by the provider ends: by its word, or after some hours.
Html signing_out_form(const ProvidersView& view, const Provider& provider)
{
    const auto field = "longest_hours-" + provider.id.text();
    const auto* typed = view.typed_end && view.typed_end->provider == provider.id.text()
                            ? &*view.typed_end
                            : nullptr;
    design::Checkboxes tells{.name = "tells", .id_prefix = "tells-" + provider.id.text()};
    design::Checkbox told{.value = "yes",
                          .content = Html(provider.name + " tells Onroll when somebody signs out")};
    told.hint = design::Hint{.content = "Enter this address at the provider as the back-channel "
                                        "logout address: " +
                                        view.told_at + provider.id.text()};
    told.checked = typed ? typed->tells : provider.tells_of_sign_out;
    tells.items.push_back(std::move(told));
    design::Input hours{.name = "longest_hours"};
    hours.id = field;
    hours.label = {
        .content = Html("Hours until a sign-in with " + provider.name + " ends, unless it tells")};
    if (const auto error = error_at(view.errors, field))
        hours.error = design::ErrorMessage{.content = *error};
    hours.value = typed ? typed->longest_hours : std::to_string(provider.longest_hours);
    hours.classes = "govuk-input--width-2";
    hours.inputmode = "numeric";
    return staff_form(
        *view.actor, "/staff/single-sign-on/end", "/staff/single-sign-on",
        hidden("provider", provider.id.text()) + design::render(tells) + design::render(hours) +
            button(("Save how " + provider.name + " ends").c_str(), "govuk-button--secondary"));
}

} // namespace views_detail
using namespace views_detail;

Html other_ways_view(const std::vector<Provider>& providers, std::string_view next)
{
    const std::string on = next.empty() ? "" : "?next=" + std::string(next);
    std::vector<Html> ways;
    for (const auto& provider : providers)
        ways.push_back(
            link("/sign-in/with/" + provider.id.text() + on, "Sign in with " + provider.name));
    ways.push_back(link("/sign-in/passkey" + on, "Sign in with a passkey"));
    return element("h2", {{"class", "govuk-heading-m"}}, "Other ways to sign in") +
           design::bullets(ways);
}

Html could_not_sign_in_view(const std::string& message)
{
    return design::page_heading("You are not signed in") + paragraph(message + ".") +
           paragraph(link("/sign-in", "Sign in with a password and a code"));
}

Html signed_in_view(const std::string& next)
{
    return design::page_heading("You are signed in") +
           paragraph(link(next, "Go on") + Html(", if the page does not by itself."));
}

Html use_passkey_view(const UsePasskeyView& view)
{
    return design::page_heading("Sign in with a passkey") +
           paragraph("Your phone, computer or security key asks you to unlock it.") +
           element("form",
                   {{"method", "post"},
                    {"action", "/sign-in/passkey"},
                    {"data-onr-passkey", "use"},
                    {"data-challenge", view.challenge},
                    {"data-host", view.host}},
                   answer_fields({"id", "client_data", "authenticator_data", "signature"}),
                   button("Use a passkey")) +
           needs_scripts() + paragraph(link("/sign-in", "Use a password and a code instead"));
}

Html make_passkey_view(const MakePasskeyView& view)
{
    std::string known;
    for (const auto& id : view.known) known += (known.empty() ? "" : " ") + id;
    return design::page_heading("Make a passkey") +
           paragraph("Your phone, computer or security key asks you to unlock it, and keeps the "
                     "passkey from then on.") +
           element("form",
                   {{"method", "post"},
                    {"action", "/account/ways/passkeys/made"},
                    {"data-onr-passkey", "make"},
                    {"data-challenge", view.challenge},
                    {"data-host", view.host},
                    {"data-user", view.actor->user.text()},
                    {"data-account", view.account},
                    {"data-person", view.actor->name},
                    {"data-known", known}},
                   access::form_token_field(*view.actor),
                   hidden(access::form_page_field_name, "/account/ways"), hidden("name", view.name),
                   answer_fields({"client_data", "authenticator_data", "public_key"}),
                   button("Make it now")) +
           needs_scripts() + paragraph(link("/account/ways", "Go back without one"));
}

Html ways_view(const WaysView& view)
{
    return access::error_summary_of(view.errors) + design::page_heading("Ways to sign in") +
           passkeys_of(view) + accounts_of(view);
}

Html providers_view(const ProvidersView& view)
{
    auto shown = access::error_summary_of(view.errors) + design::page_heading("Single sign-on") +
                 paragraph("People can sign in with the account that your organisation gives them, "
                           "once they have linked it. They still need to be invited here.");
    for (const auto& provider : view.providers)
        shown +=
            element("h2", {{"class", "govuk-heading-m"}}, provider.name) +
            paragraph("Issuer: " + provider.issuer) + signing_out_form(view, provider) +
            staff_form(*view.actor, "/staff/single-sign-on/remove", "/staff/single-sign-on",
                       hidden("provider", provider.id.text()) +
                           button(("Remove " + provider.name).c_str(), "govuk-button--secondary"));
    const auto& typed = view.typed;
    return shown +
           staff_form(
               *view.actor, "/staff/single-sign-on", "/staff/single-sign-on",
               element("h2", {{"class", "govuk-heading-m"}}, "Add a provider") +
                   paragraph("Register Onroll with your provider as a web application, with this "
                             "address to come back to: " +
                             view.return_to) +
                   text_input("name", "Name, as people know it", typed.name, view.errors,
                              "Such as ‘Tidemoor Council account’") +
                   text_input("issuer", "Issuer", typed.issuer, view.errors,
                              "Exactly as your provider writes it, beginning with https://") +
                   text_input("client_id", "Client ID", typed.client_id, view.errors) +
                   text_input("client_secret", "Client secret", {}, view.errors,
                              "Kept sealed, and never shown again", "password") +
                   lines_input(
                       "organisations", "Organisations let in (optional)", typed.organisations,
                       "Tenant ids of Entra ID, or domains of Google Workspace, one on each "
                       "line") +
                   lines_input(
                       "second_factors", "Words for a second factor (optional)",
                       typed.second_factors,
                       "What your provider says when a second factor was used, such as mfa. "
                       "Without one, people are asked for their code here") +
                   lines_input("hosts", "Other hosts of the provider (optional)", typed.hosts,
                               "Where its keys and tokens lie, if not with the issuer") +
                   button("Add the provider"));
}

} // namespace onroll::sign_on
