#include "law/schools.h"

#include "places/rules_calendar.h"

#include <variant>

namespace onroll::law {

namespace schools_detail {

SchoolType type_of(places::LawSchoolType type)
{
    switch (type) {
    case places::LawSchoolType::maintained:
        return SchoolType::maintained;
    case places::LawSchoolType::academy:
        return SchoolType::academy;
    case places::LawSchoolType::ap_academy:
        return SchoolType::ap_academy;
    case places::LawSchoolType::pru:
        return SchoolType::pru;
    }
    return SchoolType::maintained;
}

} // namespace schools_detail

Result<School> school_in_law(db::Queries& database, Urn urn, std::optional<SchoolType> stated)
{
    const auto stored = places::find_school(database, urn);
    if (!stored) return stored.error();
    const auto in_law = places::law_school_type(*stored);
    if (const auto* outside = std::get_if<places::OutsideTheRules>(&in_law))
        return bad_input(outside->reason, "outside_the_rules");
    if (std::holds_alternative<places::KindNotKnown>(in_law) && !stated)
        return bad_input("The list that this school came from does not say what kind of school it "
                         "is. Say which it is, or import the register of schools (GIAS)",
                         "school_type");
    const auto dates = places::dates_of_school(database, *stored);
    if (!dates.any_terms())
        return bad_input(
            "No term dates are known for this school. Import its calendar, or its council’s",
            "term_dates");
    auto calendar = places::calendar_of(dates.layered);
    if (!calendar) return calendar.error();
    const auto* known = std::get_if<places::LawSchoolType>(&in_law);
    return School{urn.text(), known ? schools_detail::type_of(*known) : *stated,
                  stored->authority.number(), std::move(*calendar)};
}

} // namespace onroll::law
