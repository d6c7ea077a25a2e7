#include "law/rule_lists.h"

#include "platform/csv/writer.h"

#include <algorithm>
#include <cctype>

namespace onroll::law {

std::string_view words_for(Force force)
{
    switch (force) {
    case Force::must:
        return "Must";
    case Force::should:
        return "Should";
    case Force::good_practice:
        return "Good practice";
    case Force::convention:
        return "Our convention";
    }
    return {};
}

std::string_view words_for(Confidence confidence)
{
    switch (confidence) {
    case Confidence::read:
        return "Read";
    case Confidence::well_known:
        return "Well known";
    case Confidence::our_reading:
        return "Our reading";
    }
    return {};
}

std::string rules_csv(const std::vector<const Rule*>& rules)
{
    csv::Writer out({"rule", "title", "topic", "what_it_says", "force", "from", "until", "source",
                     "edition", "link", "confidence", "checked"});
    for (const auto* rule : rules) {
        for (const auto& row : rule->in_force) {
            const auto cited = citation(rule->id, row.from);
            out.text(rule->name)
                .text(rule->title)
                .text(words_for(rule->topic))
                .text(rule->about)
                .text(words_for(row.force));
            out.date(row.from).date(row.until);
            out.text(cited ? cited->source : "")
                .text(cited ? cited->edition : "")
                .text(cited ? cited->link : "");
            out.text(words_for(row.confidence)).date(row.checked).end_row();
        }
    }
    return std::move(out).take();
}

std::string rules_markdown(const std::vector<const Rule*>& rules)
{
    std::string out = "# The rules\n\nMade by `onroll law rules --as markdown`. Each rule is "
                      "written in our words; the source is where it stands.\n";
    for (const auto topic : topics()) {
        std::string section;
        for (const auto* rule : rules) {
            if (rule->topic != topic) continue;
            section += "\n### " + std::string(rule->name) + " " + std::string(rule->title) +
                       "\n\n" + std::string(rule->about) + "\n\n";
            for (const auto& row : rule->in_force) {
                const auto cited = citation(rule->id, row.from);
                section += "- " + in_words(row.from) +
                           (row.until ? " to " + in_words(*row.until) : std::string(" to now")) +
                           ": ";
                if (cited)
                    section += std::string(cited->source) +
                               (cited->edition.empty() ? "" : ", " + std::string(cited->edition));
                section += ". " + std::string(words_for(row.force)) + ". " +
                           std::string(words_for(row.confidence)) + ".\n";
            }
            if (!rule->reading.empty())
                section += "\nOur reading: " + std::string(rule->reading) + "\n";
        }
        if (!section.empty()) out += "\n## " + std::string(words_for(topic)) + "\n" + section;
    }
    return out;
}

std::string rule_url(RuleId rule)
{
    std::string name(name_of(rule));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return "/law/" + name;
}

} // namespace onroll::law
