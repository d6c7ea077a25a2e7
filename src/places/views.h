// What the pages about schools show. Words and layout only: no queries, no rules.
#pragma once

#include "places/rules_calendar.h"
#include "places/rules_search.h"
#include "places/types.h"

#include "design/html.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace onroll::places {

/// CV-10.
inline constexpr std::size_t schools_on_a_page = 50;

struct SchoolListView {
    std::string words{}; ///< as typed
    std::vector<FoundSchool> found{};
    std::size_t of_all = 0; ///< that fit, of which `found` are those of this page
    int page = 1;
    std::map<LaCode, std::string> authority_names{};
    std::int64_t schools = 0; ///< in the store
};
design::Html school_list_view(const SchoolListView& view);

struct SchoolView {
    School school;
    std::string authority_name{};
    std::vector<SchoolLink> links{};
    SchoolDates dates{};
    int year = 0;             ///< the school year shown, by its first year
    std::vector<int> years{}; ///< those with a term
};
design::Html school_view(const SchoolView& view);

} // namespace onroll::places
