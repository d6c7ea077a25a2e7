// A date that a person knows, in three boxes. GOV.UK Design System: date input. Rules: CV-26,
// CV-27.
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

struct DateBox {
    std::string name;
    std::string value{};
    int width = 2;       ///< in characters: 2 or 4
    std::string label{}; ///< the name with a capital, when empty
    std::string classes{};
    std::string id{};
    std::string inputmode = "numeric";
    std::string autocomplete{};
    std::string pattern{};
    std::optional<bool> error{}; ///< whether this box is the wrong one; all are, when none says so
    Attributes attributes{};
};

struct DateInput {
    std::string id;
    std::string
        name_prefix{}; ///< "started" gives the fields started-day, started-month, started-year
    std::vector<DateBox> boxes = {{.name = "day"}, {.name = "month"}, {.name = "year", .width = 4}};
    std::optional<Fieldset> fieldset{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::string classes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const DateInput& date);

/// Day, month and year boxes holding what was typed.
std::vector<DateBox> date_boxes(std::string_view day, std::string_view month,
                                std::string_view year);

} // namespace onroll::design
