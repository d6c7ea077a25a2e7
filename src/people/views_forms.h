// The forms about people: search, details, a move, family, orders, needs. Words and layout
// only.
#pragma once

#include "people/record.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::people {

struct SearchView {
    FormView form{};
    design::Html start{};
    Search search{};
    std::vector<Person> by_name{}; ///< of whom the name alone may be told
    bool asked = false;            ///< something was looked for
    bool may_create = false;
    bool may_import = false;
    bool may_export = false;       ///< one’s own list as a file
    bool may_agree_export = false; ///< to a colleague’s long list
    bool may_merge = false;        ///< join two records
    bool may_allow = false;        ///< allow sharing without consent
    bool may_see_periods = false;
    bool may_see_requests = false; ///< requests for records, and limits
    bool may_open = true;          ///< a record; else names are no links
    std::int64_t children = 0;
    Date today{};
};
design::Html search_view(const SearchView& view);

struct DetailsView {
    FormView form{};
    design::Html start{};
    std::string action;
    PersonKind kind = PersonKind::child;
    bool is_new = true;
    design::Html top{};                  ///< the identity bar; a heading for somebody new
    std::vector<Found> alike{};          ///< who may be the same person
    std::vector<Person> alike_by_name{}; ///< the same, of whom the name alone may be told
    std::string button = "Save";
};
design::Html details_view(const DetailsView& view);

struct MoveView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    std::vector<Person> also{}; ///< who has the same address now
};
design::Html move_view(const MoveView& view);

struct TieView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    bool is_new = true;
    std::string adult; ///< whose tie it is, where there is one
};
design::Html tie_view(const TieView& view);

struct PartView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    Choices adults{}; ///< whom an order may concern
};
design::Html order_view(const PartView& view);
design::Html needs_view(const PartView& view);
design::Html care_view(const PartView& view);

/// Enumerators as choices of a form.
template <class Enum>
Choices choices_of(const std::vector<Enum>& values)
{
    Choices choices;
    for (const auto value : values)
        choices.emplace_back(std::string(key_of(value)), std::string(in_words(value)));
    return choices;
}

} // namespace onroll::people
