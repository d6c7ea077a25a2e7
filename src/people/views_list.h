// One's own children as a list with its filters. Words and layout only.
#pragma once

#include "people/types_list.h"
#include "people/views_fields.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace onroll::people {

struct ListView {
    FormView filter{};                   ///< as the address or the view in use has it
    design::Html views{};                ///< links to the views that were saved
    Choices schools{};                   ///< of the children on the list
    std::vector<ChildInList> children{}; ///< of this page
    std::size_t fitting = 0;             ///< on all pages
    std::size_t all = 0;                 ///< without filters
    int page = 1;
    int pages = 1;
    std::string href_before_page{};
    bool whole_agency = false; ///< all children of a school, rather than a caseload
    std::function<std::string(Urn)> school_name{};
};
design::Html list_view(const ListView& view);

} // namespace onroll::people
