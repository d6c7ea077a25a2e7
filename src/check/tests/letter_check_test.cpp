// Thirty letters written for this test, good, poor and wrong, each with the verdict that a person
// who knows the rules would give (tests/letters/expected.table).
#include "check/letter_check.h"
#include "law/circumstance_codes.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>

namespace letter_check_test {

using namespace onroll;
using namespace onroll::check;
using Names = std::set<std::string>;

const std::string folder = std::string(ONROLL_SOURCE_DIR) + "/src/check/tests/letters/";

std::string contents_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Names names_in(const std::string& words)
{
    std::istringstream in(words);
    return {std::istream_iterator<std::string>(in), {}};
}

struct Case {
    std::string letter;
    LetterFacts facts;
    Names unsure, missing, wrong;
};

LetterFacts facts_in(const std::string& words)
{
    std::istringstream in(words);
    std::string kind, day, board, other;
    LetterFacts facts;
    in >> kind >> facts.half_days >> day >> board;
    facts.kind = kind == "permanent"   ? law::Kind::permanent
                 : kind == "lunchtime" ? law::Kind::lunchtime
                                       : law::Kind::suspension;
    facts.decided_on = parse_date(day).value();
    facts.over_five_days_or_exam = board == "yes";
    while (in >> other)
        if (other == "over_school_age") facts.compulsory_school_age = false;
    return facts;
}

std::vector<Case> cases()
{
    std::vector<Case> all;
    std::istringstream lines(contents_of(folder + "expected.table"));
    std::string line;
    while (std::getline(lines, line)) {
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> cells;
        std::istringstream row(line + " ");
        std::string cell;
        while (std::getline(row, cell, '|')) cells.push_back(cell);
        REQUIRE(cells.size() == 5);
        std::istringstream name(cells[0]);
        Case one;
        name >> one.letter;
        one.facts = facts_in(cells[1]);
        one.unsure = names_in(cells[2]);
        one.missing = names_in(cells[3]);
        one.wrong = names_in(cells[4]);
        all.push_back(std::move(one));
    }
    return all;
}

Names with_verdict(const LetterCheck& check, Verdict verdict)
{
    Names names;
    for (const auto& part : check.parts)
        if (part.verdict == verdict) names.emplace(law::code(part.item));
    return names;
}

Names wrong_in(const LetterCheck& check)
{
    Names names;
    for (const auto& one : check.wrong) names.emplace(name(one.wrong));
    return names;
}

std::string listed(const Names& names)
{
    std::string words;
    for (const auto& one : names) words += one + " ";
    return words;
}

std::string passages(const LetterCheck& check)
{
    std::string words;
    for (const auto& part : check.parts)
        words += std::string(law::code(part.item)) + ": " + part.passage + "\n";
    for (const auto& one : check.wrong)
        words += std::string(name(one.wrong)) + ": " + one.passage + "\n";
    return words;
}

std::vector<std::string> paragraphs_of(const std::string& letter)
{
    std::vector<std::string> all;
    std::string rest = letter;
    for (std::size_t at; (at = rest.find("\n\n")) != std::string::npos; rest = rest.substr(at + 2))
        all.push_back(rest.substr(0, at));
    all.push_back(rest);
    return all;
}

} // namespace letter_check_test

TEST_CASE("thirty letters are read as a person who knows the rules reads them")
{
    using namespace letter_check_test;
    const auto all = cases();
    CHECK(all.size() == 30);
    for (const auto& one : all) {
        CAPTURE(one.letter);
        const auto check =
            check_letter(read_letter(contents_of(folder + one.letter + ".txt")), one.facts);
        CAPTURE(passages(check));
        CHECK(listed(with_verdict(check, Verdict::unsure)) == listed(one.unsure));
        CHECK(listed(with_verdict(check, Verdict::missing)) == listed(one.missing));
        CHECK(listed(wrong_in(check)) == listed(one.wrong));
    }
}

