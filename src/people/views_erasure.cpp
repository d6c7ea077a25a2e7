#include "people/views_erasure.h"

#include "people/views_forms.h"
#include "people/views_rows.h"

#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "forms/form_start.h"

#include <algorithm>

namespace onroll::people {

namespace views_erasure_detail {

using design::Html;

std::string page_of(const ErasureRequest& request)
{
    return "/people/" + request.person.text() + "/erasure/" + request.id.text();
}

bool goes(const ErasureRequest& request)
{
    return request.decision == ErasureDecision::whole || request.decision == ErasureDecision::parts;
}

std::string state_in_words(const ErasureRequest& request)
{
    if (request.carried_out_on) return "Erased on " + in_words(*request.carried_out_on);
    if (request.answered_on)
        return "Answered on " + in_words(*request.answered_on) +
               (goes(request) ? ". It is still to be erased" : "");
    const auto due = subject_request_due(request.clock);
    if (!due.by) return "The clock has not started: they have not shown who they are";
    return (request.decision == ErasureDecision::open ? "Decide and answer by "
                                                      : "Decided. Answer by ") +
           with_weekday(*due.by);
}

Html late_tag(const ErasureRequest& request, Date today)
{
    const auto due = subject_request_due(request.clock);
    if (request.answered_on || !due.by || *due.by >= today) return {};
    return " " + render(design::Tag{.content = "Late", .classes = "govuk-tag--red"});
}

/// A record that went whole has no page any more.
bool has_page(const ErasureRequest& request)
{
    return !(request.decision == ErasureDecision::whole && request.carried_out_on);
}

Html table_of(const std::vector<ErasureRequest>& requests, Date today, std::string caption)
{
    design::Table table{
        .caption = std::move(caption),
        .head = {{"Received"}, {"Who asks"}, {"What was decided"}, {"Where it stands"}}};
    for (const auto& request : requests) {
        const auto received = in_words(request.clock.received_on);
        table.rows.push_back(
            {{has_page(request) ? design::link(page_of(request), received) : Html(received)},
             {request.asked_by.empty() ? std::string("No longer kept") : request.asked_by},
             {in_words(request.decision)},
             {Html(state_in_words(request)) + late_tag(request, today)}});
    }
    return render_stacking(table);
}

template <class Enum>
Html listed_of(const std::vector<Enum>& values)
{
    std::vector<Html> items;
    for (const auto value : values) items.emplace_back(in_words(value));
    return items.empty() ? Html{} : design::bullets(items);
}

Html facts_of(const ErasureView& view)
{
    const auto& request = view.request;
    design::SummaryList list;
    add_row(list, "Received", in_words(request.clock.received_on));
    add_row(list, "Who asks", request.asked_by);
    add_row(list, "Why", in_words(request.ground));
    add_row(list, "What is to go", request.wanted);
    if (request.clock.identity_asked)
        add_row(list, "Showed who they are",
                request.clock.identity_shown_on ? in_words(*request.clock.identity_shown_on)
                                                : std::string("Not yet"));
    add_row(list, "Takes two months longer", request.why_complex);
    if (request.decision != ErasureDecision::open) {
        add_row(list, "Decided", in_words(request.decision));
        add_row(list, "What goes", listed_of(request.parts));
        add_row(list, "Why it stays", listed_of(request.refusals));
        add_row(list, "To the person", request.words);
        add_row(list, "Decided by",
                view.staff_name(*request.decided_by) + ", " + in_words(*request.decided_on));
    }
    if (request.answered_on) add_row(list, "Answer sent", in_words(*request.answered_on));
    if (request.carried_out_on)
        add_row(list, "Erased",
                in_words(*request.carried_out_on) + ", " +
                    view.staff_name(*request.carried_out_by));
    return render(list);
}

/// Deciding is the page's own act until it is done; then what happened next is.
Html decision_form(const ErasureView& view)
{
    const bool open = view.request.decision == ErasureDecision::open;
    const auto inside =
        fields::radios(view.form, "decision", "What did you decide?",
                       choices_of(std::vector{ErasureDecision::whole, ErasureDecision::parts,
                                              ErasureDecision::refused})) +
        fields::checkboxes(view.form, "parts", "Which parts go?", choices_of(all_erasable_parts()),
                           "Only where parts of it go.") +
        fields::checkboxes(view.form, "refusals", "Why does it stay, or the rest?",
                           choices_of(all_keep_reasons()),
                           "The law that each rests on is named in the answer.") +
        fields::long_text(view.form, "words", "In your words to them (optional)",
                          "It goes into the answer. Do not name anybody else.");
    const auto action = view.action + "/decision";
    return design::section_heading("decide", open ? "Decide" : "Decide anew") +
           (open ? posting(action, view.decide_start, inside, "Save the decision")
                 : act_beside(action, view.decide_start, inside, "Save the decision"));
}

Html steps_form(const ErasureView& view)
{
    const auto& request = view.request;
    Choices steps;
    if (request.clock.identity_asked && !request.clock.identity_shown_on)
        steps.emplace_back("identity", "They showed who they are");
    if (request.clock.complexity == Complexity::ordinary)
        steps.emplace_back("longer", "It is complex, so it takes two months longer");
    if (request.decision != ErasureDecision::open)
        steps.emplace_back("answered", "We sent the answer");
    if (steps.empty()) return {};
    const auto inside =
        fields::radios(view.form, "step", "What happened?", steps) +
        fields::date(view.form, "on", "When?", "Leave blank where it takes longer.") +
        fields::text(view.form, "why", "Why does it take longer? (optional)",
                     "The person is told this.");
    return design::section_heading("next", "What happened next") +
           (request.decision == ErasureDecision::open
                ? act_beside(view.action, view.step_start, inside, "Save what happened")
                : posting(view.action, view.step_start, inside, "Save what happened"));
}

Html carry_out_form(const ErasureView& view)
{
    if (view.decided_by_me)
        return design::section_heading("erase", "Erase") +
               design::paragraph("You decided this. Somebody else must carry it out: another data "
                                 "protection officer from this page, or a manager under “What "
                                 "waits for a second person”.");
    const bool whole = view.request.decision == ErasureDecision::whole;
    return design::section_heading("erase", "Erase") +
           render(design::WarningText{
               .content = whole ? "The person, their addresses, ties, consents and history go for "
                                  "good. A line without the name stays, and says that it was asked "
                                  "for."
                                : "The parts above go for good. That they went stays in the audit "
                                  "record."}) +
           act_beside(view.action + "/carry-out", view.carry_out_start, {},
                      whole ? "Erase the whole record" : "Erase these parts", Weight::warning);
}

} // namespace views_erasure_detail

using namespace views_erasure_detail;

design::Html all_erasures_view(const AllErasuresView& view)
{
    Html out = design::page_heading("Requests to erase") +
               design::paragraph("Somebody may ask you to erase what you hold about them. Decide "
                                 "and answer within one month, and two more where it is complex.");
    if (view.requests.empty())
        return out + design::paragraph("Nobody has asked. Record a request from the page of the "
                                       "person whom it is about.");
    return out + table_of(view.requests, view.today, "All requests");
}

design::Html erasures_view(const ErasuresView& view)
{
    Html out = error_summary(view.form);
    if (view.form.is_draft) out += onroll::forms::draft_banner();
    out += view.top;
    out += render(design::InsetText{
        .content =
            view.by_consent
                ? "Much of what an advice service holds rests on consent. Where somebody takes it "
                  "back, what rested on it alone goes, unless a reason in law keeps it."
                : "Most of this record is held because the law gives your organisation that task. "
                  "The right to have it erased does not apply to that (UK GDPR Article 17(3)(b)). "
                  "Say so plainly, and erase what the task does not need. They may still have it "
                  "corrected, or object to its use."});
    out += view.requests.empty() ? design::paragraph("Nobody has asked to erase this record.")
                                 : table_of(view.requests, view.today, "Requests so far");
    return out + design::section_heading("new", "Record a request") +
           posting(
               view.action, view.start,
               fields::text(view.form, "asked_by", "Who asks?",
                            "For example, “The child’s mother”.") +
                   fields::long_text(view.form, "wanted", "What do they want erased?",
                                     "In their words.") +
                   fields::radios(view.form, "ground", "Why?", choices_of(all_erasure_grounds())) +
                   fields::date(view.form, "received_on", "When was it received?") +
                   fields::radios(view.form, "identity", "Must you ask who they are?",
                                  {{"no", "No, we know them"},
                                   {"yes", "Yes, the clock starts when they show it"}}),
               "Start the clock");
}

design::Html erasure_view(const ErasureView& view)
{
    const auto& request = view.request;
    Html out = error_summary(view.form);
    if (view.form.is_draft) out += onroll::forms::draft_banner();
    out += view.top +
           render(design::InsetText{.content = Html(state_in_words(request)) +
                                               late_tag(request, view.today)}) +
           facts_of(view);
    if (request.decision != ErasureDecision::open)
        out += design::paragraph(design::link(view.action + "/letter", "The answer, as a letter"));
    if (!request.answered_on) out += decision_form(view) + steps_form(view);
    if (request.answered_on && goes(request) && !request.carried_out_on)
        out += carry_out_form(view);
    return out;
}

documents::Document erasure_letter(const ErasureLetter& letter)
{
    using namespace documents;
    const auto& request = letter.request;
    Document document{.title = "Your request to erase what we hold"};
    auto& blocks = document.blocks;
    blocks.emplace_back(
        AddressBlock{{letter.agency, in_words(letter.today)}, AddressBlock::Side::sender});
    blocks.emplace_back(Heading{"Your request to erase what we hold", 1});
    blocks.emplace_back(Paragraph{"About: " + letter.about});
    blocks.emplace_back(Paragraph{"You asked us on " + in_words(request.clock.received_on) +
                                  " to erase what we hold. This is our answer."});
    blocks.emplace_back(Heading{"What we decided", 2});
    if (request.decision == ErasureDecision::whole)
        blocks.emplace_back(
            Paragraph{"We will erase the whole record. After that we no longer know who asked. A "
                      "line stays to show that a record was erased. It has no name."});
    if (request.decision == ErasureDecision::refused)
        blocks.emplace_back(Paragraph{"We will not erase it. All of it stays."});
    if (request.decision == ErasureDecision::parts) {
        blocks.emplace_back(Paragraph{"We will erase these parts. The rest stays."});
        List parts;
        for (const auto part : request.parts) parts.items.emplace_back(in_words(part));
        blocks.emplace_back(std::move(parts));
    }
    if (goes(request))
        blocks.emplace_back(Paragraph{"Copies that we keep in case of loss go by themselves, "
                                      "within 13 months. We tell those to whom we gave it, "
                                      "where we can."});
    if (!request.refusals.empty()) {
        blocks.emplace_back(Heading{"Why it stays", 2});
        List reasons;
        for (const auto reason : request.refusals)
            reasons.items.push_back(std::string(told_in_words(reason)) + " (" +
                                    std::string(source_of(reason)) + ")");
        blocks.emplace_back(std::move(reasons));
    }
    if (!request.words.empty()) blocks.emplace_back(Paragraph{request.words});
    blocks.emplace_back(Heading{"What you can do", 2});
    blocks.emplace_back(
        List{.items = {"Ask us to put right what is wrong, or to add your own words.",
                       "Ask us to stop using it while something is checked, or tell us that you "
                       "object to its use.",
                       "Complain to us.",
                       "Complain to the Information Commissioner: ico.org.uk or 0303 123 1113.",
                       "Ask a court to decide."}});
    if (!letter.whom_to_ask.empty()) blocks.emplace_back(List{.items = letter.whom_to_ask});
    blocks.emplace_back(SignatureBlock{"Yours sincerely", {letter.agency}});
    return document;
}

} // namespace onroll::people
