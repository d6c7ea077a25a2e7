#include "casework/contact_form.h"

#include "casework/rules_callers.h"
#include "casework/rules_spoken_days.h"

#include "kernel/one_line.h"

#include <charconv>

namespace onroll::casework {
namespace contact_form_detail {

constexpr std::size_t longest_short = 200;
constexpr std::size_t longest_long = 20'000;
constexpr int most_minutes = 600;

/// Letters as people count them: the first byte of each in UTF-8.
std::size_t letters_in(std::string_view text)
{
    std::size_t letters = 0;
    for (const char byte : text) letters += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    return letters;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

struct Reader {
    const http::Form& form;
    std::vector<Error>& errors;

    std::string text(std::string_view name, std::string_view label, std::size_t longest) const
    {
        auto typed = trimmed(form[name]);
        if (letters_in(typed) > longest)
            errors.push_back(bad_input(std::string(label) + " must be " +
                                           (longest == longest_short ? "200" : "20,000") +
                                           " characters or fewer",
                                       std::string(name)));
        return typed;
    }
    std::string line(std::string_view name, std::string_view label) const
    {
        auto typed = text(name, label, longest_short);
        return one_line(typed);
    }
    std::string story(std::string_view name, std::string_view label) const
    {
        return text(name, label, longest_long);
    }
};

std::vector<WhatHappened> read_happened(const http::Form& form)
{
    std::vector<WhatHappened> happened;
    const auto ticked = form.all("happened");
    for (const auto one : all_what_happened())
        for (const auto key : ticked)
            if (key == key_of(one)) {
                happened.push_back(one);
                break;
            }
    return happened;
}

std::optional<int> read_minutes(const http::Form& form, std::vector<Error>& errors)
{
    const auto typed = trimmed(form["minutes"]);
    if (typed.empty()) return std::nullopt;
    int minutes = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), minutes);
    if (read.ec == std::errc() && read.ptr == typed.data() + typed.size() && minutes > 0 &&
        minutes <= most_minutes)
        return minutes;
    errors.push_back(bad_input("Minutes must be a whole number from 1 to 600", "minutes"));
    return std::nullopt;
}

/// A school that was chosen from those found for what is still typed.
std::optional<Urn> chosen_school(const http::Form& form)
{
    if (trimmed(form["school"]) != trimmed(form["school_looked"])) return std::nullopt;
    const auto urn = Urn::parse(form["school_urn"]);
    return urn ? std::optional(*urn) : std::nullopt;
}

} // namespace contact_form_detail

const forms::Asked& asked_of_contact()
{
    static const forms::Asked asked{
        "story",      "happened",    "first_day", "school",  "school_looked", "school_urn",
        "child_name", "caller_name", "caller",    "enquiry", "safe",          "phone",
        "safe_how",   "channel",     "minutes",   "source",  "source_name",   "advice",
        "same_child", "next",        "part",      "earlier", "again"};
    return asked;
}

TypedContact read_contact(const http::Form& form, Date today)
{
    using namespace contact_form_detail;
    TypedContact typed;
    auto& told = typed.told;
    const Reader reader{form, typed.errors};
    told.story = reader.story("story", "What happened");
    told.happened = read_happened(form);
    typed.first_day = reader.line("first_day", "First day");
    if (!typed.first_day.empty()) {
        const auto day = day_as_said(typed.first_day, "First day", today);
        if (day)
            told.first_day = *day;
        else
            typed.errors.push_back(bad_input(day.error().message, "first_day"));
    }
    told.school_name = reader.line("school", "School");
    told.school = chosen_school(form);
    told.child_name = reader.line("child_name", "Child’s name");
    told.caller_name = reader.line("caller_name", "Who is calling");
    told.caller = caller_named(form["caller"]);
    told.enquiry = enquiry_named(form["enquiry"]).value_or(enquiry_as_told(told));
    told.safe = safe_to_ring_named(form["safe"]).value_or(SafeToRing::not_asked);
    told.phone = reader.line("phone", "Phone");
    told.safe_how = reader.line("safe_how", "How");
    told.channel = channel_named(form["channel"]).value_or(Channel::phone);
    told.minutes = read_minutes(form, typed.errors);
    told.source = referral_source_named(form["source"]);
    told.source_name = reader.line("source_name", "Which one");
    told.advice = reader.story("advice", "What you told them");
    typed.same_child = form["same_child"];
    for (const auto id : form.all("earlier")) typed.earlier.emplace_back(id);
    if (typed.errors.empty() && !says_anything(told))
        typed.errors.push_back(
            bad_input("Write what happened, or anything else that you know", "story"));
    return typed;
}

TypedContact typed_contact(const NewContact& told)
{
    return {.told = told,
            .first_day = told.first_day ? onroll::in_words(*told.first_day) : std::string(),
            .same_child = {},
            .errors = {}};
}

} // namespace onroll::casework
