#include "casework/views_papers.h"

#include "casework/rules_pack.h"
#include "casework/views_attachments.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/file_upload.h"
#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_papers_detail {

using design::element;
using design::Html;

using NameOf = std::function<std::string(const access::UserId&)>;

/// " on Thursday 26 November 2026 at 2:05pm by Invented Adviser"; empty where the moment was not
/// kept.
std::string when_and_by(const std::optional<Moment>& at, const std::optional<access::UserId>& by,
                        const NameOf& name_of)
{
    if (!at) return {};
    const auto name = by ? name_of(*by) : std::string();
    return " on " + moment_in_words(*at) + (name.empty() ? "" : " by " + name);
}

std::string state_in_words(const Release& release, const NameOf& name_of)
{
    const auto given = "Given" + when_and_by(release.released_at, release.released_by, name_of);
    switch (release.state) {
    case ReleaseState::preparing:
        return "Being prepared";
    case ReleaseState::released:
        return given;
    case ReleaseState::given_up:
        return "Not given";
    case ReleaseState::stopped:
        return given + ". Stopped" +
               (release.stopped_at ? when_and_by(release.stopped_at, release.stopped_by, name_of)
                                   : std::string(" since"));
    }
    return {};
}

std::optional<design::Hint> hint_of(PackFor audience)
{
    if (audience == PackFor::somebody) return std::nullopt;
    return design::Hint{.content = audience == PackFor::governing_board
                                       ? "A pack for the governors’ meeting: representations, "
                                         "chronology, findings and documents"
                                       : "The same for the review of a permanent exclusion, with "
                                         "the board’s decision and the application"};
}

Html begin_form(const PapersView& view)
{
    design::Radios who{.name = "person"};
    who.fieldset = design::Fieldset{
        .legend = {.content = "Who gets this copy?", .classes = "govuk-fieldset__legend--s"}};
    who.hint = design::Hint{.content = "One person. Somebody else gets a copy of their own."};
    for (const auto& error : view.form.errors)
        if (error.where == "person") who.error = design::ErrorMessage{.content = error.message};
    for (const auto& person : view.family)
        who.items.push_back({.value = person.person.text(), .content = person.name});
    for (const auto audience : {PackFor::governing_board, PackFor::review_panel, PackFor::somebody})
        who.items.push_back({.value = std::string(key_of(audience)),
                             .content = std::string(in_words(audience)),
                             .hint = hint_of(audience)});
    who.value = std::string(view.form.values["person"]);
    return forms::posting(
        view.address + "/papers", view.start,
        design::render(who) +
            forms::fields::text(view.form, "recipient", "Who, if it is somebody else? (optional)") +
            forms::fields::text(view.form, "purpose", "What are they for?",
                                "For example: he asked for the report of June. For the two boards "
                                "you can leave this empty"),
        "Continue");
}

std::string decision_in_words(const Paper& paper)
{
    switch (paper.decision) {
    case PaperDecision::none:
        return {};
    case PaperDecision::left_out:
        return "Left out of this copy. " + paper.reason;
    case PaperDecision::may_have:
        return "They may have these words: " + paper.reason;
    case PaperDecision::looked:
        return "Somebody looked through what could not be searched. " + paper.reason;
    }
    return {};
}

