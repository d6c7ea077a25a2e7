#include "casework/store_profile.h"

#include "casework/store_cases.h"
#include "casework/store_rows.h"

namespace onroll::casework {
namespace store_profile_detail {

/// The keys with a space between them.
std::string keys_of(const std::vector<WiderNeed>& needs)
{
    std::string keys;
    for (const auto need : needs) {
        if (!keys.empty()) keys += ' ';
        keys += key_of(need);
    }
    return keys;
}

std::vector<WiderNeed> wider_needs_of(std::string_view keys)
{
    std::vector<WiderNeed> needs;
    while (!keys.empty()) {
        const auto end = keys.find(' ');
        if (const auto need = wider_need_named(keys.substr(0, end))) needs.push_back(*need);
        if (end == std::string_view::npos) break;
        keys.remove_prefix(end + 1);
    }
    return needs;
}

} // namespace store_profile_detail
using namespace store_profile_detail;

Profile profile_of(db::Queries& database, const access::AgencyId& agency, const CaseId& id)
{
    auto rows = database.query(sql()("profile_of"), agency.text(), id.text());
    if (!rows.next()) return {};
    return {
        .told = {.strengths = std::string(rows.text("strengths")),
                 .child_aims = std::string(rows.text("child_aims")),
                 .family_aims = std::string(rows.text("family_aims")),
                 .what_helps = std::string(rows.text("what_helps")),
                 .trusted_adult = std::string(rows.text("trusted_adult")),
                 .trusted_role = std::string(rows.text("trusted_role")),
                 .trusted_chosen_by =
                     chosen_by_named(rows.text("trusted_chosen_by")).value_or(ChosenBy::not_known),
                 .needs = wider_needs_of(rows.text("needs")),
                 .needs_note = std::string(rows.text("needs_note"))},
        .version = rows.integer("version"),
        .saved_at = rows.instant("saved_at"),
        .saved_by = access::UserId::parse(rows.text("saved_by")).value()};
}

Result<void> save_profile(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& id, std::int64_t version, const NewProfile& told,
                          const access::UserId& by, Instant now)
{
    // Two who save at once both bring the next version; the second finds it taken.
    const bool is_last = profile_of(transaction, agency, id).version == version;
    if (!is_last ||
        transaction.run(sql()("add_profile"), agency.text(), id.text(), version + 1, now, by.text(),
                        told.strengths, told.child_aims, told.family_aims, told.what_helps,
                        told.trusted_adult, told.trusted_role, key_of(told.trusted_chosen_by),
                        keys_of(told.needs), told.needs_note) == 0)
        return changed_meanwhile();
    return {};
}

} // namespace onroll::casework
