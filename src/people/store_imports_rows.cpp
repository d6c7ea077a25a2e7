#include "people/store_imports_rows.h"

#include "people/imports_rows.h"
#include "people/rules_care.h"
#include "people/rules_contact.h"
#include "people/rules_merge.h"
#include "people/store_care.h"
#include "people/store_limits.h"
#include "people/store_rows.h"
#include "people/store_schools.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_imports_detail {

Bringing::Bringing(db::Queries& database, const access::Actor* by) : database_(database), by_(by)
{
    if (by) telling_.emplace(database, *by);
}

bool Bringing::hides(const PersonId& id)
{
    return telling_ && telling_->of(id) != Told::whole;
}

bool Bringing::may_set_number(const std::optional<PersonId>& on) const
{
    if (!by_) return true;
    const auto standing = on ? standing_to(database_, *by_, *on)
                             : access::Standing{.relation = access::Relation::own_caseload};
    return access::decide(*by_, "people.nhs_number", standing, {}, access::PolicyMoment{}) ==
           access::Answer::allowed;
}

ListedChild Bringing::taken(const ListedChild& listed, const std::optional<PersonId>& on) const
{
    auto taken = listed;
    if (taken.details.nhs_number && !may_set_number(on)) taken.details.nhs_number.reset();
    return taken;
}

std::optional<CellError> Bringing::note_of(const ListedChild& listed, const RowPlan& row) const
{
    // Whether the record has another number is not said.
    if (!listed.details.nhs_number || may_set_number(row.person)) return std::nullopt;
    const bool ever = row.person && may_set_number({});
    return CellError{listed.row,
                     {},
                     {},
                     ever ? "The NHS number is not taken: the child is not on your caseload"
                          : "The NHS number is not taken: it is for those who may see one on the "
                            "record"};
}

bool Bringing::may_take_back(const PersonId& id, std::string_view field) const
{
    if (!by_) return true;
    const auto act = field == "nhs_number" ? "people.nhs_number" : "people.change";
    const auto answer =
        access::decide(*by_, act, standing_to(database_, *by_, id), {}, access::PolicyMoment{});
    // Why somebody looks at a record outside their caseload is said by what they take back.
    return answer == access::Answer::allowed || answer == access::Answer::ask_purpose;
}

Match match_of(Bringing& bringing, const access::AgencyId& agency, const ListedChild& listed)
{
    const auto postcode = listed.address ? listed.address->postcode : std::string();
    std::vector<PersonId> certain;
    bool doubtful = false;
    for (const auto& found :
         possible_duplicates(bringing.database(), agency, listed.details, postcode, std::nullopt)) {
        const bool same_name =
            folded(found.person.name.given) == folded(listed.details.name.given) &&
            folded(found.person.name.family) == folded(listed.details.name.family);
        const bool same_birth = found.person.born_on == listed.details.born_on;
        const bool contradicted =
            (found.person.upn && listed.details.upn && found.person.upn != listed.details.upn) ||
            (found.person.nhs_number && listed.details.nhs_number &&
             found.person.nhs_number != listed.details.nhs_number);
        if (!contradicted && ((same_name && same_birth) ||
                              (found.fit.why == FoundBy::number && (same_name || same_birth))))
            certain.push_back(found.person.id);
        else
            doubtful = true;
    }
    if (std::any_of(certain.begin(), certain.end(),
                    [&](const PersonId& id) { return bringing.hides(id); }))
        return {{}, std::string(much_like)};
    if (certain.size() == 1) return {certain.front(), {}};
    if (certain.size() > 1) return {{}, "Two records here fit this row. Compare them first"};
    if (doubtful) return {{}, std::string(much_like)};
    return {};
}

PersonDetails filled(const Person& person, const PersonDetails& listed)
{
    auto details = details_of(person);
    details.name.given = listed.name.given;
    details.name.family = listed.name.family;
    if (!listed.name.known_as.empty()) details.name.known_as = listed.name.known_as;
    if (listed.born_on) details.born_on = listed.born_on;
    if (listed.sex != Sex::not_stated) details.sex = listed.sex;
    if (listed.upn) details.upn = listed.upn;
    if (listed.nhs_number) details.nhs_number = listed.nhs_number;
    if (!listed.language.empty()) details.language = listed.language;
    return details;
}

std::string words_of(const Address& address)
{
    return folded(store_rows::joined_lines(address.lines, ' ')) + "|" + address.postcode;
}

/// Whether the list states something else of care than the record; a list that says "never" of a
/// child who was looked after is only out of date.
bool states_other_care(const ChildRecord& record, const ListedChild& row, Date today)
{
    const auto& listed = *row.care;
    const auto known = care_on(record.care, today);
    if (!known) return true;
    if (listed.status == CareStatus::never && known->status == CareStatus::previously) return false;
    return known->status != listed.status ||
           (!listed.council.empty() && known->council != listed.council) ||
           (row.care_from_stated && listed.status != CareStatus::never &&
            known->from != listed.from);
}

