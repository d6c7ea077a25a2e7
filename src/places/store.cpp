#include "places/store.h"
#include "places/store_calendars.h"

#include "places/store_rows.h"

#include "embedded/places_data.h"
#include "embedded/places_files.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::places {

namespace store_detail {

using store_rows::sql;

std::string_view reference_file(std::string_view name)
{
    for (const auto& file : embedded::places_data())
        if (file.name == name) return file.bytes;
    ensure(false, "the reference files are embedded by the build");
    return {};
}

KnownPlaces known_places(db::Queries& database)
{
    KnownPlaces known;
    for (auto& school : all_schools(database)) known.schools.emplace(school.urn, std::move(school));
    known.authorities = all_authorities(database);
    auto rows = database.query(sql()("all_links"));
    while (rows.next()) known.links.push_back(store_rows::link_from(rows));
    return known;
}

void save_authorities(db::Transaction& transaction, const std::vector<LocalAuthority>& authorities)
{
    for (const auto& authority : authorities) {
        transaction.run(sql()("save_authority"), authority.code.number(), authority.name,
                        authority.region);
        for (const auto& code : authority.ons_codes)
            transaction.run(sql()("save_authority_code"), authority.code.number(), code.ons_code,
                            code.first_year, code.last_year);
    }
}

/// What schools point to: their trusts, and authorities that no list has named.
void save_what_schools_need(db::Transaction& transaction, const std::vector<School>& schools)
{
    std::set<LaCode> authorities;
    std::map<int, std::string> trusts;
    for (const auto& school : schools) {
        authorities.insert(school.authority);
        if (school.trust) trusts[school.trust->uid] = school.trust->name;
    }
    for (const auto code : authorities)
        transaction.run(sql()("add_authority_if_new"), code.number());
    for (const auto& [uid, name] : trusts) transaction.run(sql()("save_trust"), uid, name);
}

void save_schools(db::Transaction& transaction, const std::vector<School>& schools)
{
    save_what_schools_need(transaction, schools);
    auto bulk = transaction.bulk(sql()("save_school"));
    for (const auto& school : schools) {
        const auto laestab =
            school.laestab ? std::optional(school.laestab->number()) : std::nullopt;
        const auto trust = school.trust ? std::optional(school.trust->uid) : std::nullopt;
        const auto pupils = school.pupils ? std::optional(school.pupils->pupils) : std::nullopt;
        const auto counted_on = school.pupils ? school.pupils->counted_on : std::nullopt;
        bulk.add(school.urn.number(), school.authority.number(), laestab, school.name,
                 key_of(school.kind), key_of(school.phase), key_of(school.status), school.opened_on,
                 school.closed_on, school.street, school.locality, school.town, school.postcode,
                 trust, pupils, counted_on, school.as_recorded.type, school.as_recorded.type_group,
                 school.as_recorded.status, school.as_recorded.phase, key_of(school.source));
    }
    bulk.finish();
    for (const auto& school : schools) {
        if (school.former_laestabs.empty()) continue;
        transaction.run(sql()("drop_former_number"), school.urn.number());
        for (const auto& former : school.former_laestabs)
            transaction.run(sql()("save_former_number"), school.urn.number(), former.number());
    }
}

void record_import(db::Transaction& transaction, const ImportReport& report, const Clock& clock)
{
    transaction.run(sql()("record_import"), clock.now(), report.what, report.encoding,
                    report.rows.created, report.rows.updated, report.rows.unchanged,
                    report.rows.rejected, report.rows.left_out);
}

std::vector<LocalAuthority> authorities_with_codes(db::Queries& database)
{
    std::vector<LocalAuthority> authorities;
    std::map<LaCode, std::size_t> place_of;
    {
        auto rows = database.query(sql()("all_authorities"));
        while (rows.next()) {
            authorities.push_back(store_rows::authority_from(rows));
            place_of.emplace(authorities.back().code, authorities.size() - 1);
        }
    }
    auto rows = database.query(sql()("all_authority_codes"));
    std::map<std::int64_t, std::size_t> by_number;
    for (const auto& [code, place] : place_of) by_number.emplace(code.number(), place);
    while (rows.next())
        authorities[by_number.at(rows.integer("authority"))].ons_codes.push_back(
            store_rows::authority_code_from(rows));
    return authorities;
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto migrated = db::migrate(database, "places", embedded::places_files(), clock);
    if (!migrated) return migrated.error();
    auto reader = csv::Reader::read(
        std::string(store_detail::reference_file("reference/local_authorities.csv")));
    ensure(reader.has_value(), "the list of authorities in data/reference can be read");
    const auto file = read_places_file(*reader);
    ensure(file.has_value() && file->report.problems.empty(),
           "the list of authorities in data/reference has no faulty row");
    KnownPlaces known;
    {
        auto reading = database.read();
        known.authorities = all_authorities(reading);
    }
    const auto plan = plan_for(*file, known);
    if (plan.changes_nothing()) return {};
    db::with_retry(database, "enter local authorities", [&](db::Transaction& transaction) {
        store_detail::save_authorities(transaction, plan.authorities);
        transaction.run(store_rows::sql()("raise_revision"));
    });
    return {};
}

Result<ImportReport> import_places(db::Database& database, csv::Reader& reader, Apply apply,
                                   FaultyRows faulty, const Clock& clock)
{
    auto file = read_places_file(reader);
    if (!file) return file.error();
    auto report = file->report;
    const bool refused = !report.problems.empty() && faulty == FaultyRows::refuse_file;
    const auto plan_in = [&](db::Queries& queries) {
        auto plan = plan_for(*file, store_detail::known_places(queries));
        report.rows = plan.rows;
        return plan;
    };
    if (apply == Apply::preview || refused) {
        auto reading = database.read(db::View::snapshot);
        plan_in(reading);
        return report;
    }
    db::with_retry(database, "import places", [&](db::Transaction& transaction) {
        const auto plan = plan_in(transaction);
        if (!plan.changes_nothing())
            record_schools(transaction, plan.schools, plan.authorities, plan.links);
        store_detail::record_import(transaction, report, clock);
    });
    report.stored = true;
    return report;
}

void record_schools(db::Transaction& transaction, const std::vector<School>& schools,
                    const std::vector<LocalAuthority>& authorities,
                    const std::vector<SchoolLink>& links)
{
    using store_rows::sql;
    store_detail::save_authorities(transaction, authorities);
    store_detail::save_schools(transaction, schools);
    auto bulk = transaction.bulk(sql()("save_link"));
    for (const auto& link : links)
        bulk.add(link.school.number(), link.other.number(), key_of(link.kind), link.as_recorded,
                 link.other_name, link.since);
    bulk.finish();
    transaction.run(sql()("raise_revision"));
}

Result<School> find_school(db::Queries& database, Urn urn)
{
    std::optional<School> school;
    {
        auto rows = database.query(store_rows::sql()("find_school"), urn.number());
        if (rows.next()) school = store_rows::school_from(rows);
    }
    if (!school)
        return not_found("There is no school with the URN " + urn.text() +
                         " here. Check the number");
    auto rows = database.query(store_rows::sql()("former_numbers_of_school"), urn.number());
    while (rows.next()) {
        const auto text = std::to_string(rows.integer("laestab"));
        school->former_laestabs.push_back(
            Laestab::parse(std::string(7 - std::min<std::size_t>(text.size(), 7), '0') + text)
                .value());
    }
    return *school;
}

std::vector<School> all_schools(db::Queries& database)
{
    std::vector<School> schools;
    {
        auto rows = database.query(store_rows::sql()("all_schools"));
        while (rows.next()) schools.push_back(store_rows::school_from(rows));
    }
    // Both are ordered by URN.
    auto rows = database.query(store_rows::sql()("all_former_numbers"));
    auto school = schools.begin();
    while (rows.next()) {
        while (school != schools.end() && school->urn.number() < rows.integer("urn")) ++school;
        ensure(school != schools.end(), "a former number belongs to a school");
        const auto text = std::to_string(rows.integer("laestab"));
        school->former_laestabs.push_back(
            Laestab::parse(std::string(7 - std::min<std::size_t>(text.size(), 7), '0') + text)
                .value());
    }
    return schools;
}

std::vector<School> schools_of_authority(db::Queries& database, LaCode authority)
{
    std::vector<School> schools;
    auto rows = database.query(store_rows::sql()("schools_of_authority"), authority.number());
    while (rows.next()) schools.push_back(store_rows::school_from(rows));
    return schools;
}

std::int64_t count_schools(db::Queries& database)
{
    auto rows = database.query(store_rows::sql()("count_schools"));
    return rows.next() ? rows.integer("schools") : 0;
}

std::vector<SchoolLink> links_of_school(db::Queries& database, Urn urn)
{
    std::vector<SchoolLink> links;
    auto rows = database.query(store_rows::sql()("links_of_school"), urn.number());
    while (rows.next()) links.push_back(store_rows::link_from(rows));
    return links;
}

Result<LocalAuthority> find_authority(db::Queries& database, LaCode code)
{
    std::optional<LocalAuthority> authority;
    {
        auto rows = database.query(store_rows::sql()("find_authority"), code.number());
        if (rows.next()) authority = store_rows::authority_from(rows);
    }
    if (!authority)
        return not_found("There is no local authority with the code " + code.text() +
                         " here. Check the code");
    auto rows = database.query(store_rows::sql()("codes_of_authority"), code.number());
    while (rows.next()) authority->ons_codes.push_back(store_rows::authority_code_from(rows));
    return *authority;
}

std::map<LaCode, LocalAuthority> all_authorities(db::Queries& database)
{
    std::map<LaCode, LocalAuthority> authorities;
    for (auto& authority : store_detail::authorities_with_codes(database))
        authorities.emplace(authority.code, std::move(authority));
    return authorities;
}

std::optional<LaCode> find_authority_by_ons_code(db::Queries& database, std::string_view ons_code,
                                                 int year)
{
    auto rows =
        database.query(store_rows::sql()("find_authority_by_ons_code"), ons_code, year, year);
    if (!rows.next()) return std::nullopt;
    const auto text = std::to_string(rows.integer("authority"));
    return LaCode::parse(std::string(3 - std::min<std::size_t>(text.size(), 3), '0') + text)
        .value();
}

std::int64_t revision(db::Queries& database)
{
    auto rows = database.query(store_rows::sql()("revision"));
    return rows.next() ? rows.integer("revision") : 0;
}

std::string calendar_revision(db::Queries& database)
{
    auto rows = database.query(store_rows::sql()("calendar_revision"));
    if (!rows.next()) return {};
    return std::to_string(rows.integer("calendars")) + " " +
           rows.optional_text("newest").value_or("");
}

} // namespace onroll::places
