#include "people/store_let_go.h"

#include "people/store_rows.h"

#include "audit/store.h"

#include <algorithm>

namespace onroll::people {
namespace store_let_go_detail {

Date years_before(Date today, int years)
{
    const auto day = month_of(today) == 2 ? std::min(day_of(today), 28U) : day_of(today);
    return date(year_of(today) - years, month_of(today), day);
}

} // namespace store_let_go_detail

void let_go_of_sent(db::Transaction& transaction, const access::AgencyId& agency, Instant now)
{
    using store_rows::sql;
    const auto since = now - sent_lists_are_kept;
    transaction.run(sql()("drop_sent_imports"), agency.text(), since);
    transaction.run(sql()("drop_lists_sent"), agency.text(), since);
}

std::int64_t let_go_of_old(db::Transaction& transaction, const access::AgencyId& agency,
                           Instant now)
{
    using store_rows::sql;
    let_go_of_sent(transaction, agency, now);
    const auto before = store_let_go_detail::years_before(in_london(now).date, years_of_complaints);
    const auto lists_since = now - lists_are_kept;
    transaction.run(sql()("let_go_of_list_changes"), agency.text(), agency.text(), lists_since,
                    lists_since, lists_since, lists_since);
    const auto lists =
        transaction.run(sql()("let_go_of_lists"), db::as_blob(""), nameless_list, agency.text(),
                        lists_since, lists_since, lists_since, lists_since, nameless_list);
    const auto complaints =
        transaction.run(sql()("let_go_of_complaints"), agency.text(), std::optional(before));
    const auto breaches =
        transaction.run(sql()("let_go_of_breaches"), agency.text(), std::optional(before));
    if (lists + complaints + breaches > 0)
        audit::note(transaction,
                    {.agency = agency.text(),
                     .actor = "onroll",
                     .act = "retention.delete",
                     .kind = audit::Kind::removed,
                     .fields = {"lists:" + std::to_string(lists),
                                "complaints:" + std::to_string(complaints),
                                "breaches:" + std::to_string(breaches)}},
                    now);
    return lists + complaints + breaches;
}

} // namespace onroll::people
