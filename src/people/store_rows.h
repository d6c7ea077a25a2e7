// How rows of the tables of people become values. Only for the store's own files.
#pragma once

#include "people/types.h"
#include "people/types_consents.h"
#include "people/types_family.h"

#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people::store_rows {

const db::SqlFiles& sql();

/// Without other names and former numbers.
Person person_from(const db::Rows& row);
PersonAddress address_from(const db::Rows& row);
FamilyTie tie_from(const db::Rows& row);
CourtOrder order_from(const db::Rows& row);
SchoolPlace school_place_from(const db::Rows& row);
Consent consent_from(const db::Rows& row);
Share share_from(const db::Rows& row);

/// An identifier that was checked when it was stored.
template <class Id>
Id stored_id(const std::string& text)
{
    return Id::parse(text).value();
}

std::string joined_lines(const std::vector<std::string>& lines, char by);
std::vector<std::string> split_lines(std::string_view text, char by);

} // namespace onroll::people::store_rows
