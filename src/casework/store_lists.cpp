#include "casework/store_lists.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"

namespace onroll::casework {

std::vector<WorkDone> work_done_between(db::Queries& database, const access::AgencyId& agency,
                                        Date from, Date until,
                                        const std::optional<access::UserId>& worker,
                                        std::size_t limit)
{
    const auto whose = worker ? worker->text() : std::string();
    auto rows = database.query(sql()("work_done_between"), agency.text(), from, until, whose, whose,
                               static_cast<std::int64_t>(limit));
    std::vector<WorkDone> all;
    while (rows.next()) {
        const auto kind = action_kind_named(rows.text("kind"));
        const auto stage = stage_named(rows.text("stage"));
        ensure(kind && stage, "the store holds only words that it was given");
        all.push_back({.on = rows.date("done_on"),
                       .case_number = rows.integer("number"),
                       .kind = *kind,
                       .stage = *stage,
                       .took = std::chrono::minutes{rows.integer("minutes")},
                       .worker = access::UserId::parse(rows.text("worker")).value()});
    }
    return all;
}

} // namespace onroll::casework
