// Many people at once, by queries that take sixty ids each.
#include "people/store.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_detail {

std::vector<std::string> asked_with(const access::AgencyId& agency,
                                    const std::vector<PersonId>& ids, std::size_t from)
{
    std::vector<std::string> texts{agency.text()};
    for (std::size_t at = 0; at < asked_at_once; ++at)
        texts.push_back(ids[std::min(from + at, ids.size() - 1)].text());
    return texts;
}

} // namespace store_detail

std::map<PersonId, std::string> names_of_people(db::Queries& database,
                                                const access::AgencyId& agency,
                                                const std::vector<PersonId>& ids)
{
    constexpr std::size_t asked_at_once = 50;
    std::map<PersonId, std::string> names;
    for (std::size_t from = 0; from < ids.size(); from += asked_at_once) {
        std::vector<std::string> asked;
        for (std::size_t at = 0; at < asked_at_once; ++at)
            asked.push_back(ids[std::min(from + at, ids.size() - 1)].text());
        std::vector<db::Value> values{db::to_value(agency.text())};
        for (const auto& id : asked) values.push_back(db::to_value(id));
        std::vector<PersonId> joined;
        auto rows = database.query_values(sql()("names_of_people"), values);
        while (rows.next()) {
            const auto id = store_rows::stored_id<PersonId>(rows.text("id"));
            if (rows.integer("joined") > 0) joined.push_back(id);
            names[id] = called({.given = rows.text("given_name"),
                                .family = rows.text("family_name"),
                                .known_as = rows.text("known_as")});
        }
        for (const auto& id : joined)
            if (const auto person = find_person(database, agency, id))
                names[id] = called(person->name);
    }
    return names;
}

std::map<PersonId, PersonId> shown_under(db::Queries& database, const access::AgencyId& agency,
                                         const std::vector<PersonId>& people)
{
    std::map<PersonId, PersonId> under;
    for (const auto& one : people) under.emplace(one, one);
    auto asked = people;
    while (!asked.empty()) {
        std::vector<PersonId> joined;
        for (std::size_t from = 0; from < asked.size(); from += store_detail::asked_at_once) {
            const auto texts = store_detail::asked_with(agency, asked, from);
            std::vector<db::Value> values;
            for (const auto& text : texts) values.push_back(db::to_value(text));
            auto rows = database.query_values(sql()("joined_by_ids"), values);
            while (rows.next()) {
                const auto id = store_rows::stored_id<PersonId>(rows.text("id"));
                const auto into = store_rows::stored_id<PersonId>(rows.text("merged_into"));
                if (under.emplace(id, under.at(into)).second) joined.push_back(id);
            }
        }
        asked = std::move(joined);
    }
    return under;
}

std::map<PersonId, PersonId> shown_as(db::Queries& database, const access::AgencyId& agency,
                                      const std::vector<PersonId>& people)
{
    std::map<PersonId, PersonId> as;
    for (const auto& one : people) as.emplace(one, one);
    auto asked = people;
    while (!asked.empty()) {
        std::vector<PersonId> further;
        for (std::size_t from = 0; from < asked.size(); from += store_detail::asked_at_once) {
            const auto texts = store_detail::asked_with(agency, asked, from);
            std::vector<db::Value> values;
            for (const auto& text : texts) values.push_back(db::to_value(text));
            auto rows = database.query_values(sql()("people_by_ids"), values);
            while (rows.next()) {
                const auto into = rows.optional_text("merged_into");
                if (!into) continue;
                const auto next = store_rows::stored_id<PersonId>(*into);
                as.insert_or_assign(store_rows::stored_id<PersonId>(rows.text("id")), next);
                if (as.emplace(next, next).second) further.push_back(next);
            }
        }
        asked = std::move(further);
    }
    std::map<PersonId, PersonId> shown;
    for (const auto& one : people) {
        auto last = one;
        // Never further than there are records, whatever was joined to what.
        for (std::size_t steps = 0; steps < as.size() && as.at(last) != last; ++steps)
            last = as.at(last);
        shown.emplace(one, last);
    }
    return shown;
}

} // namespace onroll::people
