#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/pages_case_frame.h"
#include "casework/rules_release.h"
#include "casework/store_releases.h"
#include "casework/views_papers.h"

#include "platform/documents/picture_metadata.h"
#include "platform/documents/read_text.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_papers_detail {

constexpr std::uint64_t largest_paper = std::uint64_t{25} << 20;

OutgoingSources sources_of(const Services& services)
{
    return {services.safe, services.school_name};
}

std::string for_whom(const Release& release, const std::vector<WritableTo>& family)
{
    if (!release.person) return release.recipient;
    const auto* person = find_in(family, release.person->text());
    return person ? person->name : "Somebody who has left the family";
}

http::Response list_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    PapersView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.releases = releases_of_case(reading, agency, found.id);
        view.family = whole_family(reading, agency, found, services.guard->clock().now());
        view.kept_back = kept_back_in_case(reading, agency, found.id).size();
    }
    view.for_whom = [&](const Release& release) { return for_whom(release, view.family); };
    view.start = start_of(request, view.address + "/papers");
    view.keep_start = start_of(request, view.address + "/papers");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Papers given to somebody", papers_view(view),
                     wrong);
}

http::Response show_papers(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return list_page(request, services, std::get<Case>(entered),
                     first_view(request, services, {}).form);
}

http::Response begin(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    NewRelease release{.purpose = std::string(form["purpose"])};
    forms::Errors errors;
    if (form["person"] == "other") {
        release.recipient = form["recipient"];
        if (release.recipient.empty())
            errors.push_back(bad_input("Enter who gets it", "recipient"));
    } else {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, actor.agency, found, now);
        if (const auto* person = find_in(family, form["person"]))
            release.person = person->person;
        else
            errors.push_back(bad_input("Select who gets this copy", "person"));
    }
    if (release.purpose.empty()) errors.push_back(bad_input("Enter what they are for", "purpose"));
    if (!errors.empty())
        return list_page(request, services, found,
                         {.values = form.fields, .errors = std::move(errors)});
    const auto path = save_in_case(request, services, "advice.change", found, form, {"papers"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto id =
                                           begin_release(transaction, actor.agency, found.id,
                                                         release, actor.user, now);
                                       return address_of(found.id) + "/papers/" + id.text();
                                   });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response keep_words_back(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const std::string words(request.form()["kept_words"]);
    if (words.size() < 3 || words.size() > 200)
        return list_page(request, services, found,
                         {.values = request.form().fields,
                          .errors = {bad_input("Enter the words to keep back, 3 to 200 letters",
                                               "kept_words")}});
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         keep_back(transaction, actor.agency, found.id, {words, {}}, actor.user,
                                   services.guard->clock().now());
                         return address_of(found.id) + "/papers";
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

/// The copy of the address, of this case.
Result<Release> release_in(const http::Request& request, const Services& services,
                           const Case& found)
{
    const auto id = request.path<ReleaseId>("release");
    if (!id) return id.error();
    auto reading = store_of(request, services).read();
    auto release = find_release(reading, access::actor(request).agency, *id);
    if (release && release->case_id != found.id)
        return not_found("The page was not found. Check the address");
    return release;
}

/// Every paper searched anew, for the family changes between one look and the next (trust.md M-03).
Result<std::vector<PaperLine>> searched(db::Queries& reading, const access::AgencyId& agency,
                                        const Services& services, const Case& found,
                                        const Release& release)
{
    const auto words = words_to_keep_from(reading, agency, found, release.person,
                                          sources_of(services), services.guard->clock().today());
    if (!words) return words.error();
    std::vector<PaperLine> lines;
    for (auto& paper : papers_of_release(reading, agency, release.id)) {
        const auto bytes = paper_bytes(reading, agency, release.id, paper.number, *services.papers);
        if (!bytes) return bytes.error();
        auto answer = check_outgoing_file(*bytes, *words);
        // The name goes with the paper.
        for (auto& hit : hits_in({{"Its name", paper.name}}, *words))
            answer.hits.push_back(std::move(hit));
        PaperLine line{.paper = std::move(paper),
                       .hits = std::move(answer.hits),
                       .to_look_at = std::move(answer.to_look_at)};
        line.asks = asks_for_decision(
            {line.paper, static_cast<std::int64_t>(line.hits.size()), !line.to_look_at.empty()});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> not_yet(const std::vector<PaperLine>& lines)
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
        view.for_whom =
            for_whom(release, whole_family(reading, agency, found, services.guard->clock().now()));
        auto lines = searched(reading, agency, services, found, release);
        if (!lines) return http::failure(lines.error());
        view.papers = std::move(*lines);
    }
    view.not_yet = not_yet(view.papers);
    const auto own = view.address + "/papers/" + release.id.text();
    view.new_start = [&request, own] { return start_of(request, own); };
    view.release_start = start_of(request, own, release.version);
    view.may_change = may(request, services, "advice.change", found);
    view.by_link = release.person.has_value();
    const bool wrong = !view.errors.empty();
    return case_page(request, services, found, "A copy of papers", release_view(view), wrong);
}

http::Response show_release(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto release = release_in(request, services, found);
    if (!release) return http::failure(release.error());
    return release_page(request, services, found, *release, {});
}

/// The upload, where it is one of the kinds that may be given; a picture without what says where,
/// when and with what it was taken (trust.md U-06).
Result<std::string> uploaded(const http::Form& form)
{
    using documents::FileKind;
    const auto* upload = form.upload("paper");
    if (!upload || !upload->was_chosen()) return bad_input("Choose a file", "paper");
    if (upload->size > largest_paper)
        return bad_input("The file must be smaller than 25 MB", "paper");
    auto bytes = upload->content();
    if (!bytes) return bytes.error();
    const auto kind = documents::kind_of(*bytes);
    if (bytes->empty() || kind == FileKind::other || kind == FileKind::sound)
        return bad_input("The file must be a PDF, Word (.docx), OpenDocument, text or picture",
                         "paper");
    if (kind != FileKind::picture) return bytes;
    auto picture = documents::picture_without_metadata(*bytes);
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

http::Response add(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto release = release_in(request, services, found);
    if (!release) return http::failure(release.error());
    const auto bytes = uploaded(request.form());
    if (!bytes) return release_page(request, services, found, *release, {bytes.error()});
    const auto& actor = access::actor(request);
    const auto name = request.form().upload("paper")->file_name;
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto number = add_paper(
                             transaction, actor.agency, release->id,
                             {name.empty() ? "paper" : name, media_type_of(*bytes), *bytes},
                             *services.papers, services.guard->clock().now());
                         if (!number) return number.error();
                         return address_of(found.id) + "/papers/" + release->id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response decide(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto release = release_in(request, services, found);
    if (!release) return http::failure(release.error());
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const std::string number(form["number"]);
    PaperDecided decided{.reason = std::string(form["reason"])};
    const PaperLine* paper = nullptr;
    auto lines = [&] {
        auto reading = store_of(request, services).read();
        return searched(reading, actor.agency, services, found, *release);
    }();
    if (!lines) return http::failure(lines.error());
    for (const auto& line : *lines)
        if (std::to_string(line.paper.number) == number) paper = &line;
    const auto decision = paper_decision_named(form["decision"]);
    const auto again = [&](const char* message, const std::string& field) {
        return release_page(request, services, found, *release, {bad_input(message, field)});
    };
    if (!paper) return http::not_found();
    if (!decision || *decision == PaperDecision::none ||
        (*decision == PaperDecision::looked && !paper->hits.empty()))
        return again("Select what happens with the paper", "decision-" + number);
    if (decided.reason.empty()) return again("Say why", "reason-" + number);
    decided.number = paper->paper.number;
    decided.decision = *decision;
    decided.found = static_cast<std::int64_t>(paper->hits.size());
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto done =
                             decide_paper(transaction, actor.agency, release->id, decided,
                                          actor.user, services.guard->clock().now());
                         if (!done) return done.error();
                         return address_of(found.id) + "/papers/" + release->id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response end(const http::Request& request, const Services& services, ReleaseState state)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto release = release_in(request, services, found);
    if (!release) return http::failure(release.error());
    const auto& actor = access::actor(request);
    if (state == ReleaseState::released) {
        const auto lines = [&] {
            auto reading = store_of(request, services).read();
            return searched(reading, actor.agency, services, found, *release);
        }();
        if (!lines) return http::failure(lines.error());
        if (const auto reasons = not_yet(*lines); !reasons.empty())
            return release_page(request, services, found, *release,
                                {bad_input(reasons.front(), {})});
    }
    const auto path = save_in_case(
        request, services, "advice.change", found, request.form(), {"papers"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto version =
                state == ReleaseState::released ? version_in(request.form()) : release->version;
            const auto done = end_release(transaction, actor.agency, release->id, state, version,
                                          actor.user, services.guard->clock().now());
            if (!done) return done.error();
            return address_of(found.id) + "/papers/" + release->id.text();
        });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    return release_page(request, services, found, *release, {path.error()});
}

http::Response give(const http::Request& request, const Services& services)
{
    return end(request, services, ReleaseState::released);
}

http::Response give_up(const http::Request& request, const Services& services)
{
    return end(request, services, ReleaseState::given_up);
}

http::Response show_paper(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto release = release_in(request, services, found);
    if (!release) return http::failure(release.error());
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    for (const auto& paper : papers_of_release(reading, agency, release->id)) {
        if (std::to_string(paper.number) != request.path("number")) continue;
        auto bytes = paper_bytes(reading, agency, release->id, paper.number, *services.papers);
        if (!bytes) return http::failure(bytes.error());
        return paper_response(std::move(*bytes), paper);
    }
    return http::not_found();
}

} // namespace pages_papers_detail

http::Response paper_response(std::string bytes, const Paper& paper)
{
    std::string name;
    for (const char c : paper.name)
        name += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                        c == '.' || c == '-' || c == '_'
                    ? c
                    : '-';
    auto response = http::bytes(std::move(bytes), paper.kind);
    response.headers.add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

void add_paper_pages(http::Router& router, const Services& services)
{
    using namespace pages_papers_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/cases/{case}/papers";
    router.get(own, view, page_of(show_papers));
    router.post(own, change, page_of(begin));
    router.post(own + "/keep-back", change, page_of(keep_words_back));
    router.get(own + "/{release}", view, page_of(show_release));
    router.post(own + "/{release}/add", change, page_of(add), {.body_limit = http::uploads_limit});
    router.post(own + "/{release}/decide", change, page_of(decide));
    router.post(own + "/{release}/give", change, page_of(give));
    router.post(own + "/{release}/give-up", change, page_of(give_up));
    router.get(own + "/{release}/{number}", view, page_of(show_paper));
}

} // namespace onroll::casework
