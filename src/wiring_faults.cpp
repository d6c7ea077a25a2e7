#include "wiring_faults.h"

#include "access/guard.h"
#include "platform/db/failure.h"

#include <new>

namespace onroll::wiring {
namespace wiring_faults_detail {

Error unavailable(std::string message, const std::exception& fault)
{
    return {ErrorKind::unavailable, std::move(message), fault.what(), {}};
}

/// It may have run out after the commit, while the answer was written.
constexpr auto short_of_memory =
    "This server has no memory left for this now. What was saved before is still there. Wait a "
    "minute, look whether this was saved, and if it was not, send it again";

} // namespace wiring_faults_detail

std::optional<Error> told_of_store(const std::exception& fault)
{
    using namespace wiring_faults_detail;
    if (dynamic_cast<const access::NoLongerLetIn*>(&fault))
        return Error{
            ErrorKind::not_allowed,
            "What you may do was changed while this was on its way, and nothing was saved. "
            "Open the page again",
            {},
            {}};
    if (dynamic_cast<const std::bad_alloc*>(&fault)) return unavailable(short_of_memory, fault);
    const auto* failure = dynamic_cast<const db::Failure*>(&fault);
    if (!failure) return std::nullopt;
    switch (failure->kind()) {
    case db::FailureKind::disk_full:
        return unavailable("There is no room left on this server, and nothing was saved. What was "
                           "saved before is still there. Tell whoever looks after the server, then "
                           "try again",
                           *failure);
    case db::FailureKind::read_only:
    case db::FailureKind::writes_stopped:
        // Who opens a record is noted first, so where nothing can be noted no record is shown.
        return unavailable("This server cannot write to its disk now, so nothing was saved and no "
                           "record can be opened. What was saved before is still there. Pages that "
                           "need no sign-in go on. Tell whoever looks after the server, then try "
                           "again",
                           *failure);
    case db::FailureKind::connection_lost:
        return unavailable("The store of this service went away for a moment, and nothing was "
                           "saved. Try again",
                           *failure);
    case db::FailureKind::commit_unknown:
        return unavailable("The store of this service went away, and it is not known whether this "
                           "was saved. Look whether it is there before you send it again",
                           *failure);
    case db::FailureKind::out_of_memory:
        return unavailable(short_of_memory, *failure);
    case db::FailureKind::busy:
        return unavailable("Somebody else is saving at the same time. Try again", *failure);
    default:
        return std::nullopt;
    }
}

} // namespace onroll::wiring
