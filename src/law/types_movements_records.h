// The longer-running facts about a pupil: money that follows, numbers and census records, the work
// of an advice service, an EHC assessment. Read through types_movements.h. Pure values.
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll::law {

/// What the money that follows a pupil is worked out from. Amounts are whole pence.
struct Funding {
    std::string id;
    std::size_t school = 0;               ///< the school left
    std::optional<std::size_t> exclusion; ///< a permanent exclusion, by index
    std::optional<Date> moved_on;         ///< a move, where the schools agreed that money follows
    std::int64_t yearly_amount_pence = 0; ///< A: what the formula gives for this pupil in a year
    std::int64_t order_pence = 0;         ///< C: financial adjustment order
    bool in_last_year_group = false;
    bool place_funded = false;                       ///< special school, PRU or a reserved place
    std::optional<std::int64_t> pupil_premium_pence; ///< for a year
    std::optional<Date> admitted_on;                 ///< to the next school
    std::optional<Date> left_next_school_on;         ///< last day on its register
    std::optional<Date> reinstated_on;
    std::optional<std::int64_t> charged_pence; ///< what was in fact taken
    bool agreed_to_more = false;               ///< the school agreed to a larger sum
};

enum class NumberKind : std::uint8_t { upn, urn, laestab, local_authority };

/// A number as recorded. A pupil's is personal data: never shown in an answer.
struct RecordedNumber {
    std::string id;
    Date on{}; ///< when recorded
    NumberKind kind = NumberKind::upn;
    std::string number;
};

/// What the school's records and census say of one exclusion.
struct ExclusionRecord {
    std::string id;
    std::size_t exclusion = 0; ///< index into History::exclusions
    std::string category;      ///< empty where not given
    std::vector<std::string> reasons;
    std::string census; ///< "autumn 2025", or empty
    std::optional<int> sessions;
    std::optional<bool> overturned;       ///< quashed, reinstated or cancelled
    std::optional<Date> transfer_file_on; ///< when the Common Transfer File was sent
    std::optional<Date> left_on;          ///< when the pupil left the school
};

enum class AdviceWork : std::uint8_t {
    publicity,
    information,
    signposting,
    papers,
    contact_with_school,
    research,
    visit,
    meeting,
    liaison,
    several_agencies,
    conflict,
    repeated_meetings,
    exclusion_hearing,
    tribunal,
};

/// One piece of work for a family.
struct AdviceContact {
    Date on{};
    int minutes = 0;
    std::vector<AdviceWork> work;
};

/// A case record shown to the local authority.
struct RecordShared {
    Date on{};
    bool consent = false;
    bool safeguarding = false;
    bool counts_only = false; ///< numbers with small ones suppressed, no record of a child
};

/// What an information, advice and support service did for the family, and how it stands.
struct Advice {
    std::string id;
    Date opened_on{};
    std::vector<AdviceContact> work;
    std::vector<RecordShared> shared_with_authority;
    std::optional<bool> service_arranged; ///< the authority arranged a service
    std::optional<bool> made_known;       ///< and made it known
    std::optional<bool> notice_pointed_to_service;
    std::vector<std::string> falls_short; ///< impartial, arms_length, confidential, free, ...
    std::optional<bool> tribunal_support_offered;
};

enum class EhcException : std::uint8_t {
    school_closed, ///< E1
    circumstances, ///< E2
    away,          ///< E3
    appointment,   ///< E4
    coronavirus,   ///< 1 May to 25 September 2020
};

struct EhcDelay {
    EhcException exception = EhcException::circumstances;
    Date from{};
    std::optional<Date> to;
};

struct EhcAdviceRequest {
    std::string body; ///< such as "educational_psychologist"
    Date asked_on{};
    std::optional<Date> answered_on;
};

enum class EhcDecisionKind : std::uint8_t {
    refused_to_assess,
    no_plan,
    final_plan,
    not_amended,
    ceased
};

/// A decision that can be appealed.
struct EhcDecision {
    EhcDecisionKind kind = EhcDecisionKind::refused_to_assess;
    Date sent_on{};
    std::optional<Date> mediation_certificate_on;
    std::optional<Date> appealed_on;
};

/// An annual review of a plan.
struct EhcReview {
    Date meeting_on{};
    std::optional<Date> decided_on;
    std::optional<Date> amendment_notice_on;
    std::optional<Date> amended_plan_on;
};

/// A request for an EHC needs assessment and what followed.
struct EhcRequest {
    std::string id;
    std::optional<Date> requested_on;
    std::vector<EhcDelay> exceptions;
    std::optional<Date> told_whether_on; ///< whether to assess
    bool will_assess = true;
    std::vector<EhcAdviceRequest> advice_requests;
    std::optional<Date> told_no_plan_on;
    std::optional<Date> draft_sent_on;
    std::optional<Date> comment_until; ///< last day the draft gave for comments
    std::optional<Date> final_plan_on;
    std::vector<EhcDecision> decisions;
    std::optional<Date> plan_or_last_review_on;
    std::vector<EhcReview> reviews;
};

} // namespace onroll::law
