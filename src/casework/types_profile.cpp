#include "casework/types_profile.h"

#include <array>

namespace onroll::casework {
namespace types_profile_detail {

struct NeedWords {
    WiderNeed need;
    std::string_view key;
    std::string_view words;
};
constexpr std::array needs{
    NeedWords{WiderNeed::housing, "housing", "Housing"},
    NeedWords{WiderNeed::money, "money", "Money, food or benefits"},
    NeedWords{WiderNeed::health, "health", "The child’s physical health"},
    NeedWords{WiderNeed::mental_health, "mental_health", "The child’s mental health"},
    NeedWords{WiderNeed::neurodevelopment, "neurodevelopment",
              "Waiting for an assessment, such as for autism or ADHD"},
    NeedWords{WiderNeed::speech_and_language, "speech_and_language", "Speech and language"},
    NeedWords{WiderNeed::parent_health, "parent_health", "A parent’s health or disability"},
    NeedWords{WiderNeed::domestic_abuse, "domestic_abuse", "Domestic abuse"},
    NeedWords{WiderNeed::substance_use, "substance_use", "Drugs or alcohol"},
    NeedWords{WiderNeed::bereavement, "bereavement", "Bereavement or loss"},
    NeedWords{WiderNeed::young_carer, "young_carer", "The child cares for somebody"},
    NeedWords{WiderNeed::immigration, "immigration", "Immigration or asylum"},
    NeedWords{WiderNeed::interpreter, "interpreter", "Language or interpreting"},
    NeedWords{WiderNeed::transport, "transport", "Getting to school"},
    NeedWords{WiderNeed::bullying, "bullying", "Bullying"},
    NeedWords{WiderNeed::racism, "racism", "Racism or other discrimination"},
    NeedWords{WiderNeed::exploitation, "exploitation", "Exploitation or harm outside the home"},
    NeedWords{WiderNeed::youth_justice, "youth_justice", "Police or youth justice"},
    NeedWords{WiderNeed::social_care, "social_care", "Social care is or should be involved"},
    NeedWords{WiderNeed::parent_work, "parent_work", "A parent’s job is at risk"},
    NeedWords{WiderNeed::other, "other", "Something else"}};

struct ChooserWords {
    ChosenBy who;
    std::string_view key;
    std::string_view words;
};
constexpr std::array choosers{ChooserWords{ChosenBy::child, "child", "The child"},
                              ChooserWords{ChosenBy::family, "family", "The family"},
                              ChooserWords{ChosenBy::school, "school", "The school"},
                              ChooserWords{ChosenBy::not_known, "not_known", "Not known"}};

const NeedWords& row_of(WiderNeed need)
{
    return needs[static_cast<std::size_t>(need)];
}
const ChooserWords& row_of(ChosenBy who)
{
    for (const auto& row : choosers)
        if (row.who == who) return row;
    return choosers.back();
}

} // namespace types_profile_detail
using namespace types_profile_detail;

std::string_view key_of(WiderNeed need)
{
    return row_of(need).key;
}
std::string_view in_words(WiderNeed need)
{
    return row_of(need).words;
}
std::optional<WiderNeed> wider_need_named(std::string_view key)
{
    for (const auto& row : needs)
        if (row.key == key) return row.need;
    return std::nullopt;
}
const std::vector<WiderNeed>& all_wider_needs()
{
    static const std::vector<WiderNeed> all = [] {
        std::vector<WiderNeed> made;
        for (const auto& row : needs) made.push_back(row.need);
        return made;
    }();
    return all;
}

std::string_view key_of(ChosenBy who)
{
    return row_of(who).key;
}
std::string_view in_words(ChosenBy who)
{
    return row_of(who).words;
}
std::optional<ChosenBy> chosen_by_named(std::string_view key)
{
    for (const auto& row : choosers)
        if (row.key == key) return row.who;
    return std::nullopt;
}
const std::vector<ChosenBy>& all_choosers()
{
    static const std::vector<ChosenBy> all{ChosenBy::child, ChosenBy::family, ChosenBy::school,
                                           ChosenBy::not_known};
    return all;
}

} // namespace onroll::casework
