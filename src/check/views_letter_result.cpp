// What was found in a school's letter.
#include "check/views_letter_check.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/source_line.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "law/circumstance_codes.h"
#include "law/reasons.h"
#include "law/rule_lists.h"

#include <algorithm>

namespace onroll::check {

namespace views_letter_result_detail {

using design::Html;

std::string what_it_is(const Here& here, const LetterForm& form, const LetterFacts& facts)
{
    const auto& words = here.words;
    const auto date = words.date(facts.decided_on);
    if (form.kind == "unknown") return words("letter_check.about.unknown_kind", {{"date", date}});
    switch (facts.kind) {
    case law::Kind::permanent:
        return words("letter_check.about.permanent", {{"date", date}});
    case law::Kind::lunchtime:
        return words.counted("letter_check.about.lunchtime", facts.half_days, {{"date", date}});
    case law::Kind::suspension:
        break;
    }
    if (form.days_not_known) return words("letter_check.about.unknown_days", {{"date", date}});
    return words("letter_check.about.suspension",
                 {{"days", school_days_in_words(words, facts.half_days)}, {"date", date}});
}

/// What the letter was taken to be, and what hangs on what the family does not know.
std::string about(const Here& here, const LetterForm& form, const LetterFacts& facts)
{
    auto said = what_it_is(here, form, facts);
    if (form.date_not_known) said += " " + here.words("letter_check.about.unknown_date");
    if (form.answers.empty()) said += " " + here.words("letter_check.school_age");
    return said;
}

std::string sum(const Here& here, const LetterCheck& check)
{
    const auto& words = here.words;
    const auto missing = check.count(Verdict::missing, Force::must);
    const auto unsure = check.count(Verdict::unsure, Force::must);
    std::vector<std::string> sentences;
    const auto add = [&](const char* key, std::size_t number) {
        if (number) sentences.push_back(words.counted(key, static_cast<std::int64_t>(number)));
    };
    add("letter_check.sum.wrong", check.wrong.size());
    add("letter_check.sum.missing", missing);
    add("letter_check.sum.unsure", unsure);
    if (!missing && !unsure) sentences.push_back(words("letter_check.sum.good"));
    std::string all;
    for (const auto& sentence : sentences) all += (all.empty() ? "" : " ") + sentence;
    return all;
}

Html quoted(const std::string& passage)
{
    constexpr std::size_t most = 300;
    auto words = passage;
    if (words.size() > most) {
        auto end = words.rfind(' ', most);
        words = words.substr(0, end == std::string::npos ? most : end) + " …";
    }
    return design::element("q", {{"class", "onr-quote"}, {"dir", "auto"}}, words);
}

Html rule_link(const Words& words, law::RuleId rule, const LetterFacts& facts)
{
    const auto cited = law::citation_for(rule, facts.decided_on);
    return in_english(words, design::link(law::rule_url(rule), cited.source));
}

Html wrong_view(const Here& here, const WrongSentence& wrong, const LetterFacts& facts)
{
    const auto& words = here.words;
    const auto key = "wrong." + std::string(name(wrong.wrong));
    const auto days = wrong.lawful_days ? std::to_string(*wrong.lawful_days) : std::string();
    const auto cited = law::citation_for(wrong.rule, facts.decided_on);
    const auto line = [](const std::string& label, const Html& said) {
        return design::paragraph(design::element("strong", {}, label, ": ") + said);
    };
    const auto said =
        design::element("h3", {{"class", "govuk-heading-s"}}, words(key)) +
        (wrong.passage.empty() ? design::paragraph(words("letter_check.wrong.ticked"))
                               : line(words("letter_check.wrong.told"), quoted(wrong.passage))) +
        line(words("letter_check.wrong.rule"), words(key + ".rule", {{"days", days}})) +
        line(words("letter_check.wrong.ask"), words(key + ".ask")) +
        design::source_line({{std::string(cited.source), std::string(law::rule_url(wrong.rule))}},
                            source_words_in(words));
    return design::element("div", {{"class", "onr-duty"}}, said);
}

Html verdict_tag(const Here& here, Verdict verdict)
{
    const char* colour = verdict == Verdict::found     ? "govuk-tag--green"
                         : verdict == Verdict::missing ? "govuk-tag--orange"
                                                       : "govuk-tag--yellow";
    return render(design::Tag{.content = here.words("letter_check." + std::string(name(verdict))),
                              .classes = colour});
}

template <class Wanted>
Html parts_table(const Here& here, const LetterCheck& check, const LetterFacts& facts,
                 const std::string& caption, const Wanted& wanted)
{
    const auto& words = here.words;
    design::Table table{.caption = caption, .caption_classes = "govuk-visually-hidden"};
    for (const auto* key :
         {"letter_check.column.part", "letter_check.column.verdict", "letter_check.column.passage"})
        table.head.push_back({.content = words(key)});
    for (const auto& part : check.parts) {
        if (!wanted(part)) continue;
        const auto key = "part." + std::string(law::code(part.item));
        Html passage = part.passage.empty()
                           ? Html(words(part.verdict == Verdict::found ? "letter_check.whole"
                                                                       : "letter_check.no_passage"))
                           : quoted(part.passage);
        if (part.item == law::LetterItem::plain_language && !part.passage.empty())
            passage = Html(words(key + ".long") + " ") + passage;
        table.rows.push_back(
            {{.content = design::element("strong", {}, words(key)) + design::void_element("br") +
                         design::element("span", {{"class", "onr-src"}},
                                         rule_link(words, part.rule, facts))},
             {.content = verdict_tag(here, part.verdict), .classes = "onr-verdict"},
             {.content = passage}});
    }
    return table.rows.empty() ? Html{} : render_stacking(table);
}

/// What was found, as if it had been ticked: so that the letter itself need not travel on.
LetterForm as_ticks(LetterForm form, const LetterCheck& check)
{
    form.pasted.clear();
    form.way = "tick";
    form.ticked.clear();
    for (const auto& part : check.parts)
        if (part.verdict != Verdict::missing) form.ticked.emplace(law::code(part.item));
    for (const auto& wrong : check.wrong) form.ticked.emplace(name(wrong.wrong));
    return form;
}

Html next_view(const Here& here, const LetterForm& form, const LetterCheck& check)
{
    const auto& words = here.words;
    const auto post = [&](const char* action, const char* key, bool secondary,
                          const http::Fields& fields) {
        return letter_posting_form(
            here, action, fields,
            render(design::Button{.content = words(key),
                                  .classes = secondary ? "govuk-button--secondary" : ""}));
    };
    const auto to_letters = fields_of(as_ticks(form, check));
    Html content = design::section_heading("next", words("letter_check.next.title")) +
                   design::paragraph(words("letter_check.next.ask")) +
                   post("/check/letters", "letter_check.next.ask.button", false, to_letters);
    if (form.answers.empty()) {
        content += design::paragraph(design::link("/check", words("letter_check.next.check")));
    } else {
        auto back = form.answers;
        back.add("at", "answer");
        back.add("go", "answer");
        content += design::paragraph(words("letter_check.next.answer")) +
                   post("/check", "letter_check.next.answer.button", true, back);
    }
    return content +
           design::paragraph(design::link("/check/letter", words("letter_check.start_again")));
}

} // namespace views_letter_result_detail

std::string school_days_in_words(const Words& words, int half_days)
{
    if (half_days == 1) return words("letter_check.half_day");
    const int whole = half_days / 2;
    if (half_days % 2) return words("letter_check.half_days", {{"days", std::to_string(whole)}});
    return words.counted("letter_check.length", whole);
}

design::Html letter_result_view(const Here& here, const LetterForm& form, const LetterFacts& facts,
                                const LetterCheck& check)
{
    using namespace views_letter_result_detail;
    const auto& words = here.words;
    const auto change =
        letter_posting_form(here, "/check/letter", fields_of(form),
                            render(design::Button{.content = words("letter_check.about.change"),
                                                  .name = "letter_step",
                                                  .value = "change",
                                                  .classes = "govuk-button--secondary"}));
    Html content = design::page_heading(words("letter_check.result.title")) +
                   design::lead(sum(here, check)) + design::paragraph(about(here, form, facts)) +
                   change;
    if (!check.wrong.empty()) {
        content += design::section_heading("wrong", words("letter_check.wrong.title"));
        for (const auto& wrong : check.wrong) content += wrong_view(here, wrong, facts);
    }
    const auto table = [&](const char* id, const char* key, auto wanted, const Html& lead = {}) {
        const auto rows = parts_table(here, check, facts, words(key), wanted);
        if (!rows.empty()) content += design::section_heading(id, words(key)) + lead + rows;
    };
    const auto lacking = [](const LetterPart& part) { return part.verdict != Verdict::found; };
    table("must", "letter_check.must.title", [&](const LetterPart& part) {
        return lacking(part) && part.force == Force::must && !part.only_if_over_five;
    });
    table(
        "meeting", "letter_check.meeting.title",
        [&](const LetterPart& part) { return lacking(part) && part.only_if_over_five; },
        design::paragraph(words("letter_check.meeting.lead")));
    table("should", "letter_check.should.title", [&](const LetterPart& part) {
        return lacking(part) && part.force != Force::must && !part.only_if_over_five;
    });
    const bool all_there = std::none_of(check.parts.begin(), check.parts.end(), lacking);
    content += render(design::Details{
        .summary = words("letter_check.there.title"),
        .content = parts_table(here, check, facts, words("letter_check.there.title"),
                               [&](const LetterPart& part) { return !lacking(part); }),
        .open = all_there});
    return content + render(design::InsetText{.content = words("letter_check.limits")}) +
           next_view(here, form, check);
}

} // namespace onroll::check
