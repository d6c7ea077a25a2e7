// The codes that stand for answers in the fields of a form.
#pragma once

#include "check/answers.h"

#include <array>
#include <string_view>

namespace onroll::check::answer_codes {

template <class Value>
struct Word {
    std::string_view code;
    Value value;
};

inline constexpr std::array<Word<Happened>, 10> happened_words{{
    {"suspended", Happened::suspended},
    {"permanent", Happened::permanent},
    {"lunchtimes", Happened::lunchtimes},
    {"sent_home", Happened::sent_home},
    {"collected_early", Happened::collected_early},
    {"part_time", Happened::part_time},
    {"unit", Happened::unit},
    {"moved", Happened::moved},
    {"home_education", Happened::home_education},
    {"off_roll", Happened::off_roll},
}};
inline constexpr std::array<Word<Sen>, 4> sen_words{{{"plan", Sen::plan},
                                                     {"support", Sen::support},
                                                     {"waiting", Sen::waiting},
                                                     {"none", Sen::none}}};
inline constexpr std::array<Word<Care>, 3> care_words{{{"looked_after", Care::looked_after},
                                                       {"social_worker", Care::social_worker},
                                                       {"neither", Care::neither}}};
inline constexpr std::array<Word<Age>, 4> age_words{{{"under_five", Age::under_five},
                                                     {"school", Age::school},
                                                     {"sixth_form", Age::sixth_form},
                                                     {"eighteen", Age::eighteen}}};
inline constexpr std::array<Word<Board>, 3> board_words{
    {{"not_yet", Board::not_yet}, {"stays", Board::stays}, {"back", Board::may_come_back}}};
inline constexpr std::array<Word<Because>, 4> because_words{{{"behaviour", Because::behaviour},
                                                             {"staffing", Because::staffing},
                                                             {"illness", Because::illness},
                                                             {"other", Because::other}}};
inline constexpr std::array<Word<Where>, 3> where_words{
    {{"own", Where::own_school}, {"other", Where::other_school}, {"online", Where::online}}};
inline constexpr std::array<Word<OffRollReason>, 5> off_roll_words{
    {{"home_education", OffRollReason::home_education},
     {"moved", OffRollReason::moved},
     {"excluded", OffRollReason::excluded},
     {"attendance", OffRollReason::attendance},
     {"no_reason", OffRollReason::no_reason}}};
inline constexpr std::array<Word<law::SchoolType>, 4> type_words{
    {{"maintained", law::SchoolType::maintained},
     {"academy", law::SchoolType::academy},
     {"ap_academy", law::SchoolType::ap_academy},
     {"pru", law::SchoolType::pru}}};
inline constexpr std::array<Word<law::Session>, 2> half_words{
    {{"am", law::Session::am}, {"pm", law::Session::pm}}};
inline constexpr std::array<Word<EarlierBy>, 2> earlier_by_words{
    {{"dates", EarlierBy::dates}, {"days", EarlierBy::days}}};
inline constexpr std::array<Word<EarlierWhere>, 3> earlier_where_words{
    {{"here", EarlierWhere::here}, {"other", EarlierWhere::other}, {"both", EarlierWhere::both}}};
inline constexpr std::array<Word<EarlierAt>, 2> earlier_at_words{
    {{"here", EarlierAt::here}, {"other", EarlierAt::other}}};
inline constexpr std::array<Word<BoardBy>, 2> board_by_words{
    {{"hand", BoardBy::hand}, {"post", BoardBy::post}}};
inline constexpr std::array<Word<bool>, 2> yes_or_no{{{"yes", true}, {"no", false}}};

inline constexpr std::string_view unknown = "unknown";

} // namespace onroll::check::answer_codes