Html list_of(const std::vector<Html>& sentences)
{
    Html items;
    for (const auto& sentence : sentences) items += element("li", {}, sentence);
    return element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

Html found_in(const PaperLine& line)
{
    if (line.hits.empty() && line.to_look_at.empty())
        return design::paragraph("Searched: nothing found that must not reach them.");
    Html found;
    if (!line.hits.empty()) {
        std::vector<Html> sentences;
        for (const auto& hit : line.hits)
            sentences.push_back(Html(std::string(in_words(hit.kind)) + " of " + hit.whose +
                                     (hit.place.empty() ? "" : ", " + hit.place) +
                                     (hit.close_spelling ? ", spelt nearly so" : "") + ": ") +
                                element("q", {{"class", "onr-as-typed"}}, hit.around));
        found += design::render(design::WarningText{
                     .content = "This paper holds words that must not reach this person."}) +
                 list_of(sentences);
    }
    if (!line.to_look_at.empty()) {
        std::vector<Html> sentences;
        for (const auto& place : line.to_look_at) sentences.emplace_back(place + ".");
        found += design::paragraph("Only you can read this part:") + list_of(sentences);
    }
    return found;
}

Html decide_form(const ReleaseView& view, const PaperLine& line, const std::string& place)
{
    const auto number = std::to_string(line.paper.number);
    design::Radios choice{.name = "decision", .id_prefix = "decision-" + number};
    choice.fieldset =
        design::Fieldset{.legend = {.content = "What happens with paper " + place + "?",
                                    .classes = "govuk-fieldset__legend--s"}};
    choice.items.push_back({.value = "left_out",
                            .content = "Leave it out of this copy",
                            .hint = design::Hint{.content = "You can add one with the words taken "
                                                            "out, as another paper"}});
    if (line.hits.empty())
        choice.items.push_back(
            {.value = "looked", .content = "I have looked at every part, and it may go"});
    else
        choice.items.push_back(
            {.value = "may_have", .content = "They may have these words, because they know them"});
    return forms::act_beside(
        view.address + "/papers/" + view.release.id.text() + "/decide", view.new_start(),
        forms::fields::hidden("number", number) + design::render(choice) +
            element(
                "div", {{"class", "govuk-form-group"}},
                element("label", {{"class", "govuk-label"}, {"for", "reason-" + number}}, "Why?"),
                element("input", {{"class", "govuk-input"},
                                  {"id", "reason-" + number},
                                  {"name", "reason"},
                                  {"type", "text"}})),
        "Save the decision");
}

/// "Move up", for whoever puts the papers in order.
Html move_form(const ReleaseView& view, const PaperLine& line)
{
    return element("form",
                   {{"method", "post"},
                    {"action", view.address + "/papers/" + view.release.id.text() + "/up"},
                    {"class", "onr-noprint"}},
                   view.new_start(),
                   forms::fields::hidden("number", std::to_string(line.paper.number)),
                   element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, "Move up",
                           design::visually_hidden(": " + line.paper.name)));
}

Html paper_card(const ReleaseView& view, std::size_t index)
{
    const auto& line = view.papers[index];
    const auto place = std::to_string(index + 1);
    const auto href = view.address + "/papers/" + view.release.id.text() + "/" +
                      std::to_string(line.paper.number);
    Html content =
        design::paragraph(design::link(href, line.paper.name + " (paper " + place + ")"));
    if (line.paper.scan == ScanState::not_scanned)
        content += design::paragraph(std::string(in_words(ScanState::not_scanned)) + ".");
    content += found_in(line);
    if (const auto decided = decision_in_words(line.paper); !decided.empty())
        content += design::paragraph(decided);
    if (view.may_change && view.release.state == ReleaseState::preparing &&
        (line.asks || (line.paper.decision == PaperDecision::none &&
                       !(line.hits.empty() && line.to_look_at.empty()))))
        content += decide_form(view, line, place);
    if (view.may_change && view.release.state == ReleaseState::preparing && index > 0)
        content += move_form(view, line);
    return design::render(design::Card{.title = "Paper " + place, .content = content});
}

Html add_form(const ReleaseView& view)
{
    design::FileUpload upload{
        .name = "paper",
        .label = {.content = "Add a paper from your computer"},
        .hint = design::Hint{.content = "PDF, Word (.docx), OpenDocument (.odt), text or "
                                        "JPEG or PNG picture, up to 25 MB. It is "
                                        "also kept with the documents of the case"}};
    for (const auto& error : view.errors)
        if (error.where == "paper") upload.error = design::ErrorMessage{.content = error.message};
    return forms::act_beside(
        view.address + "/papers/" + view.release.id.text() + "/add", view.new_start(),
        design::render(upload) + forms::fields::select({.values = {{"category", view.category}}},
                                                       "category", "What the paper is (optional)",
                                                       category_choices()),
        "Add and search", forms::Weight::beside, "multipart/form-data");
}

Html give_form(const ReleaseView& view)
{
    const auto own = view.address + "/papers/" + view.release.id.text();
    Html out;
    if (!view.not_yet.empty()) {
        std::vector<Html> reasons;
        for (const auto& reason : view.not_yet) reasons.emplace_back(reason + ".");
        out += design::render(design::InsetText{
            .content = element("p", {{"class", "govuk-body"}}, "This copy cannot be given yet:") +
                       list_of(reasons)});
    } else {
        out += forms::posting(own + "/give", view.release_start, {},
                              "Give this copy to " + view.for_whom);
    }
    return out +
           forms::act_beside(own + "/give-up", view.new_start(), {}, "Do not give these papers");
}

} // namespace views_papers_detail
using namespace views_papers_detail;

