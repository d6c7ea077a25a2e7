// What the pages of the advice service share: its store, its frame, and the case of an address,
// entered by the policy.
#pragma once

#include "casework/pages.h"
#include "casework/types_case.h"
#include "casework/types_messages.h"

#include "design/html.h"
#include "forms/types.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::casework {

/// The store of the actor's own service.
db::Database& store_of(const http::Request& request, const Services& services);
forms::Owner owner_of(const access::Actor& actor);

/// A page in the service's frame; 400 where a form on it was not taken.
http::Response page(const http::Request& request, const Services& services, std::string title,
                    const design::Html& content, bool has_errors = false);

/// What a page is, apart from its content.
struct PageFrame {
    std::string title;         ///< the words of the h1; they name nobody
    design::Html under_menu{}; ///< of whom it is
    bool has_errors = false;   ///< a form on it was not taken: 400
    std::optional<std::string> back{};
};
http::Response page(const http::Request& request, const Services& services, PageFrame frame,
                    const design::Html& content);

/// The version that a form was opened with; 0 where it names none.
std::int64_t version_in(const http::Form& form);

/// How an actor stands to a case: it is on the caseload of its caseworker, or, before it has one,
/// of who opened it.
access::Standing standing_of(const access::Actor& actor, const Case& found);
access::Subject subject_of(const access::Actor& actor, const Case& found,
                           std::vector<std::string> fields = {});

/// The case that `{case}` of the address names, entered for the act; or what to answer instead.
std::variant<Case, http::Response> entered_case(const http::Request& request,
                                                const Services& services, std::string_view act);

/// "/advice/cases/<id>".
std::string address_of(const CaseId& id);

/// A paper as a download, under the type that its content has.
http::Response paper_response(std::string bytes, const Paper& paper);

/// The routes of each noun, called by add_pages.
void add_contact_pages(http::Router& router, const Services& services);
void add_new_contact_pages(http::Router& router, const Services& services);
void add_caller_reach_pages(http::Router& router, const Services& services);
void add_opening_pages(http::Router& router, const Services& services);
void add_hand_over_pages(http::Router& router, const Services& services);
void add_enquiry_pages(http::Router& router, const Services& services);
void add_service_pages(http::Router& router, const Services& services);
void add_capacity_pages(http::Router& router, const Services& services);
void add_open_offer_pages(http::Router& router, const Services& services);
void add_signpost_pages(http::Router& router, const Services& services);
void add_cases_pages(http::Router& router, const Services& services);
void add_case_pages(http::Router& router, const Services& services);
void add_level_pages(http::Router& router, const Services& services);
void add_list_pages(http::Router& router, const Services& services);
void add_batch_pages(http::Router& router, const Services& services);
void add_allocation_pages(http::Router& router, const Services& services);
void add_case_people_pages(http::Router& router, const Services& services);
void add_reach_pages(http::Router& router, const Services& services);
void add_case_state_pages(http::Router& router, const Services& services);
void add_close_pages(http::Router& router, const Services& services);
void add_feedback_pages(http::Router& router, const Services& services);
void add_profile_pages(http::Router& router, const Services& services);
void add_keep_pages(http::Router& router, const Services& services);
void add_report_pages(http::Router& router, const Services& services);
void add_event_pages(http::Router& router, const Services& services);
void add_date_pages(http::Router& router, const Services& services);
void add_task_pages(http::Router& router, const Services& services);
void add_today_pages(http::Router& router, const Services& services);
void add_reminder_pages(http::Router& router, const Services& services);
void add_next_step_pages(http::Router& router, const Services& services);
void add_need_pages(http::Router& router, const Services& services);
void add_family_message_pages(http::Router& router, const Services& services);
void add_family_paper_pages(http::Router& router, const Services& services);
void add_family_pages(http::Router& router, const Services& services);
void add_message_pages(http::Router& router, const Services& services);
void add_account_pages(http::Router& router, const Services& services);
void add_status_pages(http::Router& router, const Services& services);
void add_paper_pages(http::Router& router, const Services& services);
std::optional<access::Standing>
standing_to_contact(const Services& services, const access::Actor& actor, std::string_view contact);

} // namespace onroll::casework
