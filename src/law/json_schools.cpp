#include "law/json_schools.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace onroll::law::json_read_detail {

Result<int> read_la(ObjectReader& object, std::string_view name)
{
    const auto code = LaCode::parse(object.text(name));
    if (!code) return bad_input(code.error().message, object.path(name));
    return code->number();
}

namespace json_schools_detail {

/// Each school brings a calendar of its own.
constexpr std::size_t most_schools = 50;

Result<SchoolCalendar> read_calendar(ObjectReader& school)
{
    std::vector<Term> terms;
    school.for_each("terms", [&](const json::Value& value, const std::string& path) {
        ObjectReader term(value, path);
        terms.push_back({term.required_text("name"), term.day("start"), term.day("end")});
        term.refuse_others();
        if (term.failed()) school.fail(term.error());
    });
    std::vector<Closure> closures;
    school.for_each("closures", [&](const json::Value& value, const std::string& path) {
        ObjectReader closure(value, path);
        const auto start = closure.day("start"), end = closure.day("end");
        const auto reason =
            closure.choice<ClosureReason>("reason",
                                          {{"inset", ClosureReason::inset},
                                           {"half_term", ClosureReason::half_term},
                                           {"bank_holiday", ClosureReason::bank_holiday},
                                           {"snow_closure", ClosureReason::unplanned},
                                           {"unplanned", ClosureReason::unplanned},
                                           {"holiday", ClosureReason::holiday}},
                                          ClosureReason::holiday);
        closure.refuse_others();
        if (closure.failed()) school.fail(closure.error());
        closures.push_back({start, end, reason});
    });
    const auto system = school.choice<TermSystem>(
        "term_system",
        {{"three", TermSystem::three}, {"more_than_three", TermSystem::more_than_three}},
        TermSystem::three);
    if (school.failed()) return school.error();
    return SchoolCalendar::create(std::move(terms), closures, system);
}

SchoolType school_type_in(ObjectReader& object)
{
    return object.choice<SchoolType>("school_type", {{"maintained", SchoolType::maintained},
                                                     {"academy", SchoolType::academy},
                                                     {"ap_academy", SchoolType::ap_academy},
                                                     {"pru", SchoolType::pru}});
}

/// A school named by its URN, with the calendar that Onroll holds for it.
Result<std::unique_ptr<School>> read_stored_school(const std::string& key, ObjectReader& object,
                                                   const std::string& path,
                                                   const SchoolFinder& find_school)
{
    const auto urn = Urn::parse(object.text("urn"));
    std::optional<SchoolType> stated;
    if (object.has("school_type")) stated = school_type_in(object);
    object.refuse_others();
    if (object.failed()) return object.error();
    if (!urn) return bad_input(urn.error().message, path + "/urn");
    if (!find_school)
        return bad_input("A school can be named by its URN only where Onroll holds its calendar",
                         path + "/urn");
    auto found = find_school(*urn, stated);
    if (!found) {
        const bool kind = found.error().where == "school_type";
        return bad_input(found.error().message, path + (kind ? "/school_type" : "/urn"));
    }
    found->key = key;
    return std::make_unique<School>(std::move(*found));
}

Result<std::unique_ptr<School>> read_school(const std::string& key, const json::Value& value,
                                            const std::string& path,
                                            const SchoolFinder& find_school)
{
    ObjectReader object(value, path);
    if (object.has("urn")) return read_stored_school(key, object, path, find_school);
    const auto type = school_type_in(object);
    int la = 0;
    if (object.has("la")) {
        const auto code = read_la(object, "la");
        if (!code) return code.error();
        la = *code;
    }
    auto calendar = read_calendar(object);
    object.refuse_others();
    if (object.failed()) return object.error();
    if (!calendar) return bad_input(calendar.error().message, path + "/" + calendar.error().where);
    return std::make_unique<School>(School{key, type, la, std::move(*calendar)});
}

} // namespace json_schools_detail
using namespace json_schools_detail;

void read_schools(ObjectReader& top, OwnedHistory& owned, Index& index,
                  const SchoolFinder& find_school)
{
    if (!top.has("schools")) return top.fail("schools", "is missing");
    if (!top.at("schools").is_object()) return top.fail("schools", "must be an object");
    if (top.at("schools").size() > most_schools)
        return top.fail("schools", "must hold " + std::to_string(most_schools) + " or fewer");
    for (const auto& [key, value] : top.at("schools").items()) {
        if (key.size() > longest_text)
            return top.fail("schools", "must have keys of " + std::to_string(longest_text) +
                                           " bytes or shorter");
        auto school = read_school(key, value, "/schools/" + key, find_school);
        if (!school) return top.fail(school.error());
        index.emplace(key, owned.schools.size());
        owned.history.schools.push_back(school->get());
        owned.schools.push_back(std::move(*school));
    }
}

} // namespace onroll::law::json_read_detail