TEST_CASE("the passage shown is a sentence of the letter")
{
    using namespace letter_check_test;
    const auto flat = [](std::string words) {
        words.erase(std::remove_if(words.begin(), words.end(),
                                   [](char c) { return c == ' ' || c == '\n'; }),
                    words.end());
        return words;
    };
    for (const auto& one : cases()) {
        const auto text = contents_of(folder + one.letter + ".txt");
        const auto check = check_letter(read_letter(text), one.facts);
        for (const auto& part : check.parts) {
            CHECK(part.passage.size() < text.size() + 1);
            CHECK_MESSAGE(flat(text).find(flat(part.passage)) != std::string::npos, part.passage);
            CHECK((part.verdict == Verdict::missing) <= part.passage.empty());
        }
        for (const auto& wrong : check.wrong)
            CHECK_MESSAGE(flat(text).find(flat(wrong.passage)) != std::string::npos, wrong.passage);
    }
}

TEST_CASE("the order of a letter's paragraphs does not change what is found")
{
    using namespace letter_check_test;
    for (const auto& one : cases()) {
        const auto text = contents_of(folder + one.letter + ".txt");
        const auto in_order = check_letter(read_letter(text), one.facts);
        auto paragraphs = paragraphs_of(text);
        std::mt19937 order(20261125);
        for (int again = 0; again < 5; ++again) {
            std::shuffle(paragraphs.begin(), paragraphs.end(), order);
            std::string mixed;
            for (const auto& paragraph : paragraphs) mixed += paragraph + "\n\n";
            const auto check = check_letter(read_letter(mixed), one.facts);
            CAPTURE(one.letter);
            CAPTURE(mixed);
            for (const auto verdict : {Verdict::found, Verdict::unsure, Verdict::missing})
                CHECK(listed(with_verdict(check, verdict)) ==
                      listed(with_verdict(in_order, verdict)));
            CHECK(wrong_in(check) == wrong_in(in_order));
        }
    }
}

TEST_CASE("one letter after another finds what either of them finds")
{
    using namespace letter_check_test;
    const auto good = contents_of(folder + "01_good_three_days.txt");
    const auto wrong = contents_of(folder + "07_wrong_cannot_appeal.txt");
    const auto facts = facts_in("suspension 6 2026-11-20 no");
    const auto both = check_letter(read_letter(good + "\n\n" + wrong), facts);
    CHECK(with_verdict(both, Verdict::missing).empty());
    CHECK(wrong_in(both) == Names{"no_way_to_disagree"});
}

TEST_CASE("no bytes that are pasted stop the reader, and the same bytes read the same")
{
    using namespace letter_check_test;
    rc::check([](const std::string& pasted) {
        const auto letter = read_letter(pasted);
        const LetterFacts facts{.decided_on = date(2026, 11, 20)};
        RC_ASSERT(check_letter(letter, facts).parts == check_letter(letter, facts).parts);
        for (const auto& sentence : letter.sentences) {
            RC_ASSERT(sentence.from < sentence.until);
            RC_ASSERT(sentence.until <= letter.text.size());
        }
    });
}

TEST_CASE("a letter's kind, length and date are read from it")
{
    using namespace letter_check_test;
    const auto reading = [](const char* name) {
        return read_facts(read_letter(contents_of(folder + name + ".txt")));
    };
    const auto three = reading("01_good_three_days");
    CHECK(three.kind == law::Kind::suspension);
    CHECK(three.half_days == 6);
    CHECK(three.date == date(2026, 11, 20));
    CHECK(reading("02_good_permanent").kind == law::Kind::permanent);
    CHECK(reading("14_lunchtimes").kind == law::Kind::lunchtime);
    CHECK(reading("21_bullets").half_days == 3);
    CHECK(reading("08_wrong_forty_five_days").half_days == 10);
    CHECK(reading("08_wrong_forty_five_days").kind == law::Kind::suspension);
    CHECK(reading("12_style_2012_fixed_period").date == date(2013, 3, 11));
    CHECK_FALSE(reading("25_sent_home_note").half_days);
    CHECK_FALSE(reading("25_sent_home_note").kind);
    CHECK(read_facts(read_letter("12/11/2026")).date == date(2026, 11, 12));
    CHECK_FALSE(read_facts(read_letter("32/11/2026, 31 April 2026")).date);
}

