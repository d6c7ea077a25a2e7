// A request to erase what is held about a person: what was asked, what was decided and why, and
// when it was done. Values only. Source: UK GDPR Articles 12, 17 and 19; trust.md G-04. Pure.
#pragma once

#include "people/rules_requests.h"
#include "people/types.h"

#include "access/types.h"
#include "kernel/random_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

using ErasureId = RandomId<struct ErasureTag>;

/// What they rely on. Source: UK GDPR Article 17(1)(a) to (e).
enum class ErasureGround : std::uint8_t {
    not_needed,
    consent_withdrawn,
    objection,
    unlawful,
    required_by_law,
    not_said
};

/// Parts of a record that can go while the rest stays.
enum class ErasablePart : std::uint8_t {
    contacts,
    old_addresses,
    other_names,
    earlier_values,
    households
};

/// Why something stays. Source: UK GDPR Articles 12(5) and 17(1) and (3).
enum class KeepReason : std::uint8_t {
    public_task,  ///< Article 17(3)(b): the right does not apply
    legal_claim,  ///< Article 17(3)(e)
    statistics,   ///< Article 17(3)(d)
    still_needed, ///< no ground of Article 17(1) is met
    unfounded     ///< Article 12(5)(b)
};

enum class ErasureDecision : std::uint8_t { open, whole, parts, refused };

struct ErasureRequest {
    ErasureId id;
    PersonId person;
    std::string asked_by{}; ///< "The child’s mother": no name is needed
    ErasureGround ground = ErasureGround::not_said;
    std::string wanted{}; ///< what is to go, in their words
    SubjectRequest clock{};
    std::string why_complex{};
    ErasureDecision decision = ErasureDecision::open;
    std::vector<ErasablePart> parts{};  ///< where parts go
    std::vector<KeepReason> refusals{}; ///< where all or some of it stays
    std::string words{};                ///< to the person, in the answer
    std::optional<Date> decided_on{};
    std::optional<access::UserId> decided_by{};
    std::optional<Date> answered_on{}; ///< the letter went
    std::optional<Date> carried_out_on{};
    std::optional<access::UserId> carried_out_by{};
    access::UserId made_by;
    int version = 1;
};

std::string_view key_of(ErasureGround ground);
std::string_view key_of(ErasablePart part);
std::string_view key_of(KeepReason reason);
std::string_view key_of(ErasureDecision decision);
std::string_view in_words(ErasureGround ground);
std::string_view in_words(ErasablePart part);
std::string_view in_words(KeepReason reason);
std::string_view in_words(ErasureDecision decision);
std::optional<ErasureGround> erasure_ground_named(std::string_view key);
std::optional<ErasablePart> erasable_part_named(std::string_view key);
std::optional<KeepReason> keep_reason_named(std::string_view key);
std::optional<ErasureDecision> erasure_decision_named(std::string_view key);
const std::vector<ErasureGround>& all_erasure_grounds();
const std::vector<ErasablePart>& all_erasable_parts();
const std::vector<KeepReason>& all_keep_reasons();

} // namespace onroll::people
