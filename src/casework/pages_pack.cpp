// Papers chosen from a case's own record and documents, the order they stand in, and all of a copy
// in one file. capabilities.md J1 step 9; trust.md F-04, F-13.
#include "casework/pages_papers.h"

#include "casework/chronology.h"
#include "casework/family_reach.h"
#include "casework/pack_papers.h"
#include "casework/pack_progress.h"
#include "casework/pages_case_frame.h"
#include "casework/rules_release.h"
#include "casework/service_notice.h"
#include "casework/store_accounts.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/views_pack.h"

#include "forms/asked.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"
#include "platform/documents/zip_of.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::casework {
namespace pages_pack_detail {

/// The ids that were ticked, in the order of what is offered.
template <class Thing>
std::vector<Thing> ticked(const std::vector<Thing>& offered, const http::Fields& fields,
                          std::string_view name)
{
    const auto ids = fields.all(name);
    std::vector<Thing> chosen;
    for (const auto& thing : offered)
        if (std::find(ids.begin(), ids.end(), thing.id.text()) != ids.end())
            chosen.push_back(thing);
    return chosen;
}

Chosen chosen_in(const http::Fields& fields, const Offered& offered, const Release& release)
{
    Chosen chosen{.accounts = ticked(offered.accounts, fields, "account"),
                  .notes = ticked(offered.notes, fields, "note"),
                  .documents = ticked(offered.documents, fields, "document")};
    const auto made = fields.all("made");
    const auto is_made = [&](std::string_view key) {
        return std::find(made.begin(), made.end(), key) != made.end();
    };
    chosen.chronology = is_made("chronology");
    chosen.findings = is_made("findings");
    for (const auto kind : filter_in(fields).kinds)
        if (std::find(pack_kinds().begin(), pack_kinds().end(), kind) != pack_kinds().end())
            chosen.kinds.push_back(kind);
    if (chosen.kinds.empty()) chosen.kinds = {EntryKind::event};
    if (release.audience != PackFor::somebody) chosen.representations = fields["representations"];
    chosen.names = pack_names_named(fields["names"]).value_or(PackNames::family_named);
    return chosen;
}

http::Response choose_page(const http::Request& request, const Services& services,
                           const Case& found, const Release& release, FirstView first)
{
    const auto& agency = access::actor(request).agency;
    const auto own = address_of(found.id) + "/papers/" + release.id.text();
    ChooseView view{.address = own,
                    .release = release,
                    .form = std::move(first.form),
                    .start = start_of(request, own + "/choose"),
                    .banner = std::move(first.banner)};
    {
        auto reading = store_of(request, services).read();
        view.for_whom =
            reader_of(release, whole_family(reading, agency, found, services.guard->clock().now()));
        view.offered = offered_to(reading, agency, found, release);
        view.findings = answers_of(reading, agency, services, found).findings.size();
        view.in_it = papers_of_release(reading, agency, release.id);
    }
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Choose what goes in", choose_view(view), wrong);
}

http::Response show_choose(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& agency = access::actor(request).agency;
    http::Fields fields;
    {
        auto reading = store_of(request, services).read();
        const bool begun = !papers_of_release(reading, agency, release.id).empty();
        // A copy that holds papers already is added to by choosing, not begun again.
        fields =
            begun
                ? first_choice(
                      {.id = release.id, .case_id = found.id, .begun_by = release.begun_by}, {})
                : first_choice(release, representations_draft(
                                            release, child_of(reading, agency, found),
                                            answers_of(reading, agency, services, found).findings));
    }
    return choose_page(request, services, found, release,
                       first_view(request, services, std::move(fields)));
}

http::Response choose(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto again = [&](Error error) {
        return choose_page(request, services, found, release,
                           {.form = {.values = form.fields, .errors = {std::move(error)}}});
    };
    const auto chosen = [&] {
        auto reading = store_of(request, services).read();
        return chosen_in(form.fields, offered_to(reading, actor.agency, found, release), release);
    }();
    if (chosen.is_empty()) return again(bad_input("Choose what goes in", "made"));
    if (release.state != ReleaseState::preparing)
        return again(bad_input("These papers were given or put away. Prepare another copy"));
    const auto made = made_of(request, services, found, chosen);
    if (!made) return again(made.error());
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         for (const auto& paper : *made) {
                             const auto number = add_paper(
                                 transaction, actor.agency, release.id,
                                 {paper.name, paper.kind, paper.bytes, paper.scan, paper.document},
                                 *services.papers, services.guard->clock().now());
                             if (!number) return number.error();
                         }
                         return address_of(found.id) + "/papers/" + release.id.text();
                     });
    return path ? http::redirect(*path) : again(path.error());
}

http::Response move_up(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto number = whole_number(request.form()["number"]);
    if (!number) return http::not_found();
    const auto path = save_in_release(
        request, services, std::get<EnteredRelease>(entered), [&](db::Transaction& transaction) {
            return move_paper_up(transaction, access::actor(request).agency, release.id, *number);
        });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    return release_page(request, services, found, release, {path.error()});
}

