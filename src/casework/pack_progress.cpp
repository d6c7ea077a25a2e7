#include "casework/pack_progress.h"

#include "casework/family_reach.h"
#include "casework/rules_pack.h"
#include "casework/rules_release.h"
#include "casework/store_accounts.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/store_releases.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::casework {
namespace pack_progress_detail {

bool is_givable(const Attachment& file)
{
    return file.type != FileType::mp3 && file.type != FileType::m4a && file.type != FileType::heic;
}

} // namespace pack_progress_detail
using namespace pack_progress_detail;

Offered offered_to(db::Queries& reading, const access::AgencyId& agency, const Case& found,
                   const Release& release)
{
    Offered offered;
    const auto child = present_child(reading, agency, found);
    for (auto& account : accounts_of_case(reading, agency, found.id)) {
        if (may_hold_account(release, child, account.told.who_may_know))
            offered.accounts.push_back(std::move(account));
        else
            ++offered.accounts_kept;
    }
    offered.notes = notes_of(reading, agency, found.id);
    std::reverse(offered.notes.begin(), offered.notes.end());
    auto files = attachments_of(reading, agency, found.id);
    std::sort(files.begin(), files.end(), [](const Attachment& one, const Attachment& other) {
        return std::tie(one.received_on, one.added_at, one.name) <
               std::tie(other.received_on, other.added_at, other.name);
    });
    for (auto& file : files) {
        if (file.scan == ScanState::infected) continue;
        (is_givable(file) ? offered.documents : offered.not_givable).push_back(std::move(file));
    }
    return offered;
}

std::optional<PackProgress>
pack_in_preparation(db::Queries& reading, const access::AgencyId& agency, const CaseId& case_id)
{
    for (const auto& release : releases_of_case(reading, agency, case_id)) {
        if (release.state != ReleaseState::preparing || release.audience == PackFor::somebody)
            continue;
        const auto found = find_case(reading, agency, case_id);
        if (!found) return std::nullopt;
        return progress_of(release, papers_of_release(reading, agency, release.id),
                           offered_to(reading, agency, *found, release));
    }
    return std::nullopt;
}

} // namespace onroll::casework
