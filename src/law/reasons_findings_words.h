// The words that the sentences of findings share, and the sentences about meetings. Only for
// reasons_findings*.cpp.
#pragma once

#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::law::reasons_findings_detail {

inline std::string day(const std::optional<Date>& date)
{
    return date ? in_words(*date) : std::string("a day that is not known");
}

/// The board by the name that its kind of school gives it.
inline std::string board(const History& history, const Finding& found)
{
    if (found.exclusion >= history.exclusions.size()) return "the board";
    switch (board_of(*history.schools[history.exclusions[found.exclusion].school])) {
    case Actor::academy_trust:
        return "the academy trust";
    case Actor::management_committee:
        return "the management committee";
    default:
        return "the governing board";
    }
}

inline std::string capital(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

inline std::string items(const Finding& found)
{
    return words_for_codes(found.items);
}

struct Words {
    std::string_view reason, sentence;
};

/// The sentence for a reason, from a list whose last entry has none and serves the rest.
template <std::size_t Count>
std::string by_reason(const Finding& found, const std::array<Words, Count>& all)
{
    for (const auto& one : all)
        if (one.reason.empty() || one.reason == found.reason) return std::string(one.sentence);
    return {};
}

/// Sentences about the board's meeting, its outcome, and the review; empty for any other finding.
std::string about_the_meeting(const History&, const Finding&);
std::string about_the_outcome(const History&, const Finding&);
std::string about_the_review(const History&, const Finding&);

} // namespace onroll::law::reasons_findings_detail
