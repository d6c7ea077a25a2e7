// What the overview of a case shows: parts that its nouns bring, in two columns. Words and layout
// only.
#pragma once

#include "casework/types_case_history.h"

#include "design/html.h"
#include "people/types_consents.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The parts of the overview: what happens next and what happened in the first column, what stands
/// beside it in the second.
struct CaseParts {
    std::vector<design::Html> main{};
    std::vector<design::Html> side{};
};
design::Html case_overview(const Case& found, const CaseParts& parts);

/// Things to do next.
struct DoNextSection {
    struct Deed {
        std::string text;
        std::string href;
        std::string about{}; ///< "5 of 8 parts are in it"
    };
    std::vector<Deed> deeds{};
};
design::Html do_next_section(const DoNextSection& section);

/// Who works on it since when, and its state.
struct CaseSection {
    Case found;
    std::string address;
    std::string caseworker; ///< by name; empty: nobody yet
    bool may_change = false;
    bool may_allocate = false;
};
design::Html case_section(const CaseSection& section);

/// Where each purpose of consent stands.
struct ConsentsSection {
    std::vector<people::Consent> consents{};
    std::string href; ///< of all consents
    Date today{};
    /// Who gave or refused one, as the page calls them: "Amina", or "the child".
    std::function<std::string(const people::PersonId&)> giver_called{};
};
design::Html consents_section(const ConsentsSection& section);

} // namespace onroll::casework
