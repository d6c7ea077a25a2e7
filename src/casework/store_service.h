// What a service has set for itself, to whom it sends families on and what happened next, and what
// it gave to anybody. Every question names the agency. capabilities.md N01, N04, N06, N14.
#pragma once

#include "casework/types_service.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace onroll::casework {

/// What holds now; nothing where nobody has set anything.
std::optional<SetPolicy> policy_of(db::Queries& database, const access::AgencyId& agency);
/// A new version; conflict where `version` is not the one that holds (0 for none).
Result<void> set_policy(db::Transaction& transaction, const access::AgencyId& agency,
                        std::int64_t version, const ServicePolicy& policy, const access::UserId& by,
                        Instant now);

/// By name, without those that were taken out.
std::vector<SignpostPlace> signpost_places(db::Queries& database, const access::AgencyId& agency);
/// The id that `place` carries is not used.
SignpostPlaceId add_signpost_place(db::Transaction& transaction, const access::AgencyId& agency,
                                   const SignpostPlace& place);
/// No longer offered; what was signposted to it stays. not_found where it is not there.
Result<void> retire_signpost_place(db::Transaction& transaction, const access::AgencyId& agency,
                                   const SignpostPlaceId& id);

/// Somebody was sent on at a contact, to a place of the register or to another by its name.
SignpostId record_signpost(db::Transaction& transaction, const access::AgencyId& agency,
                           const ContactId& contact, const std::optional<SignpostPlaceId>& place,
                           const std::string& place_name, const std::string& why,
                           const access::UserId& by, Instant now);
/// What happened next; an earlier answer stays beneath it. not_found where the contact has no such
/// signpost.
Result<void> record_signpost_result(db::Transaction& transaction, const access::AgencyId& agency,
                                    const ContactId& contact, const SignpostId& id,
                                    SignpostResult result, const std::string& note,
                                    const access::UserId& by, Instant now);
std::vector<Signpost> signposts_of_contact(db::Queries& database, const access::AgencyId& agency,
                                           const ContactId& contact);
/// The newest first, at most `limit`.
/// Those given to any contact of the case, in the order in which they were given.
std::vector<Signpost> signposts_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id);
/// Those of which nobody has said what came of them, the oldest first, without the first `skipped`.
std::vector<Signpost> signposts_not_asked(db::Queries& database, const access::AgencyId& agency,
                                          std::size_t limit, std::size_t skipped = 0);
std::vector<Signpost> latest_signposts(db::Queries& database, const access::AgencyId& agency,
                                       std::size_t limit);
/// How often each place was named, by what happened next.
std::vector<SignpostCount> signpost_counts(db::Queries& database, const access::AgencyId& agency);

OpenOfferId record_open_offer(db::Transaction& transaction, const access::AgencyId& agency,
                              const NewOpenOffer& offer, const access::UserId& by, Instant now);
/// Entered by mistake: no longer counted. not_found where it is not there.
Result<void> withdraw_open_offer(db::Transaction& transaction, const access::AgencyId& agency,
                                 const OpenOfferId& id, const access::UserId& by, Instant now);
/// From the first day to the last, both included, the newest first.
std::vector<OpenOffer> open_offers_between(db::Queries& database, const access::AgencyId& agency,
                                           Date from, Date to);

} // namespace onroll::casework
