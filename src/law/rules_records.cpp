#include "law/rules_records.h"

#include "kernel/identifiers.h"

#include <span>
#include <string_view>
#include <vector>

namespace onroll::law {

std::string Census::name() const
{
    const char* word = season == Season::autumn   ? "autumn "
                       : season == Season::spring ? "spring "
                                                  : "summer ";
    return word + std::to_string(year);
}

Census census_that_takes(Date exclusion_began)
{
    const int year = year_of(exclusion_began);
    if (month_of(exclusion_began) >= 8) return {Census::Season::summer, year + 1};
    if (exclusion_began <= easter_sunday(year)) return {Census::Season::autumn, year};
    return {Census::Season::spring, year + 1};
}

namespace records_detail {

/// Whether twelve characters can follow a check letter: digits, the last perhaps a letter.
bool can_follow_check_letter(std::string_view text)
{
    if (text.size() != 12) return false;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool letter =
        std::string_view("ABCDEFGHJKLMNPQRTUVWXYZ").find(text.back()) != std::string_view::npos;
    return std::all_of(text.begin(), text.end() - 1, digit) && (digit(text.back()) || letter);
}

void pupil_number(std::string_view number, MovementAnswers& answers)
{
    if (const auto valid = Upn::parse(number)) {
        if (valid->temporary())
            answers.finding(RuleId::dat_08, Severity::check, "temporary_number");
        return;
    }
    if (number.size() == 13 && can_follow_check_letter(number.substr(1)))
        answers.finding(RuleId::dat_09, Severity::check, "another_check_letter");
    else
        answers.finding(RuleId::dat_08, Severity::check, "not_a_pupil_number");
}

const Exclusion& exclusion_of(const ExclusionRecord& one, const MovementAnswers& answers)
{
    return answers.history().exclusions[one.exclusion];
}

/// Whether a category is the word for this kind.
bool category_fits(std::string_view category, Kind kind)
{
    switch (kind) {
    case Kind::permanent:
        return category == "PERM";
    case Kind::suspension:
        return category == "SUSP" || category == "FIXD";
    case Kind::lunchtime:
        return category == "LNCH";
    }
    return false;
}

enum class CodeStanding { unknown, first_day_unknown, out_of_use, in_use };

CodeStanding standing(std::span<const Code> codes, std::string_view code, Date on)
{
    auto found = CodeStanding::unknown;
    for (const auto& row : codes) {
        if (row.code != code) continue;
        if (row.from && *row.from <= on && (!row.until || on <= *row.until))
            return CodeStanding::in_use;
        if (!row.from)
            found = CodeStanding::first_day_unknown;
        else if (found == CodeStanding::unknown)
            found = CodeStanding::out_of_use;
    }
    return found;
}

} // namespace records_detail

void number_is_valid(const RecordedNumber& one, MovementAnswers& answers)
{
    using namespace records_detail;
    switch (one.kind) {
    case NumberKind::upn:
        pupil_number(one.number, answers);
        break;
    case NumberKind::urn:
        if (!Urn::parse(one.number)) answers.finding(RuleId::dat_05, Severity::check, "not_a_urn");
        break;
    case NumberKind::laestab:
        if (!Laestab::parse(one.number))
            answers.finding(RuleId::dat_06, Severity::check, "not_a_laestab");
        break;
    case NumberKind::local_authority:
        if (!LaCode::parse(one.number))
            answers.finding(RuleId::dat_07, Severity::check, "not_an_authority_code");
        break;
    }
}

void category_is_right(const ExclusionRecord& one, MovementAnswers& answers)
{
    using namespace records_detail;
    if (one.category.empty()) return;
    std::string_view wrong;
    if (!category_fits(one.category, exclusion_of(one, answers).kind))
        wrong = "category_of_another_kind";
    else if (standing(exclusion_categories(), one.category, answers.day()) ==
             CodeStanding::out_of_use)
        wrong = "category_not_in_use";
    if (wrong.empty()) return;
    if (auto* found = answers.finding(RuleId::dat_01, Severity::check, wrong))
        found->items.push_back(one.category);
}

void reasons_are_right(const ExclusionRecord& one, MovementAnswers& answers)
{
    using namespace records_detail;
    std::vector<std::string> unknown, untimed, unused;
    for (const auto& code : one.reasons)
        switch (standing(exclusion_reasons(), code, answers.day())) {
        case CodeStanding::unknown:
            unknown.push_back(code);
            break;
        case CodeStanding::first_day_unknown:
            untimed.push_back(code);
            break;
        case CodeStanding::out_of_use:
            unused.push_back(code);
            break;
        case CodeStanding::in_use:
            break;
        }
    const auto say = [&](RuleId rule, std::string_view reason, std::vector<std::string>& codes) {
        if (codes.empty()) return;
        if (auto* found = answers.finding(rule, Severity::check, reason))
            found->items = std::move(codes);
    };
    say(RuleId::dat_02, "reason_unknown", unknown);
    say(RuleId::dat_02, "reason_not_in_use", unused);
    say(RuleId::dat_02, "reason_first_day_unknown", untimed);
    const auto most = answers.value(ValueId::reasons_for_each_exclusion);
    if (most && static_cast<int>(one.reasons.size()) > *most)
        answers.finding(RuleId::dat_02, Severity::check, "too_many_reasons");
}

void census_is_right(const ExclusionRecord& one, MovementAnswers& answers)
{
    const auto& exclusion = records_detail::exclusion_of(one, answers);
    const auto right = census_that_takes(exclusion.first_day).name();
    if (!one.census.empty() && one.census != right)
        if (auto* found = answers.finding(RuleId::dat_03, Severity::check, "another_census"))
            found->items.push_back(right);
    if (!one.census.empty() && yes(one.overturned))
        answers.finding(RuleId::dat_03, Severity::check, "overturned_but_counted");
    if (!one.census.empty() && exclusion.kind == Kind::lunchtime)
        answers.finding(RuleId::dat_03, Severity::check, "lunchtime_in_census");
    if (one.sessions && exclusion.kind == Kind::suspension && !exclusion.length_not_told &&
        *one.sessions != exclusion.sessions)
        answers.finding(RuleId::dat_03, Severity::check, "sessions_differ");
}

void transfer_file_is_sent(const ExclusionRecord& one, MovementAnswers& answers)
{
    const auto days = answers.value(ValueId::common_transfer_days);
    if (!one.left_on || !days) return;
    const auto& exclusion = records_detail::exclusion_of(one, answers);
    const auto& calendar = answers.history().schools[exclusion.school]->calendar;
    const auto by = calendar.after(*one.left_on, SchoolDays{*days});
    answers.duty_by(RuleId::dat_04, Actor::school, DutyType::send_papers_by, by);
    answers.late(RuleId::dat_04, "transfer_file_late", by, one.transfer_file_on);
}

} // namespace onroll::law
