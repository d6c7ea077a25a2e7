// One question by a link that works once. The answer is kept with its month alone; the link that
// brought it is gone with it. Every question names the agency. table stake 33.
#pragma once

#include "casework/types_case.h"
#include "casework/types_feedback.h"

#include "kernel/result.h"
#include "platform/db/db.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

inline constexpr Days feedback_links_last{60};

/// Makes a link for a case and answers its secret, which is kept as a hash alone.
std::string make_feedback_link(db::Transaction& transaction, const access::AgencyId& agency,
                               const CaseId& id, const access::UserId& by, Date today);
/// Whether the question can be asked by that secret today.
bool feedback_link_holds(db::Queries& database, const access::AgencyId& agency,
                         std::string_view secret, Date today);
/// Whether there is such a link that was not used, be it over.
bool feedback_link_is_known(db::Queries& database, const access::AgencyId& agency,
                            std::string_view secret);
/// not_found for a link that was used, has ended or never was.
Result<void> give_feedback(db::Transaction& transaction, const access::AgencyId& agency,
                           std::string_view secret, Helped helped, std::string_view words,
                           Date today);
/// Links of a case that wait for an answer.
std::int64_t count_feedback_links(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& id, Date today);
/// Of those months, both included, in no order that tells when.
std::vector<Feedback> feedback_between(db::Queries& database, const access::AgencyId& agency,
                                       Date first, Date last);

} // namespace onroll::casework
