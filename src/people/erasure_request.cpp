#include "people/erasure_request.h"

#include "people/named_values.h"

namespace onroll::people {

namespace erasure_request_detail {

constexpr std::array<NamedValue<ErasureGround>, 6> grounds{
    {{ErasureGround::not_needed, "not_needed", "It is no longer needed"},
     {ErasureGround::consent_withdrawn, "consent_withdrawn", "They take their consent back"},
     {ErasureGround::objection, "objection", "They object to its use"},
     {ErasureGround::unlawful, "unlawful", "They say it is held against the law"},
     {ErasureGround::required_by_law, "required_by_law", "The law says that it must go"},
     {ErasureGround::not_said, "not_said", "They gave no reason"}}};

constexpr std::array<NamedValue<ErasablePart>, 5> parts{
    {{ErasablePart::contacts, "contacts", "Telephone numbers and email addresses"},
     {ErasablePart::old_addresses, "old_addresses", "Addresses where they no longer live"},
     {ErasablePart::other_names, "other_names", "Other names"},
     {ErasablePart::earlier_values, "earlier_values", "What the record said before it was changed"},
     {ErasablePart::households, "households", "Who lives together with them"}}};

constexpr std::array<NamedValue<KeepReason>, 5> reasons{
    {{KeepReason::public_task, "public_task",
      "We hold it because the law gives us that task: the right does not apply"},
     {KeepReason::legal_claim, "legal_claim", "It is needed for a legal claim"},
     {KeepReason::statistics, "statistics",
      "It is kept for statistics or research that would fail"},
     {KeepReason::still_needed, "still_needed", "It is still needed for what it was collected for"},
     {KeepReason::unfounded, "unfounded", "The request has no basis, or is the same again"}}};

constexpr std::array<NamedValue<ErasureDecision>, 4> decisions{
    {{ErasureDecision::open, "", "Not decided yet"},
     {ErasureDecision::whole, "whole", "The whole record goes"},
     {ErasureDecision::parts, "parts", "Parts of it go, the rest stays"},
     {ErasureDecision::refused, "refused", "All of it stays"}}};

template <class Enum, std::size_t count>
std::vector<Enum> values_of(const std::array<NamedValue<Enum>, count>& table)
{
    std::vector<Enum> values;
    for (const auto& row : table) values.push_back(row.value);
    return values;
}

} // namespace erasure_request_detail

#define ONROLL_PEOPLE_WORDS(Enum, table, named)                                                    \
    std::string_view in_words(Enum value)                                                          \
    {                                                                                              \
        return named_value(erasure_request_detail::table, value).words;                            \
    }                                                                                              \
    std::string_view key_of(Enum value)                                                            \
    {                                                                                              \
        return named_value(erasure_request_detail::table, value).key;                              \
    }                                                                                              \
    std::optional<Enum> named(std::string_view key)                                                \
    {                                                                                              \
        return value_named(erasure_request_detail::table, key);                                    \
    }

ONROLL_PEOPLE_WORDS(ErasureGround, grounds, erasure_ground_named)
ONROLL_PEOPLE_WORDS(ErasablePart, parts, erasable_part_named)
ONROLL_PEOPLE_WORDS(KeepReason, reasons, keep_reason_named)
ONROLL_PEOPLE_WORDS(ErasureDecision, decisions, erasure_decision_named)

#undef ONROLL_PEOPLE_WORDS

const std::vector<ErasureGround>& all_erasure_grounds()
{
    static const auto all = erasure_request_detail::values_of(erasure_request_detail::grounds);
    return all;
}
const std::vector<ErasablePart>& all_erasable_parts()
{
    static const auto all = erasure_request_detail::values_of(erasure_request_detail::parts);
    return all;
}
const std::vector<KeepReason>& all_keep_reasons()
{
    static const auto all = erasure_request_detail::values_of(erasure_request_detail::reasons);
    return all;
}

} // namespace onroll::people
