#include "access/views_sign_in.h"

#include "access/rules_sign_in.h"
#include "access/views_fields.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/square.h"

namespace onroll::access {

namespace views_sign_in_detail {

using design::bullets;
using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html next_field(const std::string& next)
{
    return is_own_path(next) ? fields::hidden("next", next) : Html{};
}

constexpr std::string_view password_hint =
    "At least 12 characters. Three or four words that do not belong together are easy to keep in "
    "mind";

} // namespace views_sign_in_detail

using namespace views_sign_in_detail;

Html sign_in_view(const SignInView& view)
{
    const Html chosen =
        view.password_chosen
            ? render(design::InsetText{.content = "Your new password is set. Sign in with it."})
            : Html{};
    return error_summary_of(view.errors) + design::page_heading("Sign in") + chosen +
           paragraph("This is for people who work here. Families do not need to sign in: " +
                     link("/check", "check an exclusion") + ".") +
           plain_form("/sign-in", {},
                      next_field(view.next) +
                          fields::email(view.email, view.errors, "Email address", "username") +
                          fields::password("Password", view.errors, "current-password") +
                          fields::button("Continue")) +
           view.other_ways + paragraph(link("/sign-in/forgotten", "Forgotten your password?")) +
           paragraph("After 10 wrong tries you have to wait, for 5 minutes at first. Then you can "
                     "try again.");
}

Html code_view(const CodeView& view)
{
    return error_summary_of(view.errors) + design::page_heading("Enter your sign-in code") +
           plain_form("/sign-in/code", view.form_token,
                      next_field(view.next) +
                          fields::code("Code", view.errors,
                                       "The 6 digits that your authenticator app shows now, or "
                                       "one of your recovery codes") +
                          fields::button("Sign in")) +
           render(design::Details{
               .summary = "I cannot get a code",
               .content =
                   paragraph("Each code works once and for half a minute. If yours is refused, "
                             "wait for the next one, and let your phone set its clock by itself.") +
                   paragraph("If you lost your phone, use one of the recovery codes that you kept "
                             "when you set this up.") +
                   paragraph("If you have neither, ask an administrator where you work. They make "
                             "sure that it is you and send you a new invitation.")}) +
           plain_form("/sign-out", view.form_token,
                      element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                              "Sign in as somebody else"));
}

Html enrolment_view(const EnrolmentView& view)
{
    return error_summary_of(view.errors) + design::page_heading("Set up sign-in codes") +
           paragraph("A password alone does not let anybody in. You also need a code from an "
                     "authenticator app on your phone. Any such app will do.") +
           element("h2", {{"class", "govuk-heading-m"}}, "1. Add Onroll to your app") +
           paragraph("Choose to add an account in the app, and point the camera at this square.") +
           design::square_of(view.enrolment.address, "Square for your authenticator app") +
           render(design::Details{
               .summary = "I cannot use the camera",
               .content = paragraph("Type this key into the app, and choose “time based”:") +
                          paragraph(element("code", {}, view.enrolment.letters))}) +
           element("h2", {{"class", "govuk-heading-m"}}, "2. Enter the code that it shows") +
           plain_form("/sign-in/set-up-codes", view.form_token,
                      next_field(view.next) +
                          fields::code("Code", view.errors, "6 digits, new every half minute") +
                          fields::button("Continue"));
}

Html recovery_codes_view(const std::vector<std::string>& codes, std::string_view next)
{
    std::vector<Html> items;
    for (const auto& code : codes) items.push_back(element("li", {}, code));
    return design::page_heading("Keep your recovery codes") +
           paragraph("If you lose your phone, each of these codes lets you in once, in place of "
                     "the code from your app.") +
           element("ul", {{"class", "onr-codes"}}, items) +
           render(design::WarningText{
               .content = "This is the only time that they are shown. Print this page, or copy "
                          "them into your password manager. Keep them away from your computer."}) +
           render(design::Button{.content = "I have kept them",
                                 .href = is_own_path(next) ? std::string(next) : "/start"});
}

