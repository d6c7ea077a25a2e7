#include "people/subject_access.h"

#include "platform/json/json.h"

#include <algorithm>
#include <array>

namespace onroll::people {

namespace subject_access_detail {

struct ReasonWords {
    LeaveReason reason;
    std::string_view key, words, source;
};
constexpr std::array reason_words{
    ReasonWords{LeaveReason::about_others, "others", "About somebody else, who does not agree",
                "Data Protection Act 2018, Schedule 2, paragraph 16"},
    ReasonWords{LeaveReason::serious_harm, "harm", "Likely to cause serious harm",
                "Data Protection Act 2018, Schedule 3, paragraphs 5, 11 and 19"},
    ReasonWords{LeaveReason::child_abuse, "abuse",
                "About abuse of a child, and not in the child’s interests to tell",
                "Data Protection Act 2018, Schedule 3, paragraph 21"},
    ReasonWords{LeaveReason::legal_advice, "advice", "Legal advice",
                "Data Protection Act 2018, Schedule 2, paragraph 19"}};

const ReasonWords& words_of(LeaveReason reason)
{
    return *std::find_if(reason_words.begin(), reason_words.end(),
                         [&](const ReasonWords& each) { return each.reason == reason; });
}

void leave_out(AccessCopy& copy, const std::string& section, LeaveReason why)
{
    for (auto& left : copy.left_out)
        if (left.section == section && left.why == why) {
            ++left.count;
            return;
        }
    copy.left_out.push_back({section, why});
}

} // namespace subject_access_detail

std::string_view key_of(LeaveReason reason)
{
    return subject_access_detail::words_of(reason).key;
}

std::string_view in_words(LeaveReason reason)
{
    return subject_access_detail::words_of(reason).words;
}

std::string_view source_of(LeaveReason reason)
{
    return subject_access_detail::words_of(reason).source;
}

const std::vector<LeaveReason>& all_leave_reasons()
{
    static const std::vector<LeaveReason> all{LeaveReason::about_others, LeaveReason::serious_harm,
                                              LeaveReason::child_abuse, LeaveReason::legal_advice};
    return all;
}

std::optional<std::optional<LeaveReason>> decision_named(std::string_view answer)
{
    if (answer == give) return std::optional<LeaveReason>();
    for (const auto reason : all_leave_reasons())
        if (key_of(reason) == answer) return std::optional(reason);
    return std::nullopt;
}

AccessCopy copy_of(const Gathered& gathered, const std::vector<HeldItem>& items,
                   const Decisions& decisions, Date made_on)
{
    AccessCopy copy{gathered.agency, full_name(gathered.record.child.name), made_on, {}, {}};
    for (const auto& item : items) {
        if (!item.third_party) {
            copy.items.push_back(item);
            continue;
        }
        const auto decided = decisions.find(item.key);
        if (decided != decisions.end() && !decided->second)
            copy.items.push_back(item);
        else
            subject_access_detail::leave_out(copy, item.section,
                                             decided == decisions.end() ? LeaveReason::about_others
                                                                        : *decided->second);
    }
    return copy;
}

std::string json_of(const AccessCopy& copy)
{
    json::Value written{{"made_on", iso(copy.made_on)},
                        {"made_by", copy.agency},
                        {"about", copy.about},
                        {"items", json::Value::array()},
                        {"left_out", json::Value::array()}};
    for (const auto& item : copy.items) {
        // A name may come twice, as two telephone numbers do.
        json::Value facts = json::Value::array();
        for (const auto& [name, value] : item.facts)
            facts.push_back({{"name", name}, {"value", value}});
        written["items"].push_back({{"section", item.section}, {"facts", facts}});
    }
    for (const auto& left : copy.left_out)
        written["left_out"].push_back({{"section", left.section},
                                       {"count", left.count},
                                       {"why", std::string(in_words(left.why))},
                                       {"source", std::string(source_of(left.why))}});
    return json::print_indented(written);
}

} // namespace onroll::people
