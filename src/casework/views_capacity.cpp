#include "casework/views_capacity.h"

#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::casework {
namespace views_capacity_detail {

using design::Html;

std::string takes_in_words(const Capacity& capacity)
{
    if (capacity.takes == Takes::after_a_wait && capacity.weeks)
        return "Takes somebody after " + design::counted(*capacity.weeks, "week", "weeks");
    return std::string(in_words(capacity.takes));
}

} // namespace views_capacity_detail
using namespace views_capacity_detail;

std::string capacity_in_words(const Capacity& capacity, Date today)
{
    auto words = takes_in_words(capacity) + ", as told on " + in_words(capacity.told_on);
    if (!capacity.told_by.empty()) words += " by " + capacity.told_by;
    return words + (is_old(capacity, today) ? ". That is long ago: ask again." : ".");
}

design::Html places_beside_view(const std::vector<NeedWithPlaces>& needs, Date today)
{
    auto out = design::section_heading("who-could-help", "Who could help, and how soon");
    design::Table table{.caption = "Services of the register beside each need that is not met",
                        .head = {{"Need"}, {"Service"}, {"How soon"}, {"How to reach it"}}};
    for (const auto& need : needs) {
        const std::string kind(in_words(need.kind));
        if (need.places.empty()) table.rows.push_back({{kind}, {"None is known"}, {""}, {""}});
        for (const auto& one : need.places)
            table.rows.push_back({{kind},
                                  {one.place.name},
                                  {capacity_in_words(*one.now, today)},
                                  {one.place.reach.empty() ? "Not said" : one.place.reach}});
    }
    if (!table.rows.empty()) out += render_stacking(table);
    return out + design::paragraph(
                     design::link("/advice/signposts", "Say what a service can take on now"));
}

design::Html capacity_view(const CapacityView& view)
{
    namespace fields = forms::fields;
    forms::Choices needs;
    for (const auto kind : all_need_kinds()) needs.emplace_back(key_of(kind), in_words(kind));
    forms::Choices takes;
    for (const auto one : all_takes()) takes.emplace_back(key_of(one), in_words(one));
    auto out = forms::error_summary(view.form) +
               design::page_heading("What this service can take on") + view.banner +
               design::paragraph(view.place.place.name);
    if (view.place.now)
        out += design::paragraph("Saved now: " + capacity_in_words(*view.place.now, view.today));
    const auto inside =
        fields::checkboxes(view.form, "helps_with", "With which needs does it help?", needs) +
        fields::radios(view.form, "takes", "Does it take somebody now?", takes) +
        fields::text(view.form, "weeks", "How many weeks is the wait? (optional)", {},
                     "govuk-input--width-3") +
        fields::date(view.form, "told_on", "When did they say so?") +
        fields::text(view.form, "told_by", "Who said so? (optional)",
                     "For example: their duty worker");
    return out + forms::posting(view.action, view.start, inside, "Save") +
           design::paragraph(design::link("/advice/signposts", "Leave without saving"));
}

} // namespace onroll::casework
