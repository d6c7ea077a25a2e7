// What the pages of the letter check carry in their forms, and what it comes to. Everything typed
// stays as it was. Pure.
#pragma once

#include "check/letter_check.h"
#include "check/typed.h"
#include "platform/http/form.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::check {

/// The fields of a letter check, as they came. Names begin with "letter_", apart from those of the
/// family's answers, which travel along.
struct LetterForm {
    std::string pasted;
    std::string way;               ///< `tick` where the letter is on paper, else empty
    std::string kind, days, total; ///< `days`: school days, or lunchtimes
    TypedDate date;
    bool facts_given = false;
    Ticks ticked;
    http::Fields answers; ///< of the family's own questions
};

LetterForm read_letter_form(const http::Form& form);
/// Every field that is not empty, to be carried as hidden fields; those named are left out.
http::Fields fields_of(const LetterForm& form, const std::vector<std::string_view>& without = {});

/// What is wrong with a field: its id, and the key of what to do.
struct LetterFormError {
    std::string field;
    std::string key;
    std::string message; ///< where the words come ready, as for a date
};

/// The facts that were typed, or what to put right.
struct TypedFacts {
    std::optional<LetterFacts> facts;
    std::vector<LetterFormError> errors;
};
TypedFacts typed_facts(const LetterForm& form, Date today);

/// The form with what could be read in its letter filled in, where the family typed nothing yet.
LetterForm with_what_was_read(LetterForm form);

} // namespace onroll::check
