#include "places/imports.h"

#include "places/calendar_files.h"
#include "places/imports_cells.h"
#include "places/known_columns.h"
#include "places/rules_kinds.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace onroll::places {

namespace imports_detail {

bool has_all(const csv::Header& header, std::initializer_list<std::string_view> names)
{
    return std::all_of(names.begin(), names.end(),
                       [&](std::string_view name) { return header.has(name); });
}

struct RegisterColumns {
    explicit RegisterColumns(const FileReader& file)
        : urn(file.column("URN")), la(file.column("LA (code)")), la_name(file.column("LA (name)")),
          number(file.column("EstablishmentNumber")), name(file.column("EstablishmentName")),
          type_code(file.column("TypeOfEstablishment (code)")),
          type(file.column("TypeOfEstablishment (name)")),
          group(file.column("EstablishmentTypeGroup (name)")),
          status(file.column("EstablishmentStatus (name)")), opened(file.column("OpenDate")),
          closed(file.column("CloseDate")), phase(file.column("PhaseOfEducation (name)")),
          counted(file.column("CensusDate")), pupils(file.column("NumberOfPupils")),
          trust_code(file.column("Trusts (code)")), trust_name(file.column("Trusts (name)")),
          street(file.column("Street")), locality(file.column("Locality")),
          town(file.column("Town")), postcode(file.column("Postcode")),
          previous_la(file.column("PreviousLA (code)")),
          previous_number(file.column("PreviousEstablishmentNumber")),
          region(file.column("GOR (name)"))
    {
    }
    Column urn, la, la_name, number, name, type_code, type, group, status, opened, closed, phase,
        counted, pupils, trust_code, trust_name, street, locality, town, postcode, previous_la,
        previous_number, region;
};

std::optional<School> register_school(FileReader& file, const RegisterColumns& at)
{
    const auto before = file.problems();
    const auto urn = file.urn(at.urn);
    const auto la = file.authority(at.la);
    if (!urn || !la || file.repeated(*urn, at.urn)) return std::nullopt;
    School school{*urn, *la};
    school.source = SchoolSource::register_of_schools;
    school.laestab = file.laestab(*la, at.number);
    school.name = file.text(at.name);
    if (school.name.empty()) file.problem(at.name, "Enter the name of the school");
    school.as_recorded = {file.text(at.type), file.text(at.group), file.text(at.status),
                          file.text(at.phase)};
    school.kind = kind_by_register_type(file.row()[at.type_code], school.as_recorded.type);
    school.phase = phase_by_words(school.as_recorded.phase);
    school.status = status_by_words(school.as_recorded.status);
    school.opened_on = file.day(at.opened);
    school.closed_on = file.day(at.closed);
    school.street = file.text(at.street);
    school.locality = file.text(at.locality);
    school.town = file.text(at.town);
    school.postcode = tidy_postcode(file.row()[at.postcode]);
    const auto trust = whole_number(file.row()[at.trust_code]);
    if (trust && *trust > 0) school.trust = Trust{*trust, file.text(at.trust_name)};
    if (const auto pupils = whole_number(file.row()[at.pupils]))
        school.pupils = PupilCount{*pupils, file.day(at.counted)};
    const auto previous_la = LaCode::parse(file.row()[at.previous_la]);
    const auto previous_number = whole_number(file.row()[at.previous_number]);
    if (previous_la && previous_la->number() > 0 && previous_number && *previous_number > 0) {
        const auto former = Laestab::create(*previous_la, *previous_number);
        if (former && school.laestab != *former) school.former_laestabs.push_back(*former);
    }
    if (school.kind == SchoolKind::unknown) file.note_unknown_type(school.as_recorded.type);
    if (file.problems() > before) return std::nullopt;
    return school;
}

Result<void> read_register(csv::Reader& reader, PlacesFile& file)
{
    FileReader cells(reader, file);
    const RegisterColumns at(cells);
    std::map<LaCode, AuthorityRow> authorities;
    auto done = each_row(reader, file, cells, [&] {
        auto school = register_school(cells, at);
        if (!school) return;
        const auto code = school->authority;
        if (!authorities.contains(code))
            authorities.emplace(
                code, AuthorityRow{{code, cells.text(at.la_name), cells.text(at.region), {}},
                                   cells.row().number});
        file.schools.push_back({std::move(*school), {cells.row().number}});
    });
    cells.say_unknown_types();
    for (auto& [code, row] : authorities) file.authorities.push_back(std::move(row));
    return done;
}

Result<void> read_numbers(csv::Reader& reader, PlacesFile& file)
{
    FileReader cells(reader, file);
    const auto at_urn = cells.column("URN"), at_number = cells.column("LAEstab"),
               at_name = cells.column("SchoolName"), at_year = cells.column("AcademicYear");
    struct Told {
        std::string year;
        Laestab laestab;
        std::string name;
        std::size_t row;
    };
    std::map<Urn, std::vector<Told>> by_urn;
    auto done = each_row(reader, file, cells, [&] {
        const auto urn = cells.urn(at_urn);
        const auto laestab = Laestab::parse(cells.row()[at_number]);
        if (!laestab) cells.problem(at_number, laestab.error().message);
        if (urn && laestab)
            by_urn[*urn].push_back(
                {cells.text(at_year), *laestab, cells.text(at_name), cells.row().number});
    });
    // A school that had several numbers has a row for each, with the last year in which it was
    // used.
    for (auto& [urn, told] : by_urn) {
        std::stable_sort(told.begin(), told.end(),
                         [](const Told& a, const Told& b) { return a.year > b.year; });
        School school{urn, told.front().laestab.authority()};
        school.laestab = told.front().laestab;
        school.name = told.front().name;
        SchoolRows rows{std::move(school), {}};
        for (const auto& one : told) {
            rows.rows.push_back(one.row);
            if (one.laestab != told.front().laestab)
                rows.school.former_laestabs.push_back(one.laestab);
        }
        std::sort(rows.school.former_laestabs.begin(), rows.school.former_laestabs.end());
        file.schools.push_back(std::move(rows));
    }
    return done;
}

Result<void> read_census(csv::Reader& reader, PlacesFile& file)
{
    FileReader cells(reader, file);
    const auto at_urn = cells.column("URN"), at_la = cells.column("LA"),
               at_number = cells.column("ESTAB"), at_type = cells.column("SCHOOLTYPE"),
               at_pupils = cells.column("NOR");
    auto done = each_row(reader, file, cells, [&] {
        // The last rows are national totals.
        if (cells.row()[at_urn] == "NAT") {
            ++file.report.rows.left_out;
            return;
        }
        const auto before = cells.problems();
        const auto urn = cells.urn(at_urn);
        const auto la = cells.authority(at_la);
        if (!urn || !la || cells.repeated(*urn, at_urn)) return;
        School school{*urn, *la};
        school.source = SchoolSource::census;
        school.laestab = cells.laestab(*la, at_number);
        school.as_recorded.type = cells.text(at_type);
        school.kind = kind_by_census_type(school.as_recorded.type).value_or(SchoolKind::unknown);
        school.phase = phase_by_words(school.as_recorded.type);
        if (const auto pupils = whole_number(cells.row()[at_pupils]))
            school.pupils = PupilCount{*pupils, {}};
        if (cells.problems() == before)
            file.schools.push_back({std::move(school), {cells.row().number}});
    });
    if (file.report.rows.left_out > 0)
        file.report.notices.push_back("Rows of national totals (" +
                                      std::to_string(file.report.rows.left_out) + ") are left out");
    return done;
}

Result<void> read_links(csv::Reader& reader, PlacesFile& file)
{
    FileReader cells(reader, file);
    const auto at_urn = cells.column("URN"), at_other = cells.column("LinkURN"),
               at_name = cells.column("LinkName"), at_type = cells.column("LinkType"),
               at_since = cells.column("LinkEstablishedDate");
    return each_row(reader, file, cells, [&] {
        const auto before = cells.problems();
        const auto urn = cells.urn(at_urn);
        const auto other = cells.urn(at_other);
        const auto since = cells.day(at_since);
        if (urn && other && *urn == *other)
            cells.problem(at_other, "A school must be linked to another school");
        if (cells.problems() > before) return;
        const auto words = cells.text(at_type);
        file.links.push_back(
            {{*urn, *other, link_kind_by_words(words), words, cells.text(at_name), since},
             cells.row().number});
    });
}

Result<void> read_authority_codes(csv::Reader& reader, PlacesFile& file)
{
    FileReader cells(reader, file);
    const auto at_code = cells.column("old_la_code"), at_ons = cells.column("new_la_code"),
               at_name = cells.column("la_name"), at_region = cells.column("region_name"),
               at_first = cells.column("first_year"), at_last = cells.column("last_year");
    struct Pending {
        AuthorityRow row;
        bool coded;
    };
    std::vector<Pending> read;
    std::map<std::string, LaCode> code_of_name;
    auto done = each_row(reader, file, cells, [&] {
        // `z`: the lookup gave a new ONS code before the department's own; the name tells whose it
        // is.
        const bool coded = cells.row()[at_code] != "z";
        const auto code =
            coded ? cells.authority(at_code) : std::optional(LaCode::parse("000").value());
        if (!code) return;
        const auto name = cells.text(at_name);
        LocalAuthority authority{*code, name, cells.text(at_region), {}};
        const auto ons = cells.text(at_ons);
        const auto first = whole_number(cells.row()[at_first]),
                   last = whole_number(cells.row()[at_last]);
        if (!ons.empty() && (!first || !last || *last < *first)) {
            cells.problem(
                at_first,
                "The first and last year must be years, like 2017, the last not before the first");
            return;
        }
        if (!ons.empty()) authority.ons_codes.push_back({ons, *first, *last});
        if (coded) code_of_name.emplace(name, *code);
        read.push_back({{std::move(authority), cells.row().number}, coded});
    });
    for (auto& [row, coded] : read) {
        const auto named = code_of_name.find(row.authority.name);
        if (!coded && named == code_of_name.end()) {
            file.report.problems.push_back(
                {row.row, "old_la_code",
                 "The row has no code and no other row names its authority. Add the code"});
            continue;
        }
        if (!coded) row.authority.code = named->second;
        file.authorities.push_back(std::move(row));
    }
    return done;
}

} // namespace imports_detail

