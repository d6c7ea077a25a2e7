// What the pages about one person have in common: lines of a list, a way to make contact, links
// that change a part of the record.
#pragma once

#include "people/history.h"
#include "people/record.h"
#include "people/types_limits.h"

#include "design/components/summary_list.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people::record_parts {

/// "/people/0123".
std::string page_of(const Person& person);

/// "Since Monday 6 July 2026".
std::string days(const std::optional<Date>& from, const std::optional<Date>& until);

/// One line of a list; none where there is nothing to say.
void add(design::SummaryList& list, std::string_view key, std::string_view value);

/// A number or an address. Where there is something to know first, it stands behind that.
void add_reach(design::SummaryList& list, const ContactLine& line, const SafeContact& safe,
               ContactPermission permission);

/// A link that changes a part of the record, where the reader may.
design::Html change_link(bool may, const std::string& href, std::string_view words);

/// Names, dates, numbers, language and access.
design::Html details_list(const Person& person);

/// Leads to the comparison, and says nothing of the other record, which is asked about there.
design::Html alike_notice(const Person& person, const std::vector<PersonId>& alike);

} // namespace onroll::people::record_parts
