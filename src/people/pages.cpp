#include "people/pages.h"

#include "people/pages_routes.h"

namespace onroll::people {

void add_pages(http::Router& router, const Services& services)
{
    add_search_pages(router, services);
    add_list_pages(router, services);
    add_import_pages(router, services);
    add_import_row_pages(router, services);
    add_duplicate_pages(router, services);
    add_export_pages(router, services);
    add_merge_pages(router, services);
    add_override_pages(router, services);
    add_keep_pages(router, services);
    add_agree_pages(router, services);
    add_copy_pages(router, services);
    add_data_protection_pages(router, services);
    add_breach_pages(router, services);
    add_processing_pages(router, services);
    add_period_pages(router, services);
    add_limit_pages(router, services);
    add_restriction_pages(router, services);
    add_received_pages(router, services);
    add_household_pages(router, services);
    add_request_pages(router, services);
    add_erasure_pages(router, services);
    add_wording_pages(router, services);
    add_name_pages(router, services);
    add_number_pages(router, services);
    add_record_pages(router, services);
    add_school_pages(router, services);
    add_care_pages(router, services);
    add_home_pages(router, services);
    add_family_pages(router, services);
    add_consent_pages(router, services);
}

} // namespace onroll::people
