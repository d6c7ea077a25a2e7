#include "wiring_advice.h"

#include "wiring_people.h"

#include "access/store_users.h"
#include "law/schools.h"
#include "places/store.h"
#include "places/store_calendars.h"
#include "casework/reminders.h"
#include "casework/store.h"
#include "casework/store_links.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/failure.h"
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
    auto databases = apart();
    databases.insert(databases.begin(), &shared_);
    return databases;
}

std::vector<casework::AdviceStore> AgencyPlaces::advice()
{
    const auto agencies = [&] {
        auto reading = shared_.read();
        return access::all_agencies(reading);
    }();
    std::vector<casework::AdviceStore> stores;
    for (const auto& agency : agencies)
        if (agency.kind == access::AgencyKind::advice_service)
            stores.push_back({agency.id, agency.name, of_advice(agency.id).database});
    return stores;
}

std::vector<db::Database*> AgencyPlaces::apart()
{
    const auto agencies = [&] {
        auto reading = shared_.read();
        return access::all_agencies(reading);
    }();
    std::vector<db::Database*> databases;
    for (const auto& agency : agencies) {
        if (agency.kind != access::AgencyKind::advice_service) continue;
        if (const auto store = stores_.of(agency.id))
            databases.push_back(*store);
        else
            log::warning("an advice store cannot be opened, so its part is left out");
    }
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

namespace wiring_advice_detail {

/// Who works on cases of the service, with those they stand in for that day.
std::vector<casework::Reminded> reminded_in(db::Queries& shared, const access::AgencyId& agency,
                                            Date today)
{
    std::vector<casework::Reminded> all;
    for (const auto& user : access::users_of_agency(shared, agency)) {
        const bool manages = user.has(access::Role::advice_manager);
        if (user.state != access::UserState::active ||
            (!manages && !user.has(access::Role::adviser)))
            continue;
        all.push_back(
            {user.id, user.email, manages, access::covered_by(shared, agency, user.id, today)});
    }
    return all;
}

} // namespace wiring_advice_detail

void each_agency(db::Database& shared, std::string_view work,
                 const std::function<void(const access::Agency&)>& deed)
{
    const auto agencies = [&] {
        auto reading = shared.read();
        return access::all_agencies(reading);
    }();
    for (const auto& agency : agencies) {
        const db::WorkFor its(agency.id.text());
        try {
            deed(agency);
        } catch (const db::Failure& failure) {
            log::error("hourly work failed for an organisation",
                       {{"work", log::safe(work)},
                        {"agency", log::safe(agency.id.text())},
                        {"why", log::safe(db::word_for(failure.kind()))}});
        } catch (const std::exception& trouble) {
            log::error("hourly work failed for an organisation",
                       {{"work", log::safe(work)},
                        {"agency", log::safe(agency.id.text())},
                        {"why", log::Private(std::string(trouble.what()))}});
        }
    }
}

void remind_advisers(db::Database& shared, AgencyPlaces& places, const access::Keys& keys,
                     const std::string& site, Instant now)
{
    each_agency(shared, "remind advisers", [&](const access::Agency& agency) {
        if (agency.kind != access::AgencyKind::advice_service) return;
        const auto all = [&] {
            auto reading = shared.read();
            return wiring_advice_detail::reminded_in(reading, agency.id, in_london(now).date);
        }();
        casework::remind(
            *places.of(agency.id, agency.kind).database, agency.id, all, site, now,
            [&](const mail::Message& message) {
                db::with_retry(shared, "keep reminder", [&](db::Transaction& transaction) {
                    mail::enqueue(transaction, keys.mail, agency.id.text(), message, now);
                });
            });
    });
}

void forget_ended_visits(db::Database& shared, AgencyPlaces& places, Instant now)
{
    each_agency(shared, "forget ended visits", [&](const access::Agency& agency) {
        if (agency.kind != access::AgencyKind::advice_service) return;
        db::with_retry(*places.of(agency.id, agency.kind).database, "forget ended visits",
                       [&](db::Transaction& transaction) {
                           casework::forget_ended_visits(transaction, agency.id, now);
                       });
    });
}

namespace wiring_advice_detail {

/// Schools in law with their calendars, each looked up once.
casework::SchoolFor schools_in_law(db::Database& shared)
{
    auto known = std::make_shared<std::map<Urn, Result<check::FoundSchool>>>();
    return [&shared, known](const std::optional<Urn>& urn, Date) -> Result<check::FoundSchool> {
        if (!urn) return not_found("No school is known");
        if (const auto found = known->find(*urn); found != known->end()) return found->second;
        auto reading = shared.read();
        auto in_law = law::school_in_law(reading, *urn, std::nullopt);
        const auto school = places::find_school(reading, *urn);
        Result<check::FoundSchool> found = not_found("This school is in no list");
        if (in_law && school)
            found = check::FoundSchool{std::move(*in_law), places::shown_name(*school)};
        else if (!in_law)
            found = in_law.error();
        return known->emplace(*urn, std::move(found)).first->second;
    };
}

/// The service with its people, and the schools that children of it go to; nothing where it has no
/// adviser or no manager.
std::optional<casework::DemoService> demo_service(db::Database& shared,
                                                  const access::Agency& agency)
{
    auto reading = shared.read();
    std::vector<access::UserId> advisers, managers;
    for (const auto& user : access::users_of_agency(reading, agency.id)) {
        if (user.state != access::UserState::active) continue;
        if (user.has(access::Role::adviser)) advisers.push_back(user.id);
        if (user.has(access::Role::advice_manager)) managers.push_back(user.id);
    }
    if (advisers.empty() || managers.empty()) return std::nullopt;
    casework::DemoService service{
        .agency = agency.id, .advisers = std::move(advisers), .manager = managers.front()};
    for (const auto& school : places::all_schools(reading))
        if (school.status == places::SchoolStatus::open &&
            law::school_in_law(reading, school.urn, std::nullopt))
            service.schools.push_back({school.urn, places::shown_name(school)});
    service.reckoner = {.school_for = schools_in_law(shared), .calendar_revision = [&shared] {
                            auto reader = shared.read();
                            return places::calendar_revision(reader);
                        }};
    return service;
}

/// A week off, arranged ahead: one adviser’s cases in another’s hands.
void arrange_cover(db::Database& shared, const casework::DemoService& service, Date today)
{
    if (service.advisers.size() < 2) return;
    const auto monday =
        today + Days{42 - static_cast<int>(std::chrono::weekday{today}.iso_encoding()) + 1};
    db::with_retry(shared, "fill demo cover", [&](db::Transaction& transaction) {
        access::add_cover(transaction, service.agency,
                          {.absent = service.advisers.front(),
                           .covered_by = service.advisers.back(),
                           .first_day = monday,
                           .last_day = monday + Days{4}},
                          service.manager);
    });
}

} // namespace wiring_advice_detail

AdviceKeys advice_keys(const crypto::Key& root)
{
    return {.outbox = crypto::Key::derived(root, "advice outbox"),
            .links = crypto::Key::derived(root, "family links"),
            .papers = crypto::Key::derived(root, "advice papers")};
}

Result<casework::DemoAdviceFilled>
fill_demo_advice(db::Database& shared, const casework::AdvicePlace& place, const crypto::Key& root,
                 const casework::DemoAdviceSize& size, const Clock& clock)
{
    const auto agencies = [&] {
        auto reading = shared.read();
        return access::all_agencies(reading);
    }();
    casework::AdviceStores stores(place, clock);
    const auto safe = address_safe(root);
    const auto keys = advice_keys(root);
    casework::DemoAdviceFilled filled;
    for (const auto& agency : agencies) {
        if (agency.kind != access::AgencyKind::advice_service) continue;
        auto service = wiring_advice_detail::demo_service(shared, agency);
        if (!service || service->schools.empty()) continue;
        const auto store = stores.of(agency.id);
        if (!store) return store.error();
        const auto files = stores.files_of(agency.id);
        if (!files) return files.error();
        const casework::DemoSafes safes{.files = *files,
                                        .addresses = &safe,
                                        .outbox = &keys.outbox,
                                        .links = &keys.links,
                                        .papers = &keys.papers};
        service->safes = &safes;
        const auto owner = stores.as_owner(agency.id);
        if (!owner) return owner.error();
        // What is filled at once would be planned for as the empty store that it was.
        if (*owner)
            service->count_rows = [&owner, &clock] {
                if (const auto counted = casework::prepare(**owner, clock); !counted)
                    log::warning("the rows of an advice store could not be counted");
            };
        const auto one = casework::fill_demo_advice(**store, *service, size, clock);
        if (!one) return one.error();
        if (one->contacts > 0 && size.told_by_hand)
            wiring_advice_detail::arrange_cover(shared, *service, clock.today());
        filled.contacts += one->contacts;
        filled.cases += one->cases;
    }
    return filled;
}

} // namespace onroll::wiring