std::string_view in_words(PlacesFileKind kind)
{
    switch (kind) {
    case PlacesFileKind::register_of_schools:
        return "Register of schools (Get Information about Schools)";
    case PlacesFileKind::school_numbers:
        return "List of school numbers (URN and LAESTAB)";
    case PlacesFileKind::census:
        return "School census, school level";
    case PlacesFileKind::links:
        return "Links between schools (Get Information about Schools)";
    case PlacesFileKind::authority_codes:
        return "Codes of local authorities by year";
    }
    return "";
}

Result<PlacesFileKind> recognise(const csv::Header& header)
{
    using imports_detail::has_all;
    if (has_all(header, {"URN", "LA (code)", "EstablishmentName", "TypeOfEstablishment (name)"}))
        return PlacesFileKind::register_of_schools;
    if (has_all(header, {"URN", "LinkURN", "LinkType"})) return PlacesFileKind::links;
    if (has_all(header, {"URN", "LAEstab", "SchoolName"})) return PlacesFileKind::school_numbers;
    if (has_all(header, {"URN", "LA", "ESTAB", "SCHOOLTYPE", "NOR"})) return PlacesFileKind::census;
    if (has_all(header, {"old_la_code", "new_la_code", "la_name", "first_year", "last_year"}))
        return PlacesFileKind::authority_codes;
    return bad_input(
        "The columns are not those of a file that can be imported here: the register's extract or "
        "its links, a list of "
        "school numbers (URN, LAEstab, SchoolName), the school census, or authority codes by year. "
        "Term dates are imported by import-calendar");
}

