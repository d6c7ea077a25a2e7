#include "people/store_schools.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/crypto.h"

#include <algorithm>
#include <utility>

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

/// The main school before ends with the first day of the one that moved, as far as it ended for it.
void end_before(db::Transaction& transaction, const Scope& scope,
                const std::vector<PersonId>& group, Date was, Date now)
{
    for (const auto& one : group)
        transaction.run(sql()("end_school_before"), std::optional(now - Days{1}),
                        scope.agency.text(), one.text(), was - Days{1}, now - Days{1});
}

bool is_lasting_main(const SchoolPlace& place)
{
    return place.kind == PlacementKind::main && !place.until;
}

std::string iso_or_blank(const std::optional<Date>& day)
{
    return day ? iso(*day) : std::string();
}

/// A change of places of one child, with what stood before in the history of the record that has
/// the place: it may be one that was joined to the child's.
class Change {
public:
    Change(db::Transaction& transaction, const Scope& scope, const PersonId& child,
           const SchoolCorrection& correction)
        : transaction_(transaction), scope_(scope), correction_(correction),
          group_(store_detail::group_of(transaction, scope.agency, child))
    {
    }

    /// Whether a record had such a place; of two that have the same, the first one's changes.
    bool put(const SchoolPlace& was, const SchoolPlace& now)
    {
        return std::any_of(group_.begin(), group_.end(),
                           [&](const PersonId& one) { return put_in(one, was, now); });
    }
    bool take_off(const SchoolPlace& place)
    {
        for (const auto& one : group_) {
            if (transaction_.run(sql()("remove_school_place"), agency(), one.text(),
                                 place.school.number(), key_of(place.kind),
                                 iso_or_blank(place.from), iso_or_blank(place.until), agency(),
                                 one.text(), place.school.number(), key_of(place.kind),
                                 iso_or_blank(place.from), iso_or_blank(place.until)) != 1)
                continue;
            keep(one, in_history(place), "not at this school");
            return true;
        }
        return false;
    }
    /// A main school that ended lasts again, in each record that says so.
    void lets_last(const SchoolPlace& ended)
    {
        for (const auto& one : group_) {
            for (const auto& place : main_schools_ended_on(one, ended.until.value())) {
                auto lasts = place;
                lasts.until.reset();
                if (place.school == ended.school) put_in(one, place, lasts);
            }
        }
    }
    /// The main schools that ended the day before one that began on `was` end the day before `now`,
    /// as far as they began by then. They are still ended for it.
    void ends_before(Date was, Date now)
    {
        for (const auto& one : group_) {
            const auto ended = main_schools_ended_on(one, was - Days{1});
            end_before(transaction_, scope_, {one}, was, now);
            for (const auto& place : ended) {
                if (place.from && *place.from >= now) continue;
                auto moved = place;
                moved.until = now - Days{1};
                keep(one, in_history(place), in_history(moved));
            }
        }
    }

private:
    const std::string& agency() const { return scope_.agency.text(); }

    bool put_in(const PersonId& one, const SchoolPlace& was, const SchoolPlace& now)
    {
        if (transaction_.run(sql()("change_school_place"), now.school.number(), key_of(now.kind),
                             now.from, now.until, now.until, key_of(now.kind), agency(), one.text(),
                             was.school.number(), key_of(was.kind), iso_or_blank(was.from),
                             iso_or_blank(was.until), agency(), one.text(), was.school.number(),
                             key_of(was.kind), iso_or_blank(was.from),
                             iso_or_blank(was.until)) != 1)
            return false;
        keep(one, in_history(was), in_history(now));
        return true;
    }

    std::vector<SchoolPlace> main_schools_ended_on(const PersonId& one, Date day)
    {
        std::vector<SchoolPlace> places;
        auto rows = transaction_.query(sql()("school_places_of"), agency(), one.text());
        while (rows.next()) {
            auto place = store_rows::school_place_from(rows);
            if (place.kind == PlacementKind::main && place.until == day)
                places.push_back(std::move(place));
        }
        return places;
    }

    std::string in_history(const SchoolPlace& place) const
    {
        return correction_.name(place.school) + " (" + place.school.text() + "), " +
               std::string(in_words(place.kind)) +
               (place.from ? ", from " + in_words(*place.from) : std::string()) +
               (place.until ? ", to " + in_words(*place.until) : std::string());
    }
    void keep(const PersonId& record, const std::string& before, const std::string& after)
    {
        transaction_.run(sql()("add_change"), agency(), record.text(), "school", before, after,
                         correction_.note, scope_.now, scope_.user.text(), agency(), record.text());
    }

    db::Transaction& transaction_;
    const Scope& scope_;
    const SchoolCorrection& correction_;
    std::vector<PersonId> group_;
};

