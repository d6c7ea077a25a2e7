// What decides which parts a letter needs: from the letter itself, or from a family's answers.
#include "check/letter_check.h"
#include "check/letter_matcher.h"
#include "kernel/ensure.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <array>

namespace onroll::check {

namespace letter_facts_detail {

/// Patterns that tell the kind of an exclusion.
struct KindPatterns {
    Patterns patterns;
    Patterns::Id permanent, lunchtime, suspension;
    KindPatterns()
    {
        permanent = patterns.add(
            "permanently exclu*|permanent exclusion|excluded permanently|exclusion is "
            "permanent|permanently excluding",
            "could|may lead|might|risk|lead to|further|consider*|would|if|45|forty-five|avoid|"
            "guidance|instead|unless|previous*|otherwise|threat*");
        lunchtime = patterns.add("suspend*|suspension|exclu*;lunchtime*|lunch time|lunch times|"
                                 "lunch break",
                                 "incident|during lunch|at lunch|fight");
        suspension = patterns.add("suspend*|suspension|fixed period|fixed-period|fixed term|"
                                  "fixed-term|exclude|excluded|exclusion|temporar*",
                                  "");
    }
};

const KindPatterns& kind_patterns()
{
    static const KindPatterns all;
    return all;
}

std::string digits_of(const std::string& word)
{
    std::string digits;
    for (const char c : word)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// "12 November 2026", "12th of November 2026", "November 12 2026" or "12/11/2026", at a word.
std::optional<Date> date_at(const std::vector<LetterWord>& words, std::size_t i)
{
    const auto read = [](const std::string& text) -> std::optional<Date> {
        const auto date = parse_written_date(text, "The date");
        return date ? std::optional(*date) : std::nullopt;
    };
    if (!words[i].is(WordKind::date)) return std::nullopt;
    auto numbers = words[i].text;
    if (std::count(numbers.begin(), numbers.end(), '/') == 2 ||
        std::count(numbers.begin(), numbers.end(), '.') == 2) {
        std::replace(numbers.begin(), numbers.end(), '.', '/');
        return read(numbers);
    }
    const auto day = digits_of(words[i].text);
    auto next = i + 1;
    if (next < words.size() && words[next].text == "of") ++next;
    if (day.empty() || next + 1 >= words.size()) return std::nullopt;
    return read(day + " " + words[next].text + " " + words[next + 1].text);
}

std::optional<int> length_in(const LetterSentence& sentence)
{
    const auto& words = sentence.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].is(WordKind::number) || words[i].half_days <= 0) continue;
        for (std::size_t ahead = 1; ahead <= 3 && i + ahead < words.size(); ++ahead) {
            const auto& unit = words[i + ahead].text;
            if (unit == "day" || unit == "days" || unit == "day's" || unit == "days'")
                return words[i].half_days;
            if (unit.starts_with("session")) return words[i].half_days / 2;
        }
    }
    return std::nullopt;
}

/// A calendar on which every weekday is a school day: lengths in school days are what matters.
law::School any_school(Date around)
{
    auto calendar = SchoolCalendar::create({{"", around - Days{150}, around + Days{150}}}, {},
                                           TermSystem::three);
    ensure(calendar.has_value(), "a term of weekdays is a calendar");
    return {"", law::SchoolType::maintained, 0, std::move(*calendar)};
}

} // namespace letter_facts_detail

LetterReading read_facts(const LetterText& letter)
{
    using namespace letter_facts_detail;
    const auto& kinds = kind_patterns();
    LetterReading reading;
    bool permanent = false, lunchtime = false, suspension = false;
    for (const auto& sentence : letter.sentences) {
        const auto seen = kinds.patterns.look_at(sentence);
        permanent |= kinds.patterns.matches(kinds.permanent, seen);
        lunchtime |= kinds.patterns.matches(kinds.lunchtime, seen);
        suspension |= kinds.patterns.matches(kinds.suspension, seen);
        for (std::size_t i = 0; i < sentence.words.size() && !reading.date; ++i)
            reading.date = date_at(sentence.words, i);
    }
    if (permanent)
        reading.kind = law::Kind::permanent;
    else if (lunchtime)
        reading.kind = law::Kind::lunchtime;
    else if (suspension)
        reading.kind = law::Kind::suspension;
    if (reading.kind == law::Kind::permanent) return reading;
    for (const auto& sentence : letter.sentences)
        if (states_the_period(sentence))
            if (const auto length = length_in(sentence))
                reading.half_days = std::max(reading.half_days.value_or(0), *length);
    return reading;
}

std::optional<LetterFacts> facts_of(const Answers& answers, Date today)
{
    if (!answers.an_exclusion() || !answers.happened.known()) return std::nullopt;
    LetterFacts facts;
    const auto happened = *answers.happened.value();
    facts.kind = happened == Happened::permanent    ? law::Kind::permanent
                 : happened == Happened::lunchtimes ? law::Kind::lunchtime
                                                    : law::Kind::suspension;
    facts.decided_on = answers.decided.value_or(answers.started.value_or(today));
    if (facts.kind == law::Kind::suspension && !answers.half_days.known()) return std::nullopt;
    facts.half_days = facts.kind == law::Kind::lunchtime ? answers.lunchtimes.value_or(1)
                                                         : answers.half_days.value_or(2);
    const auto earlier = answers.earlier.value_or({}).term_half_days;
    const bool earlier_known = answers.earlier_any.is(false) || answers.earlier.known();
    const int total = facts.half_days + earlier;
    if (total > 10 || answers.exam.is(true))
        facts.over_five_days_or_exam = true;
    else if (earlier_known && (answers.exam.is(false) || !answers.exam.asked()))
        facts.over_five_days_or_exam = false;
    facts.over_fifteen_days = total > 30;
    facts.compulsory_school_age = !answers.age.known() || answers.age.is(Age::school);
    return facts;
}

std::vector<LetterPart> parts_needed(const LetterFacts& facts)
{
    const auto school = letter_facts_detail::any_school(facts.decided_on);
    law::History history;
    history.schools = {&school};
    history.pupil.compulsory_school_age = facts.compulsory_school_age;
    history.pupil.circumstances.translation_needed = facts.translation_needed;
    law::Exclusion exclusion;
    exclusion.kind = facts.kind;
    exclusion.decided_on = facts.decided_on;
    exclusion.first_day = facts.decided_on;
    exclusion.sessions = facts.kind == law::Kind::suspension ? facts.half_days : 0;
    exclusion.lunchtimes = facts.kind == law::Kind::lunchtime ? facts.half_days : 0;
    history.exclusions = {exclusion};
    law::Reckoning one;
    one.history = &history;
    one.exclusion = &history.exclusions.front();
    one.school = &school;
    one.version = law::law_version_of(facts.decided_on).value_or(law::LawVersion::lv_2012);
    one.half_days = law::HalfDays::of(*one.exclusion, school.calendar);
    const bool long_enough = facts.kind != law::Kind::permanent && facts.half_days > 10;
    one.exam_lost = long_enough || facts.over_five_days_or_exam.value_or(true);
    const auto needed = law::required_letter_items(one);
    one.exam_lost = long_enough || facts.over_five_days_or_exam.value_or(false);
    const auto certain = law::required_letter_items(one);
    std::vector<LetterPart> parts;
    for (const auto& item : needed) {
        const bool sure = std::find(certain.begin(), certain.end(), item) != certain.end();
        parts.push_back({item.item, item.rule, item.force, !sure});
    }
    return parts;
}

} // namespace onroll::check
