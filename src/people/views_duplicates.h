// The pages about two records that may be of one person: those that look alike, and two of them
// side by side. Words and layout only.
#pragma once

#include "people/rules_merge.h"
#include "people/types.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// Two records that somebody should compare.
struct PairRow {
    Person one;
    Person other;
    std::string beside{}; ///< what agrees, or who proposed to join them and when
};
struct DuplicatesView {
    std::vector<PairRow> waiting{};
    std::vector<PairRow> alike{};
    std::optional<Date> looked_until{}; ///< born later are not looked at yet
    bool from_start = true;
};
design::Html duplicates_view(const DuplicatesView& view);

struct CompareView {
    design::Html top{}; ///< the heading, and what must be known first of either record
    Person kept;
    Person joined;
    std::vector<Compared> rows{};
    std::vector<std::string_view> agreeing{};
    std::string action;
    design::Html start{};
    bool may_merge = false;
    bool waiting_for_me = false;
    std::string proposed_by{}; ///< who proposed to join them, where that waits
    std::string agree{};       ///< the action of agreeing, where it waits
    std::string found_apart{}; ///< who found them to be two people, and when
    Errors errors{};
};
design::Html compare_view(const CompareView& view);

} // namespace onroll::people
