#include "casework/types_needs.h"

#include <array>

namespace onroll::casework {
namespace types_needs_detail {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 9> need_words{{{"paediatric", "Paediatrician: health or development"},
                                          {"hearing", "Hearing"},
                                          {"vision", "Eyesight"},
                                          {"dyslexia", "Reading and writing (dyslexia)"},
                                          {"speech_and_language", "Speech and language"},
                                          {"autism", "Autism"},
                                          {"adhd", "ADHD"},
                                          {"mental_health", "Mental health"},
                                          {"something_else", "Something else"}}};
constexpr std::array<Pair, 6> step_words{{{"noticed", "Noticed"},
                                          {"asked", "Asked for"},
                                          {"waiting", "Put on a waiting list"},
                                          {"seen", "Seen"},
                                          {"refused", "Turned down"},
                                          {"met", "Help began"}}};
constexpr std::array<Pair, 3> journey_words{{{"contact", "An agency or service came in"},
                                             {"wait", "A time of waiting"},
                                             {"moment", "Something that happened"}}};
constexpr std::array<std::string_view, 5> feeling_words{"Very hard", "Hard", "Up and down",
                                                        "Better", "Good"};

template <class Word, std::size_t size>
std::optional<Word> named(const std::array<Pair, size>& words, std::string_view key)
{
    for (std::size_t i = 0; i < size; ++i)
        if (words[i].first == key) return static_cast<Word>(i);
    return std::nullopt;
}

template <class Word, std::size_t size>
std::vector<Word> all_of(const std::array<Pair, size>&)
{
    std::vector<Word> all;
    for (std::size_t i = 0; i < size; ++i) all.push_back(static_cast<Word>(i));
    return all;
}

} // namespace types_needs_detail
using namespace types_needs_detail;

bool Need::unmet_on(Date day) const
{
    if (day < noticed_on()) return false;
    bool unmet = true;
    for (const auto& step : steps)
        if (step.on <= day) unmet = step.step < NeedStep::seen || step.step == NeedStep::refused;
    return unmet;
}

std::string_view key_of(NeedKind kind)
{
    return need_words[static_cast<std::size_t>(kind)].first;
}
std::string_view key_of(NeedStep step)
{
    return step_words[static_cast<std::size_t>(step)].first;
}
std::string_view key_of(JourneyKind kind)
{
    return journey_words[static_cast<std::size_t>(kind)].first;
}
std::optional<NeedKind> need_kind_named(std::string_view key)
{
    return named<NeedKind>(need_words, key);
}
std::optional<NeedStep> need_step_named(std::string_view key)
{
    return named<NeedStep>(step_words, key);
}
std::optional<JourneyKind> journey_kind_named(std::string_view key)
{
    return named<JourneyKind>(journey_words, key);
}
std::string_view in_words(NeedKind kind)
{
    return need_words[static_cast<std::size_t>(kind)].second;
}
std::string_view in_words(NeedStep step)
{
    return step_words[static_cast<std::size_t>(step)].second;
}
std::string_view in_words(JourneyKind kind)
{
    return journey_words[static_cast<std::size_t>(kind)].second;
}
std::string_view feeling_in_words(int feeling)
{
    return feeling_words.at(static_cast<std::size_t>(feeling - 1));
}
const std::vector<NeedKind>& all_need_kinds()
{
    static const auto all = all_of<NeedKind>(need_words);
    return all;
}
const std::vector<NeedStep>& all_need_steps()
{
    static const auto all = all_of<NeedStep>(step_words);
    return all;
}
const std::vector<JourneyKind>& all_journey_kinds()
{
    static const auto all = all_of<JourneyKind>(journey_words);
    return all;
}

} // namespace onroll::casework
