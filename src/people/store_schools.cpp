#include "people/store_schools.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <functional>

namespace onroll::people {

using store_rows::sql;

namespace store_schools_detail {

/// A child has one main school: the one before ends the day before the next one begins, also where
/// a record that was joined to the child's holds it.
Result<void> end_schools_before(db::Transaction& transaction, const Scope& scope,
                                const PersonId& child, Date begins)
{
    const auto group = store_detail::group_of(transaction, scope.agency, child);
    for (const auto& one : group) {
        auto rows =
            transaction.query(sql()("open_main_schools_of"), scope.agency.text(), one.text());
        while (rows.next()) {
            const auto from = rows.optional_date("starts_on");
            if (from && *from >= begins)
                return bad_input("The child’s main school now began on " + in_words(*from) +
                                     ". Enter a first day after that or, if the child has left the "
                                     "school that you add, its last day",
                                 "from");
        }
    }
    for (const auto& one : group)
        transaction.run(sql()("end_main_school"), std::optional(begins - Days{1}),
                        one == child ? std::optional<std::string>() : std::optional(child.text()),
                        scope.agency.text(), one.text());
    return {};
}

/// Begins the main school before with another day, as far as it ended for the one that moved.
void end_before(db::Transaction& transaction, const Scope& scope,
                const std::vector<PersonId>& group, Date was, Date now)
{
    for (const auto& one : group)
        transaction.run(sql()("end_school_before"), std::optional(now - Days{1}),
                        scope.agency.text(), one.text(), was - Days{1}, now - Days{1});
}

/// How many main schools of the records last.
std::size_t lasting(db::Queries& database, const access::AgencyId& agency,
                    const std::vector<PersonId>& group)
{
    std::size_t count = 0;
    for (const auto& one : group) {
        auto rows = database.query(sql()("open_main_schools_of"), agency.text(), one.text());
        while (rows.next()) ++count;
    }
    return count;
}

bool is_lasting_main(const SchoolPlace& place)
{
    return place.kind == PlacementKind::main && !place.until;
}

std::string iso_or_blank(const std::optional<Date>& day)
{
    return day ? iso(*day) : std::string();
}

std::string in_history(const SchoolPlace& place)
{
    return place.school.text() + ", " + std::string(in_words(place.kind)) +
           (place.from ? ", from " + in_words(*place.from) : std::string()) +
           (place.until ? ", to " + in_words(*place.until) : std::string());
}

/// Of two records that were joined and name the same place, one holds the place that is shown:
/// `work` answers whether this one did.
bool in_one_of(const std::vector<PersonId>& group, const std::function<bool(const PersonId&)>& work)
{
    return std::any_of(group.begin(), group.end(), work);
}

void keep_in_history(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                     const std::string& before, const std::string& after, const std::string& note)
{
    transaction.run(sql()("add_change"), scope.agency.text(), child.text(), "school", before, after,
                    note, scope.now, scope.user.text(), scope.agency.text(), child.text());
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       child.text(), {"schools"});
}

} // namespace store_schools_detail

Result<void> add_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                        const SchoolPlace& place)
{
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound;
    if (place.from && place.until && *place.until < *place.from)
        return bad_input("The last day must be after the first day", "until");
    if (place.kind == PlacementKind::main && !place.until) {
        const auto ended = store_schools_detail::end_schools_before(
            transaction, scope, child, place.from.value_or(scope.today()));
        if (!ended) return ended;
    }
    transaction.run(sql()("add_school_place"), scope.agency.text(), child.text(),
                    place.school.number(), key_of(place.kind), place.from, place.until,
                    scope.agency.text(), child.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       child.text(), {"schools"});
    return {};
}

Result<void> move_school_start(db::Transaction& transaction, const Scope& scope,
                               const PersonId& child, const SchoolPlace& place,
                               std::optional<Date> from)
{
    if (from && place.until && *place.until < *from)
        return bad_input("The first day must be before the last day", "from");
    const auto was = store_schools_detail::iso_or_blank(place.from);
    const auto until = store_schools_detail::iso_or_blank(place.until);
    const auto group = store_detail::group_of(transaction, scope.agency, child);
    const bool moved = store_schools_detail::in_one_of(group, [&](const PersonId& one) {
        return transaction.run(sql()("move_school_start"), from, scope.agency.text(), one.text(),
                               scope.agency.text(), one.text(), place.school.number(), was,
                               until) == 1;
    });
    if (!moved) return store_detail::stale();
    if (place.from && from)
        store_schools_detail::end_before(transaction, scope, group, *place.from, *from);
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       child.text(), {"schools"});
    return {};
}

Result<void> change_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& was, const SchoolPlace& now, const std::string& note)
{
    using namespace store_schools_detail;
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound;
    if (now.from && now.until && *now.until < *now.from)
        return bad_input("The last day must be after the first day", "until");
    if (was == now) return {};
    const auto group = store_detail::group_of(transaction, scope.agency, child);
    const std::size_t others =
        lasting(transaction, scope.agency, group) - (is_lasting_main(was) ? 1 : 0);
    if (is_lasting_main(now) && others > 0)
        return bad_input("The child has another main school now. Enter the last day at this one",
                         "until");
    const bool changed = in_one_of(group, [&](const PersonId& one) {
        return transaction.run(sql()("change_school_place"), now.school.number(), key_of(now.kind),
                               now.from, now.until, now.until, scope.agency.text(), one.text(),
                               scope.agency.text(), one.text(), was.school.number(),
                               key_of(was.kind), iso_or_blank(was.from),
                               iso_or_blank(was.until)) == 1;
    });
    if (!changed) return store_detail::stale();
    if (was.kind == PlacementKind::main && now.kind == was.kind && was.from && now.from &&
        was.from != now.from)
        end_before(transaction, scope, group, *was.from, *now.from);
    keep_in_history(transaction, scope, child, in_history(was), in_history(now), note);
    return {};
}

Result<void> remove_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& place, bool reopens, const std::string& note)
{
    using namespace store_schools_detail;
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound;
    const auto group = store_detail::group_of(transaction, scope.agency, child);
    const bool gone = in_one_of(group, [&](const PersonId& one) {
        return transaction.run(sql()("remove_school_place"), scope.agency.text(), one.text(),
                               scope.agency.text(), one.text(), place.school.number(),
                               key_of(place.kind), iso_or_blank(place.from),
                               iso_or_blank(place.until)) == 1;
    });
    if (!gone) return store_detail::stale();
    if (reopens && is_lasting_main(place) && place.from) {
        if (lasting(transaction, scope.agency, group) > 0) return store_detail::stale();
        in_one_of(group, [&](const PersonId& one) {
            return transaction.run(sql()("reopen_main_school"), scope.agency.text(), one.text(),
                                   scope.agency.text(), one.text(), *place.from - Days{1}) == 1;
        });
    }
    keep_in_history(transaction, scope, child, in_history(place), "not at this school", note);
    return {};
}

std::optional<SchoolPlace> ended_for(const std::vector<SchoolPlace>& schools,
                                     const SchoolPlace& place)
{
    if (!store_schools_detail::is_lasting_main(place) || !place.from) return std::nullopt;
    for (const auto& one : schools)
        if (one.kind == PlacementKind::main && one.until == *place.from - Days{1}) return one;
    return std::nullopt;
}

std::string key_of(const SchoolPlace& place)
{
    const auto day = [](const std::optional<Date>& date) {
        return date ? iso(*date) : std::string("-");
    };
    return place.school.text() + " " + std::string(key_of(place.kind)) + " " + day(place.from) +
           " " + day(place.until);
}

} // namespace onroll::people
