// Everything that an agency holds about one person, gathered for a request to see it: each item
// with whether it is about somebody else too, so that a person can decide before it leaves. Touches
// no store. trust.md G-02, F-09, W-07.
#pragma once

#include "people/history.h"
#include "people/record.h"
#include "people/records_request.h"
#include "people/rules_retention.h"
#include "people/types_consents.h"
#include "people/erasure_request.h"
#include "people/types_limits.h"
#include "people/types_restrictions.h"

#include "audit/types.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::people {

/// One thing that is held.
struct HeldItem {
    std::string key; ///< follows from what it says, so that a decision never meets another item
    std::string section{};                                    ///< "Family"
    std::vector<std::pair<std::string, std::string>> facts{}; ///< name and value
    bool third_party = false;
    std::string why_third_party{}; ///< one sentence
};

/// A stop on deleting a record, as it stands or stood.
struct LegalHold {
    std::string reason{};
    Date begun_on{};
    std::optional<Date> ended_on{};
};

/// A group that somebody said the record belongs to.
struct KeptLonger {
    RetentionGroup group = RetentionGroup::ever_looked_after;
    std::optional<Date> closed_on{};
    std::optional<Date> decided_on{};
};

struct Gathered {
    ChildRecord record; ///< of an adult, only `child` and `addresses`
    std::vector<ContactLine> contacts{};
    SafeContact safe{};
    std::vector<std::pair<Person, FamilyTie>> children{}; ///< of an adult
    std::vector<Household> households{};
    std::vector<PastValue> changes{};
    std::vector<Consent> consents{}; ///< about the person, and those that they gave
    std::vector<Share> shares{};
    std::vector<LegalHold> holds{};
    std::vector<KeptLonger> groups{};
    std::vector<RecordsRequest> requests{};
    std::vector<ErasureRequest> erasures{};
    std::vector<Restriction> restrictions{};
    std::vector<Dispute> disputes{};
    std::vector<audit::Entry> seen{}; ///< who opened or changed the record
    std::vector<HeldItem> more{};     ///< what other parts hold; keys are given here
    std::function<std::string(Urn)> school_name{};
    std::function<std::string(const audit::Deed&)> act_in_words{};
    std::string agency{}; ///< whose record it is
};

std::vector<HeldItem> held_about(const Gathered& gathered);

/// Why something is left out. Source: Data Protection Act 2018, Schedules 2 and 3.
enum class LeaveReason : std::uint8_t {
    about_others, ///< Schedule 2, paragraph 16
    serious_harm, ///< Schedule 3, paragraphs 5, 11 and 19
    child_abuse,  ///< Schedule 3, paragraph 21
    legal_advice  ///< Schedule 2, paragraph 19
};
std::string_view key_of(LeaveReason reason);
std::string_view in_words(LeaveReason reason);
/// The provision.
std::string_view source_of(LeaveReason reason);
const std::vector<LeaveReason>& all_leave_reasons();

/// What somebody decided of each item about others, by its key: given, or left out and why.
using Decisions = std::map<std::string, std::optional<LeaveReason>, std::less<>>;
inline constexpr std::string_view give = "give";
/// From an answer of the form: "give", or the key of a reason. Nothing for anything else.
std::optional<std::optional<LeaveReason>> decision_named(std::string_view answer);

/// The copy that leaves: every item of the person's own, those about others that are given, and of
/// the rest only that something was left out and why. An item that nobody decided of is left out.
struct LeftOut {
    std::string section{};
    LeaveReason why = LeaveReason::about_others;
    int count = 1;
};
struct AccessCopy {
    std::string agency{};
    std::string about{};
    Date made_on{};
    std::vector<HeldItem> items{};
    std::vector<LeftOut> left_out{}; ///< counted by section and reason
};
AccessCopy copy_of(const Gathered& gathered, const std::vector<HeldItem>& items,
                   const Decisions& decisions, Date made_on);
std::string json_of(const AccessCopy& copy);

} // namespace onroll::people
