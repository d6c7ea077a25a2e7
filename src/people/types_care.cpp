#include "people/types_care.h"

#include "people/named_values.h"

namespace onroll::people {

namespace types_care_detail {

constexpr std::array<NamedValue<CareStatus>, 4> statuses{
    {{CareStatus::never, "never", "Never looked after, as far as is known"},
     {CareStatus::section_20, "section_20", "Looked after: accommodated under section 20"},
     {CareStatus::by_order, "by_order", "Looked after: by an order of a court"},
     {CareStatus::previously, "previously", "Looked after before, and not now"}}};

} // namespace types_care_detail

std::string_view in_words(CareStatus status)
{
    return named_value(types_care_detail::statuses, status).words;
}

std::string_view key_of(CareStatus status)
{
    return named_value(types_care_detail::statuses, status).key;
}

std::optional<CareStatus> care_status_named(std::string_view key)
{
    return value_named(types_care_detail::statuses, key);
}

const std::vector<CareStatus>& all_care_statuses()
{
    static const std::vector<CareStatus> all{CareStatus::never, CareStatus::section_20,
                                             CareStatus::by_order, CareStatus::previously};
    return all;
}

std::string said_of(const CareStatement& statement)
{
    auto words = std::string(in_words(statement.status));
    if (!statement.council.empty()) words += ", by " + statement.council;
    return words;
}

} // namespace onroll::people
