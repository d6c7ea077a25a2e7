// Complaints, breaches, and the contact of an agency's notices. trust.md G-03, G-10, G-11.
#pragma once

#include "people/store.h"
#include "people/types_data_protection.h"

namespace onroll::people {

struct NewComplaint {
    Date received_on{};
    std::string came_from{};
    std::string about{};
};
/// bad_input with the field where something is missing, too long or to come.
Result<ComplaintId> receive_complaint(db::Transaction& transaction, const Scope& scope,
                                      const NewComplaint& complaint);
/// What moves a complaint on. bad_input where the day does not fit or words are missing; conflict
/// where somebody changed it meanwhile, or it was answered.
Result<void> acknowledge_complaint(db::Transaction& transaction, const Scope& scope,
                                   const Complaint& complaint, Date on);
Result<void> note_progress(db::Transaction& transaction, const Scope& scope,
                           const Complaint& complaint, std::string_view words);
Result<void> answer_complaint(db::Transaction& transaction, const Scope& scope,
                              const Complaint& complaint, Date on, std::string_view outcome);
/// The newest first.
std::vector<Complaint> complaints_of(db::Queries& database, const access::AgencyId& agency);
Result<Complaint> find_complaint(db::Queries& database, const access::AgencyId& agency,
                                 const ComplaintId& id);

struct NewBreach {
    Instant aware_at{};
    std::string what{};
    std::optional<access::UserId> whose_account{};
    Date from{};
    Date until{};
};
Result<BreachId> open_breach(db::Transaction& transaction, const Scope& scope,
                             const NewBreach& breach);
/// A decision about it: the day on which it was done, or why it was not. Exactly one of the two.
Result<void> decide_report(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                           std::optional<Date> on, std::string_view why_not);
Result<void> decide_telling(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                            std::optional<Date> on, std::string_view why_not);
/// bad_input unless both are decided, and without what was learned.
Result<void> close_breach(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                          std::string_view learned);
std::vector<Breach> breaches_of(db::Queries& database, const access::AgencyId& agency);
Result<Breach> find_breach(db::Queries& database, const access::AgencyId& agency,
                           const BreachId& id);

/// bad_input unless there is at least one way to ask.
Result<void> save_notice_contact(db::Transaction& transaction, const Scope& scope,
                                 const NoticeContact& contact);
std::optional<NoticeContact> notice_contact_of(db::Queries& database,
                                               const access::AgencyId& agency);
/// The same as lines of a letter: "Email: …"; empty where none is published.
std::vector<std::string> ways_to_ask(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::people
