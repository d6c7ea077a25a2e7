// Pages over the audit: who has seen a record, whether the chain holds, what stands out.
#pragma once

#include "access/types.h"

#include "audit/rules_unusual.h"
#include "audit/types.h"
#include "design/html.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::access {

/// Names of users by their ids.
using NamesOfStaff = std::map<std::string, std::string, std::less<>>;

/// Who reads the list: staff see names, a family sees roles.
enum class SeenBy { staff, family };

struct SeenView {
    std::string kind;                  ///< "Child"
    std::string address;               ///< of this page
    std::vector<audit::Entry> entries; ///< newest first
    NamesOfStaff names;
    NamesOfStaff agencies{}; ///< of other agencies by their ids, for what was shared with them
    std::string agency_name;
    SeenBy for_whom = SeenBy::staff;
    std::optional<std::int64_t> older_before{}; ///< where the next page goes on
};
design::Html seen_view(const SeenView& view);

struct CheckView {
    audit::ChainReport report;
    std::optional<audit::SignedHead> last_signed{};
};
design::Html check_view(const CheckView& view);

/// One thing that stood out, with where to look further.
struct UnusualRow {
    audit::Unusual unusual;
    std::string who;
    std::string seen_href; ///< who has seen the record, where it is about one
};
struct UnusualView {
    std::vector<UnusualRow> rows; ///< newest first
    Date first_day{};
    Date last_day{};
    Date oldest{};         ///< from which every entry is kept
    bool all_read = true;  ///< false where there were more entries than are read at once
    std::string earlier{}; ///< the page of the week before; empty where nothing older is kept
    std::string later{};   ///< of the week after; empty for the week that ends today
};
design::Html unusual_view(const UnusualView& view);

design::Html audit_home_view(bool breaks_glass);

/// "Looked at the record": an act as people read it.
std::string act_in_words(const audit::Deed& deed);

} // namespace onroll::access
