#include "casework/store_case_list.h"

#include "casework/store_cases.h"
#include "casework/store_rows.h"
#include "casework/typed_words.h"

#include "kernel/ensure.h"
#include "people/store.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace onroll::casework {
namespace store_case_list_detail {

/// As many as list_cases_of_workers takes.
constexpr std::size_t most_caseloads_by_holder = 8;

/// The ids one after another, to be searched by the query; empty for the whole service.
std::string bound(const Reach& reach)
{
    if (reach.whole_service) return {};
    std::string ids = ".";
    for (const auto& user : reach.caseloads) ids += user.text() + ".";
    return ids;
}

bool reaches(const Reach& reach, const Case& one)
{
    const auto& holder = one.caseworker ? *one.caseworker : one.opened_by;
    return reach.whole_service || std::find(reach.caseloads.begin(), reach.caseloads.end(),
                                            holder) != reach.caseloads.end();
}

std::optional<std::int64_t> number_in(std::string_view words)
{
    for (const std::string_view before : {"Case ", "case ", "#"})
        if (words.starts_with(before)) words.remove_prefix(before.size());
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (trouble != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return number;
}

void add(std::vector<FoundCase>& found, const Reach& reach, const Case& one, const std::string& why)
{
    const bool is_there = std::any_of(found.begin(), found.end(), [&](const FoundCase& other) {
        return other.found.id == one.id;
    });
    if (!is_there && reaches(reach, one)) found.push_back({one, why});
}

/// Where words can stand, and among which entries of the chronology.
using PlaceSaid = std::pair<std::string_view, EntryKind>;

/// As the query numbers the places.
const PlaceSaid& where_said(std::int64_t place)
{
    static constexpr std::array<PlaceSaid, 8> places{{{"Said in a note", EntryKind::note},
                                                      {"Said in a contact", EntryKind::contact},
                                                      {"Said in work done", EntryKind::action},
                                                      {"Said of next steps", EntryKind::action},
                                                      {"Said in a message", EntryKind::message},
                                                      {"Said by the child", EntryKind::account},
                                                      {"Said of what happened", EntryKind::event},
                                                      {"In a document’s name", EntryKind::note}}};
    ensure(place >= 1 && place <= static_cast<std::int64_t>(places.size()),
           "the query numbers the places that are named here");
    return places[static_cast<std::size_t>(place - 1)];
}

/// A child whose cases are wanted, and why.
struct Wanted {
    people::PersonId child;
    std::string why;
};

/// The children that were found, and those of the adults that were, in the order of what was found.
std::vector<Wanted> wanted_of(db::Queries& database, const access::AgencyId& agency,
                              const std::vector<people::Found>& people)
{
    std::vector<people::PersonId> adults;
    for (const auto& one : people)
        if (one.person.kind == people::PersonKind::adult) adults.push_back(one.person.id);
    const auto children = people::children_of_all(database, agency, adults);
    std::vector<Wanted> wanted;
    for (const auto& one : people) {
        const std::string why(people::in_words(one.fit.why));
        if (one.person.kind == people::PersonKind::child) {
            wanted.push_back({one.person.id, why});
            continue;
        }
        for (const auto& child : children)
            if (child.adult == one.person.id)
                wanted.push_back(
                    {child.child, std::string(people::in_words(child.bond)) + ": " + why});
    }
    return wanted;
}

} // namespace store_case_list_detail
using namespace store_case_list_detail;

std::vector<Case> list_cases(db::Queries& database, const access::AgencyId& agency,
                             const CaseQuestion& question, std::size_t limit)
{
    const std::string state(question.state ? key_of(*question.state) : std::string_view());
    const std::string worker = question.caseworker ? question.caseworker->text() : std::string();
    const std::int64_t level = question.level ? static_cast<std::int64_t>(*question.level) : 0;
    const auto before = question.before.value_or(std::numeric_limits<std::int64_t>::max());
    const std::int64_t any_state = question.state ? 0 : 1;
    const std::int64_t nobodys = question.worked == Worked::by_nobody ? 1 : 0;
    const auto most = static_cast<std::int64_t>(limit);
    const auto& caseloads = question.reach.caseloads;
    const bool is_of_few = !question.reach.whole_service && !caseloads.empty() &&
                           caseloads.size() <= most_caseloads_by_holder;
    std::vector<Case> cases;
    auto rows = [&] {
        if (!is_of_few) {
            const auto reach = bound(question.reach);
            return database.query(sql()("list_cases"), agency.text(), before, state, state,
                                  any_state, level, level, worker, worker, nobodys, reach, reach,
                                  most);
        }
        const auto of = [&](std::size_t at) {
            return caseloads[std::min(at, caseloads.size() - 1)].text();
        };
        return database.query(sql()("list_cases_of_workers"), agency.text(), of(0), of(1), of(2),
                              of(3), of(4), of(5), of(6), of(7), before, state, state, any_state,
                              level, level, worker, worker, nobodys, most);
    }();
    while (rows.next()) cases.push_back(case_from(rows));
    return cases;
}

std::vector<Case> waiting_cases(db::Queries& database, const access::AgencyId& agency,
                                const Reach& reach, std::size_t limit)
{
    const auto ids = bound(reach);
    auto rows = database.query(sql()("waiting_cases"), agency.text(), ids, ids,
                               static_cast<std::int64_t>(limit));
    std::vector<Case> cases;
    while (rows.next()) cases.push_back(case_from(rows));
    return cases;
}

std::vector<FoundCase> search_cases(db::Queries& database, const access::AgencyId& agency,
                                    const Reach& reach, std::string_view words, std::size_t limit)
{
    std::vector<FoundCase> found;
    if (const auto number = number_in(words)) {
        auto rows = database.query(sql()("find_case_by_number"), agency.text(), *number);
        if (rows.next()) add(found, reach, case_from(rows), "Case number");
    }
    const auto question = people::question_of(words);
    if (question.empty()) return found;
    // More people than cases are asked for: some have no case, or none that may be shown.
    const auto wanted = wanted_of(
        database, agency, people::search_people(database, agency, question, limit * 2).found);
    std::vector<people::PersonId> children;
    for (const auto& one : wanted) children.push_back(one.child);
    const auto cases = cases_of_children(database, agency, children);
    for (const auto& one : wanted)
        for (const auto& [child, of_child] : cases)
            if (child == one.child) add(found, reach, of_child, one.why);
    while (found.size() > limit) found.pop_back();
    return found;
}

std::vector<FoundCase> cases_that_say(db::Queries& database, const access::AgencyId& agency,
                                      const Reach& reach, std::string_view words, std::size_t limit)
{
    constexpr std::size_t fewest = 3;
    const auto asked = without_blanks_around(words);
    if (asked.size() < fewest) return {};
    std::string pattern = "%";
    for (const char c : asked) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    pattern += "%";
    const auto ids = bound(reach);
    const auto& own = agency.text();
    auto rows = database.query(sql()("cases_that_say"), own, pattern, own, pattern, own, pattern,
                               own, pattern, own, pattern, own, pattern, own, pattern, own, pattern,
                               own, ids, ids, static_cast<std::int64_t>(limit));
    std::vector<FoundCase> found;
    while (rows.next()) {
        const auto& [words_of_place, kind] = where_said(rows.integer("place"));
        found.push_back({case_from(rows), std::string(words_of_place), kind});
    }
    return found;
}

std::vector<Caseload> caseloads_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Caseload> all;
    auto rows = database.query(sql()("caseloads"), agency.text());
    while (rows.next()) {
        const auto worker = optional_user(rows, "caseworker");
        auto own = std::find_if(all.begin(), all.end(), [&](const Caseload& caseload) {
            return caseload.caseworker == worker;
        });
        if (own == all.end()) own = all.insert(all.end(), Caseload{.caseworker = worker});
        const auto cases = rows.integer("cases");
        const auto state = case_state_named(rows.text("state"));
        own->cases += cases;
        if (state == CaseState::waiting) own->waiting += cases;
        if (state == CaseState::inactive) own->inactive += cases;
        own->by_level[static_cast<Level>(rows.integer("level"))] += cases;
    }
    return all;
}

} // namespace onroll::casework
