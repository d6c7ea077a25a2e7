#include "design/components/password_input.h"

#include "design/components/button.h"
#include "design/components/i18n.h"

namespace onroll::design {
namespace password_input_detail {

Html toggle(const PasswordInput& password, const std::string& id)
{
    return render(
        Button{.content = password.show_text.empty() ? Html("Show") : Html(password.show_text),
               .type = "button",
               .classes = classes({"govuk-button--secondary govuk-password-input__toggle "
                                   "govuk-js-password-input-toggle",
                                   password.button_classes}),
               .attributes = {{"aria-controls", id},
                              {"aria-label",
                               password.show_label.empty() ? "Show password" : password.show_label},
                              flag("hidden")}});
}

} // namespace password_input_detail

Html render(const PasswordInput& password)
{
    Input input = password.input;
    const std::string id = input.id.empty() ? input.name : input.id;
    input.type = "password";
    input.spellcheck = false;
    input.autocapitalize = "none";
    if (input.autocomplete.empty()) input.autocomplete = "current-password";
    input.classes =
        classes({"govuk-password-input__input govuk-js-password-input-input", input.classes});
    input.wrapper_classes = "govuk-password-input__wrapper";
    input.form_group.classes = classes({"govuk-password-input", input.form_group.classes});
    input.form_group.attributes =
        Attributes{{"data-module", "govuk-password-input"}} +
        i18n("show-password", password.show_text) + i18n("hide-password", password.hide_text) +
        i18n("show-password-aria-label", password.show_label) +
        i18n("hide-password-aria-label", password.hide_label) +
        i18n("password-shown-announcement", password.shown_announcement) +
        i18n("password-hidden-announcement", password.hidden_announcement) +
        input.form_group.attributes;
    input.form_group.after_input =
        password_input_detail::toggle(password, id) + input.form_group.after_input;
    return render(input);
}

} // namespace onroll::design
