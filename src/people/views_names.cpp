#include "people/views_names.h"

#include "people/views_forms.h"

#include "design/components/inset_text.h"
#include "design/page.h"
#include "forms/form_start.h"

namespace onroll::people {

namespace views_names_detail {

design::Html top_of(const NamesView& view)
{
    return error_summary(view.form) +
           (view.form.is_draft ? onroll::forms::draft_banner() : design::Html{}) + view.top;
}

} // namespace views_names_detail

design::Html names_view(const NamesView& view)
{
    std::vector<design::Html> names;
    for (const auto& name : view.person.other_names)
        names.emplace_back(called({name.given, name.family, {}}) + " (" +
                           std::string(in_words(name.kind)) + ")");
    return views_names_detail::top_of(view) +
           (names.empty() ? design::paragraph("No other name is recorded.")
                          : design::bullets(names)) +
           design::paragraph("Under each of them the person is found. To change the recorded name "
                             "or the name they want used, change the details.") +
           posting(view.action, view.start,
                   fields::name(view.form, "given_name", "First name") +
                       fields::name(view.form, "family_name", "Last name") +
                       fields::radios(
                           view.form, "kind", "What kind of name is it?",
                           choices_of(std::vector{OtherNameKind::alias, OtherNameKind::former,
                                                  OtherNameKind::spelling})),
                   "Save the name");
}

design::Html nhs_number_view(const NamesView& view)
{
    const auto& number = view.person.nhs_number;
    return views_names_detail::top_of(view) +
           render(design::InsetText{.content = number
                                                   ? "On record: " + number->spaced()
                                                   : std::string("No NHS number is on record.")}) +
           design::paragraph("It tells two children of one name apart. It is noted that you have "
                             "seen it. Most colleagues see only that a number is held.") +
           posting(
               view.action, view.start,
               fields::text(view.form, "nhs_number", "NHS number",
                            "10 digits, as on a letter from the NHS. Leave it blank to take the "
                            "number off the record.",
                            "govuk-input--width-10"),
               "Save the NHS number");
}

design::Html death_view(const NamesView& view)
{
    const auto& died = view.person.died_on;
    return views_names_detail::top_of(view) +
           (died ? render(design::InsetText{.content = "Recorded: died on " + in_words(*died) +
                                                       ". Save another date to put it right."})
                 : design::Html{}) +
           design::paragraph("The date shows on the record, so that nobody writes to the person, "
                             "and sets how long the record is kept.") +
           posting(view.action, view.start, fields::date(view.form, "died_on", "Date of death"),
                   "Save");
}

} // namespace onroll::people