Html forgotten_view(const ForgottenView& view)
{
    return error_summary_of(view.errors) + design::page_heading("Get a new password") +
           paragraph("We send a link to your work email address. It works once, for 20 minutes. "
                     "You still need your sign-in code.") +
           plain_form("/sign-in/forgotten", {},
                      fields::email(view.email, view.errors, "Email address", "username") +
                          fields::button("Send the link"));
}

Html forgotten_sent_view()
{
    return design::page_heading("Look at your email") +
           paragraph("If that address has an account here, a link is on its way to it. It works "
                     "for 20 minutes.") +
           paragraph("If nothing comes, look in your junk mail. Then ask an administrator where "
                     "you work.") +
           paragraph(link("/sign-in", "Back to sign in"));
}

Html choose_password_view(const ChoosePasswordView& view)
{
    return error_summary_of(view.errors) + design::page_heading("Choose a password") +
           (view.invited
                ? paragraph("You then sign in with it, and set up sign-in codes with your phone.")
                : Html{}) +
           plain_form(
               view.action, view.form_token,
               // So that a password manager keeps it under the right name.
               design::void_element("input", {{"type", "email"},
                                              {"name", "email"},
                                              {"value", view.email},
                                              {"autocomplete", "username"},
                                              design::flag("hidden"),
                                              design::flag("readonly")}) +
                   fields::password("New password", view.errors, "new-password", password_hint) +
                   fields::button("Save password"));
}

Html link_ended_view()
{
    return design::page_heading("This link no longer works") +
           paragraph("It has been used, or its time has run out.") +
           bullets(
               {"If you were invited, ask an administrator where you work for a new invitation.",
                "If you wanted a new password, " +
                    link("/sign-in/forgotten", "ask for another link") + "."});
}

Html set_up_view(const SetUpView& view)
{
    design::Radios kinds{
        .name = "kind",
        .fieldset = design::Fieldset{.legend = {.content = "What kind of organisation is it?",
                                                .classes = "govuk-fieldset__legend--s"}},
        .error = design::error_message(error_at(view.errors, "kind")),
        .value = view.kind};
    for (const auto kind : all_agency_kinds())
        kinds.items.push_back({.value = std::string(key_of(kind)), .content = in_words(kind)});
    return error_summary_of(view.errors) + design::page_heading("Set up Onroll") +
           paragraph("Nobody has an account yet. You make the first organisation and become its "
                     "administrator. You can then invite others, and open further organisations.") +
           plain_form(
               "/set-up", {},
               fields::text(
                   "secret", "Set-up secret", {}, view.errors,
                   "The server printed it when it started. It works once, for 30 minutes") +
                   render(kinds) +
                   fields::text("agency_name", "Name of the organisation", view.agency_name,
                                view.errors, {}, "organization") +
                   fields::text("name", "Your name", view.name, view.errors, {}, "name") +
                   fields::email(view.email, view.errors, "Your work email address", "username") +
                   fields::password("Password", view.errors, "new-password", password_hint) +
                   fields::button("Set up"));
}

Html set_up_elsewhere_view()
{
    return design::page_heading("Onroll is not set up yet") +
           paragraph("Until there is a first administrator, it can be set up only on the machine "
                     "that it runs on, at the address that it printed when it started.") +
           paragraph("The pages for families work: " + link("/check", "check an exclusion") + ".");
}

Html signed_out_view()
{
    return design::page_heading("You have signed out") +
           paragraph("Nothing of what you saw is kept in this browser.") +
           paragraph(link("/sign-in", "Sign in again"));
}

Html timed_out_view()
{
    return design::page_heading("You were signed out") +
           paragraph("You had not opened or sent a page for a while. If you had sent a form after "
                     "that, what you typed was kept: sign in and you find it there.") +
           paragraph(link("/sign-in", "Sign in again"));
}

Html prove_view(const ProveView& view)
{
    return error_summary_of(view.errors) + design::page_heading("Show again that it is you") +
           paragraph("What you are about to do needs your password and a code once more. It then "
                     "counts for 10 minutes.") +
           plain_form("/account/prove", view.form_token,
                      next_field(view.next) +
                          fields::password("Password", view.errors, "current-password") +
                          fields::code("Code", view.errors,
                                       "The 6 digits that your app shows now. If you used one to "
                                       "sign in just before, wait for the next") +
                          fields::button("Continue"));
}

} // namespace onroll::access
