// The facts of one exclusion as a person typed them, and the history they come to. Everything typed
// is kept as it was, good or bad. Pure: nothing is stored, nothing is logged.
#pragma once

#include "check/services.h"
#include "check/typed.h"
#include "platform/http/request.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// The form as it came.
struct CheckForm {
    std::string school;      ///< words or number that were typed
    std::string urn;         ///< the school chosen from those found
    std::string school_type; ///< asked only where no list says it
    std::string kind;
    TypedDate decided, first_day, exam, board_letter;
    std::string length; ///< school days, or lunchtimes
    std::string first_session;
    std::string earlier_term, earlier_year;
    std::string representations;
    std::string board_outcome, board_method;
    std::vector<std::string> pupil; ///< ticked facts about the pupil
    std::vector<std::string> facts; ///< ticked facts about what happened
};

CheckForm read_check_form(const http::Form& form);

/// The answers as the fields that the form sends, to be carried along so that one of them can be
/// changed.
http::Fields fields_of(const CheckForm& form);

/// What is wrong with a form: the id of the field, and what to do.
struct FieldError {
    std::string field;
    std::string message;
};

/// One way in which an answer that is not known may turn out.
struct Alternative {
    std::string if_words; ///< "If it is permanent"
    law::History history; ///< uses the schools of CheckedForm::history
};

/// A form that could be understood, or what to put right. `choices` holds schools to choose from
/// where several were meant.
struct CheckedForm {
    std::optional<law::OwnedHistory> history;
    std::vector<FieldError> errors;
    std::vector<SchoolChoice> choices;
    bool ask_school_type = false; ///< the list does not say what kind of school it is
    std::string school_name;
    std::string title;                    ///< what kind of exclusion it is, as far as known
    std::vector<std::string> assumptions; ///< what was taken for granted, in plain sentences
    std::string question;                 ///< for the school: "When does it end?"
    std::vector<Alternative> otherwise;   ///< where kind or length is not known: all that may be
};
CheckedForm understand(const CheckForm& form, const Services& services);

} // namespace onroll::check
