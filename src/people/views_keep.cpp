#include "people/views_keep.h"

#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::people {

namespace views_keep_detail {

std::string period_words(const RetentionRule& rule)
{
    auto words = std::to_string(rule.years) + (rule.years == 1 ? " year " : " years ");
    if (rule.months > 0)
        words += std::to_string(rule.months) + (rule.months == 1 ? " month " : " months ");
    return words + std::string(in_words(rule.trigger));
}

design::Html retention_words(const Retention& retention)
{
    if (std::holds_alternative<OnLegalHold>(retention))
        return design::paragraph("This record is on legal hold. It stays, whatever the period.");
    if (const auto* unknown = std::get_if<CannotTellYet>(&retention))
        return design::paragraph("It cannot be told yet how long to keep this record. " +
                                 unknown->missing + ". Until then it stays.");
    const auto& kept = std::get<KeepUntil>(retention);
    return design::paragraph("Keep this record until " + in_words(kept.last_day) + ": " +
                             std::string(in_words(kept.rule.group)) + ", " +
                             period_words(kept.rule) + ". " + kept.rule.source + ".");
}

design::Html groups_table(const std::vector<GroupRow>& groups)
{
    design::Table table{.caption = "What the record belongs to",
                        .head = {{"Group"}, {"Because"}, {"Kept until"}}};
    for (const auto& one : groups)
        table.rows.push_back(
            {{one.group},
             {one.because},
             {design::Html(one.until) +
              (one.decides ? design::Html(" ") + render(design::Tag{.content = "This one decides"})
                           : design::Html{})}});
    return render_stacking(table);
}

/// The page's own form, or one of several.
enum class GroupFormAs { main, beside };

design::Html group_form(const GroupForm& asked, GroupFormAs as)
{
    Choices groups{{"", "Choose one"}};
    for (const auto group : all_stated_groups())
        groups.emplace_back(key_of(group), in_words(group));
    const auto inside =
        fields::select(asked.form, "group", "This record also belongs to", groups,
                       "A record stays in a group once it is there.") +
        fields::date(asked.form, "closed_on", "Day the work was closed (optional)",
                     "For child protection and early help. Leave blank while it is open.") +
        fields::date(asked.form, "decided_on", "Day of the decision (optional)",
                     "For papers of a review panel or an appeal.");
    return as == GroupFormAs::main
               ? posting(asked.action, asked.start, inside, "Add to this group")
               : act_beside(asked.action, asked.start, inside, "Add to this group");
}

} // namespace views_keep_detail

design::Html periods_view(const PeriodsView& view)
{
    using namespace views_keep_detail;
    design::Html out = design::page_heading("How long records are kept");
    if (!view.own)
        out += render(design::WarningText{
            .content = "These are periods that councils have published. Your organisation has not "
                       "confirmed its own yet."});
    design::Table table{.caption = "Periods",
                        .head = {{"Records"}, {"Keep for"}, {"Then"}, {"Whose period"}}};
    for (const auto& rule : view.rules) {
        const auto page = "/people/retention/" + std::string(key_of(rule.group)) + "/" +
                          std::string(key_of(rule.trigger));
        table.rows.push_back({{view.may_change ? design::link(page, in_words(rule.group))
                                               : design::Html(in_words(rule.group))},
                              {period_words(rule)},
                              {in_words(rule.action)},
                              {rule.source}});
    }
    out += render_stacking(table);
    out += design::paragraph("Where several apply, the longest counts. A legal hold beats all.");
    if (view.without_names > 0)
        out += design::paragraph(
            "Made anonymous so far: " + design::counted(view.without_names, "record") +
            ". Of each, only the year of birth, the sex and what was last "
            "known of needs is left.");
    out += design::section_heading("due", "Records that are due");
    if (view.due.empty()) return out + design::paragraph("None is due today.");
    design::Table due{.caption = "Nothing is deleted until two people agree",
                      .head = {{"Record"}, {"Kept until"}, {"Period"}}};
    for (const auto& [id, kept] : view.due)
        due.rows.push_back(
            {{design::link("/people/" + id.text() + "/keep", "Open")},
             {in_table(kept.last_day)},
             {std::string(in_words(kept.rule.group)) + ", " + period_words(kept.rule)}});
    return out + render_stacking(due) +
           design::paragraph(design::link("/people/agree", "What waits for a second person"));
}