/// Why the copy must not be posted to its reader; empty where it may.
std::string post_no_of(const http::Request& request, const Services& services, const Case& found,
                       const Release& release)
{
    if (!release.person) return {};
    auto reading = store_of(request, services).read();
    const auto family =
        whole_family(reading, access::actor(request).agency, found, services.guard->clock().now());
    const auto* person = find_in(family, release.person->text());
    return person ? person->post_no : "They have left the family.";
}

/// Whether the address names a note of this actor and day that says why it is printed all the same.
bool has_reason(const http::Request& request, const Services& services, const Case& found)
{
    const auto id = request.path<NoteId>("note");
    if (!id) return false;
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    const auto note = find_note(reading, actor.agency, found.id, *id);
    return note && note->written_by == actor.user &&
           in_london(note->written_at).date == services.guard->clock().today();
}

/// A copy that must not be posted is only put in one file, to print, by whoever says why.
http::Response give_reason_to_print(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto own = address_of(std::get<EnteredRelease>(entered));
    const auto post_no = post_no_of(request, services, found, release);
    if (release.state != ReleaseState::released || post_no.empty()) return http::redirect(own);
    const std::string reason(request.form()["reason"]);
    if (reason.find_first_not_of(" \r\n\t") == std::string::npos)
        return release_page(request, services, found, release,
                            {bad_input("Say why you print it all the same", "reason")});
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto id =
                             write_note(transaction, actor.agency, found.id,
                                        {.on = in_london(now).date,
                                         .words = "A copy of papers printed, though it must not be "
                                                  "posted to its reader. " +
                                                  post_no + "\nThe reason: " + reason},
                                        actor.user, now);
                         return own + "/whole/" + id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

/// All that is given, in one file, behind its index. Searched once more: the family may have
/// changed since (trust.md M-03).
http::Response show_whole(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.print");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    if (release.state != ReleaseState::released) return http::not_found();
    if (!post_no_of(request, services, found, release).empty() &&
        !has_reason(request, services, found))
        return http::redirect(address_of(std::get<EnteredRelease>(entered)));
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    auto lines = search_papers(reading, actor.agency, services, found, release);
    if (!lines) return http::failure(lines.error());
    if (const auto reasons = reasons_not_yet(*lines); !reasons.empty())
        return release_page(request, services, found, release,
                            {bad_input(reasons.front() + ". That is new since it was given. "
                                                         "Prepare another copy")});
    std::erase_if(*lines, [](const PaperLine& line) {
        return line.paper.decision == PaperDecision::left_out;
    });
    const auto for_whom = reader_of(
        release, whole_family(reading, actor.agency, found, services.guard->clock().now()));
    const PackFrame frame{
        .about = child_of(reading, actor.agency, found) + ", case " + std::to_string(found.number),
        .footer = actor.agency_name + ". Given on " + moment_in_words(*release.released_at) + ".",
        .notice = notice_of(reading, actor.agency, actor.agency_name, services.area_name,
                            NoticeFor::paper)};
    const auto index =
        documents::html_to_pdf(documents::print_html(index_paper(frame, for_whom, *lines)));
    if (!index) return release_page(request, services, found, release, {index.error()});
    std::vector<std::string> bytes;
    std::vector<documents::ZipPart> parts{{"00-Index.pdf", *index}};
    bytes.reserve(lines->size());
    for (const auto& line : *lines) {
        auto paper =
            paper_bytes(reading, actor.agency, release.id, line.paper.number, *services.papers);
        if (!paper) return http::failure(paper.error());
        bytes.push_back(std::move(*paper));
        parts.push_back({part_file_name(static_cast<int>(bytes.size()), line.paper), bytes.back()});
    }
    return http::download(documents::zip_of(parts), "application/zip",
                          "papers-case-" + std::to_string(found.number) + ".zip");
}

} // namespace pages_pack_detail

void add_pack_pages(http::Router& router, const Services& services)
{
    using namespace pages_pack_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    const std::string own = "/advice/cases/{case}/papers/{release}";
    router.get(own + "/choose", guard.policy("advice.change"), page_of(show_choose));
    router.post(
        own + "/choose",
        forms::taking(guard.policy("advice.change"), {"representations", "made", "kind", "account",
                                                      "note", "document", "names", "more_names"}),
        page_of(choose));
    router.post(own + "/up", forms::taking(guard.policy("advice.change"), {"number"}),
                page_of(move_up));
    router.get(own + "/whole", guard.policy("advice.print"), page_of(show_whole));
    router.post(own + "/whole", forms::taking(guard.policy("advice.change"), {"reason"}),
                page_of(give_reason_to_print));
    router.get(own + "/whole/{note}", guard.policy("advice.print"), page_of(show_whole));
}

} // namespace onroll::casework
