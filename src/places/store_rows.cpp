#include "places/store_rows.h"

#include "embedded/places_files.h"
#include "kernel/ensure.h"

#include <string>
#include <utility>

namespace onroll::places::store_rows {

namespace store_rows_detail {

std::string padded(std::int64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

Urn urn(std::int64_t number)
{
    const auto parsed = Urn::parse(std::to_string(number));
    ensure(parsed.has_value(), "a stored URN was checked when it was stored");
    return *parsed;
}

LaCode code(std::int64_t number)
{
    const auto parsed = LaCode::parse(padded(number, 3));
    ensure(parsed.has_value(), "a stored authority code was checked when it was stored");
    return *parsed;
}

/// A name that this version does not know becomes `otherwise`, as in a table that a later version
/// wrote.
template <class Enum>
Enum named(std::optional<Enum> found, Enum otherwise)
{
    return found.value_or(otherwise);
}

} // namespace store_rows_detail

const db::SqlFiles& sql()
{
    static const db::SqlFiles files(embedded::places_files());
    return files;
}

School school_from(const db::Rows& row)
{
    using namespace store_rows_detail;
    School school{urn(row.integer("urn")), code(row.integer("authority"))};
    if (const auto laestab = row.optional_integer("laestab"))
        school.laestab = Laestab::parse(padded(*laestab, 7)).value();
    school.name = row.text("name");
    school.kind = named(school_kind_named(row.text("kind")), SchoolKind::unknown);
    school.phase = named(phase_named(row.text("phase")), Phase::unknown);
    school.status = named(school_status_named(row.text("status")), SchoolStatus::unknown);
    school.opened_on = row.optional_date("opened_on");
    school.closed_on = row.optional_date("closed_on");
    school.street = row.text("street");
    school.locality = row.text("locality");
    school.town = row.text("town");
    school.postcode = row.text("postcode");
    if (const auto trust = row.optional_integer("trust"))
        school.trust = Trust{static_cast<int>(*trust), row.text("trust_name")};
    if (const auto pupils = row.optional_integer("pupils"))
        school.pupils =
            PupilCount{static_cast<int>(*pupils), row.optional_date("pupils_counted_on")};
    school.as_recorded = {row.text("recorded_type"), row.text("recorded_type_group"),
                          row.text("recorded_status"), row.text("recorded_phase")};
    school.source = named(school_source_named(row.text("source")), SchoolSource::performance_list);
    return school;
}

LocalAuthority authority_from(const db::Rows& row)
{
    return {store_rows_detail::code(row.integer("code")), row.text("name"), row.text("region"), {}};
}

AuthorityCode authority_code_from(const db::Rows& row)
{
    return {row.text("ons_code"), static_cast<int>(row.integer("first_year")),
            static_cast<int>(row.integer("last_year"))};
}

SchoolLink link_from(const db::Rows& row)
{
    using namespace store_rows_detail;
    return {urn(row.integer("school")),
            urn(row.integer("other")),
            named(link_kind_named(row.text("kind")), LinkKind::other),
            row.text("recorded_kind"),
            row.text("other_name"),
            row.optional_date("since")};
}

} // namespace onroll::places::store_rows
