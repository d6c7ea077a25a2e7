// Papers for one person, and words to keep back. Each copy is a release of its own (trust.md
// F-05). The bytes are sealed under the agency's key.
#pragma once

#include "casework/types_chronology.h"
#include "casework/types_messages.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::casework {

struct NewRelease {
    std::optional<people::PersonId> person{};
    std::string recipient{};
    std::string purpose{};
    PackFor audience = PackFor::somebody;
    bool operator==(const NewRelease&) const = default;
};
ReleaseId begin_release(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& case_id, const NewRelease& release, const access::UserId& by,
                        Instant now);
Result<Release> find_release(db::Queries& database, const access::AgencyId& agency,
                             const ReleaseId& id);
/// The newest first.
std::vector<Release> releases_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& case_id);
/// conflict where it is not being prepared any more, or its papers changed since `version`.
Result<void> end_release(db::Transaction& transaction, const access::AgencyId& agency,
                         const ReleaseId& id, ReleaseState state, std::int64_t version,
                         const access::UserId& by, Instant now);

/// Nobody can read a copy that was given any more; its papers stay with the case. conflict where it
/// was not given, or was stopped already.
Result<void> stop_release(db::Transaction& transaction, const access::AgencyId& agency,
                          const ReleaseId& id, const access::UserId& by, Instant now);
/// That copies were given, and that they were stopped.
std::vector<ChronologyEntry>
entries_of_releases(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id);

struct NewPaper {
    std::string name;
    std::string kind;
    std::string_view bytes;
    std::optional<ScanState> scan{};        ///< nothing for what we printed ourselves
    std::optional<AttachmentId> document{}; ///< of the case, from which it was made
};
/// conflict where the release is not being prepared any more.
Result<std::int64_t> add_paper(db::Transaction& transaction, const access::AgencyId& agency,
                               const ReleaseId& release, const NewPaper& paper,
                               const crypto::Key& seal, Instant now);
/// In the order that somebody chose.
std::vector<Paper> papers_of_release(db::Queries& database, const access::AgencyId& agency,
                                     const ReleaseId& release);
Result<std::string> paper_bytes(db::Queries& database, const access::AgencyId& agency,
                                const ReleaseId& release, std::int64_t number,
                                const crypto::Key& seal);
/// Puts it before the paper that it comes after; nothing happens to the first. conflict where the
/// release is not being prepared any more.
Result<void> move_paper_up(db::Transaction& transaction, const access::AgencyId& agency,
                           const ReleaseId& release, std::int64_t number);
struct PaperDecided {
    std::int64_t number = 0;
    PaperDecision decision = PaperDecision::none;
    std::int64_t found = 0; ///< places that were found in it
    std::string reason{};
};
Result<void> decide_paper(db::Transaction& transaction, const access::AgencyId& agency,
                          const ReleaseId& release, const PaperDecided& decided,
                          const access::UserId& by, Instant now);

/// Words that must not leave, and who may have them all the same.
struct KeptBack {
    std::string words;
    std::optional<people::PersonId> told_to{};
};
void keep_back(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
               const KeptBack& words, const access::UserId& by, Instant now);
std::vector<KeptBack> kept_back_in_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id);

} // namespace onroll::casework