/// Whether the list states care from before what the record says began, or before that ended: it
/// would not be what holds, or would undo that end.
bool states_earlier_care(const ChildRecord& record, const ListedChild& row, Date today)
{
    const auto known = care_on(record.care, today);
    return known && row.care_from_stated &&
           (row.care->from < known->from || (known->until && row.care->from <= *known->until));
}

bool lasts_at(const SchoolPlace& place, Urn school, Date today)
{
    return place.school == school && place.kind == PlacementKind::main &&
           (!place.until || *place.until >= today);
}

/// The child's place at the school, which lasts or is to begin; nothing where there is none.
const SchoolPlace* place_at(const std::vector<SchoolPlace>& schools, Urn school, Date today)
{
    const auto found = std::find_if(schools.begin(), schools.end(), [&](const SchoolPlace& place) {
        return lasts_at(place, school, today);
    });
    return found == schools.end() ? nullptr : &*found;
}

/// Whether a place at the school that lasts, or is to begin, has this very first day.
bool lasts_from(const std::vector<SchoolPlace>& schools, Urn school, Date from, Date today)
{
    return std::any_of(schools.begin(), schools.end(), [&](const SchoolPlace& place) {
        return lasts_at(place, school, today) && place.from == from;
    });
}

/// Whether a main school other than `place` began within these days.
bool another_began(const std::vector<SchoolPlace>& schools, const SchoolPlace* place, Date first,
                   std::optional<Date> last)
{
    return std::any_of(schools.begin(), schools.end(), [&](const SchoolPlace& other) {
        return &other != place && other.kind == PlacementKind::main && other.from &&
               *other.from >= first && (!last || *other.from <= *last);
    });
}

/// Whether a main school other than `place`, which would begin on that day, ends on it or later;
/// not one that ended the day before `place` began, which then ends sooner, nor one that follows
/// it.
bool another_ends_later(const std::vector<SchoolPlace>& schools, const SchoolPlace* place,
                        Date from)
{
    return std::any_of(schools.begin(), schools.end(), [&](const SchoolPlace& other) {
        if (&other == place || other.kind != PlacementKind::main || !other.until) return false;
        const bool goes_before = place && place->from && *other.until == *place->from - Days{1};
        const bool follows = place && place->until && other.from && *other.from > *place->until;
        return *other.until >= from && !goes_before && !follows;
    });
}

/// What the row says of school against the record: a list that is older than the record, or that
/// would have one school begin within another or on the same day, is for a person.
void compare_school(const ChildRecord& record, const ListedChild& listed, Date today,
                    Difference& difference)
{
    const auto* place = place_at(record.schools, *listed.school, today);
    const auto& from = listed.school_from;
    if (place) {
        if (!from || lasts_from(record.schools, *listed.school, *from, today)) return;
        const auto first = place->from ? std::min(*place->from, *from) : *from;
        const auto last = place->from ? std::optional(std::max(*place->from, *from)) : std::nullopt;
        difference.school = !another_began(record.schools, place, first, last) &&
                            !another_ends_later(record.schools, place, *from) &&
                            (!place->until || *from <= *place->until);
    } else {
        // A school that began that very day would end before it began.
        const auto start = from.value_or(today);
        difference.school = !another_began(record.schools, nullptr, start, std::nullopt) &&
                            !another_ends_later(record.schools, nullptr, start);
    }
    if (!difference.school)
        difference.doubt = "The record names another school for that day or a later one. Change it "
                           "by hand, if the list is right";
}

Difference difference_of(const ChildRecord& record, const ListedChild& listed, Date today)
{
    Difference difference;
    for (const auto& change :
         changed_fields(details_of(record.child), filled(record.child, listed.details)))
        difference.fields.emplace_back(change.field);
    if (listed.address) {
        const auto* home = present_home(record.addresses, today);
        const auto* open = home ? std::get_if<Address>(&home->where) : nullptr;
        // A list must never write over, or stand beside, a home that is protected.
        if (home && !open)
            difference.doubt =
                "The child’s home is protected. Change it by hand, if it has changed";
        else if (!open || words_of(*open) != words_of(*listed.address))
            difference.address = true;
    }
    if (listed.school) compare_school(record, listed, today, difference);
    for (const auto& parent : listed.parents)
        if (std::none_of(record.family.begin(), record.family.end(),
                         [&](const FamilyMember& member) {
                             return folded(member.adult.name.given) == folded(parent.name.given) &&
                                    folded(member.adult.name.family) == folded(parent.name.family);
                         }))
            difference.new_parents.push_back(parent);
    if (listed.care && states_other_care(record, listed, today)) {
        // A list must never say that a child is not looked after who is.
        if (!looked_after_on({*listed.care}, {}, today).value_or(true) &&
            looked_after_on(record.care, record.orders, today).value_or(false))
            difference.doubt =
                "The record says that a council looks after the child. Change that by hand, if it "
                "has ended";
        else if (states_earlier_care(record, listed, today))
            difference.doubt = "The record says of a later day whether a council looks after the "
                               "child. Change that by hand, if the list is right";
        else
            difference.care = true;
    }
    if (difference.care) difference.fields.emplace_back("looked_after");
    if (difference.address) difference.fields.emplace_back("address");
    if (difference.school) difference.fields.emplace_back("schools");
    if (!difference.new_parents.empty()) difference.fields.emplace_back("family");
    return difference;
}

