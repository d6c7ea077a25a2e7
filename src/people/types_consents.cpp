#include "people/types_consents.h"

#include "people/named_values.h"

namespace onroll::people {

namespace types_consents_detail {

constexpr std::array<NamedValue<ConsentPurpose>, 4> purposes{
    {{ConsentPurpose::advice, "advice", "Advice and support"},
     {ConsentPurpose::sharing, "sharing", "Sharing with another agency"},
     {ConsentPurpose::linkage, "linkage", "Counting with other records"},
     {ConsentPurpose::survey, "survey", "A survey"}}};

constexpr std::array<NamedValue<Capacity>, 4> capacities{
    {{Capacity::parental_responsibility, "parental_responsibility",
      "Has parental responsibility for the child"},
     {Capacity::young_person_16_or_over, "young_person_16_or_over", "Young person aged 16 or over"},
     {Capacity::competent_child, "competent_child", "Child who understands what they agree to"},
     {Capacity::own_behalf, "own_behalf", "Adult, about themselves"}}};

constexpr std::array<NamedValue<ConsentChannel>, 4> channels{
    {{ConsentChannel::in_writing, "in_writing", "In writing"},
     {ConsentChannel::online_form, "online_form", "By an online form"},
     {ConsentChannel::by_telephone, "by_telephone", "By telephone"},
     {ConsentChannel::in_person, "in_person", "In person"}}};

constexpr std::array<NamedValue<ConsentState>, 5> states{
    {{ConsentState::holds, "holds", "In force"},
     {ConsentState::not_yet, "not_yet", "Not yet"},
     {ConsentState::expired, "expired", "Expired"},
     {ConsentState::withdrawn, "withdrawn", "Withdrawn"},
     {ConsentState::refused, "refused", "Said no"}}};

constexpr std::array<NamedValue<ShareBasis>, 3> bases{
    {{ShareBasis::consent, "consent", "Consent"},
     {ShareBasis::legal_duty, "legal_duty", "A legal duty"},
     {ShareBasis::override_of_consent, "override_of_consent", "An exception, without consent"}}};

constexpr std::array<NamedValue<OverrideGround>, 4> grounds{
    {{OverrideGround::risk_of_harm, "risk_of_harm", "Risk of harm to a child or adult"},
     {OverrideGround::threat_to_safety, "threat_to_safety", "A threat to somebody’s safety"},
     {OverrideGround::court_or_law, "court_or_law", "A court or the law requires it"},
     {OverrideGround::inspection, "inspection", "Inspection of the service"}}};

constexpr std::array<NamedValue<ShareState>, 4> share_states{
    {{ShareState::open, "open", "Open"},
     {ShareState::not_yet, "not_yet", "Not yet"},
     {ShareState::ended, "ended", "Ended"},
     {ShareState::consent_ended, "consent_ended", "Stopped: consent has ended"}}};

template <class Enum, std::size_t count>
std::vector<Enum> values_of(const std::array<NamedValue<Enum>, count>& table)
{
    std::vector<Enum> values;
    for (const auto& row : table) values.push_back(row.value);
    return values;
}

} // namespace types_consents_detail

std::string_view in_words(ConsentState state)
{
    return named_value(types_consents_detail::states, state).words;
}
std::string_view in_words(ShareState state)
{
    return named_value(types_consents_detail::share_states, state).words;
}

#define ONROLL_PEOPLE_WORDS(Enum, table, named)                                                    \
    std::string_view in_words(Enum value)                                                          \
    {                                                                                              \
        return named_value(types_consents_detail::table, value).words;                             \
    }                                                                                              \
    std::string_view key_of(Enum value)                                                            \
    {                                                                                              \
        return named_value(types_consents_detail::table, value).key;                               \
    }                                                                                              \
    std::optional<Enum> named(std::string_view key)                                                \
    {                                                                                              \
        return value_named(types_consents_detail::table, key);                                     \
    }

ONROLL_PEOPLE_WORDS(ConsentPurpose, purposes, consent_purpose_named)
ONROLL_PEOPLE_WORDS(Capacity, capacities, capacity_named)
ONROLL_PEOPLE_WORDS(ConsentChannel, channels, consent_channel_named)
ONROLL_PEOPLE_WORDS(ShareBasis, bases, share_basis_named)
ONROLL_PEOPLE_WORDS(OverrideGround, grounds, override_ground_named)

#undef ONROLL_PEOPLE_WORDS

const std::vector<ConsentPurpose>& all_consent_purposes()
{
    static const auto all = types_consents_detail::values_of(types_consents_detail::purposes);
    return all;
}
const std::vector<Capacity>& all_capacities()
{
    static const auto all = types_consents_detail::values_of(types_consents_detail::capacities);
    return all;
}
const std::vector<ConsentChannel>& all_consent_channels()
{
    static const auto all = types_consents_detail::values_of(types_consents_detail::channels);
    return all;
}

} // namespace onroll::people
