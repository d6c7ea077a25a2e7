// Opening a record in an emergency, who is told, and the review.
#pragma once

#include "access/types_break_glass.h"
#include "access/views_audit.h"

#include "design/html.h"
#include "forms/form_start.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::access {

/// A message beside a field.
struct FieldTrouble {
    std::string field;
    std::string message; ///< empty where nothing is wrong
};

struct OpenGlassView {
    forms::FormStart start;
    std::string kind;
    std::string record;
    std::string next;
    std::string reason;
    std::vector<std::string> told; ///< names of the two; empty while nobody is named
    FieldTrouble trouble;
};
design::Html open_glass_view(const OpenGlassView& view);

struct GlassListView {
    std::vector<BrokenGlass> glasses;
    NamesOfStaff names;
    std::vector<std::string> told;
    Date today;
};
design::Html glass_list_view(const GlassListView& view);

struct GlassView {
    BrokenGlass glass;
    NamesOfStaff names;
    std::string seen_href; ///< who has seen the record
    Date today;
    bool is_open = false; ///< its time still runs
    bool may_review = false;
    forms::FormStart start;
    std::string finding;
    std::string words;
    FieldTrouble trouble;
};
design::Html glass_view(const GlassView& view);

struct ToldView {
    forms::FormStart start;
    NamesOfStaff staff; ///< those who are active
    std::string first;
    std::string second;
    FieldTrouble trouble;
};
design::Html told_view(const ToldView& view);

struct AlertView {
    Alert alert;
    BrokenGlass glass;
    std::string who;
};
struct AlertsView {
    std::vector<AlertView> alerts;
    bool may_review = false;
    forms::FormStart start;
};
design::Html alerts_view(const AlertsView& view);

} // namespace onroll::access
