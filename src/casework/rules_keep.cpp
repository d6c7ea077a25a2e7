#include "casework/rules_keep.h"

#include <algorithm>
#include <charconv>

namespace onroll::casework {
namespace rules_keep_detail {

constexpr std::string_view opened = "opened";
constexpr std::string_view worked = "worked";
constexpr std::string_view closed = "closed";
constexpr std::string_view contact = "contact";
constexpr std::string_view minutes = "minutes";
constexpr std::string_view topic = "topic";
constexpr std::string_view event = "event";
constexpr std::string_view standing = "standing";
constexpr std::string_view next_step = "next_step";
constexpr std::string_view signpost = "signpost";
constexpr std::string_view family_sent_on = "family_sent_on";

Date first_of_month(Date day)
{
    return date(year_of(day), month_of(day), 1);
}

KeptFigure one(Date day, std::string_view figure, std::string word, std::int64_t number = 1)
{
    return {first_of_month(day), std::string(figure), std::move(word), number};
}

std::vector<std::string_view> parts_of(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find(between);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

int whole_number_in(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "2021-07-01|2020-03-01:1 2020-09-01:3|housing": until when, the levels, the needs.
std::string worked_word(const CaseFigures& told)
{
    auto word = iso(first_of_month(told.closed_on)) + "|";
    for (const auto& [day, level] : told.levels) {
        if (word.back() != '|') word += ' ';
        word += iso(first_of_month(day)) + ":" + std::to_string(static_cast<int>(level));
    }
    word += "|";
    for (const auto need : told.needs) {
        if (word.back() != '|') word += ' ';
        word += key_of(need);
    }
    return word;
}

void add_worked(const KeptFigure& kept, const Period& period, Counted& counted)
{
    const auto begin = kept.word.find('|');
    const auto end = kept.word.find('|', begin + 1);
    if (begin == std::string::npos || end == std::string::npos) return;
    const std::string_view word = kept.word;
    const auto until = parse_date(word.substr(0, begin));
    if (!until || kept.month > period.last) return;
    if (*until > period.last) counted.open_at_end += kept.number;
    if (*until < period.first) return;
    int highest = 0;
    for (const auto part : parts_of(word.substr(begin + 1, end - begin - 1), ' ')) {
        const auto colon = part.find(':');
        const auto moved = parse_date(part.substr(0, colon));
        if (moved && *moved <= period.last && colon != std::string_view::npos)
            highest = std::max(highest, whole_number_in(part.substr(colon + 1)));
    }
    if (highest > 0) counted.levels[static_cast<Level>(highest)] += kept.number;
    for (const auto part : parts_of(word.substr(end + 1), ' '))
        if (const auto need = wider_need_named(part)) counted.needs[*need] += kept.number;
}

/// "3|2|1|0|reinstated other": the highest level, the three impacts, the outcomes.
std::string closed_word(const Close& one)
{
    auto word = std::to_string(static_cast<int>(one.highest_level)) + "|" +
                std::string(key_of(one.told.family)) + "|" + std::string(key_of(one.told.school)) +
                "|" + std::string(key_of(one.told.authority)) + "|";
    for (const auto outcome : one.told.outcomes) {
        if (word.back() != '|') word += ' ';
        word += key_of(outcome);
    }
    return word;
}

void add_closed(const KeptFigure& kept, Counted& counted)
{
    const auto parts = parts_of(kept.word, '|');
    if (parts.size() < 4) return;
    const auto family = impact_named(parts[1]);
    const auto school = impact_named(parts[2]);
    const auto authority = impact_named(parts[3]);
    if (!family || !school || !authority) return;
    Close close{.told = {.family = *family, .school = *school, .authority = *authority},
                .closed_on = kept.month,
                .highest_level = static_cast<Level>(whole_number_in(parts[0])),
                .closed_by = access::UserId::parse(std::string(32, '0')).value()};
    if (parts.size() > 4)
        for (const auto word : parts_of(parts[4], ' '))
            if (const auto outcome = outcome_named(word)) close.told.outcomes.push_back(*outcome);
    for (std::int64_t at = 0; at < kept.number; ++at) {
        counted.closes.push_back(close);
        ++counted.closed;
    }
}

void add_event(const KeptFigure& kept, Counted& counted)
{
    if (kept.figure == event) {
        if (const auto kind = event_kind_named(kept.word)) counted.events[*kind] += kept.number;
    } else {
        counted.standings[static_cast<EventStanding>(whole_number_in(kept.word))] += kept.number;
    }
}

/// "new_school|began": where to, and what became of it.
void add_next_step(const KeptFigure& kept, Counted& counted)
{
    const auto parts = parts_of(kept.word, '|');
    if (parts.size() != 2) return;
    const auto kind = next_step_kind_named(parts[0]);
    const auto end = next_step_end_named(parts[1]);
    if (kind && end) counted.next_steps[*kind][*end] += kept.number;
}

std::string result_word(const std::optional<SignpostResult>& result)
{
    return result ? std::string(key_of(*result)) : std::string();
}

constexpr std::string_view school_alone = "school";
constexpr std::string_view financial_alone = "financial";
constexpr std::string_view in_no_year = "none";

/// In which kinds of year a time counts: in both, where it says nothing.
std::string years_word(Date day, const std::vector<Date>& elsewhere)
{
    const auto is_counted_in = [&](YearKind kind) {
        return std::none_of(elsewhere.begin(), elsewhere.end(), [&](Date other) {
            return first_year_of(kind, other) == first_year_of(kind, day);
        });
    };
    const bool school = is_counted_in(YearKind::school);
    const bool financial = is_counted_in(YearKind::financial);
    if (school && financial) return {};
    return ":" + std::string(school ? school_alone : financial ? financial_alone : in_no_year);
}

bool is_counted_in(std::string_view years, const Period& period)
{
    const bool is_school_year =
        period.first == school_year_from(first_year_of(YearKind::school, period.first)).first;
    return years == (is_school_year ? school_alone : financial_alone);
}

/// "2021-07-01:helped 2021-09-01: 2022-05-01::school": each time that the family was sent on, and
/// where it is not counted in every year, in which. Answers how many times lie in the period.
std::int64_t add_family_sent_on(const KeptFigure& kept, const Period& period, Counted& counted)
{
    std::int64_t times = 0;
    std::vector<std::optional<SignpostResult>> results;
    for (const auto time : parts_of(kept.word, ' ')) {
        const auto parts = parts_of(time, ':');
        const auto month = parse_date(parts.front());
        if (!month || *month < period.first || *month > period.last) continue;
        times += kept.number;
        if (parts.size() > 2 && !is_counted_in(parts[2], period)) continue;
        results.push_back(parts.size() > 1 ? signpost_result_named(parts[1]) : std::nullopt);
    }
    if (!results.empty()) counted.families_sent_on[best_result(results)] += kept.number;
    return times;
}

} // namespace rules_keep_detail
using namespace rules_keep_detail;

people::Retention kept_until(const std::vector<people::RetentionRule>& rules, KeptKind kind,
                             Date over_on, Held held)
{
    return people::retention_of(
        rules, {.groups = {kind == KeptKind::case_work ? people::RetentionGroup::advice_case
                                                       : people::RetentionGroup::advice_enquiry},
                .closed_on = over_on,
                .last_action_on = over_on,
                .legal_hold = held == Held::yes});
}

std::optional<Date> due_when_over_by(const std::vector<people::RetentionRule>& rules, KeptKind kind,
                                     Date today)
{
    const auto is_due = [&](Date over_on) {
        return people::is_due(kept_until(rules, kind, over_on, Held::no), today);
    };
    Date due = today - Days{200 * 366}; // longer than any period
    Date kept = today;                  // nothing is over before its last day is
    if (!is_due(due)) return std::nullopt;
    while (kept - due > Days{1}) {
        const Date between = due + (kept - due) / 2;
        (is_due(between) ? due : kept) = between;
    }
    return due;
}

std::string period_in_words(const people::RetentionRule& rule)
{
    auto words = std::to_string(rule.years) + (rule.years == 1 ? " year " : " years ");
    if (rule.months > 0)
        words += std::to_string(rule.months) + (rule.months == 1 ? " month " : " months ");
    return words + std::string(people::in_words(rule.trigger));
}

std::vector<KeptFigure> figures_of(const CaseFigures& told)
{
    std::vector<KeptFigure> kept{one(told.opened_on, opened, ""),
                                 one(told.opened_on, worked, worked_word(told))};
    for (const auto& close : told.closes)
        kept.push_back(one(close.closed_on, closed, closed_word(close)));
    for (const auto& happened : told.events) {
        const auto on = happened.on();
        const auto state = state_of(happened);
        if (!on || state.standing == EventStanding::in_error) continue;
        kept.push_back(one(*on, event, std::string(key_of(happened.kind))));
        if (is_exclusion(happened.kind))
            kept.push_back(one(*on, standing, std::to_string(static_cast<int>(state.standing))));
    }
    for (const auto& step : told.next_steps)
        if (const auto end = end_of(step.result))
            kept.push_back(one(step.advised_on, next_step,
                               std::string(key_of(step.kind)) + "|" + std::string(key_of(*end))));
    for (const auto& [day, channel] : told.contacts)
        kept.push_back(figure_of_contact(day, channel));
    for (const auto& [day, time] : told.work)
        kept.push_back(one(day, minutes, std::string(key_of(time.stage)), time.time.count()));
    for (const auto& [day, times] : told.topics)
        kept.push_back(one(day, topic, std::string(key_of(times.first)), times.second));
    return kept;
}

KeptFigure figure_of_contact(Date taken_on, Channel channel)
{
    return one(taken_on, contact, std::string(key_of(channel)));
}

KeptFigure figure_of_signpost(const SentOn& given)
{
    return one(given.first, signpost, result_word(given.second));
}

KeptFigure figure_of_family_sent_on(const std::vector<SentOn>& given,
                                    const std::vector<Date>& elsewhere)
{
    std::vector<std::string> times;
    for (const auto& [day, result] : given)
        times.push_back(iso(first_of_month(day)) + ":" + result_word(result) +
                        years_word(day, elsewhere));
    // In order, so that families of whom the same is known are one line with their number.
    std::sort(times.begin(), times.end());
    std::string word;
    for (const auto& time : times) word += (word.empty() ? "" : " ") + time;
    const auto first = std::min_element(given.begin(), given.end())->first;
    return one(first, family_sent_on, std::move(word));
}

void add_kept(const std::vector<KeptFigure>& kept, const Period& period, Counted& counted)
{
    std::int64_t times_with_families = 0;
    std::int64_t times = 0;
    for (const auto& figure : kept) {
        if (figure.figure == worked) {
            add_worked(figure, period, counted);
            continue;
        }
        if (figure.figure == family_sent_on) {
            times_with_families += add_family_sent_on(figure, period, counted);
            continue;
        }
        if (figure.month < period.first || figure.month > period.last) continue;
        if (figure.figure == opened) counted.opened += figure.number;
        if (figure.figure == closed) add_closed(figure, counted);
        if (figure.figure == event || figure.figure == standing) add_event(figure, counted);
        if (figure.figure == next_step) add_next_step(figure, counted);
        if (figure.figure == signpost) {
            counted.signposts[signpost_result_named(figure.word)] += figure.number;
            times += figure.number;
        }
        if (figure.figure == contact)
            if (const auto channel = channel_named(figure.word))
                counted.contacts[*channel] += figure.number;
        if (figure.figure == topic)
            if (const auto about = topic_named(figure.word))
                counted.topics[*about] += figure.number;
    }
    // What was removed before families were counted left the times alone.
    if (times > times_with_families) counted.knows_families_sent_on = false;
}

std::map<Stage, std::chrono::minutes> kept_time(const std::vector<KeptFigure>& kept,
                                                const Period& period)
{
    std::map<Stage, std::chrono::minutes> time;
    for (const auto& figure : kept) {
        if (figure.figure != minutes || figure.month < period.first || figure.month > period.last)
            continue;
        if (const auto stage = stage_named(figure.word))
            time[*stage] += std::chrono::minutes(figure.number);
    }
    return time;
}

} // namespace onroll::casework
