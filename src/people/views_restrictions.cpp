#include "people/views_restrictions.h"

#include "people/views_forms.h"

#include "people/views_rows.h"
#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::people {

namespace views_restrictions_detail {

using design::Html;

std::string day_of(std::chrono::sys_time<std::chrono::milliseconds> at)
{
    return in_words(in_london(at).date);
}

Html card_of(const Restriction& one, const StaffName& staff_name)
{
    design::SummaryList list{.card = design::SummaryCard{
                                 .title = one.ended_at ? "Ended" : "In force", .heading_level = 3}};
    add_row(list, "Why", std::string(in_words(one.ground)) + ". " + one.reason);
    add_row(list, "Begun", day_of(one.begun_at) + ", by " + staff_name(one.begun_by));
    if (one.told_on) add_row(list, "Person told it ends", in_words(*one.told_on));
    if (one.ended_at) add_row(list, "Ended", day_of(*one.ended_at));
    return render(list);
}

Html card_of(const Dispute& one, const StaffName& staff_name)
{
    design::SummaryList list{.card = design::SummaryCard{.title = one.about, .heading_level = 3}};
    add_row(list, "The record says", one.recorded);
    add_row(list, one.said_by + " says", one.said);
    add_row(list, "Noted", day_of(one.noted_at) + ", by " + staff_name(one.noted_by));
    if (one.settled_on) add_row(list, "Settled", in_words(*one.settled_on) + ". " + one.outcome);
    return render(list);
}

} // namespace views_restrictions_detail

using namespace views_restrictions_detail;

design::Html restriction_view(const RestrictionView& view)
{
    Html out = error_summary(view.form) + view.top;
    const bool stands = std::any_of(view.all.begin(), view.all.end(),
                                    [](const Restriction& one) { return !one.ended_at; });
    for (const auto& one : view.all) out += card_of(one, view.staff_name);
    if (stands)
        return out + design::section_heading("end", "End the restriction") +
               design::paragraph("Tell the person before it ends.") +
               posting(view.action + "/end", view.start,
                       fields::date(view.form, "told_on", "When were they told?"),
                       "End the restriction");
    return out +
           design::paragraph("A person may ask that their record is kept but not used while "
                             "something about it is settled. Nothing of it then changes, is shared "
                             "or is deleted. Whoever opens it must say why.") +
           posting(
               view.action, view.start,
               fields::radios(view.form, "ground", "Why?", choices_of(all_restriction_grounds())) +
                   fields::long_text(view.form, "reason", "What is to be settled?",
                                     "Do not name anybody here."),
               "Restrict its use");
}

std::string outcome_field(const DisputeId& id)
{
    return "outcome." + id.text();
}

design::Html disputes_view(const DisputesView& view)
{
    Html out = error_summary(view.form) + view.top;
    if (view.all.empty()) out += design::paragraph("Nothing in this record is disputed.");
    for (const auto& one : view.all) {
        out += card_of(one, view.staff_name);
        for (const auto& [id, start] : view.settle)
            if (id == one.id)
                out +=
                    posting(view.action + "/" + id.text(), start,
                            fields::long_text(view.form, outcome_field(id), "How was it settled?",
                                              "As you told them: corrected, added to, or why it "
                                              "stays as it is."),
                            "Settle it");
    }
    return out + design::section_heading("new", "Note that something is disputed") +
           design::paragraph("Where you agree that it is wrong, change the record: the old value "
                             "stays in its history. Where you do not agree, both views are kept "
                             "here, and go into a copy for the person.") +
           posting(view.action, view.start,
                   fields::text(view.form, "about", "Which fact?") +
                       fields::long_text(view.form, "recorded", "What does the record say?") +
                       fields::long_text(view.form, "said", "What do they say?") +
                       fields::text(view.form, "said_by", "Who says so?",
                                    "For example, “The child’s mother”."),
                   "Keep both views");
}

} // namespace onroll::people
