#include "casework/views_pack.h"

#include "design/components/checkboxes.h"
#include "design/components/inset_text.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace views_pack_detail {

using design::element;
using design::Html;

/// The first words of a note, cut between words.
std::string beginning_of(const std::string& words)
{
    constexpr std::size_t longest = 90;
    auto line = words.substr(0, words.find('\n'));
    if (line.size() <= longest) return line.size() < words.size() ? line + " …" : line;
    auto end = line.find_last_of(' ', longest);
    if (end == std::string::npos || end < longest / 2) {
        end = longest;
        while ((static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
    }
    return line.substr(0, end) + " …";
}

Html ticks(const forms::FormView& form, std::string name, std::string legend,
           std::vector<design::Checkbox> items, std::string hint = {})
{
    if (items.empty()) return {};
    design::Checkboxes boxes{.name = std::move(name), .items = std::move(items)};
    boxes.fieldset =
        design::Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}};
    if (!hint.empty()) boxes.hint = design::Hint{.content = hint};
    for (const auto& error : form.errors)
        if (error.where == boxes.name) boxes.error = design::ErrorMessage{.content = error.message};
    for (const auto& value : form.values.all(boxes.name)) boxes.values.emplace_back(value);
    boxes.classes = "govuk-checkboxes--small";
    return design::render(boxes);
}

Html made_part(const ChooseView& view)
{
    const auto found =
        view.findings == 1 ? std::string("1 finding") : std::to_string(view.findings) + " findings";
    std::vector<design::Checkbox> kinds;
    for (const auto kind : pack_kinds())
        kinds.push_back(
            {.value = std::string(key_of(kind)), .content = std::string(in_words(kind))});
    return ticks(view.form, "made", "Made from the record",
                 {{.value = "chronology", .content = "Chronology"},
                  {.value = "findings",
                   .content = "Dates and findings, each with its source",
                   .hint = design::Hint{.content = found + " on this case today"}}}) +
           ticks(view.form, "kind", "What the chronology tells of", std::move(kinds),
                 "What the family told you stays out unless you tick it.");
}

Html accounts_part(const ChooseView& view)
{
    std::vector<design::Checkbox> items;
    for (const auto& account : view.offered.accounts)
        items.push_back(
            {.value = account.id.text(),
             .content = "Told on " + with_weekday(in_london(account.told_at).date),
             .hint = design::Hint{.content = element("span", {{"dir", "auto"}},
                                                     beginning_of(account.told.happened.empty()
                                                                      ? account.told.wanted
                                                                      : account.told.happened))}});
    auto content = ticks(view.form, "account", "The child’s own account", std::move(items),
                         "As the child wrote it, without a change. Ask the child first.");
    if (view.offered.accounts_kept > 0)
        content += design::render(design::InsetText{
            .content = std::to_string(view.offered.accounts_kept) +
                       (view.offered.accounts_kept == 1 ? " account is" : " accounts are") +
                       " not offered: the child did not choose that this reader may know it."});
    return content;
}

Html notes_part(const ChooseView& view)
{
    std::vector<design::Checkbox> items;
    for (const auto& note : view.offered.notes)
        items.push_back(
            {.value = note.id.text(),
             .content = with_weekday(note.written.on),
             .hint = design::Hint{
                 .content = element("span", {{"dir", "auto"}}, beginning_of(note.written.words))}});
    return ticks(view.form, "note", "Notes", std::move(items),
                 "Those that you tick together become one paper, the oldest first. For a paper "
                 "each, choose them one after another.");
}

Html documents_part(const ChooseView& view)
{
    std::vector<design::Checkbox> items;
    for (const auto& file : view.offered.documents) {
        auto about = std::string(in_words(file.category)) + ", received on " +
                     with_weekday(file.received_on) + ", " + size_in_words(file.bytes);
        if (std::any_of(view.in_it.begin(), view.in_it.end(), [&](const Paper& paper) {
                return paper.document == file.id || paper.sha256 == file.sha256;
            }))
            about += ". It is in this copy already";
        items.push_back({.value = file.id.text(),
                         .content = element("span", {{"dir", "auto"}}, file.name),
                         .hint = design::Hint{.content = about}});
    }
    auto content = ticks(view.form, "document", "Documents", std::move(items));
    std::vector<Html> names;
    for (const auto& file : view.offered.not_givable)
        names.push_back(element("span", {{"dir", "auto"}}, file.name));
    if (!names.empty())
        content += design::paragraph("These cannot be put in, since nobody can search them or take "
                                     "out where they were made. Save them as PDF, JPEG or PNG:") +
                   design::bullets(names);
    return content;
}

