// What the pages of schools, trusts and parts of an area show: rates with chance allowed for, in
// order of name. Never a league table. No queries, no rules.
#pragma once

#include "insight/patterns.h"

#include "design/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// Whose figures are put together.
enum class PatternsOf { schools, trusts, parts };

/// "schools", "trusts", "parts", as addresses name them.
std::string_view key_of(PatternsOf of);
/// Schools for any other word.
PatternsOf patterns_named(std::string_view key);

struct PatternsView {
    Area area;
    PatternsOf of = PatternsOf::schools;
    const Measure* measure = nullptr;
    std::vector<Period> periods{}; ///< that have figures by school, oldest first
    PatternPicture picture{};
    std::string source{}; ///< publisher, title and file
};

/// "?by=schools&measure=suspension_rate&year=2024"
std::string query_of(const PatternsView& view);
/// "Trusts in Tidemoor": the heading, and the title of the page.
std::string heading_of(const PatternsView& view);
design::Html patterns_view(const PatternsView& view);
/// The same rows as CSV.
std::string patterns_csv(const PatternsView& view);

} // namespace onroll::insight
