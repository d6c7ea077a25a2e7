#include "people/views_overrides.h"

#include "people/views_rows.h"

#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"

namespace onroll::people {

namespace views_overrides_detail {

using design::Html;

Html review_state(const SharedWithoutConsent& one, Date today)
{
    if (one.reviewed_on) return "Reviewed on " + in_words(*one.reviewed_on);
    if (!one.given.review_on) return "No day was set";
    Html state = "Review by " + with_weekday(*one.given.review_on);
    if (*one.given.review_on < today)
        state += Html(" ") + render(design::Tag{.content = "Late", .classes = "govuk-tag--red"});
    return state;
}

std::string record_of(const SharedWithoutConsent& one)
{
    return "/people/" + one.about.text() + "/consents";
}

} // namespace views_overrides_detail

using namespace views_overrides_detail;

Html overrides_view(const OverridesView& view)
{
    Html out = design::page_heading("Sharing without consent");
    out += design::paragraph("Each time somebody shares without consent, another manager allows "
                             "it, and a day is set on which it is looked at again. You review it: "
                             "was the exception there, and may the sharing go on?");
    if (view.all.empty()) return out + design::paragraph("Nothing was shared without consent.");
    design::Table table{.caption = "Those that wait for a review come first",
                        .head = {{"Shared"}, {"With"}, {"By"}, {"Review"}}};
    for (const auto& one : view.all)
        table.rows.push_back(
            {{design::link("/data-protection/overrides/" + one.id.text(), in_words(one.starts_on))},
             {one.with_name},
             {view.staff_name(one.shared_by)},
             {review_state(one, view.today)}});
    return out + render_stacking(table);
}

Html allowed_view(const OverridesView& view)
{
    Html out = design::page_heading("Shared without consent in your name");
    out += design::paragraph("A colleague named you as the manager who allowed these. If you did "
                             "not allow one, open the record and stop the sharing, and tell your "
                             "officer for data protection.");
    if (view.all.empty()) return out + design::paragraph("Nobody has named you.");
    design::Table table{.caption = "Newest review last",
                        .head = {{"Shared"}, {"With"}, {"By"}, {"Exception"}, {"Review"}}};
    for (const auto& one : view.all)
        table.rows.push_back({{design::link(record_of(one), in_words(one.starts_on))},
                              {one.with_name},
                              {view.staff_name(one.shared_by)},
                              {in_words(one.given.ground)},
                              {review_state(one, view.today)}});
    return out + render_stacking(table);
}

Html override_view(const OverrideView& view)
{
    const auto& one = view.one;
    Html out = error_summary(view.form) + design::page_heading("Review of sharing without consent");
    design::SummaryList list;
    add_row(list, "Shared on", in_words(one.starts_on));
    add_row(list, "Last day", in_words(one.last_day));
    add_row(list, "With", one.with_name);
    add_row(list, "By", view.staff_name(one.shared_by));
    add_row(list, "Allowed by", view.staff_name(one.given.authorised_by));
    add_row(list, "Exception", in_words(one.given.ground));
    add_row(list, "Why", one.given.reason);
    add_row(list, "Family told",
            one.given.family_told_on ? in_words(*one.given.family_told_on) : std::string());
    add_row(list, "Family not told because", one.given.not_told_because);
    if (one.reviewed_on) {
        add_row(list, "Reviewed",
                in_words(*one.reviewed_on) + ", " + view.staff_name(one.reviewed_by));
        add_row(list, "Found", one.found);
    }
    out += render(list);
    out +=
        design::paragraph(design::link(record_of(one), "Open the record’s consents and sharing"));
    if (one.reviewed_on) return out;
    out += design::paragraph(review_state(one, view.today));
    if (!view.may_review)
        return out + design::paragraph("You shared this or allowed it. Somebody else reviews it.");
    return out + posting("/data-protection/overrides/" + one.id.text(), view.start,
                         fields::long_text(view.form, "found", "What did you find?",
                                           "Say whether the exception was there, and what "
                                           "happens now. Do not name the child."),
                         "Save the review");
}

} // namespace onroll::people
