#include "wiring_advice.h"

#include "access/store_users.h"
#include "platform/db/reserve.h"
#include "platform/log/log.h"

#include <stdexcept>
#include <utility>

namespace onroll::wiring {

AgencyPlaces::AgencyPlaces(db::Database& shared, casework::AdvicePlace advice, const Clock& clock)
    : shared_(shared), shared_recorder_(shared, clock), stores_(std::move(advice), clock),
      clock_(clock)
{
}

access::AuditPlace AgencyPlaces::of(const access::AgencyId& agency, access::AgencyKind kind)
{
    if (kind == access::AgencyKind::advice_service) return of_advice(agency);
    return {&shared_, &shared_recorder_};
}

access::AuditPlace AgencyPlaces::of(const access::AgencyId& agency)
{
    const auto found = [&] {
        auto reading = shared_.read();
        return access::find_agency(reading, agency);
    }();
    return of(agency, found ? found->kind : access::AgencyKind::council);
}

std::vector<db::Database*> AgencyPlaces::all()
{
    std::vector<db::Database*> databases{&shared_};
    const auto agencies = [&] {
        auto reading = shared_.read();
        return access::all_agencies(reading);
    }();
    for (const auto& agency : agencies)
        if (agency.kind == access::AgencyKind::advice_service)
            databases.push_back(of_advice(agency.id).database);
    return databases;
}

access::AuditPlace AgencyPlaces::of_advice(const access::AgencyId& agency)
{
    const auto store = stores_.of(agency);
    if (!store)
        throw std::runtime_error("an advice store cannot be opened: " + store.error().detail);
    const std::lock_guard only(turn_);
    const auto [place, is_first] = recorders_.try_emplace(agency, **store, clock_);
    if (is_first)
        if (const auto kept = db::keep_reserve(**store); !kept)
            log::warning("no room is kept beside an advice store: the disk is full");
    return {*store, &place->second};
}

} // namespace onroll::wiring
