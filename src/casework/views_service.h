// What a service has set for itself, to whom it signposts, and what it gave to anybody. Words and
// layout; no queries, no rules.
#pragma once

#include "casework/types_capacity.h"
#include "casework/rules_service.h"
#include "casework/views_inputs.h"

#include "design/html.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

struct ServiceView {
    std::string name;
    std::string area;
    std::optional<ServicePolicy> policy;
    bool may_change = false;
};
design::Html service_view(const ServiceView& view);
design::Html service_form_view(const Filled& filled, const forms::FormStart& start);

/// A service's published statement, for families.
struct Statement {
    std::string name;
    ServicePolicy policy;
};
design::Html statements_view(const std::vector<Statement>& statements, const std::string& area);

struct SignpostsView {
    std::vector<SignpostPlace> places;
    std::vector<Signpost> latest;
    std::vector<Signpost> not_asked{}; ///< one page of them, the oldest first
    std::string not_asked_before{};    ///< the page before; empty where there is none
    std::string not_asked_next{};
    /// Who gave one, by name.
    std::function<std::string(const access::UserId&)> name_of{};
    std::vector<SignpostCount> counts;
    Filled filled;
    forms::FormStart start;
    std::vector<PlaceNow> now{}; ///< what each place can take on
    Date today{};
};
design::Html signposts_view(const SignpostsView& view);

/// The form on which somebody is sent on, from a contact.
design::Html signpost_form_view(const std::vector<SignpostPlace>& places, const Filled& filled,
                                const forms::FormStart& start, const std::string& contact);
/// What happened next.
design::Html signpost_result_view(const Signpost& signpost, const Filled& filled,
                                  const forms::FormStart& start, const std::string& contact);
/// On the page of a contact: whether the service helps here, and to whom it was sent on.
design::Html welcome_section(const std::optional<ServicePolicy>& policy, const NewContact& told,
                             const std::vector<Signpost>& signposts, const std::string& contact);

/// On the overview of a case: to whom the family was sent on; empty where it was to nobody.
design::Html signposts_of_case_section(const std::vector<Signpost>& signposts);
/// Where a case has no contact in which it could have been done.
design::Html signpost_needs_contact_view(const CaseId& id);

struct OpenOffersView {
    std::vector<OpenOffer> offers;
    Date from{};
    Date to{};
    Filled filled;
    forms::FormStart start;
    std::int64_t general = 0; ///< contacts answered at level 1 without a case, in the same time
};
design::Html open_offers_view(const OpenOffersView& view);

} // namespace onroll::casework