design::Html period_view(const PeriodView& view)
{
    using namespace views_keep_detail;
    Choices actions;
    for (const auto action : all_retention_actions())
        actions.emplace_back(key_of(action), in_words(action));
    design::Html out =
        error_summary(view.form) +
        design::page_heading("Change a period", std::string(in_words(view.rule.group)));
    if (view.preview)
        out += render(design::InsetText{
            .content = design::paragraph("Nothing is saved yet. Due today: " +
                                         design::with_thousands(view.preview->due_now) +
                                         ". With this period: " +
                                         design::with_thousands(view.preview->due_then) + ".") +
                       design::paragraph(design::with_thousands(view.preview->more) +
                                         (view.preview->more == 1
                                              ? " would be due that is not now, and "
                                              : " would be due that are not now, and ") +
                                         design::with_thousands(view.preview->fewer) +
                                         " would be kept longer. A legal hold beats every "
                                         "period.")});
    out +=
        design::paragraph("Now: " + period_words(view.rule) + ", then “" +
                          std::string(in_words(view.rule.action)) + "”. " + view.rule.source + ".");
    return out + posting(view.action, view.start,
                         fields::text(view.form, "years", "Years", {}, "govuk-input--width-3") +
                             fields::text(view.form, "months", "Months besides (optional)", {},
                                          "govuk-input--width-3") +
                             fields::radios(view.form, "action", "What happens then?", actions) +
                             fields::text(view.form, "source", "Whose schedule does it come from?",
                                          "For example, “Our retention schedule of March 2026”.") +
                             fields::radios(view.form, "then", "What now?",
                                            {{"preview", "Show me what it would change"},
                                             {"save", "Save the period"}}),
                         "Continue");
}

design::Html groups_view(const GroupsView& view)
{
    using namespace views_keep_detail;
    return error_summary(view.asked.form) + view.top +
           design::paragraph("A record is kept for as long as the longest of these periods. Say "
                             "what else it belongs to, so that it does not go too soon.") +
           groups_table(view.groups) + group_form(view.asked, GroupFormAs::main);
}

design::Html keep_view(const KeepView& view)
{
    using namespace views_keep_detail;
    const auto base = "/people/" + view.person.text();
    design::Html out = error_summary(view.form) + view.top;
    out += retention_words(view.retention) + groups_table(view.groups);
    out += design::section_heading("hold", view.on_hold ? "The hold" : "Put it on hold");
    if (view.on_hold)
        out += (view.ending_asked
                    ? design::paragraph("A colleague has asked to end the hold. Somebody else must "
                                        "agree.")
                    : design::Html{}) +
               act_beside(base + "/keep/end", view.end_start, {}, "End the hold");
    else
        out += posting(base + "/keep", view.hold_start,
                       fields::text(view.form, "reason", "Why must this record be held?"),
                       "Put the record on hold");
    out += design::section_heading("longer", "Keep it longer") +
           group_form(view.group_form, GroupFormAs::beside);
    if (!view.due || view.on_hold) return out;
    out += design::section_heading("end", "End of its time");
    const bool anonymise =
        std::get<KeepUntil>(view.retention).rule.action == RetentionAction::anonymise;
    out += render(design::WarningText{
        .content = anonymise
                       ? "Making it anonymous takes the person, their addresses, ties, consents "
                         "and history away for good. The year of birth, the sex and what was last "
                         "known of needs stay, and lead back to nobody."
                       : "Deleting takes the person, their addresses, ties, consents and history "
                         "away for good. One line without the name stays."});
    const std::string what = anonymise ? "make this record anonymous" : "delete this record";
    out +=
        act_beside(base + "/delete", view.delete_start, {},
                   (view.deletion_proposed ? "Agree to " : "Propose to ") + what, Weight::warning);
    return out;
}

} // namespace onroll::people
