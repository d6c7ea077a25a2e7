#include "casework/pack_papers.h"

#include "casework/case_answers.h"
#include "casework/case_names.h"
#include "casework/chronology.h"
#include "casework/colleague_names.h"
#include "casework/pages_papers.h"
#include "casework/pages_work.h"
#include "casework/service_notice.h"
#include "casework/store_cases.h"
#include "casework/store_events.h"
#include "casework/views_chronology.h"
#include "casework/views_pack.h"

#include "people/store.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pack_papers_detail {

/// The names to hide: of everybody on record, but for the child and the family where they are named
/// (trust.md F-13).
Result<std::vector<HiddenName>> hidden_in(db::Queries& reading, const http::Request& request,
                                          const Services& services, const Case& found,
                                          PackNames names, std::string_view more)
{
    if (names == PackNames::as_recorded) return std::vector<HiddenName>();
    const auto& agency = access::actor(request).agency;
    std::vector<std::string> colleagues;
    for (const auto& colleague : services.caseworkers(agency)) colleagues.push_back(colleague.name);
    auto hidden = names_of_case(reading, agency, found, NamesShown::initials, colleagues, more);
    if (!hidden || names == PackNames::initials) return hidden;
    auto record = present_record(reading, agency, found);
    if (!record) return record.error();
    record->siblings.clear();
    for (const auto& family : names_of(*record, {}, {}, NamesShown::initials, {}))
        for (auto& name : *hidden)
            std::erase_if(name.called, [&](const std::string& called) {
                return std::find(family.called.begin(), family.called.end(), called) !=
                       family.called.end();
            });
    return hidden;
}

Result<void> add_printed(std::vector<MadePaper>& papers, std::string name,
                         const documents::Document& document)
{
    auto pdf = documents::html_to_pdf(documents::print_html(document));
    if (!pdf) return pdf.error();
    papers.push_back({.name = std::move(name), .bytes = std::move(*pdf)});
    return {};
}

/// Everything that was chosen, read and worded, before any of it is printed.
struct Worded {
    PackFrame frame;
    std::vector<std::pair<std::string, documents::Document>> papers{};
};

ChronologyPaper chronology_in(db::Queries& reading, const http::Request& request,
                              const Services& services, const Case& found, const Chosen& chosen,
                              const std::vector<HiddenName>& hidden, const PackFrame& frame)
{
    const auto& actor = access::actor(request);
    ColleagueNames names(services, actor.agency);
    ChronologyPaper paper{.service = actor.agency_name,
                          .notice = frame.notice,
                          .about = frame.about,
                          .filter = {.kinds = chosen.kinds},
                          .made = moment_in_words(services.guard->clock().now())};
    auto entries = narrowed(chronology_of(reading, actor.agency, found.id), paper.filter);
    hide_names(entries, hidden);
    for (auto& entry : entries) {
        auto by = entry.by ? with_names_hidden(names.of(*entry.by), hidden) : std::string();
        // Hours are the service's own.
        entry.took.reset();
        paper.lines.push_back({std::move(entry), std::move(by)});
    }
    return paper;
}

void hide_in(CaseAnswers& answers, const std::vector<HiddenName>& hidden)
{
    for (auto* dates : {&answers.dated, &answers.undated})
        for (auto& date : *dates) date.does = with_names_hidden(date.does, hidden);
    for (auto& finding : answers.findings) {
        finding.told = with_names_hidden(finding.told, hidden);
        finding.ask = with_names_hidden(finding.ask, hidden);
    }
    for (auto* lines : {&answers.not_asked, &answers.taken})
        for (auto& line : *lines) line = with_names_hidden(line, hidden);
}

Result<Worded> worded(const http::Request& request, const Services& services, const Case& found,
                      Chosen chosen)
{
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    auto hidden =
        hidden_in(reading, request, services, found, chosen.names, request.form()["more_names"]);
    if (!hidden) return hidden.error();
    Worded all;
    all.frame = {.about = with_names_hidden(child_of(reading, actor.agency, found), *hidden) +
                          ", case " + std::to_string(found.number),
                 .footer = actor.agency_name + ". Made on " +
                           moment_in_words(services.guard->clock().now()) + ".",
                 .notice = notice_of(reading, actor.agency, actor.agency_name, services.area_name,
                                     NoticeFor::paper)};
    auto& papers = all.papers;
    if (!chosen.representations.empty())
        papers.emplace_back("Representations.pdf",
                            representations_paper(all.frame, chosen.representations));
    if (chosen.chronology)
        papers.emplace_back("Chronology.pdf",
                            chronology_paper(chronology_in(reading, request, services, found,
                                                           chosen, *hidden, all.frame)));
    if (chosen.findings) {
        auto answers = answers_of(reading, actor.agency, services, found);
        hide_in(answers, *hidden);
        papers.emplace_back("Dates-and-findings.pdf", findings_paper(all.frame, answers));
    }
    for (const auto& account : chosen.accounts)
        papers.emplace_back("Own-account-of-" + iso(in_london(account.told_at).date) + ".pdf",
                            account_paper(all.frame, account));
    if (!chosen.notes.empty()) {
        for (auto& note : chosen.notes)
            note.written.words = with_names_hidden(note.written.words, *hidden);
        papers.emplace_back("Notes.pdf", notes_paper(all.frame, chosen.notes));
    }
    return all;
}

/// The document as it may be given: scanned, opened, and a picture cleaned.
Result<MadePaper> given_document(const http::Request& request, const Services& services,
                                 const Attachment& file)
{
    const auto files = services.files_of(access::actor(request).agency);
    if (!files) return files.error();
    auto bytes = (*files)->content(file);
    if (!bytes) return bytes.error();
    const auto scan = scan_late(request, services, file, **files, *bytes);
    if (!scan) return scan.error();
    if (*scan == ScanState::infected)
        return bad_input("A virus was found in one of the documents. It is kept closed",
                         "document");
    auto fit = fit_to_give(std::move(*bytes));
    if (!fit)
        return bad_input("One of the documents cannot be given as it is. " + fit.error().message,
                         "document");
    auto kind = media_type_of(*fit);
    return MadePaper{.name = file.name,
                     .kind = std::move(kind),
                     .bytes = std::move(*fit),
                     .scan = *scan,
                     .document = file.id};
}

} // namespace pack_papers_detail
using namespace pack_papers_detail;

std::string child_of(db::Queries& reading, const access::AgencyId& agency, const Case& found)
{
    const auto record = present_record(reading, agency, found);
    return record ? people::called(record->child.name) : std::string("the child");
}

CaseAnswers answers_of(db::Queries& reading, const access::AgencyId& agency,
                       const Services& services, const Case& found)
{
    return reckon_case(events_of_case(reading, agency, found.id), services.school_for,
                       services.guard->clock().today())
        .answers;
}

Result<std::vector<MadePaper>> made_of(const http::Request& request, const Services& services,
                                       const Case& found, const Chosen& chosen)
{
    const auto words = worded(request, services, found, chosen);
    if (!words) return words.error();
    std::vector<MadePaper> papers;
    for (const auto& [name, document] : words->papers)
        if (const auto printed = add_printed(papers, name, document); !printed)
            return printed.error();
    for (const auto& file : chosen.documents) {
        auto paper = given_document(request, services, file);
        if (!paper) return paper.error();
        papers.push_back(std::move(*paper));
    }
    return papers;
}

} // namespace onroll::casework
