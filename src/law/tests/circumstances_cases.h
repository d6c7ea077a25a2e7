// Tables of cases for what comes from the optional facts about an exclusion: the facts as JSON, and
// the rows that they add to the answer, no more and no fewer.
#pragma once

#include "law/evaluate.h"
#include "law/json_circumstances.h"
#include "law/reasons_findings.h"
#include "law/reasons.h"
#include "law/tests/builders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace onroll::law::circumstances_cases {

/// One exclusion at the invented school, and what its facts should add.
struct Case {
    const char* says;
    /// "suspension 4 2024-09-16" (half days), "lunchtime 3 …", "untold …", "permanent …"
    const char* exclusion;
    const char* facts;       ///< the optional members of the exclusion, as JSON
    const char* adds;        ///< rows as `row_of` writes them, parted by "; "; empty for none
    const char* pupil = "";  ///< words of `mark`, parted by blanks
    const char* events = ""; ///< "type date [outcome]", parted by "; "
    SchoolType school = SchoolType::maintained;
};

inline std::vector<std::string> parts(const std::string& text, const std::string& by)
{
    std::vector<std::string> all;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find(by, from), text.size());
        all.push_back(text.substr(from, to - from));
        from = to + by.size();
    }
    return all;
}

inline Date day(const std::string& iso)
{
    const auto parsed = parse_date(iso);
    REQUIRE_MESSAGE(parsed.has_value(), iso);
    return *parsed;
}

inline void mark(Pupil& pupil, const std::string& word)
{
    auto& more = pupil.circumstances;
    if (word == "looked_after")
        pupil.looked_after = true;
    else if (word == "social_worker")
        pupil.social_worker = true;
    else if (word == "disabled")
        pupil.disabled = true;
    else if (word == "not_compulsory_age")
        pupil.compulsory_school_age = false;
    else if (word == "eighteen")
        pupil.age_18_or_over = true, pupil.compulsory_school_age = false;
    else if (word == "lives_elsewhere")
        pupil.home_la = 902;
    else if (word == "lives_here")
        pupil.home_la = 901;
    else if (word == "exams_finished")
        pupil.year11_exams_finished = true;
    else if (word == "ehc_plan")
        more.ehc_plan = true;
    else if (word == "short_plan")
        more.ehc_plan = more.plan_hours_limited_and_provided = true;
    else if (word == "free_meals")
        more.free_school_meals = true;
    else if (word == "translation")
        more.translation_needed = true;
    else
        FAIL("no such word for a pupil: " << word);
}

inline void add_exclusion(build::Story& story, const std::string& text)
{
    const auto words = parts(text, " ");
    if (words[0] == "permanent")
        story.exclude(day(words[1]));
    else if (words[0] == "suspension")
        story.suspend(day(words[2]), std::stoi(words[1]));
    else if (words[0] == "untold")
        story.suspend(day(words[1]), 0), story.last().length_not_told = true;
    else if (words[0] == "lunchtime")
        story.suspend_lunchtimes(day(words[2]), std::stoi(words[1]));
    else
        FAIL("no such exclusion: " << text);
}

inline void add_event(build::Story& story, const std::string& text)
{
    const auto words = parts(text, " ");
    if (words[0] == "exam") {
        story.last().exam_dates.push_back(day(words[1]));
        return;
    }
    if (words[0] == "cancelled") {
        Cancellation cancellation;
        cancellation.on = cancellation.returned_on.emplace(day(words[1]));
        for (std::size_t i = 2; i < words.size(); ++i) {
            if (words[i] == "not_told") cancellation.everyone_told = false;
            if (words[i] == "told") cancellation.everyone_told = true;
            if (words[i] == "no_meeting") cancellation.meeting_offered = false;
            if (words[i] == "invalid") cancellation.invalid = "board_meeting_commenced";
        }
        story.last().cancelled = cancellation;
        return;
    }
    static const std::map<std::string, EventType> types{
        {"representations", EventType::representations},
        {"board_meeting", EventType::board_meeting},
        {"board_decision_notice", EventType::board_decision_notice},
        {"irp_application", EventType::irp_application},
        {"irp_waived", EventType::irp_waived},
        {"irp_decision_notice", EventType::irp_decision_notice},
        {"reconsideration", EventType::reconsideration},
        {"discrimination_claim", EventType::discrimination_claim},
    };
    static const std::map<std::string, Outcome> outcomes{
        {"reinstate", Outcome::reinstate}, {"not_reinstate", Outcome::not_reinstate},
        {"uphold", Outcome::uphold},       {"recommend", Outcome::recommend},
        {"quash", Outcome::quash},         {"not_reinstated", Outcome::not_reinstated},
    };
    story.happened(types.at(words[0]), day(words[1]),
                   words.size() > 2 ? outcomes.at(words[2]) : Outcome::none);
}