Html names_part(const ChooseView& view)
{
    forms::Choices choices;
    for (const auto names : all_pack_names())
        choices.emplace_back(std::string(key_of(names)), std::string(in_words(names)));
    return forms::fields::radios(view.form, "names", "Names in what is made from the record",
                                 choices, "Documents and a child’s own account stay as they are.") +
           design::render(design::Textarea{
               .name = "more_names",
               .label = {.content = "Other names to hide (optional)"},
               .hint = design::Hint{.content = "One on each line: friends, other pupils and staff "
                                               "who are named in notes and nowhere on record."},
               .value = std::string(view.form.values["more_names"]),
               .rows = 3});
}

void add_title(documents::Document& document, const PackFrame& frame, std::string title)
{
    document.title = title + ", " + frame.about;
    document.footer = frame.footer;
    document.blocks.emplace_back(documents::Heading{std::move(title), 1});
    document.blocks.emplace_back(documents::Paragraph{frame.about});
    if (!frame.notice.empty()) document.blocks.emplace_back(documents::Paragraph{frame.notice});
}

void add_paragraphs(documents::Document& document, std::string_view words)
{
    while (!words.empty()) {
        const auto end = words.find("\n\n");
        const auto piece = words.substr(0, end);
        if (piece.find_first_not_of(" \r\n\t") != std::string_view::npos)
            document.blocks.emplace_back(documents::Paragraph{std::string(piece)});
        if (end == std::string_view::npos) break;
        words.remove_prefix(end + 2);
    }
}

std::string sources_in_pack(const std::vector<AnswerSource>& sources)
{
    std::string words;
    for (const auto& source : sources) words += (words.empty() ? "" : "; ") + source.words;
    return words;
}

void add_answer(documents::Document& document, const char* question, const std::string& words)
{
    if (words.empty()) return;
    document.blocks.emplace_back(documents::Heading{question, 2});
    add_paragraphs(document, words);
}

} // namespace views_pack_detail
using namespace views_pack_detail;

Html choose_view(const ChooseView& view)
{
    Html inside;
    if (view.release.audience != PackFor::somebody)
        inside += design::render(design::Textarea{
            .name = "representations",
            .label = {.content = "Representations", .classes = "govuk-label--s"},
            .hint = design::Hint{.content = "What the family asks for, and why. This draft is made "
                                            "from what was found: change it, or empty it to leave "
                                            "it out."},
            .value = std::string(view.form.values["representations"]),
            .rows = 14});
    inside += made_part(view) + accounts_part(view) + notes_part(view) + documents_part(view) +
              names_part(view);
    return view.banner + forms::error_summary(view.form) +
           design::page_heading("Choose what goes in") +
           design::paragraph("For: " + view.for_whom +
                             ". What you choose is added to the copy in this order, and searched "
                             "for what must not reach them. You can change the order afterwards.") +
           forms::posting(view.address + "/choose", view.start, inside, "Put them in") +
           design::paragraph(design::link(view.address, "Back to the copy"));
}

http::Fields first_choice(const Release& release, const std::string& representations)
{
    http::Fields fields;
    fields.add("names", std::string(key_of(PackNames::family_named)));
    fields.add("kind", std::string(key_of(EntryKind::event)));
    if (release.audience == PackFor::somebody) return fields;
    fields.add("representations", representations);
    fields.add("made", "chronology");
    fields.add("made", "findings");
    return fields;
}

std::string representations_draft(const Release& release, const std::string& child,
                                  const std::vector<LawFinding>& findings)
{
    const auto opening = "To " + release.recipient + "\n\nWe write for the family of " + child;
    if (findings.empty())
        return opening + ".\n\nPlease tell the family in writing what you decided, and why.\n";
    std::string words =
        opening + ", and ask you to think about each of these points before you decide.\n";
    int number = 0;
    for (const auto& finding : findings) {
        words += "\n" + std::to_string(++number) + ". " + finding.title + ". " + finding.told;
        if (!finding.about.empty()) words += " " + finding.about;
        words += " (" + finding.source.words + ")\n";
    }
    return words + "\nPlease tell the family in writing what you decided on each point, and why.\n";
}

