#include "people/views_schools.h"

#include "design/page.h"
#include "forms/form_start.h"

namespace onroll::people {

namespace views_schools_detail {

using design::Html;

Html top_of(const PartView& view)
{
    return error_summary(view.form) +
           (view.form.is_draft ? onroll::forms::draft_banner() : Html{}) + view.top;
}

Html questions(const FormView& form, std::string_view about_first_day)
{
    return fields::text(form, "urn", "The school’s URN", "6 digits. Find it under Schools.",
                        "govuk-input--width-10") +
           fields::radios(form, "kind", "What is it to the child?",
                          choices_of(std::vector{PlacementKind::main, PlacementKind::subsidiary,
                                                 PlacementKind::guest,
                                                 PlacementKind::alternative_provision})) +
           fields::date(form, "from", "First day", about_first_day) +
           fields::date(form, "until", "Last day", "Leave blank if the child is there now.");
}

/// Whether the main school that ended the day before lasts again; nothing to ask where none did.
Html still_there(const FormView& form, const EndedBefore& before, const std::string& when)
{
    if (before.school.empty()) return {};
    return fields::checkboxes(form, "reopens", "Is the child still at " + before.school + "?",
                              {{"yes", "Yes, they are still there"}},
                              when + "The record has " + before.last_day +
                                  " as their last day there.");
}

} // namespace views_schools_detail

using namespace views_schools_detail;

Html add_school_view(const PartView& view)
{
    return top_of(view) +
           posting(view.action, view.start, questions(view.form, {}), "Save the school");
}

Html change_school_view(const ChangeSchoolView& view)
{
    const auto& part = view.part;
    return top_of(part) +
           (view.place.empty() ? Html{} : design::paragraph("Now: " + view.place + ".")) +
           posting(
               part.action, part.start,
               questions(part.form,
                         "Leave blank if nobody knows it. If this stays the main "
                         "school, the one before it ends the day before its first day.") +
                   still_there(part.form, view.before,
                               "Only if the school that you are changing is not their main one. ") +
                   fields::text(part.form, "note", "Why is it changed? (optional)",
                                "The old value is kept with this note."),
               "Save the school") +
           (view.place.empty()
                ? Html{}
                : design::paragraph(design::link(
                      view.remove, "The child was never there: take it off the record")));
}

Html remove_school_view(const RemoveSchoolView& view)
{
    const auto& part = view.part;
    const auto inside = still_there(part.form, view.before, {}) +
                        fields::text(part.form, "note", "Why is it taken off? (optional)",
                                     "Kept in the history with what the record said.");
    return top_of(part) + (view.place.empty() ? Html{} : design::paragraph(view.place + ".")) +
           design::paragraph("Only where the child was never there. For a child who has left, give "
                             "the last day instead.") +
           act_beside(part.action, part.start, inside, "Take it off the record", Weight::warning);
}

} // namespace onroll::people