Html papers_view(const PapersView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("Papers given to somebody");
    if (view.releases.empty())
        page +=
            design::paragraph("No papers were given yet. Each copy is for one person. Before it "
                              "leaves, every paper is searched for addresses, numbers and "
                              "schools that must not reach them.");
    else {
        design::Table table{
            .caption = "Copies, the newest first",
            .head = {{.content = "For"}, {.content = "What for"}, {.content = "State"}}};
        for (const auto& release : view.releases)
            table.rows.push_back(
                {{.content = design::link(view.address + "/papers/" + release.id.text(),
                                          view.for_whom(release))},
                 {.content = release.purpose},
                 {.content = state_in_words(release, view.name_of)}});
        page += design::render_stacking(table);
    }
    if (!view.may_change) return page;
    page += element("h2", {{"class", "govuk-heading-m"}}, "Prepare a copy") + begin_form(view);
    page += element("h2", {{"class", "govuk-heading-m"}}, "Other words to keep back") +
            design::paragraph(
                view.kept_back
                    ? std::to_string(view.kept_back) +
                          (view.kept_back == 1 ? " entry is" : " entries are") +
                          " searched for in everything that leaves, besides addresses, numbers "
                          "and schools."
                    : std::string("A partner’s name, a workplace, an old name of a street: what is "
                                  "added here is searched for in everything that leaves.")) +
            forms::act_beside(view.address + "/papers/keep-back", view.keep_start,
                              forms::fields::text(view.form, "kept_words", "Words to keep back"),
                              "Add");
    return page;
}

namespace views_papers_detail {

/// How far a pack is, and what is not in it yet.
Html parts_of(const ReleaseView& view)
{
    if (!view.pack) return {};
    const auto how_far = design::paragraph("Of this pack, " + in_words(*view.pack) + ".");
    if (view.pack->missing.empty()) return how_far;
    std::vector<Html> missing;
    for (const auto& one : view.pack->missing)
        missing.push_back(element("span", {{"dir", "auto"}}, one));
    return how_far + design::paragraph("Not in it yet:") + design::bullets(missing);
}

/// All papers in one file; where they must not be posted, only after a reason, which is noted.
Html whole_of(const ReleaseView& view, const std::string& own)
{
    if (view.post_no.empty())
        return design::render(
            design::Button{.content = "Save all papers in one file (ZIP)", .href = own + "/whole"});
    const auto warning =
        design::render(design::WarningText{.content = "Do not post it to them. " + view.post_no});
    if (!view.may_change) return warning;
    const forms::FormView form{.errors = view.errors};
    return warning +
           forms::posting(own + "/whole", view.new_start(),
                          forms::fields::text(form, "reason", "Why do you print it all the same?",
                                              "For example: they collect it from our office. The "
                                              "reason stands in the chronology."),
                          "Save all papers in one file (ZIP)");
}

} // namespace views_papers_detail

Html release_view(const ReleaseView& view)
{
    const bool preparing = view.release.state == ReleaseState::preparing;
    auto page = forms::error_summary(view.errors) + design::page_heading("A copy of papers") +
                design::paragraph("For: " + view.for_whom + ". " + view.release.purpose) +
                design::paragraph(state_in_words(view.release, view.name_of) + ".");
    if (preparing)
        page += design::paragraph("This copy is for this person alone. A copy for somebody else is "
                                  "checked on its own, since other words must not reach them. "
                                  "Use initials or jobs for staff and other pupils.");
    page += parts_of(view);
    const auto own = view.address + "/papers/" + view.release.id.text();
    if (preparing && view.may_change)
        page += design::render(
            design::Button{.content = "Choose from this case",
                           .href = own + "/choose",
                           .classes = view.papers.empty() ? "" : "govuk-button--secondary"});
    for (std::size_t i = 0; i < view.papers.size(); ++i) page += paper_card(view, i);
    if (view.release.state == ReleaseState::released)
        page += design::paragraph(
                    view.by_link
                        ? "They can read it on their pages: write them a message, or make a link."
                        : "Save it, and hand it over or post it yourself.") +
                whole_of(view, own) +
                design::paragraph("It begins with an index: what each part is, and how many pages "
                                  "it has.");
    if (view.release.state == ReleaseState::released && view.may_change)
        page += design::section_heading("stop", "Stop this copy") +
                design::paragraph(view.by_link ? "They can open its papers no more. What they "
                                                 "saved before stays with them."
                                               : "It stays with the case and is marked as not to "
                                                 "be used. What they hold already stays with "
                                                 "them.") +
                forms::act_beside(own + "/stop", view.new_start(), {}, "Stop this copy",
                                  forms::Weight::warning);
    if (preparing && view.may_change) page += add_form(view) + give_form(view);
    return page + design::paragraph(design::link(view.address + "/papers", "All papers"));
}

} // namespace onroll::casework
