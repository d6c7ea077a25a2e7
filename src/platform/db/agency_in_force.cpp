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

WorkForWithin::WorkForWithin(Transaction& transaction, std::string_view agency)
    : transaction_(transaction), before_(transaction.show_rows_of(agency))
{
}

WorkForWithin::~WorkForWithin()
{
    try {
        transaction_.show_rows_of(before_);
    } catch (const Failure&) {
        // The transaction has failed and can only be left; its connection is set anew when lent.
        return;
    }
}

} // namespace onroll::db