/// The places of a child whose record may be changed.
Result<std::vector<SchoolPlace>> schools_to_change(db::Transaction& transaction, const Scope& scope,
                                                   const PersonId& child)
{
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound.error();
    auto record = find_child(transaction, scope.agency, child);
    if (!record) return record.error();
    return std::move(record->schools);
}

void note_change(db::Transaction& transaction, const Scope& scope, const PersonId& child)
{
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       child.text(), {"schools"});
}

/// The main school that ended the day before the place began.
std::optional<SchoolPlace> just_before(const std::vector<SchoolPlace>& schools,
                                       const SchoolPlace& place)
{
    if (place.kind != PlacementKind::main || !place.from) return std::nullopt;
    for (const auto& one : schools)
        if (one.kind == PlacementKind::main && one.until == *place.from - Days{1}) return one;
    return std::nullopt;
}

/// What is wrong with the place as it shall be; nothing where nothing is.
std::optional<Error> problem_of(const std::vector<SchoolPlace>& schools, const SchoolPlace& was,
                                const SchoolPlace& now, bool reopens)
{
    if (now.from && now.until && *now.until < *now.from)
        return bad_input("The last day must be after the first day", "until");
    if (is_lasting_main(now) && !is_lasting_main(was) &&
        std::any_of(schools.begin(), schools.end(), is_lasting_main))
        return bad_input("The child has another main school now. End that one first, or enter the "
                         "last day at this one",
                         "until");
    if (reopens && !ended_before(schools, was)) return place_changed();
    if (reopens && now.kind == PlacementKind::main)
        return bad_input("A child has one main school. Choose what else this school is to the "
                         "child, or untick this box",
                         "reopens");
    const auto before = just_before(schools, was);
    if (before && before->from && now.kind == PlacementKind::main && now.from &&
        *now.from <= *before->from)
        return bad_input("The school before began on " + in_words(*before->from) +
                             ". Enter a first day after that",
                         "from");
    return std::nullopt;
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
    const bool moved = std::any_of(group.begin(), group.end(), [&](const PersonId& one) {
        return transaction.run(sql()("move_school_start"), from, scope.agency.text(), one.text(),
                               place.school.number(), was, until, scope.agency.text(), one.text(),
                               place.school.number(), was, until) == 1;
    });
    if (!moved) return store_detail::stale();
    if (place.from && from)
        store_schools_detail::end_before(transaction, scope, group, *place.from, *from);
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       child.text(), {"schools"});
    return {};
}

Result<void> change_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& was, const SchoolPlace& now,
                           const SchoolCorrection& correction)
{
    using namespace store_schools_detail;
    const auto schools = schools_to_change(transaction, scope, child);
    if (!schools) return schools.error();
    if (const auto problem = problem_of(*schools, was, now, correction.reopens)) return *problem;
    if (was == now) return {};
    Change change(transaction, scope, child, correction);
    if (!change.put(was, now)) return place_changed();
    if (correction.reopens)
        change.lets_last(ended_before(*schools, was).value());
    else if (was.kind == PlacementKind::main && now.kind == PlacementKind::main && was.from &&
             now.from && was.from != now.from)
        change.ends_before(*was.from, *now.from);
    note_change(transaction, scope, child);
    return {};
}

Result<void> remove_school(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                           const SchoolPlace& place, const SchoolCorrection& correction)
{
    using namespace store_schools_detail;
    const auto schools = schools_to_change(transaction, scope, child);
    if (!schools) return schools.error();
    Change change(transaction, scope, child, correction);
    const auto before = ended_before(*schools, place);
    if (correction.reopens && !before) return place_changed();
    if (!change.take_off(place)) return place_changed();
    if (correction.reopens) change.lets_last(before.value());
    note_change(transaction, scope, child);
    return {};
}

Error place_changed()
{
    return {ErrorKind::conflict,
            "Somebody has changed the schools since you opened this page. Open the record, and "
            "change the school there",
            {},
            {}};
}

std::optional<SchoolPlace> ended_before(const std::vector<SchoolPlace>& schools,
                                        const SchoolPlace& place)
{
    using namespace store_schools_detail;
    const auto lasting = std::count_if(schools.begin(), schools.end(), is_lasting_main);
    return is_lasting_main(place) && lasting == 1 ? just_before(schools, place) : std::nullopt;
}

std::string name_in_address(const PersonId& child, const SchoolPlace& place)
{
    using store_schools_detail::iso_or_blank;
    return crypto::to_hex(crypto::sha256(child.text() + " " + place.school.text() + " " +
                                         std::string(key_of(place.kind)) + " " +
                                         iso_or_blank(place.from) + " " +
                                         iso_or_blank(place.until)))
        .substr(0, 32);
}

std::optional<SchoolPlace> place_named(const ChildRecord& record, std::string_view name)
{
    for (const auto& place : record.schools)
        if (name_in_address(record.child.id, place) == name) return place;
    return std::nullopt;
}

} // namespace onroll::people
