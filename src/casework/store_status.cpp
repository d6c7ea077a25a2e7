#include "casework/store_status.h"

#include "casework/store_rows.h"

#include "platform/crypto/new_id.h"

namespace onroll::casework {

void say_status(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                const NextStep& next, const access::UserId& by, Instant now)
{
    transaction.run(sql()("add_status"), agency.text(),
                    crypto::new_id<RandomId<struct StatusTag>>().text(), case_id.text(), now,
                    by.text(), next.words, next.on);
}

std::vector<Status> statuses_of_case(db::Queries& database, const access::AgencyId& agency,
                                     const CaseId& case_id)
{
    auto rows = database.query(sql()("statuses_of_case"), agency.text(), case_id.text());
    std::vector<Status> all;
    while (rows.next())
        all.push_back({{rows.text("next_step"), rows.optional_date("next_on")},
                       rows.instant("said_at"),
                       access::UserId::parse(rows.text("said_by")).value()});
    return all;
}

} // namespace onroll::casework
