#include "casework/pages_case_frame.h"

#include "casework/pack_progress.h"
#include "casework/pages_messages.h"
#include "casework/pages_work.h"
#include "casework/read_dates.h"
#include "casework/rules_pack.h"
#include "casework/store_actions.h"
#include "casework/store_cases.h"
#include "casework/store_levels.h"
#include "casework/store_profile.h"
#include "casework/store_service.h"
#include "casework/views_case.h"
#include "casework/views_levels.h"
#include "casework/views_profile.h"
#include "casework/views_service.h"

#include "people/store_consents.h"

#include <algorithm>

namespace onroll::casework {
namespace pages_case_detail {

/// Whether an exclusion stands that the governors have not decided on.
bool governors_are_ahead(const std::vector<Event>& events)
{
    return std::any_of(events.begin(), events.end(), [](const Event& event) {
        return is_exclusion(event.kind) && !event.facts.known(Fact::board_outcome) &&
               !event.facts.known(Fact::cancelled_on) &&
               !event.facts.known(Fact::recorded_in_error);
    });
}

std::string giver_called(db::Queries& reading, const access::AgencyId& agency,
                         const people::PersonId& giver, const people::PersonId& child,
                         const people::ChildRecord* record)
{
    if (giver == child) return "the child";
    if (record)
        for (const auto& member : record->family)
            if (member.adult.id == giver) return people::called(member.adult.name);
    const auto person = people::find_person(reading, agency, giver);
    return person ? people::called(person->name) : std::string();
}

/// What each noun brings to the overview, in the order of the page.
CaseParts parts_of(const http::Request& request, const Services& services, const Case& found,
                   const people::ChildRecord* record)
{
    const auto& actor = access::actor(request);
    const auto& agency = actor.agency;
    const auto address = address_of(found.id);
    const auto today = services.guard->clock().today();
    CaseParts parts;
    const auto dates = read_dates(request, services, found);
    const bool may_change = dates.may_change;
    parts.main.push_back(next_dates_section(dates));
    auto reading = store_of(request, services).read();
    const auto child = record ? record->child.id : found.child;
    const ReadOfCase read{.events = dates.events,
                          .actions = actions_of(reading, agency, found.id),
                          .levels = levels_of_case(reading, agency, found.id)};
    if (may_change) {
        DoNextSection next{
            .deeds = {{"Add a contact", "/advice/contacts/new?case=" + found.id.text()},
                      {"Record what happened", address + "/events/new"}}};
        if (const auto pack = pack_in_preparation(reading, agency, found.id))
            next.deeds.push_back(
                {"Open the pack", address + "/papers/" + pack->release.text(), in_words(*pack)});
        else if (governors_are_ahead(dates.events))
            next.deeds.push_back({"Prepare the governors’ pack", address + "/papers?for=board"});
        next.deeds.push_back({"Change level", address + "/levels/move"});
        next.deeds.push_back({"Signpost to somebody else", address + "/signpost"});
        parts.side.push_back(do_next_section(next));
    }
    if (!dates.answers.findings.empty()) parts.side.push_back(findings_section(dates));
    parts.main.push_back(
        read_chronology_section(request, services, found, read, dates.answers.findings, reading));
    parts.main.push_back(messages_section(
        read_messages_section(reading, agency, found, record, services.guard->clock().now())));
    parts.side.push_back(levels_section(
        {.found = found, .address = address, .moves = read.levels, .may_change = may_change}));
    parts.side.push_back(signposts_of_case_section(signposts_of_case(reading, agency, found.id)));
    parts.side.push_back(read_hours_section(request, found, read.actions, may_change, reading));
    parts.side.push_back(
        case_section({.found = found,
                      .address = address,
                      .caseworker = found.caseworker ? services.name_of(agency, *found.caseworker)
                                                     : std::string(),
                      .may_change = may_change,
                      .may_allocate = may_change && access::may_ever(actor, "advice.allocate")}));
    ProfileSection profile{.profile = profile_of(reading, agency, found.id),
                           .href = address + "/profile"};
    if (record && !record->sen.empty()) profile.sen = record->sen.back();
    parts.side.push_back(profile_section(profile));
    parts.side.push_back(
        consents_section({.consents = people::consents_about(reading, agency, child),
                          .href = "/people/" + child.text() + "/consents",
                          .today = today,
                          .giver_called = [&](const people::PersonId& giver) {
                              return giver_called(reading, agency, giver, child, record);
                          }}));
    return parts;
}

http::Response show_case(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto record = child_of_case(request, services, found);
    const auto parts = parts_of(request, services, found, record ? &*record : nullptr);
    return case_page(request, services, found, record,
                     "Case " + std::to_string(found.number) + ": overview",
                     case_overview(found, parts));
}

} // namespace pages_case_detail

void add_case_pages(http::Router& router, const Services& services)
{
    using namespace pages_case_detail;
    router.get("/advice/cases/{case}", services.guard->policy("advice.view"),
               [&services](const http::Request& request) { return show_case(request, services); });
}

} // namespace onroll::casework
