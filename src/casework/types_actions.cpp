#include "casework/types_actions.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_actions_detail {

constexpr Word<ActionKind> kinds[] = {
    {ActionKind::family, "family", "Talking with the family"},
    {ActionKind::child, "child", "Talking with the child"},
    {ActionKind::school, "school", "School"},
    {ActionKind::council, "council", "Council"},
    {ActionKind::professional, "professional", "Advice to another professional"},
    {ActionKind::reading, "reading", "Reading and research"},
    {ActionKind::drafting, "drafting", "Drafting letters and papers"},
    {ActionKind::meeting, "meeting", "At a meeting"},
    {ActionKind::hearing, "hearing", "At a hearing"},
    {ActionKind::travel, "travel", "Travel"},
    {ActionKind::other, "other", "Other work"},
};
constexpr Word<Stage> stages[] = {
    {Stage::early_help, "early_help", "Early advice"},
    {Stage::school, "school", "With the school"},
    {Stage::governing_board, "governing_board", "Governing board"},
    {Stage::review_panel, "review_panel", "Independent review panel"},
    {Stage::tribunal, "tribunal", "Tribunal"},
    {Stage::provision, "provision", "Education after day 5, or elsewhere"},
    {Stage::going_back, "going_back", "Going back to school"},
    {Stage::any, "any", "No one stage"},
};
constexpr Word<Topic> topics[] = {
    {Topic::suspension, "suspension", "Suspension"},
    {Topic::permanent_exclusion, "permanent_exclusion", "Permanent exclusion"},
    {Topic::sent_home, "sent_home", "Sent home without a letter"},
    {Topic::part_time, "part_time", "Part-time timetable"},
    {Topic::move, "move", "Managed move or off-site direction"},
    {Topic::home_education, "home_education", "Pressure to home educate"},
    {Topic::attendance, "attendance", "Attendance"},
    {Topic::support_in_school, "support_in_school", "Support in school"},
    {Topic::plan, "plan", "EHC assessment or plan"},
    {Topic::discrimination, "discrimination", "Discrimination"},
    {Topic::admission, "admission", "Admission to a school"},
    {Topic::transport, "transport", "Transport"},
    {Topic::bullying, "bullying", "Bullying"},
    {Topic::health, "health", "Health"},
    {Topic::wider_needs, "wider_needs", "Housing, money and other needs"},
    {Topic::next_steps, "next_steps", "Next steps: a new school, a PRU or after 16"},
};

std::string counted(std::chrono::minutes::rep number, std::string_view word)
{
    return std::to_string(number) + " " + std::string(word) + (number == 1 ? "" : "s");
}

} // namespace types_actions_detail
using namespace types_actions_detail;

std::string_view key_of(ActionKind kind)
{
    return word_of(kinds, kind).key;
}
std::string_view key_of(Stage stage)
{
    return word_of(stages, stage).key;
}
std::string_view key_of(Topic topic)
{
    return word_of(topics, topic).key;
}
std::optional<ActionKind> action_kind_named(std::string_view key)
{
    return value_named(kinds, key);
}
std::optional<Stage> stage_named(std::string_view key)
{
    return value_named(stages, key);
}
std::optional<Topic> topic_named(std::string_view key)
{
    return value_named(topics, key);
}
std::string_view in_words(ActionKind kind)
{
    return word_of(kinds, kind).words;
}
std::string_view in_words(Stage stage)
{
    return word_of(stages, stage).words;
}
std::string_view in_words(Topic topic)
{
    return word_of(topics, topic).words;
}
const std::vector<ActionKind>& all_action_kinds()
{
    static const auto all = values_of(kinds);
    return all;
}
const std::vector<Stage>& all_stages()
{
    static const auto all = values_of(stages);
    return all;
}
const std::vector<Topic>& all_topics()
{
    static const auto all = values_of(topics);
    return all;
}

const std::vector<std::chrono::minutes>& minutes_by_one_press()
{
    using std::chrono::minutes;
    static const std::vector<minutes> all{minutes{5},  minutes{10}, minutes{15}, minutes{30},
                                          minutes{45}, minutes{60}, minutes{90}, minutes{120}};
    return all;
}

std::string hours_in_words(std::chrono::minutes time)
{
    const auto hours = time.count() / 60;
    const auto rest = time.count() % 60;
    if (hours == 0) return counted(rest, "minute");
    if (rest == 0) return counted(hours, "hour");
    return counted(hours, "hour") + " " + counted(rest, "minute");
}

} // namespace onroll::casework
