// The pages about other names, an NHS number and a death. Words and layout only.
#pragma once

#include "people/types.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <string>

namespace onroll::people {

struct NamesView {
    FormView form{};
    design::Html start{};
    std::string action;
    design::Html top{};
    Person person;
};
design::Html names_view(const NamesView& view);
design::Html death_view(const NamesView& view);
design::Html nhs_number_view(const NamesView& view);

} // namespace onroll::people
