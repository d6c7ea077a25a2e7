// Requests to see what is held about a person, with their clock: one month, two more where complex,
// standing still while they are asked who they are or what they mean. trust.md G-02.
#pragma once

#include "people/store.h"
#include "people/records_request.h"

namespace onroll::people {

struct NewRecordsRequest {
    std::string asked_by{};
    Date received_on{};
    bool identity_asked = false;
};
/// bad_input without who asks, or for a day to come.
Result<RecordsRequestId> receive_request(db::Transaction& transaction, const Scope& scope,
                                         const PersonId& person, const NewRecordsRequest& asked);

/// What moves the clock. Each: conflict where the version is not the present one, or the request
/// was answered; bad_input where the day does not fit.
Result<void> identity_shown(db::Transaction& transaction, const Scope& scope,
                            const RecordsRequest& request, Date on);
Result<void> ask_what_is_meant(db::Transaction& transaction, const Scope& scope,
                               const RecordsRequest& request, Date on);
Result<void> told_what_is_meant(db::Transaction& transaction, const Scope& scope,
                                const RecordsRequest& request, Date on);
/// Two months more, within the first month and with the reason that the person is told.
/// Source: UK GDPR Article 12(3).
Result<void> take_longer(db::Transaction& transaction, const Scope& scope,
                         const RecordsRequest& request, std::string_view why);
Result<void> answer_request(db::Transaction& transaction, const Scope& scope,
                            const RecordsRequest& request, Date on, std::string_view outcome);

/// Newest first.
std::vector<RecordsRequest> requests_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& person);
/// Those that wait for an answer, the oldest first.
std::vector<RecordsRequest> open_requests(db::Queries& database, const access::AgencyId& agency);
Result<RecordsRequest> find_request(db::Queries& database, const access::AgencyId& agency,
                                    const RecordsRequestId& id);

} // namespace onroll::people
