// What a name as it was said over the phone comes to: which words are the name, and how an adult is
// related to the child. Pure. capabilities.md N07: told once.
#pragma once

#include "casework/types.h"

#include "people/types.h"
#include "people/types_family.h"

#include <string>
#include <string_view>

namespace onroll::casework {

/// A caller as a contact names them: "Amina, his mother".
struct NamedCaller {
    people::Name name{};
    people::Bond bond = people::Bond::other;
    bool operator==(const NamedCaller&) const = default;
};

/// The last word is the family name, the words before it the given name; one word is a given name.
/// Source: our convention; both can be put right on the person's page.
people::Name name_as_said(std::string_view said);

/// What stands before a comma, a bracket or a dash is the name; the first word after it that names
/// a tie says how they are related. Without such a mark all of it is the name.
/// Source: our convention, from how advisers write a caller down.
NamedCaller caller_as_said(std::string_view said);

/// What an enquiry is about, where nobody says: a school that asks before anything happens enquires
/// early; a school or professional who names no child and tells of nothing asks for themselves.
/// Source: capabilities N17 and N18; our convention.
Enquiry enquiry_as_told(const NewContact& told);

} // namespace onroll::casework
