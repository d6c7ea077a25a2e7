#include "casework/types_feedback.h"

#include <array>
#

namespace onroll::casework {
namespace types_feedback_detail {

struct HelpedWords {
    Helped helped;
    std::string_view key;
    std::string_view words;
};
constexpr std::array answers{HelpedWords{Helped::very_much, "very_much", "Very much"},
                             HelpedWords{Helped::a_lot, "a_lot", "A lot"},
                             HelpedWords{Helped::somewhat, "somewhat", "Somewhat"},
                             HelpedWords{Helped::a_little, "a_little", "A little"},
                             HelpedWords{Helped::not_at_all, "not_at_all", "Not at all"}};

const HelpedWords& row_of(Helped helped)
{
    for (const auto& row : answers)
        if (row.helped == helped) return row;
    return answers.back();
}

} // namespace types_feedback_detail
using namespace types_feedback_detail;

std::string_view key_of(Helped helped)
{
    return row_of(helped).key;
}
std::string_view in_words(Helped helped)
{
    return row_of(helped).words;
}
std::optional<Helped> helped_named(std::string_view key)
{
    for (const auto& row : answers)
        if (row.key == key) return row.helped;
    return std::nullopt;
}
const std::vector<Helped>& all_helped()
{
    static const std::vector<Helped> all = [] {
        std::vector<Helped> made;
        for (const auto& row : answers) made.push_back(row.helped);
        return made;
    }();
    return all;
}

} // namespace onroll::casework
