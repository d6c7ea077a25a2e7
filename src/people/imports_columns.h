// The columns that a list of children may have. Only for the reader of lists. Pure.
#pragma once

#include "platform/csv/reader.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace onroll::people::imports_detail {

/// The names by which a column is known, ours first. Case, spaces and underscores do not matter.
struct Column {
    std::string_view key;
    std::array<std::string_view, 6> names;
};

inline constexpr std::array<Column, 29> known_columns{{
    {"given", {"CHILD_FIRST_NAME", "first name", "forename", "given name", "legal forename"}},
    {"family", {"CHILD_LAST_NAME", "last name", "surname", "family name", "legal surname"}},
    {"known_as",
     {"CHILD_PREFERRED_FIRST_NAME", "CHILD_PREFERRED_GIVEN_NAME", "preferred first name",
      "known as", "preferred forename"}},
    {"known_family", {"CHILD_PREFERRED_LAST_NAME", "preferred last name", "preferred surname"}},
    {"born", {"CHILD_DATE_OF_BIRTH", "date of birth", "dob", "birth date"}},
    {"sex", {"CHILD_GENDER", "gender", "sex"}},
    {"upn", {"CHILD_UPN", "upn", "unique pupil number"}},
    {"nhs", {"CHILD_NHS_NUMBER", "nhs number", "nhs no"}},
    {"line_1", {"CHILD_ADDRESS_LINE_1", "address line 1", "address 1", "street"}},
    {"line_2", {"CHILD_ADDRESS_LINE_2", "address line 2", "address 2", "locality"}},
    {"town", {"CHILD_TOWN", "town", "city"}},
    {"postcode", {"CHILD_POSTCODE", "postcode", "post code"}},
    {"urn", {"CHILD_SCHOOL_URN", "school urn", "urn"}},
    {"school_from",
     {"CHILD_SCHOOL_FROM", "school from", "school start date", "date of entry", "admission date"}},
    {"language", {"CHILD_LANGUAGE", "language", "home language", "first language"}},
    {"care", {"CHILD_LOOKED_AFTER", "looked after", "in care", "care status"}},
    {"care_council", {"CHILD_LOOKED_AFTER_BY", "looked after by", "caring authority"}},
    {"care_from", {"CHILD_LOOKED_AFTER_FROM", "looked after from", "in care since"}},
    {"year_group", {"CHILD_YEAR_GROUP", "year group", "year"}},
    {"registration", {"CHILD_REGISTRATION", "registration group", "tutor group"}},
    {"school_name", {"SCHOOL_NAME", "school name", "school"}},
    {"parent_1_name", {"PARENT_1_NAME", "parent 1 name"}},
    {"parent_1_bond", {"PARENT_1_RELATIONSHIP", "parent 1 relationship"}},
    {"parent_1_phone", {"PARENT_1_PHONE", "parent 1 phone", "parent 1 telephone"}},
    {"parent_1_email", {"PARENT_1_EMAIL", "parent 1 email"}},
    {"parent_2_name", {"PARENT_2_NAME", "parent 2 name"}},
    {"parent_2_bond", {"PARENT_2_RELATIONSHIP", "parent 2 relationship"}},
    {"parent_2_phone", {"PARENT_2_PHONE", "parent 2 phone", "parent 2 telephone"}},
    {"parent_2_email", {"PARENT_2_EMAIL", "parent 2 email"}},
}};

/// Read, and not kept: they change each year, or follow from another column.
inline constexpr std::array<std::string_view, 3> not_kept{"year_group", "registration",
                                                          "school_name"};

struct Columns {
    std::array<std::optional<std::size_t>, known_columns.size()> at{};
    const csv::Header* header = nullptr;

    std::optional<std::size_t> find(std::string_view key) const
    {
        for (std::size_t i = 0; i < known_columns.size(); ++i)
            if (known_columns[i].key == key) return at[i];
        return std::nullopt;
    }
};

inline Columns columns_of(const csv::Header& header)
{
    Columns columns;
    columns.header = &header;
    for (std::size_t i = 0; i < known_columns.size(); ++i)
        for (const auto name : known_columns[i].names)
            if (!name.empty() && !columns.at[i]) columns.at[i] = header.find(name);
    return columns;
}

} // namespace onroll::people::imports_detail
