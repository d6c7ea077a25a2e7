#include "platform/db/agency_in_force.h"

#include "platform/db/driver.h"

#include <utility>

namespace onroll::db {

namespace agency_in_force_detail {

std::string& of_this_thread()
{
    static thread_local std::string agency{nobody_yet};
    return agency;
}

constexpr Sql shown_now{"whose rows are shown",
                        "SELECT coalesce(current_setting('onroll.agency', true), '') AS agency"};
constexpr Sql show{"show rows of", "SELECT set_config('onroll.agency', ?, false)"};

/// Answers whose rows were shown before.
std::string switched(Queries& queries, std::string_view agency)
{
    if (queries.engine() != Engine::postgres) return {};
    if (auto* transaction = dynamic_cast<Transaction*>(&queries))
        return transaction->show_rows_of(agency);
    // A reader leaves its connection as it took it, so what the connection remembers stays true.
    std::string before;
    {
        auto rows = queries.query(shown_now);
        if (rows.next()) before = rows.text("agency");
    }
    if (before == agency) return before;
    auto rows = queries.query(show, agency);
    while (rows.next()) {
    }
    return before;
}

} // namespace agency_in_force_detail

std::string_view agency_in_force()
{
    return agency_in_force_detail::of_this_thread();
}

WorkFor::WorkFor(std::string_view agency)
    : before_(std::exchange(agency_in_force_detail::of_this_thread(), std::string(agency)))
{
}

WorkFor::~WorkFor()
{
    agency_in_force_detail::of_this_thread() = std::move(before_);
}

WorkForWithin::WorkForWithin(Queries& queries, std::string_view agency)
    : queries_(queries), before_(agency_in_force_detail::switched(queries, agency))
{
}

WorkForWithin::~WorkForWithin()
{
    try {
        agency_in_force_detail::switched(queries_, before_);
    } catch (const Failure&) {
        // It has failed and can only be left; its connection is set anew when it is lent again.
        return;
    }
}

} // namespace onroll::db
