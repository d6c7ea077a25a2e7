#include "insight/pages.h"

#include "insight/pages_area.h"
#include "insight/pages_areas.h"
#include "insight/pages_briefing.h"
#include "insight/pages_import.h"
#include "insight/pages_patterns.h"

namespace onroll::insight {

void add_pages(http::Router& router, const Services& services)
{
    add_area_list_pages(router, services);
    add_area_pages(router, services);
    add_file_pages(router, services);
    add_briefing_pages(router, services);
    add_register_pages(router, services);
    add_pattern_pages(router, services);
}

} // namespace onroll::insight
