#include "casework/store_events.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::casework {
namespace store_events_detail {

Event event_from(const db::Rows& rows)
{
    const auto kind = event_kind_named(rows.text("kind"));
    ensure(kind.has_value(), "the store holds only kinds of events that it was given");
    return {.id = EventId::parse(rows.text("id")).value(),
            .case_id = CaseId::parse(rows.text("case_id")).value(),
            .kind = *kind,
            .added_at = rows.instant("added_at"),
            .added_by = access::UserId::parse(rows.text("added_by")).value(),
            .version = rows.integer("version"),
            .facts = {}};
}

void take_fact(Facts& facts, const db::Rows& rows)
{
    const auto fact = fact_named(rows.text("name"));
    ensure(fact.has_value(), "the store holds only facts that it was given");
    facts.set(*fact, rows.text("value"));
}

void add_facts(db::Transaction& transaction, const access::AgencyId& agency, const EventId& id,
               std::int64_t version, const std::map<Fact, std::string>& told,
               const access::UserId& by, Instant now)
{
    auto facts = transaction.bulk(sql()("add_event_fact"));
    for (const auto& [fact, value] : told)
        facts.add(agency.text(), id.text(), version, key_of(fact), value, now, by.text());
    facts.finish();
}

/// Rows of events with their facts, those of one event together.
std::vector<Event> events_in(db::Rows rows)
{
    std::vector<Event> events;
    while (rows.next()) {
        if (events.empty() || events.back().id.text() != rows.text("id"))
            events.push_back(event_from(rows));
        take_fact(events.back().facts, rows);
    }
    return events;
}

} // namespace store_events_detail
using namespace store_events_detail;

EventId record_event(db::Transaction& transaction, const access::AgencyId& agency,
                     const CaseId& case_id, EventKind kind, const Facts& facts,
                     const access::UserId& by, Instant now)
{
    ensure(!facts.all().empty(), "an event is told with at least one fact");
    const auto id = crypto::new_id<EventId>();
    transaction.run(sql()("add_event"), agency.text(), id.text(), case_id.text(), key_of(kind), now,
                    by.text());
    add_facts(transaction, agency, id, 1, facts.all(), by, now);
    return id;
}

Result<void> tell_more(db::Transaction& transaction, const access::AgencyId& agency,
                       const EventId& id, std::int64_t version, const Facts& facts,
                       const access::UserId& by, Instant now)
{
    const auto saved = find_event(transaction, agency, id);
    if (!saved) return saved.error();
    const Error stale{ErrorKind::conflict,
                      "Somebody changed this while you were writing. Compare the two",
                      {},
                      {}};
    if (saved->version != version) return stale;
    std::map<Fact, std::string> told;
    for (const auto& [fact, value] : facts.all())
        if (saved->facts.text(fact) != value) told[fact] = value;
    for (const auto& [fact, value] : saved->facts.all())
        if (!facts.known(fact)) told[fact] = {};
    if (told.empty()) return {};
    if (transaction.run(sql()("raise_event_version"), agency.text(), id.text(), version) == 0)
        return stale;
    add_facts(transaction, agency, id, version + 1, told, by, now);
    return {};
}

Result<Event> find_event(db::Queries& database, const access::AgencyId& agency, const EventId& id)
{
    auto event = [&]() -> Result<Event> {
        auto rows = database.query(sql()("find_event"), agency.text(), id.text());
        if (!rows.next()) return not_found("The page was not found. Check the address");
        return event_from(rows);
    }();
    if (!event) return event;
    auto rows = database.query(sql()("facts_of_event"), agency.text(), id.text());
    while (rows.next()) take_fact(event->facts, rows);
    return event;
}

std::map<std::string, Facts> facts_of_events(db::Queries& database, const access::AgencyId& agency,
                                             const std::vector<EventId>& events)
{
    std::map<std::string, Facts> known;
    ask_by_sixty(database, "facts_of_events", agency, events,
                 [&](const db::Rows& rows) { take_fact(known[rows.text("event")], rows); });
    return known;
}

std::vector<Event> events_of_case(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& case_id)
{
    auto events = events_in(database.query(sql()("events_of_case"), agency.text(), case_id.text()));
    std::stable_sort(events.begin(), events.end(), [](const Event& one, const Event& other) {
        return one.on().value_or(Date{}) > other.on().value_or(Date{});
    });
    return events;
}

std::vector<Event> events_added_since(db::Queries& database, const access::AgencyId& agency,
                                      Instant since)
{
    return events_in(database.query(sql()("events_added_since"), agency.text(), since));
}

std::vector<FactTold> facts_told(db::Queries& database, const access::AgencyId& agency,
                                 const EventId& id)
{
    auto rows = database.query(sql()("facts_of_event"), agency.text(), id.text());
    std::vector<FactTold> told;
    while (rows.next()) {
        const auto fact = fact_named(rows.text("name"));
        ensure(fact.has_value(), "the store holds only facts that it was given");
        told.push_back({.version = rows.integer("version"),
                        .fact = *fact,
                        .value = rows.text("value"),
                        .told_at = rows.instant("told_at"),
                        .told_by = access::UserId::parse(rows.text("told_by")).value()});
    }
    return told;
}

} // namespace onroll::casework
