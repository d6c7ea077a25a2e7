#include "people/views_rows.h"

namespace onroll::people {

void add_row(design::SummaryList& list, std::string_view key, const design::Html& value)
{
    if (!value.empty()) list.rows.push_back({.key = {key}, .value = {value}});
}

} // namespace onroll::people