TEST_CASE("what a letter needs follows from what it is about")
{
    using namespace letter_check_test;
    const auto needs = [](const LetterFacts& facts) {
        Names names;
        for (const auto& part : parts_needed(facts))
            if (!part.only_if_over_five) names.emplace(law::code(part.item));
        return names;
    };
    const auto short_one = facts_in("suspension 2 2026-11-20 no");
    CHECK_FALSE(needs(short_one).contains("right_to_attend"));
    CHECK_FALSE(needs(short_one).contains("day_six_provision"));
    CHECK(needs(facts_in("suspension 11 2026-11-20 no")).contains("right_to_attend"));
    CHECK_FALSE(needs(facts_in("suspension 10 2026-11-20 no")).contains("day_six_provision"));
    CHECK(needs(facts_in("suspension 12 2026-11-20 yes")).contains("day_six_provision"));
    CHECK(needs(facts_in("permanent 0 2026-11-20 yes")).contains("remote_meeting_request"));
    CHECK_FALSE(needs(facts_in("permanent 0 2022-11-20 yes")).contains("remote_meeting_request"));
    CHECK_FALSE(needs(facts_in("suspension 2 2026-11-20 no over_school_age"))
                    .contains("public_place_days"));
    auto unknown = short_one;
    unknown.over_five_days_or_exam = std::nullopt;
    CHECK_FALSE(needs(unknown).contains("right_to_attend"));
    const auto parts = parts_needed(unknown);
    CHECK(std::any_of(parts.begin(), parts.end(), [](const LetterPart& part) {
        return part.item == law::LetterItem::right_to_attend && part.only_if_over_five;
    }));
}

TEST_CASE("a wrong number of days is told with the right one")
{
    using namespace letter_check_test;
    const auto check =
        check_letter(read_letter("The governors must meet within 50 school days of this letter."),
                     facts_in("permanent 0 2026-11-20 yes"));
    REQUIRE(check.wrong.size() == 1);
    CHECK(check.wrong[0].lawful_days == 15);
    CHECK(check_letter(read_letter("The governors must meet within fifteen school days."),
                       facts_in("permanent 0 2026-11-20 yes"))
              .wrong.empty());
}

TEST_CASE("what is ticked is found, and what is not is missing")
{
    using namespace letter_check_test;
    const auto check =
        check_ticked({"period", "reasons", "no_end"}, facts_in("suspension 6 2026-11-20 no"));
    CHECK(with_verdict(check, Verdict::found) == Names{"in_writing", "period", "reasons"});
    CHECK(with_verdict(check, Verdict::missing).contains("pupils_part"));
    CHECK(wrong_in(check) == Names{"no_end"});
}

TEST_CASE("a family's answers say what its letter needs")
{
    using namespace letter_check_test;
    const auto today = date(2026, 11, 25);
    Answers answers;
    CHECK_FALSE(facts_of(answers, today));
    answers.happened = Happened::sent_home;
    CHECK_FALSE(facts_of(answers, today));
    answers.happened = Happened::suspended;
    answers.half_days = 8;
    answers.decided = date(2026, 11, 20);
    answers.earlier_any = true;
    answers.earlier = Earlier{.term_half_days = 4, .year_half_days = 4};
    answers.age = Age::sixth_form;
    const auto facts = facts_of(answers, today);
    REQUIRE(facts);
    CHECK(facts->over_five_days_or_exam == true);
    CHECK(facts->decided_on == date(2026, 11, 20));
    CHECK_FALSE(facts->compulsory_school_age);
}