Maker::Maker(db::Transaction& transaction, const Scope& scope, const AddressSafe& safe,
             const ImportId& id, const access::Actor* by)
    : transaction_(transaction), scope_(scope), safe_(safe), id_(id), bringing_(transaction, by)
{
}

void Maker::keep(const PersonId& person, std::string_view field, std::string_view before,
                 std::string_view after)
{
    transaction_.run(sql()("add_import_change"), scope_.agency.text(), id_.text(), person.text(),
                     field, before, after, static_cast<std::int64_t>(row_), scope_.agency.text(),
                     id_.text());
}

Result<void> Maker::change_details(const Person& person, const ListedChild& listed)
{
    const auto details = filled(person, listed.details);
    for (const auto& change : changed_fields(details_of(person), details))
        keep(person.id, change.field, change.before, change.after);
    return change_person(transaction_, scope_, person.id, person.version, details,
                         "List of children");
}

Result<void> Maker::change_home(const ChildRecord& record, const Address& address)
{
    const auto* home = present_home(record.addresses, scope_.today());
    const auto before = home && !home->until ? home->id.text() : std::string();
    const auto moved = move_person(transaction_, scope_, safe_, record.child.id, address,
                                   Protection::open, scope_.today());
    if (!moved) return moved.error();
    keep(record.child.id, "address", before, moved->text());
    return {};
}

Result<void> Maker::change_school(const ChildRecord& record, const ListedChild& listed)
{
    const auto school = *listed.school;
    if (const auto* at = place_at(record.schools, school, scope_.today())) {
        const auto was = at->from ? iso(*at->from) : std::string();
        keep(record.child.id, "school_from", school.text() + " " + was, iso(*listed.school_from));
        return move_school_start(transaction_, scope_, record.child.id, *at, listed.school_from);
    }
    std::string before;
    for (const auto& place : record.schools)
        if (place.kind == PlacementKind::main && !place.until) before = place.school.text();
    keep(record.child.id, "schools", before, school.text());
    return add_school(
        transaction_, scope_, record.child.id,
        {school, listed.school_from.value_or(scope_.today()), std::nullopt, PlacementKind::main});
}

Result<void> Maker::change_care(const PersonId& child, const CareStatement& care)
{
    keep(child, "looked_after", std::string(key_of(care.status)) + " " + iso(care.from),
         care.council);
    return state_care(transaction_, scope_, child, care);
}

Result<void> Maker::add_parent(const PersonId& child, const ListedParent& parent)
{
    PersonDetails details;
    details.kind = PersonKind::adult;
    details.name = parent.name;
    const auto adult = create_person(transaction_, scope_, details);
    if (!adult) return adult.error();
    keep(*adult, "created", "", "");
    std::vector<ContactLine> contacts;
    if (!parent.telephone.empty()) contacts.push_back({Channel::telephone, parent.telephone});
    if (!parent.email.empty()) contacts.push_back({Channel::email, parent.email});
    if (!contacts.empty())
        if (const auto saved = save_contacts(transaction_, scope_, *adult, contacts); !saved)
            return saved;
    // A list says how somebody is related. It says nothing of parental responsibility or care.
    FamilyTie tie{child, *adult};
    tie.bond = parent.bond;
    keep(child, "family", "", adult->text());
    return add_tie(transaction_, scope_, tie);
}

Result<PersonId> Maker::make(const ListedChild& stated, const RowPlan& plan)
{
    row_ = stated.row;
    auto id = plan.person;
    const auto listed = bringing_.taken(stated, id);
    if (plan.outcome == RowOutcome::created) {
        const auto created = create_person(transaction_, scope_, listed.details);
        if (!created) return created.error();
        id = *created;
        keep(*id, "created", "", "");
    }
    const auto record = find_child(transaction_, scope_.agency, *id);
    if (!record) return record.error();
    const auto difference = difference_of(*record, listed, scope_.today());
    if (plan.outcome == RowOutcome::updated)
        if (const auto changed = change_details(record->child, listed); !changed)
            return changed.error();
    if (difference.address)
        if (const auto moved = change_home(*record, *listed.address); !moved) return moved.error();
    if (difference.school)
        if (const auto changed = change_school(*record, listed); !changed) return changed.error();
    if (difference.care)
        if (const auto stated = change_care(*id, *listed.care); !stated) return stated.error();
    for (const auto& parent : difference.new_parents)
        if (const auto added = add_parent(*id, parent); !added) return added.error();
    return *id;
}

} // namespace store_imports_detail

} // namespace onroll::people
