// How a service says it works, to whom else it sends families, and what it gives to anybody. Values
// only. capabilities.md N01, N04, N06, N13 to N15.
#pragma once

#include "casework/types.h"

#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using SignpostPlaceId = RandomId<struct SignpostPlaceTag>;
using SignpostId = RandomId<struct SignpostTag>;
using OpenOfferId = RandomId<struct OpenOfferTag>;

/// Whom a service helps (N01). The law asks for a service for special educational needs; many help
/// everybody whose child is excluded.
enum class Eligibility { everyone, send_and_signposts, screens_some_out, other };

/// Who runs it (N15).
enum class ServiceKind { in_house, outsourced, mixed };

/// What a service has set for itself. Lists are lines of text.
struct ServicePolicy {
    Eligibility eligibility = Eligibility::everyone;
    std::string whom{}; ///< in the service's own words
    ServiceKind kind = ServiceKind::in_house;
    std::string run_by{};
    std::string exclusions_team{}; ///< a team or worker for exclusions alone (N13)
    std::string will{};            ///< what a family will get, one thing a line (N14)
    std::string will_not{};
    bool published = false;

    bool operator==(const ServicePolicy&) const = default;
};

struct SetPolicy {
    ServicePolicy policy;
    std::int64_t version = 0;
    std::chrono::sys_time<std::chrono::milliseconds> set_at{};
};

enum class SignpostKind {
    helpline,
    legal_charity,
    welfare_team,
    parents_group,
    council_team,
    health,
    other
};

/// Somebody else who can help.
struct SignpostPlace {
    SignpostPlaceId id;
    std::string name;
    SignpostKind kind = SignpostKind::other;
    std::string help;  ///< with what
    std::string reach; ///< telephone, address, hours

    bool operator==(const SignpostPlace&) const = default;
};

/// What happened after somebody was sent on (N04).
enum class SignpostResult { helped, waiting, could_not_help, not_reached, did_not_try, not_known };

struct Signpost {
    SignpostId id;
    ContactId contact;
    std::string place_name;
    std::string why;
    std::chrono::sys_time<std::chrono::milliseconds> given_at{};
    access::UserId given_by;
    std::optional<SignpostResult> result{}; ///< the newest; nothing while nobody asked
    std::string note{};

    bool operator==(const Signpost&) const = default;
};

struct SignpostCount {
    std::string place_name;
    std::optional<SignpostResult> result{};
    std::int64_t signposts = 0;

    bool operator==(const SignpostCount&) const = default;
};

/// What is given to anybody at level 1, counted apart from casework (N06).
enum class OfferKind {
    families_talk,
    school_talk,
    training,
    drop_in_session,
    online,
    leaflet,
    other
};

struct NewOpenOffer {
    Date held_on{};
    OfferKind kind = OfferKind::families_talk;
    std::string title{};
    std::optional<int> people{};
    std::optional<int> minutes{};

    bool operator==(const NewOpenOffer&) const = default;
};

struct OpenOffer {
    OpenOfferId id;
    NewOpenOffer offer;
    access::UserId recorded_by;

    bool operator==(const OpenOffer&) const = default;
};

/// For a question that is answered by one of the two words.
enum class YesNo { yes, no };

std::string_view key_of(YesNo answer);
std::string_view in_words(YesNo answer);
std::string_view key_of(Eligibility eligibility);
std::string_view key_of(ServiceKind kind);
std::string_view key_of(SignpostKind kind);
std::string_view key_of(SignpostResult result);
std::string_view key_of(OfferKind kind);
std::optional<Eligibility> eligibility_named(std::string_view key);
std::optional<ServiceKind> service_kind_named(std::string_view key);
std::optional<SignpostKind> signpost_kind_named(std::string_view key);
std::optional<SignpostResult> signpost_result_named(std::string_view key);
std::optional<OfferKind> offer_kind_named(std::string_view key);
std::string_view in_words(Eligibility eligibility);
std::string_view in_words(ServiceKind kind);
std::string_view in_words(SignpostKind kind);
std::string_view in_words(SignpostResult result);
std::string_view in_words(OfferKind kind);
const std::vector<Eligibility>& all_eligibilities();
const std::vector<ServiceKind>& all_service_kinds();
const std::vector<SignpostKind>& all_signpost_kinds();
const std::vector<SignpostResult>& all_signpost_results();
const std::vector<OfferKind>& all_offer_kinds();

} // namespace onroll::casework
