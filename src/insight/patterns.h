// What one school's or trust's figures say once chance is allowed for: each rate is drawn towards
// the whole, has a range, and stands in order of name. It is never a league table, so nothing here
// ranks, and nothing is asked of a school alone beside another.
#pragma once

#include "insight/comparisons.h"
#include "insight/rules_change.h"
#include "insight/rules_shrinkage.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace onroll::insight {

/// How a school or trust lies beside schools of its kind in the same authority.
enum class PatternReading {
    like_others,    ///< its range holds the rate of all
    above,          ///< its range lies above the rate of all
    below,          ///< its range lies below
    cannot_be_told, ///< hidden, absent, or without pupils
};

struct Pattern {
    std::string name; ///< of the school, or of the trust
    std::string code; ///< the school's number; empty for a trust
    std::string phase;
    int schools = 1;
    double pupils = 0; ///< of the schools whose numbers are known
    CellState state = CellState::known;
    std::optional<ShrunkRate> rate{}; ///< for each 100 pupils; nothing where it cannot be told
    PatternReading reading = PatternReading::cannot_be_told;
};

/// Why it has no rate: "[c]" where a number is hidden, "[x]" where there is none to compare.
std::string symbol_in(const Pattern& pattern);

struct PatternPicture {
    Period period{};
    std::map<std::string, double> overall; ///< rate for each 100 pupils, by phase
    std::vector<Pattern> patterns;         ///< by name
    int hidden = 0;                        ///< schools whose count is hidden
    std::set<std::string> alike{}; ///< phases whose rates differ no more than chance would give
    ReleaseId release = 0;         ///< of the newest figure
};

/// The schools of one authority in one year. Published counts of 1 and 2 are hidden in the files,
/// so a school with a hidden count cannot be told.
PatternPicture school_patterns(db::Queries&, const Measure&, AreaCode authority, const Period&);

/// The same for trusts, or for parts of the area: `trust_of_school` names the trust or part of a
/// school by its number. Schools without one are left out, and so is a trust of which any school is
/// hidden.
PatternPicture trust_patterns(db::Queries&, const Measure&, AreaCode authority, const Period&,
                              const std::map<std::string, std::string>& trust_of_school);

/// The years in which any school of the authority has figures, oldest first.
std::vector<Period> periods_by_school(db::Queries&, const Measure&, AreaCode authority);

/// A school's own years against its own past: the mean of the years before is usual, twice that is
/// watched. Nothing with fewer than four years that have a number, or without events before.
struct SchoolSeries {
    std::vector<Period> periods;
    std::vector<double> counts;
    AlarmRule rule;
    ReleaseId release = 0;          ///< of the newest figure
    std::vector<AlarmPoint> alarms; ///< for the periods after the first three
};
std::optional<SchoolSeries> school_series(db::Queries&, const Measure&, AreaCode authority,
                                          AreaCode school);

} // namespace onroll::insight
