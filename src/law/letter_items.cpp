#include "law/letter_items.h"

#include <initializer_list>
#include <utility>

namespace onroll::law {
namespace letter_items_detail {

class Items {
public:
    Items& must(RuleId rule, std::initializer_list<LetterItem> items)
    {
        return add(rule, Force::must, items);
    }
    Items& should(RuleId rule, std::initializer_list<LetterItem> items)
    {
        return add(rule, Force::should, items);
    }
    Items& add(RuleId rule, Force force, std::initializer_list<LetterItem> items)
    {
        for (const auto item : items) items_.push_back({item, rule, force});
        return *this;
    }
    std::vector<RequiredLetterItem> take() { return std::move(items_); }

private:
    std::vector<RequiredLetterItem> items_;
};

/// The meeting that will or may consider the exclusion, and the family's part in it. Source: NT-02.
void add_meeting(const Reckoning& one, Items& items)
{
    if (!one.goes_to_board()) return;
    items.must(RuleId::let_10,
               {LetterItem::meeting_will_consider, LetterItem::right_to_attend,
                LetterItem::right_to_be_represented, LetterItem::right_to_bring_a_friend});
    if (one.version >= LawVersion::lv_2023)
        items.must(RuleId::let_11, {LetterItem::remote_meeting_request});
    if (one.permanent())
        items.add(RuleId::let_13, Force::good_practice, {LetterItem::when_the_board_meets});
}

/// Public places, work and education from the sixth day. Source: NT-03, EDU-01.
void add_school_days(const Reckoning& one, Items& items)
{
    if (!one.day_exclusion() || !one.history->pupil.of_compulsory_school_age()) return;
    items.must(RuleId::let_06, {LetterItem::public_place_days})
        .should(RuleId::let_07, {LetterItem::fine_warning})
        .should(RuleId::let_08, {LetterItem::work_set_and_marked});
    if (day_six_is_due(one)) items.must(RuleId::let_09, {LetterItem::day_six_provision});
}

} // namespace letter_items_detail

bool day_six_is_due(const Reckoning& one)
{
    const auto& pupil = one.history->pupil;
    if (!one.day_exclusion() || !pupil.of_compulsory_school_age() || pupil.year11_exams_finished)
        return false;
    if (pupil.circumstances.plan_hours_limited_and_provided == true) return false;
    const auto first = one.half_days.first_day();
    if (!first) return false;
    if (one.permanent()) return true;
    const auto last = one.half_days.last_day();
    const auto days = value_on(ValueId::provision_day, one.exclusion->decided_on);
    const auto sixth = days ? one.calendar().counted_from(*first, SchoolDays{*days}) : std::nullopt;
    return last && sixth && *last >= *sixth;
}

std::vector<RequiredLetterItem> required_letter_items(const Reckoning& one)
{
    letter_items_detail::Items items;
    items.must(RuleId::nt_02, {LetterItem::in_writing})
        .must(RuleId::let_01, {LetterItem::period})
        .must(RuleId::let_03, {LetterItem::reasons});
    if (one.exclusion->kind == Kind::suspension)
        items.should(RuleId::let_02, {LetterItem::return_date});
    items
        .must(RuleId::let_04,
              {LetterItem::right_to_make_representations, LetterItem::how_to_make_representations,
               LetterItem::where_to_send_representations})
        .must(RuleId::let_05, {LetterItem::pupils_part});
    letter_items_detail::add_meeting(one, items);
    letter_items_detail::add_school_days(one, items);
    items.should(RuleId::nt_08, {LetterItem::plain_language});
    if (one.history->pupil.circumstances.translation_needed == true)
        items.should(RuleId::nt_08, {LetterItem::translation});
    items.should(RuleId::let_12, {LetterItem::statutory_guidance, LetterItem::advice_sources});
    return items.take();
}

std::vector<DecisionItem> required_decision_items(const Reckoning& one, bool reinstatement_declined)
{
    std::vector<DecisionItem> items{DecisionItem::in_writing, DecisionItem::reasons};
    if (!one.permanent() || !reinstatement_declined) return items;
    for (const auto item :
         {DecisionItem::right_to_a_review, DecisionItem::last_day_to_apply,
          DecisionItem::where_to_apply, DecisionItem::grounds_say_how_sen_matters,
          DecisionItem::right_to_a_sen_expert, DecisionItem::what_the_expert_does,
          DecisionItem::no_cost_to_the_family, DecisionItem::right_to_representative_and_friend})
        items.push_back(item);
    if (one.version >= LawVersion::lv_2023) items.push_back(DecisionItem::remote_review_request);
    items.push_back(DecisionItem::discrimination_claim);
    return items;
}

} // namespace onroll::law
