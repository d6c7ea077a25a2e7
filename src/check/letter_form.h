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
    bool days_not_known = false;
    TypedDate date;
    bool date_not_known = false;
    bool facts_given = false;
    Ticks ticked;
    http::Fields answers; ///< of the family's own questions
};

LetterForm read_letter_form(const http::Form& form);
/// Every field that is not empty, to be carried as hidden fields; those named are left out.
http::Fields fields_of(const LetterForm& form, const std::vector<std::string_view>& without = {});

/// What the pages ask about a letter, each on a page of its own.
enum class LetterFact { kind, days, date, total };
std::string_view name(LetterFact fact); ///< `kind`
std::optional<LetterFact> letter_fact_named(std::string_view words);
/// The names of the fact's fields.
std::vector<std::string_view> field_names(LetterFact fact);
/// Those that matter for this letter, in the order in which they are asked.
std::vector<LetterFact> facts_to_ask(const LetterForm& form);
/// Whether the fact has an answer, which may be "I do not know".
bool answered(const LetterForm& form, LetterFact fact);

/// What is wrong with a field: its id, and the key of what to do.
struct LetterFormError {
    std::string field;
    std::string key;
};
/// What has to be put right before the answer to this can be used.
std::optional<LetterFormError> look_at(const LetterForm& form, LetterFact fact);

/// The facts that were typed; nothing while one of them is missing or cannot be used. A kind that
/// is not known counts as a suspension, a date that is not known as today.
std::optional<LetterFacts> typed_facts(const LetterForm& form, Date today);

/// The form with what could be read in its letter filled in, where the family typed nothing yet.
LetterForm with_what_was_read(LetterForm form);
/// The form with these facts filled in.
LetterForm with_facts(LetterForm form, const LetterFacts& facts);

} // namespace onroll::check
