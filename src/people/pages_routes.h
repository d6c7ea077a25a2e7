// The groups of routes of this part; pages.cpp adds them all.
#pragma once

#include "people/services.h"

#include "platform/http/router.h"

namespace onroll::people {

void add_search_pages(http::Router& router, const Services& services);
void add_list_pages(http::Router& router, const Services& services);
void add_record_pages(http::Router& router, const Services& services);
void add_school_pages(http::Router& router, const Services& services);
void add_care_pages(http::Router& router, const Services& services);
void add_home_pages(http::Router& router, const Services& services);
void add_family_pages(http::Router& router, const Services& services);
void add_consent_pages(http::Router& router, const Services& services);
void add_wording_pages(http::Router& router, const Services& services);
void add_erasure_pages(http::Router& router, const Services& services);
void add_import_pages(http::Router& router, const Services& services);
void add_import_row_pages(http::Router& router, const Services& services);
void add_keep_pages(http::Router& router, const Services& services);
void add_data_protection_pages(http::Router& router, const Services& services);
void add_breach_pages(http::Router& router, const Services& services);
void add_processing_pages(http::Router& router, const Services& services);
void add_copy_pages(http::Router& router, const Services& services);
void add_limit_pages(http::Router& router, const Services& services);
void add_household_pages(http::Router& router, const Services& services);
void add_request_pages(http::Router& router, const Services& services);
void add_name_pages(http::Router& router, const Services& services);
void add_number_pages(http::Router& router, const Services& services);
void add_period_pages(http::Router& router, const Services& services);
void add_received_pages(http::Router& router, const Services& services);
void add_restriction_pages(http::Router& router, const Services& services);
void add_duplicate_pages(http::Router& router, const Services& services);
void add_override_pages(http::Router& router, const Services& services);
void add_agree_pages(http::Router& router, const Services& services);
void add_export_pages(http::Router& router, const Services& services);
void add_merge_pages(http::Router& router, const Services& services);

} // namespace onroll::people
