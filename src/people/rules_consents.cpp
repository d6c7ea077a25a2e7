#include "people/rules_consents.h"

#include "people/rules_family.h"

#include <algorithm>

namespace onroll::people {

namespace rules_consents_detail {

constexpr std::size_t least_reason = 20; ///< characters, as for break-glass

void check_override(const Share& share, Date today, std::vector<Error>& problems)
{
    if (!share.override_of_consent) {
        problems.push_back(bad_input("Say why you are sharing without consent", "reason"));
        return;
    }
    const auto& given = *share.override_of_consent;
    if (given.reason.size() < least_reason)
        problems.push_back(bad_input(
            "Give the reason for sharing without consent in at least 20 characters", "reason"));
    if (given.authorised_by.empty())
        problems.push_back(
            bad_input("Name the manager who authorised sharing without consent", "authorised_by"));
    else if (given.authorised_by == share.shared_by)
        problems.push_back(bad_input("Somebody other than you must authorise sharing without "
                                     "consent",
                                     "authorised_by"));
    if (!given.family_told_on && given.not_told_because.empty())
        problems.push_back(bad_input(
            "Enter the date the family was told, or why they have not been told", "told"));
    if (!given.review_on || *given.review_on <= today)
        problems.push_back(bad_input("Enter a date in the future to review this", "review"));
}

const Consent* find_consent(const std::vector<Consent>& consents,
                            const std::optional<ConsentId>& id)
{
    if (!id) return nullptr;
    const auto found = std::find_if(consents.begin(), consents.end(),
                                    [&](const Consent& consent) { return consent.id == *id; });
    return found == consents.end() ? nullptr : &*found;
}

constexpr std::size_t least_words = 20;       ///< characters of what people agree to
constexpr std::size_t most_words = 2'000;     ///< the same
constexpr std::size_t most_statement = 4'000; ///< characters of words agreed with the family

bool is_named(const std::vector<std::string>& fields, std::string_view field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// A consent that was recorded in words alone says nothing of fields: whoever shares reads them.
bool covers(const Consent& consent, const Share& share)
{
    return consent.fields.empty() ||
           std::all_of(share.fields.begin(), share.fields.end(),
                       [&](const std::string& field) { return is_named(consent.fields, field); });
}

} // namespace rules_consents_detail

ConsentState state_of(const Consent& consent, Date today)
{
    if (consent.refused) return ConsentState::refused;
    if (consent.withdrawn_on && *consent.withdrawn_on <= today) return ConsentState::withdrawn;
    if (consent.given_on > today) return ConsentState::not_yet;
    if (consent.expires_on && *consent.expires_on < today) return ConsentState::expired;
    return ConsentState::holds;
}

std::string_view standing_words(ConsentPurpose purpose)
{
    switch (purpose) {
    case ConsentPurpose::advice:
        return "I agree that you keep a record so that you can advise me. I can change my mind at "
               "any time.";
    case ConsentPurpose::sharing:
        return "I agree that you share what is named here with the agency named here. I can change "
               "my mind at any time.";
    case ConsentPurpose::linkage:
        return "I agree that my record is counted together with others. Nobody is named in what is "
               "published. I can change my mind at any time.";
    case ConsentPurpose::survey:
        return "I agree to be asked about the help I had. I can change my mind at any time.";
    }
    return {};
}

const Wording* wording_in_force(const std::vector<Wording>& all, ConsentPurpose purpose, Date day)
{
    const Wording* in_force = nullptr;
    for (const auto& one : all)
        if (one.purpose == purpose && one.from <= day &&
            (!in_force || one.version > in_force->version))
            in_force = &one;
    return in_force;
}

const Wording* newest_wording(const std::vector<Wording>& all, ConsentPurpose purpose)
{
    const Wording* newest = nullptr;
    for (const auto& one : all)
        if (one.purpose == purpose && (!newest || one.version > newest->version)) newest = &one;
    return newest;
}

std::vector<Error> problems_of_wording(const std::vector<Wording>& before, ConsentPurpose purpose,
                                       std::string_view words, Date from)
{
    using namespace rules_consents_detail;
    std::vector<Error> problems;
    if (words.empty())
        problems.push_back(bad_input("Enter what people agree to", "words"));
    else if (words.size() < least_words)
        problems.push_back(bad_input(
            "Say what people agree to, what for, and that they can change their mind", "words"));
    else if (words.size() > most_words)
        problems.push_back(bad_input("Keep the words under 2,000 characters", "words"));
    const auto* newest = newest_wording(before, purpose);
    if (newest && newest->text == words)
        problems.push_back(bad_input("Change the words: these are in use already", "words"));
    if (newest && from <= newest->from)
        problems.push_back(bad_input("The first day must be after " + in_words(newest->from) +
                                         ", when the words before these began",
                                     "from"));
    return problems;
}

std::vector<Error> problems_of(const Consent& consent, const Person& giver, Date today)
{
    std::vector<Error> problems;
    if (consent.given_on > today)
        problems.push_back(
            bad_input("The date consent was given must be today or earlier", "given_on"));
    if (consent.expires_on && *consent.expires_on < consent.given_on)
        problems.push_back(
            bad_input("The last day of consent must be after the day it was given", "expires_on"));
    if (consent.purpose == ConsentPurpose::sharing) {
        if (consent.with.empty())
            problems.push_back(bad_input("Choose the agency to share with", "with"));
        if (consent.scope.empty() && consent.fields.empty())
            problems.push_back(bad_input("Choose what may be shared", "fields"));
    }
    const bool is_child = giver.id == consent.about && giver.kind == PersonKind::child;
    if (consent.capacity == Capacity::young_person_16_or_over &&
        (!is_child || !giver.born_on || age_on(*giver.born_on, consent.given_on) < 16))
        problems.push_back(bad_input(
            "Choose another capacity: the person giving consent is not known to be 16 or over",
            "capacity"));
    if (consent.capacity == Capacity::competent_child && !is_child)
        problems.push_back(
            bad_input("Only the child can consent as a child who understands", "capacity"));
    if (consent.capacity == Capacity::own_behalf &&
        (giver.id != consent.about || giver.kind != PersonKind::adult))
        problems.push_back(
            bad_input("An adult can consent in this way only about themselves", "capacity"));
    if (consent.capacity == Capacity::parental_responsibility && giver.kind != PersonKind::adult)
        problems.push_back(bad_input("Choose an adult with parental responsibility", "capacity"));
    return problems;
}

ShareState state_of(const Share& share, const Consent* consent, Date today)
{
    if (share.stopped_on && *share.stopped_on <= today) return ShareState::ended;
    if (share.ends_on < today) return ShareState::ended;
    if (share.starts_on > today) return ShareState::not_yet;
    if (share.basis == ShareBasis::consent && (!consent || consent->id != share.consent ||
                                               state_of(*consent, today) != ConsentState::holds))
        return ShareState::consent_ended;
    return ShareState::open;
}

std::vector<Error> problems_of(const Share& share, const Consent* consent, Date today)
{
    using namespace rules_consents_detail;
    std::vector<Error> problems;
    if (share.with.empty())
        problems.push_back(bad_input("Choose the agency to share with", "with"));
    if (share.fields.empty()) problems.push_back(bad_input("Choose what to share", "fields"));
    const bool has_statement = is_named(share.fields, "statement");
    if (has_statement && share.statement.empty())
        problems.push_back(
            bad_input("Enter the words that you agreed with the family", "statement"));
    if (!has_statement && !share.statement.empty())
        problems.push_back(bad_input("Choose the words agreed with the family under What, or leave "
                                     "them out",
                                     "statement"));
    if (share.statement.size() > most_statement)
        problems.push_back(bad_input("Keep the words under 4,000 characters", "statement"));
    if (share.purpose.empty())
        problems.push_back(bad_input("Say what the agency needs it for", "purpose"));
    if (share.ends_on < share.starts_on)
        problems.push_back(bad_input("The last day must be after the first day", "ends_on"));
    switch (share.basis) {
    case ShareBasis::consent:
        if (!consent || consent->about != share.about ||
            consent->purpose != ConsentPurpose::sharing || consent->with != share.with ||
            state_of(*consent, today) != ConsentState::holds)
            problems.push_back(
                bad_input("Choose a consent in force to share with this agency", "consent"));
        else if (consent->expires_on && share.ends_on > *consent->expires_on)
            problems.push_back(
                bad_input("The last day must not be after the consent expires", "ends_on"));
        else if (!covers(*consent, share))
            problems.push_back(bad_input(
                "Choose only what the consent covers. For more, ask for a new consent", "fields"));
        break;
    case ShareBasis::legal_duty:
        if (share.law.empty())
            problems.push_back(bad_input("Name the law that requires it", "law"));
        break;
    case ShareBasis::override_of_consent:
        check_override(share, today, problems);
        break;
    }
    return problems;
}

std::vector<std::string> fields_seen(const std::vector<Share>& shares,
                                     const std::vector<Consent>& consents, std::string_view agency,
                                     const PersonId& about, Date today)
{
    std::vector<std::string> fields;
    for (const auto& share : shares) {
        if (share.with != agency || share.about != about) continue;
        const auto* consent = rules_consents_detail::find_consent(consents, share.consent);
        if (state_of(share, consent, today) != ShareState::open) continue;
        fields.insert(fields.end(), share.fields.begin(), share.fields.end());
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

std::vector<Share> already_received(const std::vector<Share>& shares, const Consent& consent,
                                    Date today)
{
    std::vector<Share> received;
    if (consent.refused || state_of(consent, today) == ConsentState::holds) return received;
    for (const auto& share : shares)
        if (share.consent == consent.id && share.starts_on <= today &&
            (!consent.withdrawn_on || share.starts_on <= *consent.withdrawn_on))
            received.push_back(share);
    return received;
}

} // namespace onroll::people
