// Reads the lists of schools, links and authorities that others publish, and works out what each
// row would change. A file is recognised by the columns in its header. Promises: trust.md U-07,
// U-09, U-10. Pure: no clock, no database.
#pragma once

#include "places/types.h"
#include "places/types_import.h"

#include "kernel/result.h"
#include "platform/csv/reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::places {

enum class PlacesFileKind : std::uint8_t {
    register_of_schools,
    school_numbers,
    census,
    links,
    authority_codes
};

/// "Register of schools (Get Information about Schools)" and so on.
std::string_view in_words(PlacesFileKind kind);

/// Which file it is, by its columns. Bad input, naming the files that can be read, where it is none
/// of them.
Result<PlacesFileKind> recognise(const csv::Header& header);

/// One school as one file tells it; the rows that tell it, the one that names it now first.
struct SchoolRows {
    School school;
    std::vector<std::size_t> rows;
};

struct LinkRow {
    SchoolLink link;
    std::size_t row = 0;
};

struct AuthorityRow {
    LocalAuthority authority;
    std::size_t row = 0;
};

/// A whole file, read. Rows with problems are in none of the lists.
struct PlacesFile {
    PlacesFileKind kind = PlacesFileKind::register_of_schools;
    ImportReport report{}; ///< all but created, updated, unchanged and stored
    std::vector<SchoolRows> schools{};
    std::vector<LinkRow> links{};
    std::vector<AuthorityRow>
        authorities{}; ///< from authority codes, or as the register names them
};

/// Reads to the end. Errors where the file is not recognised or is past the reader's limits; faulty
/// rows are in the report.
Result<PlacesFile> read_places_file(csv::Reader& reader);

/// The school once `told` has been heard: a stronger source overrules, a weaker one fills what is
/// blank, the later count of pupils stays, and a number given up is kept among the former ones.
/// Telling it twice changes nothing.
School told_of(const std::optional<School>& known, const School& told);

/// The authority once `told` has been heard: codes are joined by years; a name already known stays.
LocalAuthority told_of(const std::optional<LocalAuthority>& known, const LocalAuthority& told);

/// What is already stored, by key.
struct KnownPlaces {
    std::map<Urn, School> schools{};
    std::map<LaCode, LocalAuthority> authorities{};
    std::vector<SchoolLink> links{};
};

/// What storing the file would write, with the fate of every row.
struct PlacesPlan {
    RowCounts rows{};
    std::vector<School> schools{};
    std::vector<LocalAuthority> authorities{};
    std::vector<SchoolLink> links{};
    bool changes_nothing() const { return schools.empty() && authorities.empty() && links.empty(); }
};
PlacesPlan plan_for(const PlacesFile& file, const KnownPlaces& known);

} // namespace onroll::places
