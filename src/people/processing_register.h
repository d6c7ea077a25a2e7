// The records of processing and the risks that ship (data/reference), as an agency of a kind needs
// them. Touches no store. trust.md G-01.
#pragma once

#include "people/rules_retention.h"

#include "access/types.h"
#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// One activity. Source: UK GDPR Article 30(1)(a) to (g).
struct Processing {
    std::string key{};
    std::string activity{};
    std::string who{};
    std::string what{};
    std::string why{};
    std::string basis{};
    std::string condition{}; ///< for special category data; else empty
    std::string recipients{};
    RetentionGroup group = RetentionGroup::anything_else;
    std::string security{}; ///< what keeps it safe, in words
    bool operator==(const Processing&) const = default;
};

/// One risk of the assessment. Source: UK GDPR Article 35(7)(c) and (d).
struct ProtectionRisk {
    std::string key{};
    std::string risk{};
    std::string harm{};
    std::string controls{};
    std::string proofs{}; ///< ids of promises that tests hold, for those who make this system
    bool operator==(const ProtectionRisk&) const = default;
};

/// bad_input names the line that cannot be read.
Result<std::vector<Processing>> read_processing(std::string_view csv, access::AgencyKind kind);
Result<std::vector<ProtectionRisk>> read_risks(std::string_view csv, access::AgencyKind kind);

/// Those that ship, for an agency of that kind.
std::vector<Processing> processing_of(access::AgencyKind kind);
std::vector<ProtectionRisk> risks_of(access::AgencyKind kind);

/// How long an activity's records are kept, by the agency's own periods: "Pupil record: 25 years
/// after birth, then delete".
std::string kept_in_words(RetentionGroup group, const std::vector<RetentionRule>& rules);

/// All of it for an auditor: one row for each activity.
std::string processing_csv(const std::vector<Processing>& all,
                           const std::vector<RetentionRule>& rules, std::string_view controller,
                           std::string_view contact);

} // namespace onroll::people
