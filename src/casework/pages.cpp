#include "casework/pages.h"

#include "casework/pages_shared.h"
#include "casework/pages_work.h"
#include "casework/store_cases.h"

namespace onroll::casework {

void add_pages(http::Router& router, const Services& services)
{
    add_contact_pages(router, services);
    add_new_contact_pages(router, services);
    add_opening_pages(router, services);
    add_caller_reach_pages(router, services);
    add_hand_over_pages(router, services);
    add_enquiry_pages(router, services);
    add_service_pages(router, services);
    add_signpost_pages(router, services);
    add_capacity_pages(router, services);
    add_cases_pages(router, services);
    add_case_pages(router, services);
    add_level_pages(router, services);
    add_case_state_pages(router, services);
    add_allocation_pages(router, services);
    add_batch_pages(router, services);
    add_list_pages(router, services);
    add_profile_pages(router, services);
    add_case_people_pages(router, services);
    add_reach_pages(router, services);
    add_close_pages(router, services);
    add_feedback_pages(router, services);
    add_keep_pages(router, services);
    add_report_pages(router, services);
    add_event_pages(router, services);
    add_date_pages(router, services);
    add_task_pages(router, services);
    add_today_pages(router, services);
    add_reminder_pages(router, services);
    add_need_pages(router, services);
    add_next_step_pages(router, services);
    add_action_pages(router, services);
    add_note_pages(router, services);
    add_attachment_pages(router, services);
    add_chronology_pages(router, services);
    add_family_pages(router, services);
    add_message_pages(router, services);
    add_account_pages(router, services);
    add_status_pages(router, services);
    add_paper_pages(router, services);
}

std::optional<access::Standing> standing_to(const Services& services, const access::Actor& actor,
                                            std::string_view kind, std::string_view record)
{
    if (kind == "contact") return standing_to_contact(services, actor, record);
    auto* store = services.guard->place_of(actor).database;
    const auto id = CaseId::parse(record);
    if (kind != "case" || !id || actor.agency_kind != access::AgencyKind::advice_service || !store)
        return std::nullopt;
    auto reading = store->read();
    const auto found = find_case(reading, actor.agency, *id);
    if (!found) return std::nullopt;
    return standing_of(actor, *found);
}

} // namespace onroll::casework
