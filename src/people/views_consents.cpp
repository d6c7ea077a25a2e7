#include "people/views_consents.h"

#include "people/views_forms.h"

#include "people/views_rows.h"
#include "design/components/button.h"
#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/tag.h"
#include "forms/form_start.h"

#include <algorithm>

namespace onroll::people {

namespace views_consents_detail {

using design::element;
using design::Html;

Html tag(std::string_view words, bool good)
{
    return render(
        design::Tag{.content = words, .classes = good ? "govuk-tag--green" : "govuk-tag--grey"});
}

Html one_button(const std::string& action, const Html& start, std::string_view words)
{
    return element("form", {{"method", "post"}, {"action", action}, {"class", "onr-noprint"}},
                   start,
                   render(design::Button{.content = words, .classes = "govuk-button--secondary"}));
}

const Html* start_for(const std::vector<std::pair<std::string, Html>>& starts,
                      const std::string& id)
{
    for (const auto& [key, start] : starts)
        if (key == id) return &start;
    return nullptr;
}

Html consent_card(const ConsentsView& view, const Consent& consent)
{
    const auto state = state_of(consent, view.today);
    design::SummaryList list{
        .card = design::SummaryCard{.title = in_words(consent.purpose), .heading_level = 3}};
    add_row(list, "State", tag(in_words(state), state == ConsentState::holds));
    add_row(list, "With", consent.with_name);
    add_row(list, "What", what_is_covered(consent));
    add_row(list, consent.refused ? "Refused by" : "Given by",
            view.name_of(consent.giver) + ". " + std::string(in_words(consent.capacity)));
    add_row(list, "When and how",
            in_words(consent.given_on) + ". " + std::string(in_words(consent.channel)));
    if (consent.expires_on) add_row(list, "Last day", in_words(*consent.expires_on));
    if (consent.withdrawn_on) add_row(list, "Withdrawn", in_words(*consent.withdrawn_on));
    for (const auto& wording : view.wordings)
        if (wording.purpose == consent.purpose && wording.version == consent.wording_version)
            add_row(list, "Wording",
                    "Version " + std::to_string(wording.version) + ": " + wording.text);
    add_row(list, "Evidence", consent.evidence);
    Html out = render(list);
    const auto* start = start_for(view.withdraw, consent.id.text());
    if (start && state != ConsentState::withdrawn && state != ConsentState::refused)
        out += one_button("/people/" + view.person.text() + "/consents/" + consent.id.text() +
                              "/withdraw",
                          *start, "Withdraw this consent");
    if (consent.withdrawn_on) {
        const auto received = already_received(view.shares, consent, view.today);
        for (const auto& share : received)
            out += render(design::InsetText{.content = share.with_name + " had already received: " +
                                                       fields_in_words(share.fields) +
                                                       ". It cannot be taken back."});
    }
    return out;
}

Html share_card(const ConsentsView& view, const Share& share)
{
    const Consent* consent = nullptr;
    for (const auto& one : view.consents)
        if (share.consent == one.id) consent = &one;
    const auto state = state_of(share, consent, view.today);
    design::SummaryList list{
        .card = design::SummaryCard{.title = "Shared with " + share.with_name, .heading_level = 3}};
    add_row(list, "State", tag(in_words(state), state == ShareState::open));
    add_row(list, "What", fields_in_words(share.fields));
    add_row(list, "Words agreed with the family", share.statement);
    add_row(list, "For what", share.purpose);
    add_row(list, "Basis",
            std::string(in_words(share.basis)) + (share.law.empty() ? "" : ": " + share.law));
    if (share.override_of_consent) {
        const auto& given = *share.override_of_consent;
        add_row(list, "Exception", std::string(in_words(given.ground)) + ". " + given.reason);
        add_row(list, "Authorised by", view.staff_name(given.authorised_by));
        add_row(list, "Family told",
                given.family_told_on ? in_words(*given.family_told_on)
                                     : "No. " + given.not_told_because);
        if (given.review_on) add_row(list, "Review", in_words(*given.review_on));
    }
    add_row(list, "From", in_words(share.starts_on));
    add_row(list, "Last day", in_words(share.stopped_on.value_or(share.ends_on)));
    add_row(list, "Shared by", view.staff_name(share.shared_by));
    Html out = render(list);
    const auto* start = start_for(view.stop, share.id.text());
    if (start && (state == ShareState::open || state == ShareState::not_yet))
        out += one_button("/people/" + view.person.text() + "/shares/" + share.id.text() + "/stop",
                          *start, "Stop sharing");
    return out;
}

} // namespace views_consents_detail

using namespace views_consents_detail;

const Choices& shareable_fields()
{
    static const Choices fields{{"names", "Names and date of birth"},
                                {"schools", "Schools now and before"},
                                {"needs", "Special educational needs"},
                                {"statement", "Words agreed with the family"},
                                {"contacts", "How to reach the parents who agreed"},
                                {"home", "Where the child lives, unless it is protected"}};
    return fields;
}

std::string fields_in_words(const std::vector<std::string>& names)
{
    std::string words;
    for (const auto& [name, shown] : shareable_fields())
        if (std::find(names.begin(), names.end(), name) != names.end())
            words += (words.empty() ? "" : "; ") + shown;
    return words;
}

std::string what_is_covered(const Consent& consent)
{
    auto words = fields_in_words(consent.fields);
    if (!consent.scope.empty()) words += (words.empty() ? "" : ". ") + consent.scope;
    return words;
}

Html consents_view(const ConsentsView& view)
{
    Html out = view.top + element("h2", {{"class", "govuk-heading-m"}}, "Consents");
    if (view.consents.empty()) out += design::paragraph("No consent is recorded.");
    for (const auto& consent : view.consents) out += consent_card(view, consent);
    const auto base = "/people/" + view.person.text();
    if (view.may_record)
        out += design::paragraph(
            design::link(base + "/consents/new", "Record a consent, or a refusal"));
    if (view.may_word)
        out += design::paragraph(design::link("/wordings", "The words people agree to"));
    out += design::section_heading("shares", "Sharing");
    if (view.confidential)
        out += design::paragraph("Nobody outside the advice service can see that it knows this "
                                 "family, but for whom something is shared with here.");
    out += design::paragraph("Another agency sees only what is shared here, from the first "
                             "day to the last. Its staff find it under “Shared with us”. Each "
                             "time they open it shows in who has seen this record.");
    if (!view.shut.empty()) out += render(design::InsetText{.content = view.shut});
    if (view.shares.empty()) out += design::paragraph("Nothing is shared.");
    for (const auto& share : view.shares) out += share_card(view, share);
    if (view.may_share)
        out += design::paragraph(design::link(base + "/shares/new", "Share something"));
    return out;
}

Html consent_form_view(const ConsentFormView& view)
{
    Html out = error_summary(view.form);
    if (view.form.is_draft) out += onroll::forms::draft_banner();
    out += view.top;
    if (!view.answered.empty()) {
        std::vector<Html> answers;
        for (const auto& answer : view.answered) answers.emplace_back(answer);
        out += render(design::InsetText{
            .content = element("p", {{"class", "govuk-body"}}, "What was answered already:") +
                       design::bullets(answers)});
    }
    Html inside =
        fields::radios(view.form, "purpose", "What is asked?", choices_of(all_consent_purposes()));
    inside += fields::radios(view.form, "answer", "What did they say?",
                             {{"yes", "They agree"}, {"no", "They say no"}});
    for (const auto& wording : view.wordings)
        inside += render(design::InsetText{
            .content = Html(std::string(in_words(wording.purpose)) + ", version " +
                            std::to_string(wording.version) + ": " + wording.text)});
    std::vector<Html> papers;
    for (const auto& wording : view.wordings)
        papers.push_back(design::link(view.papers + std::string(key_of(wording.purpose)),
                                      in_words(wording.purpose)));
    inside += element("p", {{"class", "govuk-body"}}, "A form to sign, to print:") +
              design::bullets(papers);
    inside += fields::select(view.form, "giver", "Who answered?", view.givers);
    inside +=
        fields::radios(view.form, "capacity", "In what right?", choices_of(all_capacities()),
                       "Age helps to decide whether a child understands. It is never the only "
                       "test.");
    inside += fields::radios(view.form, "channel", "How?", choices_of(all_consent_channels()));
    inside += fields::date(view.form, "given_on", "When?");
    inside += fields::date(view.form, "expires_on", "Last day", "Leave blank if it has none.");
    inside += fields::select(view.form, "with", "Share with which agency?", view.agencies,
                             "Only for sharing.");
    inside += fields::checkboxes(view.form, "fields", "What may be shared?", shareable_fields(),
                                 "Only for sharing. Nothing else of the record can be shared on "
                                 "this consent.");
    inside += fields::text(view.form, "scope", "In the words the giver was told (optional)",
                           "Only for sharing.");
    inside += fields::text(view.form, "evidence", "Where is the form or note? (optional)");
    return out + posting(view.action, view.start, inside, "Save the answer");
}

Html share_form_view(const ShareFormView& view)
{
    Html out = error_summary(view.form);
    if (view.form.is_draft) out += onroll::forms::draft_banner();
    out += view.top;
    if (view.confidential)
        out += render(design::InsetText{
            .content = "Everybody at that agency who works with children’s records can open what "
                       "you share, and learns that you know this family. Make sure that the "
                       "family knows this."});
    Html inside = fields::select(view.form, "with", "With which agency?", view.agencies);
    inside += fields::checkboxes(view.form, "fields", "What?", shareable_fields());
    inside += fields::long_text(view.form, "statement", "Words agreed with the family",
                                "Only where you chose them above. Write them with the family: the "
                                "agency reads them as they are.");
    inside += fields::text(view.form, "purpose", "What do they need it for?");
    inside += fields::radios(view.form, "basis", "What allows it?",
                             choices_of(std::vector{ShareBasis::consent, ShareBasis::legal_duty,
                                                    ShareBasis::override_of_consent}));
    inside += fields::select(view.form, "consent", "Which consent?", view.consents,
                             "Only where consent allows it.");
    inside += fields::text(view.form, "law", "Which law?",
                           "Only for a legal duty. For example, Children Act 1989, section 47.");
    inside += element("h2", {{"class", "govuk-heading-s"}}, "Only for an exception");
    inside += fields::radios(
        view.form, "ground", "Which exception?",
        choices_of(std::vector{OverrideGround::risk_of_harm, OverrideGround::threat_to_safety,
                               OverrideGround::court_or_law, OverrideGround::inspection}));
    inside += fields::long_text(view.form, "reason", "Why now, without consent?",
                                "At least 20 characters.");
    inside += fields::select(view.form, "authorised_by", "Who authorised it?", view.colleagues,
                             "A manager other than you. They are told at once.");
    inside += fields::date(view.form, "told_on", "When was the family told?");
    inside += fields::text(view.form, "not_told", "If they were not told, why not?");
    inside += fields::date(view.form, "review_on", "When will this be reviewed?");
    inside += element("h2", {{"class", "govuk-heading-s"}}, "How long?");
    inside += fields::date(view.form, "starts_on", "First day");
    inside += fields::date(view.form, "ends_on", "Last day", "Sharing always has one.");
    return out + posting(view.action, view.start, inside, "Share");
}

} // namespace onroll::people
