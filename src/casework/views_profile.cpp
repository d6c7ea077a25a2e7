#include "casework/views_profile.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/summary_list.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

namespace onroll::casework {
namespace views_profile_detail {

using design::element;
using design::Html;
namespace fields = forms::fields;

std::string listed_needs(const NewProfile& told)
{
    std::vector<std::string> words;
    for (const auto need : told.needs) words.emplace_back(in_words(need));
    return design::listed(words);
}

std::string trusted(const NewProfile& told)
{
    if (told.trusted_adult.empty()) return {};
    return told.trusted_adult + (told.trusted_role.empty() ? "" : ", " + told.trusted_role);
}

std::string sen_in_words(const std::optional<people::SenStatement>& sen)
{
    if (!sen) return "Not asked yet";
    return std::string(people::in_words(sen->status)) + (sen->need.empty() ? "" : ". " + sen->need);
}

void add(design::SummaryList& list, const char* key, const std::string& words)
{
    list.rows.push_back(
        {.key = {key},
         .value = {words.empty()
                       ? Html("Not said")
                       : element("span", {{"dir", "auto"}, {"class", "onr-as-typed"}}, words)}});
}

} // namespace views_profile_detail
using namespace views_profile_detail;

design::Html profile_section(const ProfileSection& section)
{
    const auto& told = section.profile.told;
    std::vector<design::PairItem> pairs{{"SEND", sen_in_words(section.sen)}};
    if (!trusted(told).empty()) pairs.push_back({"Trusted adult", trusted(told)});
    if (!told.child_aims.empty()) pairs.push_back({"Child’s aims", told.child_aims});
    if (!told.needs.empty()) pairs.push_back({"Wider needs", listed_needs(told)});
    return render(design::Card{
        .title = "About the child",
        .content = design::pair_list(pairs) +
                   element("p", {{"class", "govuk-body onr-small onr-noprint"}},
                           design::link(section.href, section.profile.version == 0
                                                          ? "Add strengths, aims and wider needs"
                                                          : "All that is known"))});
}

design::Html profile_view(const ProfileView& view)
{
    const auto& told = view.profile.told;
    design::SummaryList list;
    add(list, "Strengths", told.strengths);
    add(list, "What the child wants", told.child_aims);
    add(list, "What the family wants", told.family_aims);
    add(list, "What helps", told.what_helps);
    add(list, "Trusted adult at school",
        trusted(told).empty()
            ? std::string()
            : trusted(told) + ". Named by: " + std::string(in_words(told.trusted_chosen_by)));
    add(list, "Wider needs", listed_needs(told));
    if (!told.needs_note.empty()) add(list, "More about wider needs", told.needs_note);
    auto out = design::page_heading("About the child") + render(list);
    if (view.profile.version > 0)
        out += element("p", {{"class", "govuk-body onr-small onr-soft"}},
                       "Last saved by " + view.saved_by + ", " +
                           moment_in_words(view.profile.saved_at) + ".");
    if (view.may_change)
        out += design::render(
            design::Button{.content = view.profile.version == 0 ? "Add what is known" : "Change",
                           .href = view.address + "/profile/change"});
    return out + design::section_heading("send", "Special educational needs") +
           design::paragraph(sen_in_words(view.sen) + ".") +
           element("p", {{"class", "govuk-body onr-noprint"}},
                   design::link(view.needs_href,
                                view.sen ? "State what is known now" : "State what is known"));
}

design::Html profile_form_view(const ProfileFormView& view)
{
    const auto& form = view.form;
    forms::Choices choosers;
    for (const auto who : all_choosers()) choosers.emplace_back(key_of(who), in_words(who));
    forms::Choices needs;
    for (const auto need : all_wider_needs()) needs.emplace_back(key_of(need), in_words(need));
    const auto inside =
        fields::long_text(form, "strengths", "Strengths",
                          "What goes well, what they are good at, what they enjoy") +
        fields::long_text(form, "child_aims", "What does the child want?",
                          "In the child’s own words where you have them") +
        fields::long_text(form, "family_aims", "What does the family want?") +
        fields::long_text(form, "what_helps", "What helps?", "At school and at home") +
        fields::name(form, "trusted_adult", "Trusted adult at school",
                     "Somebody whom the child would go to") +
        fields::text(form, "trusted_role", "What is their job?", "For example: form tutor, cook") +
        fields::radios(form, "trusted_chosen_by", "Who named them?", choosers) +
        fields::checkboxes(form, "needs", "Wider needs of the child or family", needs,
                           "Tick what somebody has told you. Nothing has to be asked") +
        fields::long_text(form, "needs_note", "More about these needs");
    return forms::error_summary(form) + design::page_heading("Change what is known") + view.banner +
           design::paragraph("Every question is optional.") +
           forms::posting(view.address + "/profile/change", view.start, inside, "Save") +
           design::paragraph(design::link(view.address + "/profile", "Leave without saving"));
}

} // namespace onroll::casework
