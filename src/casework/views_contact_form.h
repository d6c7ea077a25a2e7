// The page on which a contact is recorded while the call lasts, and what was found for what is
// typed on it. Words and layout; no queries, no rules.
#pragma once

#include "casework/contact_form.h"

#include "check/services.h"
#include "design/html.h"
#include "forms/form_start.h"
#include "kernel/result.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// A child of the service who may be the one that is spoken of.
struct ChildSuggestion {
    std::string id;
    std::string words; ///< "Samir Rahmani, 11, Fen Edge Academy"
    std::string work;  ///< "Case closed in March 2026"
};

/// A contact that came to no case and may be about the same child.
struct ContactSuggestion {
    std::string id;
    std::string words; ///< "Rang on 3 November 2026, no case: Sami Rahmani"
    std::string about; ///< who took it, and why it is shown
};

/// What was found for the words that stand in the form.
struct LookedFor {
    std::string school_words{}; ///< for which schools were looked; empty: not asked
    std::vector<check::SchoolChoice> schools{};
    std::string child_words{};
    std::vector<ChildSuggestion> children{};
    std::vector<ContactSuggestion> contacts{};
};

struct ContactFormView {
    std::string action;
    forms::FormStart start;
    TypedContact typed;
    LookedFor looked{};
    std::vector<Error> errors{};
    std::optional<design::Html> banner{}; ///< over typed work that was kept
    std::string leave;                    ///< where to go without saving
    Date today{};
    std::vector<std::string> held{}; ///< how each adult of the case may be reached so far
    std::string policy{}; ///< whom the service helps, in its own words; empty where not stated
};
design::Html contact_form_view(const ContactFormView& view);

/// The schools that fit, to choose from: under the field, and for a script to put there.
design::Html found_schools_view(const LookedFor& looked, const std::optional<Urn>& chosen);
/// The children who sound the same.
design::Html found_children_view(const LookedFor& looked, const std::string& chosen,
                                 const std::vector<std::string>& earlier = {});
/// Earlier contacts to bring into the case, as ticks; nothing where there are none.
design::Html earlier_contacts_view(const std::vector<ContactSuggestion>& contacts,
                                   const std::vector<std::string>& chosen);

} // namespace onroll::casework
