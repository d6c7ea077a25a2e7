// What people agree to, in the agency's own words: all versions, the form for the next, and the
// form to sign on paper. Words and layout only.
#pragma once

#include "people/types_consents.h"
#include "people/views_fields.h"

#include "design/html.h"
#include "platform/documents/document.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct WordingsView {
    std::vector<Wording> all{};   ///< written or agreed to
    std::vector<Wording> asked{}; ///< what people are asked today
    std::map<std::pair<ConsentPurpose, int>, std::int64_t> given{};
    Date today{};
};
design::Html wordings_view(const WordingsView& view);

struct WordingView {
    ConsentPurpose purpose = ConsentPurpose::advice;
    std::string now{}; ///< the words that are asked today; empty where none have begun
    FormView form{};
    std::string action;
    design::Html start{};
};
design::Html wording_view(const WordingView& view);

/// A form to sign: whose record, what is asked in the words of that day, and whom to tell when
/// somebody changes their mind.
struct ConsentPaper {
    std::string agency;
    std::string about; ///< the person's name
    Wording wording;
    std::vector<std::string> parts{}; ///< of a record that may be shared, in words; for sharing
    std::vector<std::string> whom_to_tell{}; ///< "Email: …"; may be empty
};
documents::Document consent_paper(const ConsentPaper& paper);

} // namespace onroll::people
