// The consent ledger and acts of sharing: who agreed to what, for whom, how, until when, under
// which wording; and who may therefore see what. Values only. Source: trust.md W-04 to W-06, G-09.
// Pure.
#pragma once

#include "people/types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

using ConsentId = RandomId<struct ConsentTag>;
using ShareId = RandomId<struct ShareTag>;

enum class ConsentPurpose : std::uint8_t { advice, sharing, linkage, survey };

/// In what right somebody gives consent.
enum class Capacity : std::uint8_t {
    parental_responsibility,
    young_person_16_or_over,
    competent_child,
    own_behalf ///< an adult, about themselves
};

enum class ConsentChannel : std::uint8_t { in_writing, online_form, by_telephone, in_person };

/// A text that people agreed to, kept as it was.
struct Wording {
    ConsentPurpose purpose = ConsentPurpose::advice;
    int version = 1;
    std::string text{};
    Date from;
    bool operator==(const Wording&) const = default;
};

/// One consent, or that somebody was asked and said no. It is never changed; a consent ends by its
/// date or by being withdrawn.
struct Consent {
    ConsentId id;
    PersonId about;
    ConsentPurpose purpose = ConsentPurpose::advice;
    std::string scope{}; ///< for sharing: which things, in the words that the giver was told
    /// For sharing: names of what an act of sharing may open; empty where only words are recorded.
    std::vector<std::string> fields{};
    std::string with{};      ///< for sharing: the agency's id, and nobody else
    std::string with_name{}; ///< as the giver was told it
    PersonId giver;
    Capacity capacity = Capacity::parental_responsibility;
    ConsentChannel channel = ConsentChannel::in_writing;
    int wording_version = 1;
    Date given_on;
    std::optional<Date> expires_on{}; ///< the last day it holds
    std::optional<Date> withdrawn_on{};
    std::string evidence{}; ///< where the form or the note of the call is
    bool refused = false;   ///< they were asked on that day and said no
    bool operator==(const Consent&) const = default;
};

enum class ConsentState : std::uint8_t { holds, not_yet, expired, withdrawn, refused };

/// What sharing rests on, one of: consent; a legal duty; a published exception to consent.
enum class ShareBasis : std::uint8_t { consent, legal_duty, override_of_consent };

/// The published exceptions. Source: confidentiality pages of Dorset's and Blackpool's services.
enum class OverrideGround : std::uint8_t {
    risk_of_harm,
    threat_to_safety,
    court_or_law,
    inspection
};

/// Sharing without or against consent.
struct Override {
    OverrideGround ground = OverrideGround::risk_of_harm;
    std::string reason{};
    std::string authorised_by{}; ///< the user's id; never the one who shares
    std::optional<Date> family_told_on{};
    std::string not_told_because{}; ///< where the family is not told
    std::optional<Date> review_on{};
    bool operator==(const Override&) const = default;
};

/// An act of sharing: nothing is seen by another agency without one (trust.md W-04).
struct Share {
    ShareId id;
    PersonId about;
    std::string with{}; ///< the agency's id
    std::string with_name{};
    std::vector<std::string> fields{}; ///< names of what is shared: "names", "schools"
    std::string statement{};           ///< words agreed with the family, where "statement" is named
    std::string purpose{};
    ShareBasis basis = ShareBasis::consent;
    std::optional<ConsentId> consent{};
    std::string law{}; ///< for a legal duty: the provision
    std::optional<Override> override_of_consent{};
    Date starts_on;
    Date ends_on; ///< the last day; an act of sharing always has one
    std::optional<Date> stopped_on{};
    std::string shared_by{}; ///< the user's id
    bool operator==(const Share&) const = default;
};

enum class ShareState : std::uint8_t { open, not_yet, ended, consent_ended };

std::string_view in_words(ConsentPurpose purpose);
std::string_view in_words(Capacity capacity);
std::string_view in_words(ConsentChannel channel);
std::string_view in_words(ConsentState state);
std::string_view in_words(ShareBasis basis);
std::string_view in_words(OverrideGround ground);
std::string_view in_words(ShareState state);
std::string_view key_of(ConsentPurpose purpose);
std::string_view key_of(Capacity capacity);
std::string_view key_of(ConsentChannel channel);
std::string_view key_of(ShareBasis basis);
std::string_view key_of(OverrideGround ground);
std::optional<ConsentPurpose> consent_purpose_named(std::string_view key);
std::optional<Capacity> capacity_named(std::string_view key);
std::optional<ConsentChannel> consent_channel_named(std::string_view key);
std::optional<ShareBasis> share_basis_named(std::string_view key);
std::optional<OverrideGround> override_ground_named(std::string_view key);

const std::vector<ConsentPurpose>& all_consent_purposes();
const std::vector<Capacity>& all_capacities();
const std::vector<ConsentChannel>& all_consent_channels();

} // namespace onroll::people
