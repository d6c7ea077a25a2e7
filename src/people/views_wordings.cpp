#include "people/views_wordings.h"

#include "people/rules_consents.h"
#include "people/views_rows.h"

#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/page.h"
#include "design/words.h"
#include "forms/form_start.h"

#include <algorithm>

namespace onroll::people {

namespace views_wordings_detail {

using design::Html;

std::string title_of(const Wording& wording)
{
    return "Version " + std::to_string(wording.version) + ", from " + in_words(wording.from);
}

std::string how_many(const WordingsView& view, const Wording& wording)
{
    const auto found = view.given.find({wording.purpose, wording.version});
    if (found == view.given.end()) return "Nobody yet";
    return design::counted(found->second, "time", "times");
}

const Wording* asked_of(const WordingsView& view, ConsentPurpose purpose)
{
    const auto found = std::find_if(view.asked.begin(), view.asked.end(),
                                    [&](const Wording& one) { return one.purpose == purpose; });
    return found == view.asked.end() ? nullptr : &*found;
}

Html card_of(const WordingsView& view, ConsentPurpose purpose)
{
    design::SummaryList list{
        .card = design::SummaryCard{.title = in_words(purpose), .heading_level = 2}};
    const auto* now = asked_of(view, purpose);
    const bool is_own = newest_wording(view.all, purpose) != nullptr;
    if (now) {
        add_row(list, "Asked now", now->text);
        add_row(list, "Which",
                is_own ? title_of(*now) : std::string("The words that come with Onroll"));
        add_row(list, "Agreed to", how_many(view, *now));
    } else {
        add_row(list, "Asked now", "None. The first words have not begun");
    }
    for (const auto& one : view.all)
        if (one.purpose == purpose && one.from > view.today)
            add_row(list, "Begins " + in_words(one.from), one.text);
    Html out = render(list);
    std::vector<Html> earlier;
    for (const auto& one : view.all)
        if (one.purpose == purpose && now && one.version < now->version)
            earlier.push_back(Html(title_of(one) + ". Agreed to: " + how_many(view, one) + ". “" +
                                   one.text + "”"));
    if (!earlier.empty())
        out += render(design::Details{.summary = "Earlier words: " + std::string(in_words(purpose)),
                                      .content = design::bullets(earlier)});
    return out + design::paragraph(design::link(
                     "/wordings/" + std::string(key_of(purpose)),
                     Html("Write other words") +
                         design::visually_hidden(": " + std::string(in_words(purpose)))));
}

/// A line for each; a bullet before a box would look like a second one.
documents::Paragraph boxes_to_tick(const std::vector<std::string>& answers)
{
    documents::Paragraph boxes;
    for (const auto& answer : answers)
        boxes.words += (boxes.words.empty() ? "☐ " : "\n☐ ") + answer;
    return boxes;
}

} // namespace views_wordings_detail

using namespace views_wordings_detail;

design::Html wordings_view(const WordingsView& view)
{
    Html out = design::page_heading("The words people agree to") +
               design::paragraph("Each consent is kept with the words that were agreed to. When "
                                 "you write others, those before stay, with every consent that "
                                 "was given under them.");
    for (const auto purpose : all_consent_purposes()) out += card_of(view, purpose);
    return out;
}

design::Html wording_view(const WordingView& view)
{
    Html out = error_summary(view.form);
    if (view.form.is_draft) out += onroll::forms::draft_banner();
    out += design::page_heading("Write what people agree to", in_words(view.purpose));
    if (!view.now.empty()) out += render(design::InsetText{.content = "Asked now: " + view.now});
    out += design::paragraph("Say in plain words what they agree to, what it is for, and who will "
                             "see it. Say that they can change their mind at any time, and that "
                             "saying no changes nothing about the help they get.");
    return out +
           posting(view.action, view.start,
                   fields::long_text(view.form, "words", "What do people agree to?",
                                     "As they read it or hear it: “I agree that …”. No names.") +
                       fields::date(view.form, "from", "First day",
                                    "Consents of that day and later are kept with these words. It "
                                    "may lie behind you, for words that you used on paper.") +
                       fields::checkboxes(view.form, "says", "Check the words",
                                          {{"yes", "They say that people can change their mind"}}),
                   "Save the words");
}

documents::Document consent_paper(const ConsentPaper& paper)
{
    using namespace documents;
    const auto purpose = std::string(in_words(paper.wording.purpose));
    Document document{.title = "Consent: " + purpose};
    auto& blocks = document.blocks;
    blocks.emplace_back(Heading{"Consent: " + purpose, 1});
    blocks.emplace_back(Paragraph{paper.agency + "\nAbout: " + paper.about});
    blocks.emplace_back(Paragraph{"You do not have to agree. You can ask us what it means first. "
                                  "Saying no will not be held against you."});
    blocks.emplace_back(Heading{"What we ask you to say", 2});
    blocks.emplace_back(Paragraph{"“" + paper.wording.text + "”"});
    if (paper.wording.purpose == ConsentPurpose::sharing) {
        blocks.emplace_back(Paragraph{"We may share with:\n________________________"});
        blocks.emplace_back(Paragraph{"Tick what we may share:"});
        blocks.emplace_back(boxes_to_tick(paper.parts));
        blocks.emplace_back(Paragraph{"Until (you choose the last day): ____ / ____ / ________"});
    }
    blocks.emplace_back(Heading{"Your answer", 2});
    blocks.emplace_back(Paragraph{"Do you agree to the words above?"});
    blocks.emplace_back(boxes_to_tick({"Yes", "No"}));
    // Lines that fit a telephone's width: a page of it is shown before it is printed.
    for (const std::string_view asked : {"Your name", "Who you are to the child", "Signature"})
        blocks.emplace_back(Paragraph{std::string(asked) + ":\n________________________"});
    blocks.emplace_back(Paragraph{"Date: ____ / ____ / ________"});
    blocks.emplace_back(Heading{"If you change your mind", 2});
    blocks.emplace_back(Paragraph{"Tell us at any time, in any way. From that day we stop. What "
                                  "somebody has already read cannot be taken back."});
    if (!paper.whom_to_tell.empty()) blocks.emplace_back(List{.items = paper.whom_to_tell});
    document.footer = "Wording: " + purpose + ", version " + std::to_string(paper.wording.version);
    return document;
}

} // namespace onroll::people
