// The pages about a row of a list that waits for somebody to look. Words and layout only.
#pragma once

#include "people/held_rows.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// A row in the list of those that wait, or were settled.
struct HeldLine {
    std::size_t number = 0;
    std::string why{};
    std::string settled{}; ///< "The same child, by Kim Lee on 2 March 2026"; empty while it waits
};
design::Html held_lines(const std::string& list, const std::vector<HeldLine>& lines);

/// A record that may be of the row’s child.
struct AlikeRow {
    Person person;
    std::string agrees{};
};
struct HeldRowView {
    std::string list{}; ///< the page of the list
    HeldRow row{};
    std::string settled{};
    std::optional<ListedChild> listed{}; ///< nothing where the file is not kept any more
    std::string not_kept{};
    std::string school{};
    std::vector<AlikeRow> alike{};
    bool may_open_person = false;
    bool may_take_back = false;
    design::Html start{};
    Errors errors{};
};
design::Html held_row_view(const HeldRowView& view);

struct RowBesideView {
    std::string row{}; ///< the page of the row
    Person person;
    design::Html top{};
    RowBesideRecord beside{};
    design::Html start{};
    Errors errors{};
};
design::Html row_beside_view(const RowBesideView& view);

} // namespace onroll::people
