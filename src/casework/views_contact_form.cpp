#include "casework/views_contact_form.h"

#include "casework/rules_say_now.h"

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/details.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/textarea.h"
#include "design/page.h"

#include <array>
#include <utility>

namespace onroll::casework {
namespace views_contact_form_detail {

using design::Html;

constexpr std::array minutes_offered{5, 10, 15, 30, 45, 60};
constexpr const char* small_label = "govuk-label--s";
constexpr const char* small_legend = "govuk-fieldset__legend--s";

std::optional<design::ErrorMessage> message_at(const std::vector<Error>& errors,
                                               std::string_view field)
{
    const auto error = access::error_at(errors, field);
    if (!error) return std::nullopt;
    return design::ErrorMessage{.content = *error};
}

struct Line {
    const char* name;
    const char* label;
    const char* hint = nullptr;
    const char* classes = "";
};

Html line(const ContactFormView& view, const Line& about, const std::string& value)
{
    design::Input input{.name = about.name};
    input.label = {.content = about.label, .classes = small_label};
    if (about.hint) input.hint = design::Hint{.content = about.hint};
    input.error = message_at(view.errors, about.name);
    input.value = value;
    input.classes = about.classes;
    input.autocomplete = "off";
    input.spellcheck = false;
    return design::render(input);
}

Html long_text(const ContactFormView& view, const Line& about, const std::string& value, int rows)
{
    design::Textarea area{.name = about.name};
    area.label = {.content = about.label, .classes = small_label};
    if (about.hint) area.hint = design::Hint{.content = about.hint};
    area.error = message_at(view.errors, about.name);
    area.value = value;
    area.rows = rows;
    return design::render(area);
}

design::Radios small_radios(const char* name, Html legend)
{
    design::Radios radios{.name = name};
    radios.fieldset =
        design::Fieldset{.legend = {.content = std::move(legend), .classes = small_legend}};
    radios.classes = "govuk-radios--small govuk-radios--inline";
    return radios;
}

template <class Word>
Html radios_of(const char* name, const char* legend, const std::vector<Word>& words,
               const std::optional<Word>& chosen)
{
    auto radios = small_radios(name, legend);
    for (const auto word : words)
        radios.items.push_back(
            {.value = std::string(key_of(word)), .content = std::string(in_words(word))});
    if (chosen) radios.value = key_of(*chosen);
    return design::render(radios);
}

Html set(const char* legend, const Html& inside)
{
    return design::element("fieldset", {{"class", "onr-set"}},
                           design::element("legend", {}, Html(legend)), inside);
}

Html beside(const Html& one, const Html& other)
{
    return design::element("div", {{"class", "onr-fields"}}, one, other);
}

Html happened_ticks(const NewContact& told)
{
    design::Checkboxes ticks{.name = "happened"};
    ticks.fieldset =
        design::Fieldset{.legend = {.content = "Tick any that fit", .classes = small_legend}};
    ticks.classes = "govuk-checkboxes--small onr-in-two";
    for (const auto one : all_what_happened())
        ticks.items.push_back(
            {.value = std::string(key_of(one)), .content = std::string(in_words(one))});
    for (const auto one : told.happened) ticks.values.emplace_back(key_of(one));
    return design::render(ticks);
}

/// What a script fills in while somebody types.
Html found(const char* part, const Html& inside)
{
    return design::element("div", {{"data-onr-found", part}, {"aria-live", "polite"}}, inside);
}

Html what_happened(const ContactFormView& view)
{
    const auto& told = view.typed.told;
    return set("What happened",
               long_text(view, {"story", "In their words"}, told.story, 4) + happened_ticks(told) +
                   beside(line(view,
                               {"first_day", "First day (optional)",
                                "Yesterday, Tuesday or 6 11 2026", "govuk-input--width-10"},
                               view.typed.first_day),
                          line(view, {"school", "School (optional)", "Name, town or number"},
                               told.school_name)) +
                   found("school", found_schools_view(view.looked, told.school)));
}

Html who_it_is_about(const ContactFormView& view)
{
    const auto& told = view.typed.told;
    return set("Who it is about",
               beside(line(view, {"child_name", "Child’s name (optional)"}, told.child_name),
                      line(view, {"caller_name", "Who is calling (optional)"}, told.caller_name)) +
                   found("child", found_children_view(view.looked, view.typed.same_child,
                                                      view.typed.earlier)) +
                   radios_of("caller", "The caller is (optional)", all_callers(), told.caller));
}

Html ringing_back(const ContactFormView& view)
{
    const auto& told = view.typed.told;
    Html held;
    if (!view.held.empty()) {
        std::vector<Html> lines;
        for (const auto& line : view.held) lines.emplace_back(line);
        held = design::element(
            "div", {{"class", "onr-card"}},
            design::element("p", {{"class", "govuk-heading-s"}}, "What they have said so far"),
            design::bullets(lines));
    }
    return set("Ringing back safely",
               held +
                   radios_of("safe", "Is it safe to ring or write?", all_safe_to_ring(),
                             std::optional(told.safe)) +
                   beside(line(view, {"phone", "Phone number"}, told.phone),
                          line(view, {"safe_how", "How", nullptr}, told.safe_how)));
}

Html minutes_radios(const ContactFormView& view)
{
    auto radios = small_radios("minutes", "Minutes");
    radios.error = message_at(view.errors, "minutes");
    bool offered = !view.typed.told.minutes;
    for (const auto minutes : minutes_offered) {
        const auto text = std::to_string(minutes);
        radios.items.push_back({.value = text, .content = text});
        offered = offered || view.typed.told.minutes == minutes;
    }
    if (view.typed.told.minutes) radios.value = std::to_string(*view.typed.told.minutes);
    if (!offered) radios.items.push_back({.value = radios.value, .content = radios.value});
    return design::render(radios);
}

Html your_time(const ContactFormView& view)
{
    return set("Your time", beside(radios_of("channel", "How they got in touch", all_channels(),
                                             std::optional(view.typed.told.channel)),
                                   minutes_radios(view)));
}

Html source_select(const NewContact& told)
{
    design::Select select{.name = "source"};
    select.label = {.content = "How they heard of us", .classes = small_label};
    select.items.push_back({.value = std::string(), .text = "Not asked yet"});
    for (const auto source : all_referral_sources())
        select.items.push_back(
            {.value = std::string(key_of(source)), .text = std::string(in_words(source))});
    if (told.source) select.value = key_of(*told.source);
    return design::render(select);
}

/// What can be noted and seldom is.
Html more_to_note(const ContactFormView& view)
{
    const auto& told = view.typed.told;
    const bool filled = told.source || !told.source_name.empty() || !told.advice.empty() ||
                        told.enquiry != Enquiry::about_a_child;
    auto enquiry = small_radios("enquiry", "What it is about");
    enquiry.hint = design::Hint{.content = "For schools and other professionals."};
    enquiry.classes = "govuk-radios--small";
    for (const auto one : all_enquiries())
        enquiry.items.push_back(
            {.value = std::string(key_of(one)), .content = std::string(in_words(one))});
    if (filled) enquiry.value = key_of(told.enquiry);
    return design::render(design::Details{
        .summary = "More to note: what you told them, how they heard of us, professionals",
        .content =
            long_text(view, {"advice", "What you told them"}, told.advice, 3) +
            beside(source_select(told),
                   line(view, {"source_name", "Which school, team or group"}, told.source_name)) +
            design::render(enquiry),
        .open = filled});
}

Html source_links(const SayNow& say, Date today)
{
    const auto citations = citations_of(say, today);
    Html links;
    for (std::size_t i = 0; i < citations.size(); ++i) {
        if (i > 0) links += Html("; ");
        links += design::link("/law/" + std::string(law::name_of(say.rules[i])),
                              std::string(citations[i].source));
    }
    return links;
}

/// One card for each thing that can be ticked; the style sheet shows those that are.
Html you_can_say(Date today)
{
    design::HtmlWriter out;
    out.open("section", {{"class", "onr-say"}, {"aria-live", "polite"}});
    out.add(design::element("h2", {{"class", "govuk-heading-s"}}, "You can say now"));
    out.add(design::element("p", {{"class", "govuk-body onr-say__none"}},
                            "Tick what happened. What you can say to the family stands here, with "
                            "the rule."));
    for (const auto one : all_what_happened()) {
        const auto& say = say_now(one);
        const auto name = "onr-say__one onr-say__one--" + std::string(key_of(one));
        out.open("div", {{"class", name}});
        out.add(design::paragraph("“" + std::string(say.words) + "”"));
        out.add(design::element("p", {{"class", "onr-src"}},
                                "Because: " + std::string(say.because) + " ",
                                source_links(say, today)));
        out.close();
    }
    out.close();
    return design::element("div", {{"class", "onr-card"}}, std::move(out).done());
}

Html not_asked_yet(const std::string& policy)
{
    auto card = design::element(
        "div", {{"class", "onr-card"}},
        design::element("h2", {{"class", "govuk-heading-s"}}, "Not asked yet"),
        design::paragraph("Special needs. Interpreter. Consent to share. Ask when it helps, not to "
                          "get through the form."));
    if (policy.empty()) return card;
    return card +
           design::element("div", {{"class", "onr-card"}},
                           design::element("h2", {{"class", "govuk-heading-s"}}, "Whom we help"),
                           design::paragraph(policy));
}

Html save_buttons(const ContactFormView& view)
{
    const auto button = [](const char* words, const char* next, const char* classes) {
        return design::render(design::Button{.content = words,
                                             .name = "next",
                                             .value = next,
                                             .classes = classes,
                                             .prevent_double_click = true});
    };
    std::vector<Html> all;
    if (view.start.version.empty()) {
        all = {button("Save contact", "contact", ""),
               button("Save and open the case", "case", "govuk-button--secondary")};
    } else {
        all = {button("Save", "contact", ""), design::link(view.leave, "Leave without saving")};
    }
    // With scripts what fits is found while somebody types.
    auto look =
        design::render(design::Button{.content = "Look for the school and the child",
                                      .classes = "govuk-button--secondary onr-without-scripts",
                                      .attributes = {{"formaction", "/advice/contacts/look"}}});
    if (view.start.version.empty()) all.push_back(std::move(look));
    return design::button_group(all);
}

} // namespace views_contact_form_detail
using namespace views_contact_form_detail;

Html found_schools_view(const LookedFor& looked, const std::optional<Urn>& chosen)
{
    const auto hidden = design::void_element(
        "input", {{"type", "hidden"}, {"name", "school_looked"}, {"value", looked.school_words}});
    if (looked.school_words.empty()) return {};
    if (looked.schools.empty())
        return hidden + design::element("p", {{"class", "govuk-hint"}},
                                        "No school is found by that. It is kept as you write it.");
    auto radios = small_radios("school_urn", "Which school?");
    radios.classes = "govuk-radios--small";
    for (const auto& school : looked.schools)
        radios.items.push_back({.value = school.urn.text(),
                                .content = school.name,
                                .hint = school.place.empty()
                                            ? std::optional<design::Hint>()
                                            : design::Hint{.content = school.place}});
    radios.items.push_back({.value = "none", .content = "None of these"});
    if (chosen) radios.value = chosen->text();
    return hidden +
           design::element("div", {{"class", "onr-card onr-found"}}, design::render(radios));
}

Html earlier_contacts_view(const std::vector<ContactSuggestion>& contacts,
                           const std::vector<std::string>& chosen)
{
    if (contacts.empty()) return {};
    design::Checkboxes ticks{.name = "earlier"};
    ticks.fieldset = design::Fieldset{
        .legend = {.content = "Is an earlier call about this child?", .classes = small_legend}};
    ticks.hint = design::Hint{.content = "Tick those that are. They go into the case with this "
                                         "one, so that nobody tells them again."};
    ticks.classes = "govuk-checkboxes--small";
    for (const auto& contact : contacts)
        ticks.items.push_back({.value = contact.id,
                               .content = contact.words,
                               .hint = design::Hint{.content = contact.about}});
    ticks.values = chosen;
    return design::element("div", {{"class", "onr-card onr-found"}}, design::render(ticks));
}

Html found_children_view(const LookedFor& looked, const std::string& chosen,
                         const std::vector<std::string>& earlier)
{
    const auto contacts = earlier_contacts_view(looked.contacts, earlier);
    if (looked.child_words.empty()) return contacts;
    if (looked.children.empty())
        return contacts.empty() ? design::element("p", {{"class", "govuk-hint"}},
                                                  "Nobody in our records sounds like that.")
                                : contacts;
    auto radios = small_radios("same_child", "Is it the same child?");
    radios.classes = "govuk-radios--small";
    for (const auto& child : looked.children)
        radios.items.push_back({.value = child.id,
                                .content = "Yes: " + child.words,
                                .hint = design::Hint{.content = child.work}});
    radios.items.push_back({.value = "new", .content = "No, a child who is new to us"});
    radios.items.push_back({.value = "unsure", .content = "Not sure, keep apart for now"});
    radios.value = chosen;
    const auto heading =
        looked.children.size() == 1 ? "One child sounds the same" : "Some children sound the same";
    return design::element("div", {{"class", "onr-card onr-found"}},
                           design::element("p", {{"class", "govuk-heading-s"}}, heading),
                           design::render(radios)) +
           contacts;
}

Html contact_form_view(const ContactFormView& view)
{
    const bool is_new = view.start.version.empty();
    design::HtmlWriter out{16 * 1024};
    out.add(access::error_summary_of(view.errors));
    out.add(design::page_heading(is_new ? "Record a contact" : "Change a contact"));
    if (is_new)
        out.add(design::lead("Only “What happened” is needed to save. Everything else can wait."));
    if (is_new)
        out.add(design::paragraph(
            design::link("/advice/contacts/code", "The family has a code from the checker")));
    out.add(view.banner);
    if (is_new && view.banner)
        out.add(design::paragraph(
            design::link("/advice/contacts/new?empty=yes", "Start with an empty form instead")));
    out.open("div", {{"class", "onr-grid2 onr-contact"}});
    out.open("form", {{"method", "post"},
                      {"action", view.action},
                      {"novalidate", ""},
                      {"data-onr-look", "/advice/contacts/look"},
                      {"data-onr-draft", "/drafts/keep"}});
    out.add(forms::start(view.start));
    out.add(what_happened(view));
    out.add(who_it_is_about(view));
    out.add(ringing_back(view));
    out.add(your_time(view));
    out.add(more_to_note(view));
    out.add(save_buttons(view));
    out.close();
    out.add(design::element("div", {}, you_can_say(view.today), not_asked_yet(view.policy),
                            design::element("p", {{"class", "govuk-body onr-small onr-soft"},
                                                  {"data-onr-draft-said", ""}})));
    out.close();
    if (is_new) out.add(design::paragraph(design::link("/advice/contacts", "All contacts")));
    return std::move(out).done();
}

} // namespace onroll::casework
