#include "casework/store_reminders.h"

#include "casework/store_rows.h"

namespace onroll::casework {

ReminderChoice reminder_choice(db::Queries& database, const access::AgencyId& agency,
                               const access::UserId& worker)
{
    auto rows = database.query(sql()("reminder_choice"), agency.text(), worker.text());
    if (!rows.next()) return {};
    return {.by_mail = rows.boolean("by_mail"),
            .feed_number = rows.integer("feed_number"),
            .feed_open = rows.boolean("feed_open"),
            .reminded_on = rows.optional_date("reminded_on")};
}

void save_reminder_choice(db::Transaction& transaction, const access::AgencyId& agency,
                          const access::UserId& worker, const ReminderChoice& choice)
{
    transaction.run(sql()("save_reminder_choice"), agency.text(), worker.text(), choice.by_mail,
                    choice.feed_number, choice.feed_open, choice.reminded_on);
}

} // namespace onroll::casework
