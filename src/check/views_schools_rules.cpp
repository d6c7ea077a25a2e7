// What a school must do around an exclusion, in order: each duty with who is told, by when, where
// it is written, and what people get wrong. The words of the rules come from the law as data.
#include "check/views_schools.h"

#include "design/components/details.h"
#include "design/components/lead.h"
#include "design/components/table.h"
#include "design/page.h"
#include "law/reasons.h"
#include "law/rule_lists.h"

#include <array>
#include <span>

namespace onroll::check {

namespace views_schools_detail {

using design::Html;
using namespace law;

/// One thing to do. Who and when are said here; what, where and how sure come from the rule.
struct Step {
    RuleId rule;
    const char* who;
    const char* when;
};

struct Stage {
    const char* title;
    std::span<const Step> steps;
};

constexpr std::array before{
    Step{RuleId::ht_01, "Head teacher", "Before"},
    Step{RuleId::ht_02, "Head teacher", "Before"},
    Step{RuleId::ht_09, "Head teacher", "Before"},
    Step{RuleId::ht_03, "Head teacher", "Before a permanent exclusion"},
    Step{RuleId::ht_10, "Head teacher", "Before, if exclusions keep coming"},
    Step{RuleId::ht_04, "Head teacher", "When setting the length"},
    Step{RuleId::ht_05, "Head teacher", "When setting the length"},
};

constexpr std::array same_day{
    Step{RuleId::nt_01, "Head teacher tells the parents", "Without delay: that day"},
    Step{RuleId::nt_02, "Head teacher writes to the parents", "Without delay"},
    Step{RuleId::nt_08, "Head teacher", "In the same letter"},
    Step{RuleId::nt_04, "Head teacher tells the council", "Without delay: that day"},
    Step{RuleId::nt_05, "Head teacher tells the governors", "Without delay, in some cases"},
    Step{RuleId::nt_06, "Head teacher tells the social worker and virtual school head",
         "Without delay, if there is one"},
    Step{RuleId::nt_07, "Head teacher tells the council where the pupil lives",
         "Without delay, if permanent"},
    Step{RuleId::nt_03, "Head teacher writes to the parents",
         "By the end of the afternoon of the first day"},
};

constexpr std::array teaching{
    Step{RuleId::edu_06, "School and council", "From day 1, for some pupils"},
    Step{RuleId::edu_01, "Head teacher", "School days 1 to 5"},
    Step{RuleId::edu_02, "School: suspension", "From school day 6"},
    Step{RuleId::edu_03, "Council where the pupil lives: permanent", "From school day 6"},
    Step{RuleId::edu_09, "School", "When the pupil comes back"},
};

constexpr std::array governors{
    Step{RuleId::gb_10, "Governors", "Within 15 school days"},
    Step{RuleId::gb_11, "Governors", "Within 15 school days"},
    Step{RuleId::gb_12, "Governors", "Within 50 school days"},
    Step{RuleId::gb_14, "Governors", "No set day"},
    Step{RuleId::gb_16, "Governors", "Before the exam, if they can"},
    Step{RuleId::gb_20, "Clerk", "When the meeting is called"},
    Step{RuleId::gb_22, "Clerk", "5 school days before the meeting"},
    Step{RuleId::gb_26, "Governors", "Without delay after they decide"},
};

constexpr std::array afterwards{
    Step{RuleId::irp_02, "Parents", "Within 15 school days"},
    Step{RuleId::irp_06, "Council or academy trust", "Within 15 school days of the request"},
    Step{RuleId::reg_02, "School", "Not before the last of these days"},
};

const std::array stages{
    Stage{"Before you decide", before},
    Stage{"The day you decide", same_day},
    Stage{"Work and teaching", teaching},
    Stage{"The governors", governors},
    Stage{"After the governors decide", afterwards},
};

Html what(const Rule& one)
{
    Html words = design::link(rule_url(one.id), one.title) + design::void_element("br") + one.about;
    if (!one.mistake.empty())
        words += design::void_element("br") +
                 design::element("strong", {}, "Often said, and wrong: ") + one.mistake;
    return words;
}

Html where_written(const Rule& one, Date today)
{
    const auto cited = citation_for(one.id, today);
    Html words = cited.link.empty() ? Html(cited.source) : design::link(cited.link, cited.source);
    if (!cited.edition.empty()) words += ", " + std::string(cited.edition) + " edition";
    return words;
}

Html table_of(const Stage& stage, Date today)
{
    design::Table table{.caption = stage.title, .caption_classes = "govuk-visually-hidden"};
    for (const auto* head : {"When", "Who", "What", "Kind of rule", "Where it is written"})
        table.head.push_back({.content = head});
    for (const auto& step : stage.steps) {
        const auto& one = rule(step.rule);
        table.rows.push_back({{.content = design::element("strong", {}, step.when)},
                              {.content = step.who},
                              {.content = what(one)},
                              {.content = school_force_tag(citation_for(one.id, today).force)},
                              {.content = where_written(one, today)}});
    }
    return design::render_stacking(table);
}

bool is_a_step(RuleId id)
{
    for (const auto& stage : stages)
        for (const auto& step : stage.steps)
            if (step.rule == id) return true;
    return false;
}

/// What people get wrong about rules that are not a step of their own.
Html other_mistakes()
{
    std::vector<Html> items;
    for (const auto& one : rules())
        if (!one.mistake.empty() && !is_a_step(one.id) && one.topic != Topic::records)
            items.push_back(design::link(rule_url(one.id), one.title) + ". " + one.mistake);
    return design::bullets(items);
}

} // namespace views_schools_detail

design::Html school_rules_view(Date today)
{
    using namespace views_schools_detail;
    Html content = design::page_heading("Each duty around an exclusion");
    content += design::lead("In order: who is told, by when, and what people get wrong. These are "
                            "the rules on " +
                            with_weekday(today) + ".");
    for (const auto& stage : stages)
        content +=
            render(design::Details{.summary = stage.title, .content = table_of(stage, today)});
    return content + render(design::Details{.summary = "Other things often said, and wrong",
                                            .content = other_mistakes()});
}

} // namespace onroll::check
