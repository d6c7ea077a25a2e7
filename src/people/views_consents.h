// The pages about consents and acts of sharing. Words and layout only.
#pragma once

#include "people/rules_consents.h"
#include "people/types_consents.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct ConsentsView {
    PersonId person;
    design::Html top{};
    std::vector<Consent> consents{};
    std::vector<Share> shares{};
    std::vector<Wording> wordings{};
    std::function<std::string(const PersonId&)> name_of{};
    std::function<std::string(std::string_view user)> staff_name{};
    std::vector<std::pair<std::string, design::Html>> withdraw{}; ///< by consent: the form's start
    std::vector<std::pair<std::string, design::Html>> stop{};     ///< by share
    Date today{};
    bool may_record = false;
    bool may_share = false;
    bool may_word = false;
    bool confidential = false; ///< an advice service: that it knows the family is itself told
    std::string shut{};        ///< why nothing is open now, whatever is shared; or empty
};
design::Html consents_view(const ConsentsView& view);

struct ConsentFormView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    Choices givers{};
    Choices agencies{};
    std::vector<Wording> wordings{};
    std::string papers{};                ///< what the addresses of forms to sign begin with
    std::vector<std::string> answered{}; ///< "Sharing with …: said no on …, Ann Example"
};
design::Html consent_form_view(const ConsentFormView& view);

struct ShareFormView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    Choices agencies{};
    Choices consents{};
    Choices colleagues{};
    bool confidential = false; ///< an advice service shares
};
design::Html share_form_view(const ShareFormView& view);

/// What may be shared: stored name and words.
const Choices& shareable_fields();
/// "Names and date of birth; Schools now and before".
std::string fields_in_words(const std::vector<std::string>& names);
/// What a consent to share covers: the parts of a record that it names, then the words of it.
std::string what_is_covered(const Consent& consent);

} // namespace onroll::people