documents::Document representations_paper(const PackFrame& frame, const std::string& words)
{
    documents::Document document;
    add_title(document, frame, "Representations");
    add_paragraphs(document, words);
    return document;
}

documents::Document findings_paper(const PackFrame& frame, const CaseAnswers& answers)
{
    documents::Document document;
    add_title(document, frame, "Dates and findings, with their sources");
    auto& blocks = document.blocks;
    if (!answers.schools.empty()) {
        std::string counted = "Counted in the school days of ";
        for (std::size_t i = 0; i < answers.schools.size(); ++i)
            counted += (i == 0 ? "" : " and ") + answers.schools[i];
        blocks.emplace_back(documents::Paragraph{counted + "."});
    }
    documents::Table dates{.caption = "What must happen, and by when",
                           .headings = {"Day", "Who and what", "Source"}};
    for (const auto& date : answers.dated)
        dates.rows.push_back({date.due ? with_weekday(*date.due) : std::string("No day yet"),
                              date.who + " " + date.does, sources_in_pack(date.sources)});
    for (const auto& date : answers.undated)
        dates.rows.push_back(
            {"No day yet", date.who + " " + date.does, sources_in_pack(date.sources)});
    if (dates.rows.empty())
        blocks.emplace_back(documents::Paragraph{"No dates in law follow from what is recorded."});
    else
        blocks.emplace_back(std::move(dates));
    blocks.emplace_back(documents::Heading{"What was found", 2});
    if (answers.findings.empty())
        blocks.emplace_back(documents::Paragraph{
            "Nothing that is recorded shows something missing, late or unlawful."});
    for (const auto& finding : answers.findings) {
        blocks.emplace_back(documents::Heading{finding.title, 3});
        documents::List list;
        list.items.push_back("What is recorded: " + finding.told);
        if (!finding.about.empty()) list.items.push_back("The rule: " + finding.about);
        if (!finding.ask.empty()) list.items.push_back("What would change this: " + finding.ask);
        list.items.push_back("Source: " + finding.source.words);
        blocks.emplace_back(std::move(list));
    }
    documents::List open;
    for (const auto& words : answers.not_asked) open.items.push_back(words);
    for (const auto& words : answers.taken) open.items.push_back(words);
    if (!open.items.empty()) {
        blocks.emplace_back(
            documents::Heading{"What was taken for granted, or could not be counted", 2});
        blocks.emplace_back(std::move(open));
    }
    return document;
}

documents::Document notes_paper(const PackFrame& frame, const std::vector<Note>& notes)
{
    documents::Document document;
    add_title(document, frame, "Notes");
    for (const auto& note : notes) {
        document.blocks.emplace_back(documents::Heading{with_weekday(note.written.on), 2});
        add_paragraphs(document, note.written.words);
    }
    return document;
}

documents::Document account_paper(const PackFrame& frame, const Account& account)
{
    documents::Document document;
    add_title(document, frame, "The child’s own account");
    document.blocks.emplace_back(documents::Paragraph{
        std::string(account.told.written_by == WrittenBy::child
                        ? "Written by the child on "
                        : "In the child’s own words, written down for the child on ") +
        with_weekday(in_london(account.told_at).date) + ". Nothing of it was changed."});
    add_answer(document, "What happened", account.told.happened);
    add_answer(document, "How it felt", account.told.felt);
    add_answer(document, "What the child wants", account.told.wanted);
    add_answer(document, "An adult the child trusts", account.told.trusted);
    return document;
}

std::string part_file_name(int number, const Paper& paper)
{
    return (number < 10 ? "0" : "") + std::to_string(number) + "-" + plain_file_name(paper.name);
}

documents::Document index_paper(const PackFrame& frame, const std::string& for_whom,
                                const std::vector<PaperLine>& parts)
{
    documents::Document document;
    add_title(document, frame, "Index");
    document.blocks.emplace_back(documents::Paragraph{"For: " + for_whom});
    documents::Table table{.caption = "What is in this copy",
                           .headings = {"Part", "What it is", "Pages", "File"}};
    int number = 0;
    for (const auto& part : parts) {
        ++number;
        const auto dot = part.paper.name.rfind('.');
        table.rows.push_back({std::to_string(number), part.paper.name.substr(0, dot),
                              part.pages > 0 ? std::to_string(part.pages) : std::string("–"),
                              part_file_name(number, part.paper)});
    }
    document.blocks.emplace_back(std::move(table));
    return document;
}

} // namespace onroll::casework
