// Links that open a family's pages, and the visits that follow. A token is 256 bits that follow
// from the installation's key and the link's id, so that a notice tried twice holds the same link;
// the store keeps a digest alone. trust.md, C-07.
#pragma once

#include "casework/types_messages.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// How long a link waits to be opened: a day for a child's account, which is made while somebody
/// talks with the child; a week for what a notice brings.
inline constexpr std::chrono::hours account_link_lasts{24};
inline constexpr std::chrono::hours notice_link_lasts{24 * 7};
/// How long its pages stay open: half an hour to write an account (trust.md A-10), two hours to
/// read and answer.
inline constexpr std::chrono::minutes account_visit_lasts{30};
inline constexpr std::chrono::minutes reading_visit_lasts{120};
/// How long it is known whose a visit was that has ended: whoever comes back with it is noted.
inline constexpr std::chrono::hours ended_visit_is_known{24 * 7};

struct NewLink {
    CaseId case_id;
    LinkPurpose purpose = LinkPurpose::family;
    std::optional<people::PersonId> person{};
    std::optional<ThreadId> thread{};
    std::string about{};
    std::optional<EventId> event{}; ///< what an account is to be about
    std::optional<access::UserId> made_by{};
};

/// Stores a link, and answers it; link_token() makes its token.
Link add_link(db::Transaction& transaction, const access::AgencyId& agency, const NewLink& link,
              const crypto::Key& key, Instant now);
/// 43 letters, digits, - and _.
std::string link_token(const crypto::Key& key, const access::AgencyId& agency, const LinkId& id);

Result<Link> find_link(db::Queries& database, const access::AgencyId& agency, const LinkId& id);
/// Whatever became of it.
std::optional<Link> link_of_token(db::Queries& database, const access::AgencyId& agency,
                                  std::string_view token);
/// The newest first.
std::vector<Link> links_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& id);
/// How many links for a conversation were made since then.
std::int64_t count_links_since(db::Queries& database, const access::AgencyId& agency,
                               const ThreadId& thread, Instant since);

/// Opens a link once: the token of the visit. not_found where it was opened, taken back, is over,
/// or never was: the same words for all.
Result<std::string> open_link(db::Transaction& transaction, const access::AgencyId& agency,
                              std::string_view token, Instant now);
/// The visit of a token, while it lasts.
std::optional<Visit> visit_of_token(db::Queries& database, const access::AgencyId& agency,
                                    std::string_view token, Instant now);
/// The link of a visit, ended or not, for as long as ended visits are known.
std::optional<Link> link_of_visit(db::Queries& database, const access::AgencyId& agency,
                                  std::string_view token, Instant now);
/// Forgets the visits that ended so long ago that nobody needs to know them any more.
void forget_ended_visits(db::Transaction& transaction, const access::AgencyId& agency, Instant now);
void end_visit(db::Transaction& transaction, const access::AgencyId& agency, std::string_view token,
               Instant now);
/// Takes a link back, with whoever is on its pages.
void end_link(db::Transaction& transaction, const access::AgencyId& agency, const LinkId& id,
              Instant now);

} // namespace onroll::casework
