#include "casework/rules_spoken_hours.h"

#include <doctest/doctest.h>

namespace casework_rules_spoken_hours_test {

using namespace onroll::casework;

TEST_CASE("safe hours are taken as a caller says them")
{
    struct Row {
        const char* said;
        std::optional<SpokenHours> hours;
    };
    constexpr int day = 24 * 60;
    for (const auto& row : {
             Row{"After 3:30pm. No voicemail, no texts.", SpokenHours{15 * 60 + 30, day}},
             Row{"after 3.30", SpokenHours{15 * 60 + 30, day}},
             Row{"Before 5", SpokenHours{0, 17 * 60}},
             Row{"between 9 and 2", SpokenHours{9 * 60, 14 * 60}},
             Row{"9am-2pm only", SpokenHours{9 * 60, 14 * 60}},
             Row{"from 10 am to noon, ask for Ann", SpokenHours{10 * 60, 12 * 60}},
             Row{"not before 9, not after 17:00", SpokenHours{9 * 60, 17 * 60}},
             Row{"text 07700 900416", std::nullopt},
             Row{"ask for Ann, her sister", std::nullopt},
             Row{"after 99", std::nullopt},
             Row{"between 5 and 9", std::nullopt},
             Row{"", std::nullopt},
         }) {
        CAPTURE(row.said);
        CHECK(hours_as_said(row.said) == row.hours);
    }
}

TEST_CASE("the time of a task is taken as it is said, and nothing else is")
{
    using std::chrono::minutes;
    CHECK(time_as_said("1pm") == minutes{13 * 60});
    CHECK(time_as_said("by 9:30am") == minutes{9 * 60 + 30});
    CHECK(time_as_said("13.30") == minutes{13 * 60 + 30});
    CHECK(time_as_said("midday") == minutes{12 * 60});
    CHECK(time_as_said("4") == minutes{16 * 60});
    for (const auto* words : {"", "after lunch", "25:00", "9:75", "9 to 10", "1pm sharp", "24:00"})
        CHECK_MESSAGE(!time_as_said(words), words);
}

} // namespace casework_rules_spoken_hours_test
