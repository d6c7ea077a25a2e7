#include "casework/contact_comparison.h"

#include <string>
#include <utility>

namespace onroll::casework {
namespace contact_comparison_detail {

using forms::Compared;

template <class Word>
Compared word(const char* name, const char* label, const std::optional<Word>& saved,
              const std::optional<Word>& typed)
{
    const auto key = [](const auto& one) {
        return one ? std::string(key_of(*one)) : std::string();
    };
    const auto words = [](const auto& one) {
        return one ? std::string(in_words(*one)) : std::string();
    };
    auto question = forms::compared(name, label, key(saved), key(typed));
    question.saved_words = words(saved);
    question.typed_words = words(typed);
    return question;
}

Compared happened(const NewContact& saved, const NewContact& typed)
{
    Compared question{.label = "What happened",
                      .saved = {},
                      .typed = {},
                      .saved_words = in_words(saved.happened),
                      .typed_words = in_words(typed.happened)};
    for (const auto one : saved.happened) question.saved.add("happened", std::string(key_of(one)));
    for (const auto one : typed.happened) question.typed.add("happened", std::string(key_of(one)));
    return question;
}

http::Fields school_fields(const NewContact& told)
{
    http::Fields fields;
    fields.add("school", told.school_name);
    fields.add("school_looked", told.school_name);
    fields.add("school_urn", told.school ? told.school->text() : std::string());
    return fields;
}

Compared school(const NewContact& saved, const NewContact& typed)
{
    return {.label = "School",
            .saved = school_fields(saved),
            .typed = school_fields(typed),
            .saved_words = saved.school_name,
            .typed_words = typed.school_name};
}

std::string minutes_text(const std::optional<int>& minutes)
{
    return minutes ? std::to_string(*minutes) : std::string();
}

} // namespace contact_comparison_detail

std::vector<forms::Compared> compared_contact(const NewContact& saved, const TypedContact& typed)
{
    using namespace contact_comparison_detail;
    const auto& told = typed.told;
    const auto one = [](const char* name, const char* label, const std::string& now,
                        const std::string& sent) {
        return forms::compared(name, label, now, sent);
    };
    return {
        one("story", "In their words", saved.story, told.story),
        happened(saved, told),
        one("first_day", "First day", typed_contact(saved).first_day,
            typed_contact(told).first_day),
        school(saved, told),
        one("child_name", "Child’s name", saved.child_name, told.child_name),
        one("caller_name", "Who is calling", saved.caller_name, told.caller_name),
        word("caller", "The caller is", saved.caller, told.caller),
        word("safe", "Safe to ring or write", std::optional(saved.safe), std::optional(told.safe)),
        one("phone", "Phone", saved.phone, told.phone),
        one("safe_how", "How", saved.safe_how, told.safe_how),
        word("channel", "How they got in touch", std::optional(saved.channel),
             std::optional(told.channel)),
        one("minutes", "Minutes", minutes_text(saved.minutes), minutes_text(told.minutes)),
        one("advice", "What you told them", saved.advice, told.advice),
        word("source", "How they heard of us", saved.source, told.source),
        one("source_name", "Which one", saved.source_name, told.source_name),
        word("enquiry", "What it is about", std::optional(saved.enquiry),
             std::optional(told.enquiry))};
}

} // namespace onroll::casework