Result<PlacesFile> read_places_file(csv::Reader& reader)
{
    using namespace imports_detail;
    const auto kind = recognise(reader.header());
    if (!kind) return kind.error();
    PlacesFile file;
    file.kind = *kind;
    file.report.what =
        std::string(in_words(*kind)) + ", " + std::to_string(reader.header().size()) + " columns";
    Result<void> done;
    switch (*kind) {
    case PlacesFileKind::register_of_schools:
        file.report.unknown_columns = reader.header().unknown(known_columns::register_of_schools);
        done = read_register(reader, file);
        break;
    case PlacesFileKind::school_numbers:
        file.report.unknown_columns = reader.header().unknown(known_columns::school_numbers);
        done = read_numbers(reader, file);
        break;
    case PlacesFileKind::census:
        file.report.unknown_columns = reader.header().unknown(known_columns::census);
        done = read_census(reader, file);
        break;
    case PlacesFileKind::links:
        file.report.unknown_columns = reader.header().unknown(known_columns::links);
        done = read_links(reader, file);
        break;
    case PlacesFileKind::authority_codes:
        file.report.unknown_columns = reader.header().unknown(known_columns::authority_codes);
        done = read_authority_codes(reader, file);
        break;
    }
    if (!done) return done.error();
    return file;
}

} // namespace onroll::places
