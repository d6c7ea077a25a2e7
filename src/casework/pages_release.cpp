#include "casework/pages_papers.h"

#include "casework/attachment_upload.h"
#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/pack_progress.h"
#include "casework/pages_case_frame.h"
#include "casework/rules_pack.h"
#include "casework/rules_release.h"
#include "casework/types_pack.h"

#include "forms/asked.h"
#include "platform/documents/document_metadata.h"
#include "platform/documents/picture_metadata.h"
#include "platform/documents/read_text.h"

#include <utility>

namespace onroll::casework {
namespace pages_release_detail {

constexpr std::string_view paper_field = "paper";

/// A paper from somebody's computer: a document of the case like any other, and the bytes of it
/// that may be given.
struct SentPaper {
    BroughtFiles document; ///< lies on the disk and has no row yet
    std::string bytes{};
};

/// Checked, scanned and sealed as every document is (trust.md U-01, U-02, U-05), so that nothing
/// leaves that could not have come in.
Result<SentPaper> sent_paper(const http::Request& request, const Services& services,
                             const Case& found)
{
    const auto* upload = request.form().upload(paper_field);
    if (!upload || !upload->was_chosen())
        return bad_input("Choose a file", std::string(paper_field));
    SentPaper sent{.document = keep_files(request, services, found, paper_field)};
    if (!sent.document.errors.empty()) return sent.document.errors.front();
    auto bytes = upload->content();
    auto fit = bytes ? fit_to_give(std::move(*bytes)) : Result<std::string>(bytes.error());
    if (!fit) {
        discard(request, services, sent.document);
        return fit.error();
    }
    sent.bytes = std::move(*fit);
    return sent;
}

http::Response show_release(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    return release_page(request, services, found, release, {});
}

http::Response add(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto sent = sent_paper(request, services, found);
    if (!sent) return release_page(request, services, found, release, {sent.error()});
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto& file = sent->document.kept.front();
    const auto path = save_with_files(request, services, sent->document, [&](bool& stored) {
        return save_in_case(
            request, services, "advice.change", found, request.form(), {"papers", "documents"},
            [&](db::Transaction& transaction) -> Result<std::string> {
                const auto number = add_paper(
                    transaction, actor.agency, release.id,
                    {file.name, media_type_of(sent->bytes), sent->bytes, file.scan, file.id},
                    *services.papers, now);
                if (!number) return number.error();
                if (const auto added = add_rows(
                        transaction, services, actor, found.id, sent->document, {},
                        category_named(request.form()["category"]).value_or(Category::ours),
                        in_london(now).date, now);
                    !added)
                    return added.error();
                stored = true;
                return address_of(found.id) + "/papers/" + release.id.text();
            });
    });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response decide(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const std::string number(form["number"]);
    PaperDecided decided{.reason = std::string(form["reason"])};
    const PaperLine* paper = nullptr;
    auto lines = [&] {
        auto reading = store_of(request, services).read();
        return search_papers(reading, actor.agency, services, found, release);
    }();
    if (!lines) return http::failure(lines.error());
    for (const auto& line : *lines)
        if (std::to_string(line.paper.number) == number) paper = &line;
    const auto decision = paper_decision_named(form["decision"]);
    const auto again = [&](const char* message, const std::string& field) {
        return release_page(request, services, found, release, {bad_input(message, field)});
    };
    if (!paper) return http::not_found();
    if (!decision || *decision == PaperDecision::none ||
        (*decision == PaperDecision::looked && !paper->hits.empty()))
        return again("Select what happens with the paper", "decision-" + number);
    if (decided.reason.empty()) return again("Say why", "reason-" + number);
    decided.number = paper->paper.number;
    decided.decision = *decision;
    decided.found = static_cast<std::int64_t>(paper->hits.size());
    const auto path = save_in_release(
        request, services, std::get<EnteredRelease>(entered), [&](db::Transaction& transaction) {
            return decide_paper(transaction, actor.agency, release.id, decided, actor.user,
                                services.guard->clock().now());
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response end(const http::Request& request, const Services& services, ReleaseState state)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& actor = access::actor(request);
    if (state == ReleaseState::released) {
        const auto lines = [&] {
            auto reading = store_of(request, services).read();
            return search_papers(reading, actor.agency, services, found, release);
        }();
        if (!lines) return http::failure(lines.error());
        if (const auto reasons = reasons_not_yet(*lines); !reasons.empty())
            return release_page(request, services, found, release,
                                {bad_input(reasons.front(), {})});
    }
    const auto path = save_in_release(
        request, services, std::get<EnteredRelease>(entered), [&](db::Transaction& transaction) {
            const auto version =
                state == ReleaseState::released ? version_in(request.form()) : release.version;
            return end_release(transaction, actor.agency, release.id, state, version, actor.user,
                               services.guard->clock().now());
        });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    return release_page(request, services, found, release, {path.error()});
}

http::Response give(const http::Request& request, const Services& services)
{
    return end(request, services, ReleaseState::released);
}

http::Response give_up(const http::Request& request, const Services& services)
{
    return end(request, services, ReleaseState::given_up);
}

/// Nobody can read a copy that was given any more.
http::Response stop(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& actor = access::actor(request);
    const auto path = save_in_release(
        request, services, std::get<EnteredRelease>(entered), [&](db::Transaction& transaction) {
            return stop_release(transaction, actor.agency, release.id, actor.user,
                                services.guard->clock().now());
        });
    if (path) return http::redirect(*path);
    return release_page(request, services, found, release, {path.error()});
}

http::Response show_paper(const http::Request& request, const Services& services)
{
    auto entered = entered_release(request, services, "advice.file");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, release] = std::get<EnteredRelease>(entered);
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    for (const auto& paper : papers_of_release(reading, agency, release.id)) {
        if (std::to_string(paper.number) != request.path("number")) continue;
        auto bytes = paper_bytes(reading, agency, release.id, paper.number, *services.papers);
        if (!bytes) return http::failure(bytes.error());
        return paper_response(std::move(*bytes), paper);
    }
    return http::not_found();
}

} // namespace pages_release_detail

std::string reader_of(const Release& release, const std::vector<WritableTo>& family)
{
    if (!release.person) return release.recipient;
    const auto* person = find_in(family, release.person->text());
    return person ? person->name : "Somebody who has left the family";
}

std::variant<EnteredRelease, http::Response>
entered_release(const http::Request& request, const Services& services, std::string_view act)
{
    auto entered = entered_case(request, services, act);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& found = std::get<Case>(entered);
    const auto id = request.path<ReleaseId>("release");
    if (!id) return http::failure(id.error());
    auto reading = store_of(request, services).read();
    auto release = find_release(reading, access::actor(request).agency, *id);
    if (!release) return http::failure(release.error());
    if (release->case_id != found.id) return http::not_found();
    return EnteredRelease{std::move(found), std::move(*release)};
}

std::string address_of(const EnteredRelease& both)
{
    return address_of(both.found.id) + "/papers/" + both.release.id.text();
}

Result<std::string> save_in_release(const http::Request& request, const Services& services,
                                    const EnteredRelease& both,
                                    const std::function<Result<void>(db::Transaction&)>& work)
{
    return save_in_case(request, services, "advice.change", both.found, request.form(), {"papers"},
                        [&](db::Transaction& transaction) -> Result<std::string> {
                            const auto done = work(transaction);
                            if (!done) return done.error();
                            return address_of(both);
                        });
}

Result<std::vector<ProtectedWord>> words_to_keep_now(db::Queries& reading,
                                                     const access::AgencyId& agency,
                                                     const Services& services, const Case& found,
                                                     const Release& release)
{
    return words_to_keep_from(reading, agency, found, release.person,
                              {services.safe, services.school_name},
                              services.guard->clock().today());
}

PaperLine searched(Paper paper, std::string_view bytes, const std::vector<ProtectedWord>& words)
{
    auto answer = check_outgoing_file(bytes, words);
    // The name goes with the paper.
    for (auto& hit : hits_in({{"Its name", paper.name}}, words))
        answer.hits.push_back(std::move(hit));
    PaperLine line{.paper = std::move(paper),
                   .hits = std::move(answer.hits),
                   .to_look_at = std::move(answer.to_look_at),
                   .pages = answer.pages};
    line.asks = asks_for_decision(
        {line.paper, static_cast<std::int64_t>(line.hits.size()), !line.to_look_at.empty()});
    return line;
}

Result<std::vector<PaperLine>> search_papers(db::Queries& reading, const access::AgencyId& agency,
                                             const Services& services, const Case& found,
                                             const Release& release)
{
    const auto words = words_to_keep_now(reading, agency, services, found, release);
    if (!words) return words.error();
    std::vector<PaperLine> lines;
    for (auto& paper : papers_of_release(reading, agency, release.id)) {
        const auto bytes = paper_bytes(reading, agency, release.id, paper.number, *services.papers);
        if (!bytes) return bytes.error();
        lines.push_back(searched(std::move(paper), *bytes, *words));
    }
    return lines;
}

std::vector<std::string> reasons_not_yet(const std::vector<PaperLine>& lines)
{
    std::vector<PaperFound> found;
    for (const auto& line : lines)
        found.push_back(
            {line.paper, static_cast<std::int64_t>(line.hits.size()), !line.to_look_at.empty()});
    return reasons_not_to_release(found);
}

http::Response release_page(const http::Request& request, const Services& services,
                            const Case& found, const Release& release, forms::Errors errors)
{
    const auto& agency = access::actor(request).agency;
    ReleaseView view{
        .address = address_of(found.id), .release = release, .errors = std::move(errors)};
    {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, agency, found, services.guard->clock().now());
        view.for_whom = reader_of(release, family);
        if (release.person)
            if (const auto* person = find_in(family, release.person->text()))
                view.post_no = person->post_no;
        auto lines = search_papers(reading, agency, services, found, release);
        if (!lines) return http::failure(lines.error());
        view.papers = std::move(*lines);
        if (release.state == ReleaseState::preparing && release.audience != PackFor::somebody)
            view.pack = progress_of(release, papers_of_release(reading, agency, release.id),
                                    offered_to(reading, agency, found, release));
    }
    view.not_yet = reasons_not_yet(view.papers);
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    const auto own = view.address + "/papers/" + release.id.text();
    view.new_start = [&request, own] { return start_of(request, own); };
    view.release_start = start_of(request, own, release.version);
    view.category = request.form()["category"];
    view.may_change = may(request, services, "advice.change", found);
    view.by_link = release.person.has_value();
    const bool wrong = !view.errors.empty();
    return case_page(request, services, found, "A copy of papers", release_view(view), wrong);
}

Result<std::string> fit_to_give(std::string bytes)
{
    using documents::FileKind;
    const auto kind = documents::kind_of(bytes);
    if (bytes.empty() || kind == FileKind::other || kind == FileKind::sound)
        return bad_input("The file must be a PDF, Word (.docx), OpenDocument, text or picture",
                         "paper");
    if (kind != FileKind::picture) {
        auto document = documents::document_without_metadata(bytes);
        if (!document) return bad_input(document.error().message, "paper");
        return document;
    }
    auto picture = documents::picture_without_metadata(bytes);
    if (!picture)
        return bad_input("Save the picture as JPEG or PNG first: only from those can we take out "
                         "where it was taken",
                         "paper");
    return std::move(*picture);
}

std::string media_type_of(std::string_view bytes)
{
    using documents::FileKind;
    switch (documents::kind_of(bytes)) {
    case FileKind::pdf:
        return "application/pdf";
    case FileKind::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileKind::odt:
        return "application/vnd.oasis.opendocument.text";
    case FileKind::text:
        return "text/plain; charset=utf-8";
    case FileKind::rtf:
        return "application/rtf";
    case FileKind::picture:
    case FileKind::sound:
    case FileKind::other:
        return "application/octet-stream";
    }
    return "application/octet-stream";
}

http::Response paper_response(std::string bytes, const Paper& paper)
{
    auto response = http::bytes(std::move(bytes), paper.kind);
    response.headers.add("Content-Disposition",
                         "attachment; filename=\"" + plain_file_name(paper.name) + "\"");
    return response;
}

void add_release_pages(http::Router& router, const Services& services)
{
    using namespace pages_release_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/cases/{case}/papers/{release}";
    router.get(own, view, page_of(show_release));
    router.post(own + "/add", forms::taking(change, {"paper", "category"}), page_of(add),
                {.body_limit = http::uploads_limit});
    router.post(own + "/decide", forms::taking(change, {"number", "decision", "reason"}),
                page_of(decide));
    router.post(own + "/give", forms::taking(change, forms::Asked{}), page_of(give));
    router.post(own + "/give-up", forms::taking(change, forms::Asked{}), page_of(give_up));
    router.post(own + "/stop", forms::taking(change, forms::Asked{}), page_of(stop));
    router.get(own + "/{number}", services.guard->policy("advice.file"), page_of(show_paper));
}

} // namespace onroll::casework
