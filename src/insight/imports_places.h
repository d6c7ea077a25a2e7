// Which area a row is about, from the place columns of DfE's standard, and all the areas a file
// names. Pure: no clock, no database.
#pragma once

#include "insight/types_import.h"

#include "platform/csv/reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace onroll::insight {

/// Codes of authorities by ONS code, beyond those of the reference lists: what earlier files said.
using KnownCodes = std::map<std::string, AreaCode, std::less<>>;

class PlaceReader {
public:
    PlaceReader(const csv::Header& header, const KnownCodes& known);

    struct Place {
        AreaCode area;
        int authority = 0; ///< of a school
    };
    /// A level that is not kept here.
    struct OtherLevel {
        std::string_view name;
    };
    struct Trouble {
        std::string column;
        std::string message;
    };
    using Answer = std::variant<Place, OtherLevel, Trouble>;

    /// The area of this row, noted as seen in `year`.
    Answer read(const csv::Row& row, int year);

    std::vector<AreaSeen> areas() const;
    const std::map<std::string, AreaCode, std::less<>>& ons_codes() const { return ons_codes_; }
    bool has_level() const { return level_.has_value(); }

private:
    using Column = std::optional<std::size_t>;
    Answer read_region(const csv::Row& row) const;
    Answer read_authority(const csv::Row& row);
    Answer authority_of(std::string_view old_code, std::string_view new_code,
                        std::string_view name);
    Answer read_school(const csv::Row& row);
    void note(const Place& place, const csv::Row& row, int year);

    const KnownCodes& known_;
    Column level_, region_code_, region_name_, old_code_, new_code_, name_, laestab_, urn_,
        establishment_, school_name_;
    std::unordered_map<std::string, Answer> authorities_; ///< by the three cells
    std::string cells_;
    std::unordered_map<std::int64_t, AreaSeen> seen_;
    std::map<std::string, AreaCode, std::less<>> ons_codes_;
};

} // namespace onroll::insight
