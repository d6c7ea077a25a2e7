// The pages of the data protection officer: what waits, complaints, breaches, and the contact of
// the notices. Words and layout only.
#pragma once

#include "people/rules_data_protection.h"
#include "people/types_restrictions.h"
#include "people/views_fields.h"

#include "design/html.h"
#include "platform/clock/clock.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::people {

struct ProtectionHomeView {
    std::size_t overrides = 0;      ///< acts of sharing without consent that wait for a review
    std::size_t late_overrides = 0; ///< of them
    std::size_t open_requests = 0;
    std::size_t open_erasures = 0;
    std::vector<Complaint> complaints{}; ///< not answered yet
    std::vector<Breach> breaches{};      ///< not closed yet
    std::vector<Restriction> restricted{};
    bool has_contact = false; ///< the notices say whom to ask
    std::string notice{};     ///< the address of the published notice
    Date today{};
    Instant now{};
};
design::Html protection_home_view(const ProtectionHomeView& view);

struct ComplaintsView {
    std::vector<Complaint> complaints{};
    FormView form{};
    design::Html start{};
    Date today{};
};
design::Html complaints_view(const ComplaintsView& view);

struct ComplaintView {
    Complaint complaint;
    FormView form{};
    design::Html start{};
    Date today{};
};
design::Html complaint_view(const ComplaintView& view);

struct BreachesView {
    std::vector<Breach> breaches{};
    FormView form{};
    design::Html start{};
    Choices accounts{};
    Instant now{};
};
design::Html breaches_view(const BreachesView& view);

struct BreachView {
    Breach breach;
    std::vector<Affected> affected{};
    bool all_read = true; ///< false where the audit held more than is read at once
    std::function<std::string(std::string_view user)> staff_name{};
    std::function<std::string(const std::string& act)> act_in_words{};
    FormView form{};
    design::Html start{};
    Instant now{};
};
design::Html breach_view(const BreachView& view);

struct NoticeContactView {
    FormView form{};
    design::Html start{};
    std::string notice{};
};
design::Html notice_contact_view(const NoticeContactView& view);

} // namespace onroll::people
