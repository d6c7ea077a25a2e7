#include "casework/rules_callers.h"

#include "people/rules_search.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace rules_callers_detail {

using people::Bond;

constexpr std::array<std::pair<std::string_view, Bond>, 36> ties{{
    {"mother", Bond::mother},
    {"mum", Bond::mother},
    {"mummy", Bond::mother},
    {"mam", Bond::mother},
    {"mom", Bond::mother},
    {"father", Bond::father},
    {"dad", Bond::father},
    {"daddy", Bond::father},
    {"stepmother", Bond::step_parent},
    {"stepmum", Bond::step_parent},
    {"stepfather", Bond::step_parent},
    {"stepdad", Bond::step_parent},
    {"step", Bond::step_parent},
    {"grandmother", Bond::grandparent},
    {"grandma", Bond::grandparent},
    {"gran", Bond::grandparent},
    {"granny", Bond::grandparent},
    {"nan", Bond::grandparent},
    {"nana", Bond::grandparent},
    {"grandfather", Bond::grandparent},
    {"grandad", Bond::grandparent},
    {"granddad", Bond::grandparent},
    {"grandparent", Bond::grandparent},
    {"aunt", Bond::other_relative},
    {"auntie", Bond::other_relative},
    {"uncle", Bond::other_relative},
    {"sister", Bond::other_relative},
    {"brother", Bond::other_relative},
    {"cousin", Bond::other_relative},
    {"foster", Bond::foster_carer},
    {"fosterer", Bond::foster_carer},
    {"guardian", Bond::special_guardian},
    {"adoptive", Bond::adoptive_parent},
    {"adopter", Bond::adoptive_parent},
    {"social", Bond::social_worker},
    {"socialworker", Bond::social_worker},
}};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Where the name ends: a comma, a bracket, a semicolon, or a dash between spaces.
std::size_t end_of_name(std::string_view said)
{
    auto end = said.find_first_of(",(;");
    for (const std::string_view dash : {" - ", " – ", " — "}) end = std::min(end, said.find(dash));
    return end;
}

/// The first word that names a tie.
std::optional<Bond> tie_in(std::string_view said)
{
    for (const auto& word : people::name_words(said))
        for (const auto& [tie, bond] : ties)
            if (word == tie) return bond;
    return std::nullopt;
}

} // namespace rules_callers_detail

people::Name name_as_said(std::string_view said)
{
    using namespace rules_callers_detail;
    const auto name = trimmed(said);
    const auto gap = name.find_last_of(" \t");
    if (gap == std::string_view::npos) return {.given = std::string(name)};
    return {.given = std::string(trimmed(name.substr(0, gap))),
            .family = std::string(name.substr(gap + 1))};
}

NamedCaller caller_as_said(std::string_view said)
{
    using namespace rules_callers_detail;
    const auto end = end_of_name(said);
    NamedCaller caller{.name = name_as_said(said.substr(0, end))};
    if (end == std::string_view::npos && caller.name.family.empty()) {
        caller.bond = tie_in(said).value_or(Bond::other);
        return caller;
    }
    if (end != std::string_view::npos) caller.bond = tie_in(said.substr(end)).value_or(Bond::other);
    return caller;
}

Enquiry enquiry_as_told(const NewContact& told)
{
    const bool works = told.caller == Caller::school || told.caller == Caller::other_professional;
    if (!works) return Enquiry::about_a_child;
    if (told.happened == std::vector{WhatHappened::asking_before}) return Enquiry::early;
    if (told.happened.empty() && told.child_name.empty()) return Enquiry::professional;
    return Enquiry::about_a_child;
}

} // namespace onroll::casework