/// A history as one case tells it; earlier exclusions come first, parted by "; ".
inline build::Story story_of(const Case& one)
{
    build::Story story(one.school);
    for (const auto& word : parts(one.pupil, " ")) mark(story.pupil(), word);
    for (const auto& text : parts(one.exclusion, "; ")) add_exclusion(story, text);
    for (const auto& text : parts(one.events, "; ")) add_event(story, text);
    return story;
}

inline std::string row_of(const Finding& found)
{
    std::string text(name_of(found.rule));
    text += " ";
    text += name(found.severity);
    if (!found.reason.empty()) text += " " + found.reason;
    if (found.items.empty()) return text;
    text += " (";
    for (std::size_t i = 0; i < found.items.size(); ++i) text += (i ? ", " : "") + found.items[i];
    return text + ")";
}

inline std::string row_of(const Duty& duty)
{
    std::string text(name_of(duty.rule));
    text += " ";
    text += name(duty.type);
    if (duty.date) text += " " + iso(*duty.date);
    return text;
}

inline std::vector<std::string> rows_of(const Evaluation& answer)
{
    std::vector<std::string> rows;
    for (const auto& duty : answer.duties) rows.push_back(row_of(duty));
    for (const auto& found : answer.findings) rows.push_back(row_of(found));
    std::sort(rows.begin(), rows.end());
    return rows;
}

inline Circumstances read(const char* facts)
{
    const auto value = json::parse(facts);
    REQUIRE_MESSAGE(value.has_value(), facts);
    const auto read = read_circumstances(*value);
    REQUIRE_MESSAGE(read.has_value(),
                    facts << ": " << read.error().where << " " << read.error().message);
    return *read;
}

/// Each finding and each duty from these facts has a sentence of its own, in words and not in
/// codes.
inline void check_sentences(const History& history, const Evaluation& answer)
{
    for (const auto& found : answer.findings) {
        const auto sentence = finding_sentence(history, found);
        CAPTURE(row_of(found));
        CAPTURE(sentence);
        CHECK(sentence.size() > 20);
        CHECK(sentence.ends_with('.'));
        CHECK(sentence.find('_') == std::string::npos);
        CHECK(sentence.find("not known") == std::string::npos);
        CHECK(sentence != std::string(rule(found.rule).title) + ".");
    }
    for (const auto& duty : answer.duties)
        CHECK(duty_sentence(history, answer, duty).ends_with('.'));
}

/// The rows that the facts add to what the history says without them.
inline std::string added_rows(const Case& one)
{
    auto story = story_of(one);
    const auto plain = rows_of(evaluate(story.history()));
    story.facts() = read(one.facts);
    const auto answer = evaluate(story.history());
    check_sentences(story.history(), answer);
    std::vector<std::string> added;
    const auto all = rows_of(answer);
    std::set_difference(all.begin(), all.end(), plain.begin(), plain.end(),
                        std::back_inserter(added));
    CHECK(added.size() + plain.size() == all.size());
    std::string text;
    for (const auto& row : added) text += (text.empty() ? "" : "; ") + row;
    return text;
}

inline void check(std::span<const Case> cases)
{
    for (const auto& one : cases) {
        CAPTURE(std::string(one.says));
        CHECK(added_rows(one) == std::string(one.adds));
    }
}

/// The first finding of a rule for a case; the case must draw it.
inline Finding finding_of(const Case& one, RuleId rule)
{
    auto story = story_of(one);
    story.facts() = read(one.facts);
    for (const auto& found : evaluate(story.history()).findings)
        if (found.rule == rule) return found;
    FAIL("the case draws no such finding: " << one.says);
    return {};
}

} // namespace onroll::law::circumstances_cases
