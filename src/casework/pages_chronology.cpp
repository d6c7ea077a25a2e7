#include "casework/case_answers.h"
#include "casework/case_names.h"
#include "casework/chronology.h"
#include "casework/colleague_names.h"
#include "casework/outgoing_check.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_cases.h"
#include "casework/pages_work.h"
#include "casework/service_notice.h"
#include "casework/store_actions.h"
#include "casework/store_events.h"
#include "casework/store_levels.h"
#include "casework/views_chronology.h"

#include "access/saved_views.h"
#include "design/page.h"
#include "forms/asked.h"
#include "people/rules_disclosure.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_chronology_detail {

constexpr std::size_t most_on_a_page = 200;
constexpr std::size_t newest_on_a_case = 5;

/// What the filter leaves, names shown as it says.
struct Told {
    std::vector<ChronologyLine> lines;
    std::size_t all = 0;
};

/// Those that rest on the event of this entry; of its first day, not of what was told later.
std::vector<EntryFinding> findings_beside(const ChronologyEntry& entry,
                                          const std::vector<LawFinding>& findings)
{
    std::vector<EntryFinding> beside;
    if (entry.kind != EntryKind::event || !entry.by) return beside;
    for (const auto& finding : findings) {
        const bool is_of_it = entry.href.ends_with("/events/" + finding.event.text());
        const bool is_said =
            std::any_of(beside.begin(), beside.end(),
                        [&](const EntryFinding& one) { return one.title == finding.title; });
        if (is_of_it && !is_said) beside.push_back({finding.title, finding.source});
    }
    return beside;
}

std::vector<std::string> colleagues_of(const http::Request& request, const Services& services,
                                       const std::vector<ChronologyEntry>& entries,
                                       ColleagueNames& names)
{
    std::vector<std::string> all;
    for (const auto& colleague : services.caseworkers(access::actor(request).agency))
        all.push_back(colleague.name);
    for (const auto& entry : entries)
        if (entry.by) all.push_back(names.of(*entry.by));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Result<Told> told(const http::Request& request, const Services& services, const Case& found,
                  const ChronologyFilter& filter, std::string_view more_names)
{
    const auto& agency = access::actor(request).agency;
    ColleagueNames names(services, agency);
    auto reading = store_of(request, services).read();
    const ReadOfCase read{.events = events_of_case(reading, agency, found.id),
                          .actions = actions_of(reading, agency, found.id),
                          .levels = levels_of_case(reading, agency, found.id)};
    auto entries = chronology_of(reading, agency, found.id, read);
    Told answer{.all = entries.size()};
    entries = narrowed(std::move(entries), filter);
    const auto answers =
        reckon_case(read.events, services.school_for, services.guard->clock().today()).answers;
    std::vector<HiddenName> hidden;
    if (filter.names != NamesShown::as_recorded) {
        auto all = names_of_case(reading, agency, found, filter.names,
                                 colleagues_of(request, services, entries, names), more_names);
        if (!all) return all.error();
        hidden = std::move(*all);
        hide_names(entries, hidden);
    }
    for (auto& entry : entries) {
        auto by = entry.by ? with_names_hidden(names.of(*entry.by), hidden) : std::string();
        auto findings = findings_beside(entry, answers.findings);
        answer.lines.push_back({std::move(entry), std::move(by), std::move(findings)});
    }
    return answer;
}

/// Where names are hidden, and no child is given, the page has no header either, which would name
/// the child.
http::Response framed(const http::Request& request, const Services& services, const Case& found,
                      const std::optional<Result<people::ChildRecord>>& child,
                      const ChronologyView& view, bool has_errors)
{
    if (child)
        return case_page(request, services, found, *child, "Chronology", chronology_view(view),
                         has_errors);
    return page(request, services,
                {.title = "Chronology",
                 .has_errors = has_errors,
                 .back = address_of(found.id) + "/chronology"},
                chronology_view(view));
}

/// The family, as those who may get a paper; of a record that was joined to another, its own.
forms::Choices readers_of(const http::Request& request, const Services& services, const Case& found,
                          const Result<people::ChildRecord>& present)
{
    forms::Choices readers;
    const auto record = [&] {
        if (present && present->child.id == found.child) return present;
        auto reading = store_of(request, services).read();
        return people::find_child(reading, access::actor(request).agency, found.child);
    }();
    if (!record) return readers;
    for (const auto& member : record->family)
        readers.emplace_back(member.adult.id.text(),
                             people::called(member.adult.name) + ", " +
                                 std::string(people::in_words(member.tie.bond)));
    readers.emplace_back(record->child.id.text(), people::called(record->child.name));
    return readers;
}

http::Response shown(const http::Request& request, const Services& services, const Case& found,
                     const ChronologyFilter& filter, forms::FormView form, design::Html views = {})
{
    auto answer = told(request, services, found, filter, form.values["more_names"]);
    if (!answer) return http::failure(answer.error());
    const bool has_errors = !form.errors.empty();
    std::optional<Result<people::ChildRecord>> child;
    if (filter.names == NamesShown::as_recorded) child = child_of_case(request, services, found);
    ChronologyView view{.address = address_of(found.id),
                        .filter = filter,
                        .lines = std::move(answer->lines),
                        .all = answer->all,
                        .start = start_of(request, address_of(found.id) + "/chronology"),
                        .form = std::move(form),
                        .readers =
                            child ? readers_of(request, services, found, *child) : forms::Choices(),
                        .may_change = may(request, services, "advice.change", found),
                        .views = std::move(views)};
    if (view.lines.size() > most_on_a_page) {
        view.more = view.lines.size() - most_on_a_page;
        view.lines.erase(view.lines.begin() + most_on_a_page, view.lines.end());
    }
    return framed(request, services, found, child, view, has_errors);
}

http::Response show_chronology(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto bar = [&] {
        auto reading = store_of(request, services).read();
        const auto asked = query_of(filter_in(request.query()));
        auto fields =
            asked.empty()
                ? http::Fields{}
                : http::parse_pairs(std::string_view(asked).substr(1)).value_or(http::Fields{});
        return access::views_bar(request, reading, address_of(found.id) + "/chronology",
                                 "chronology", reach_of(access::actor(request)).whole_service,
                                 std::move(fields));
    }();
    return shown(request, services, found, filter_in(bar.asked), {}, bar.html);
}

/// A view is of no case: it narrows the chronology of each.
access::SavedViewPages saved_views(const Services& services)
{
    return {.route = "/advice/cases/{case}/chronology",
            .list = "chronology",
            .act = "advice.view",
            .filters = {"kind", "from", "until", "names"},
            .guard = services.guard,
            .drafts = services.drafts,
            .enter = [&services](const http::Request& request)
                -> std::variant<access::ViewedList, http::Response> {
                auto entered = entered_case(request, services, "advice.view");
                if (auto* instead = std::get_if<http::Response>(&entered))
                    return std::move(*instead);
                const auto& found = std::get<Case>(entered);
                const auto& actor = access::actor(request);
                return access::ViewedList{.address = address_of(found.id) + "/chronology",
                                          .subject = subject_of(actor, found),
                                          .may_change_shared = reach_of(actor).whole_service,
                                          .in_words = [](const http::Fields& fields) {
                                              return what_is_shown(filter_in(fields));
                                          }};
            },
            .page =
                [&services](const http::Request& request, std::string title,
                            const design::Html& content, bool has_errors) {
                    return page(request, services, std::move(title), content, has_errors);
                }};
}

/// Whether the paper stays in the service.
bool stays_here(const http::Form& form)
{
    return form["reader"].empty();
}

/// Whom it is about, and what a colleague must know first; that tells where somebody can be
/// reached, so it goes to nobody else.
void add_whom(ChronologyPaper& paper, const http::Request& request, const Services& services,
              const Case& found)
{
    paper.about = "Case " + std::to_string(found.number);
    if (paper.filter.names != NamesShown::as_recorded) return;
    auto reading = store_of(request, services).read();
    const auto record = people::find_child(reading, access::actor(request).agency, found.child);
    if (!record) return;
    paper.about = people::called(record->child.name) + ", case " + std::to_string(found.number);
    if (stays_here(request.form()))
        paper.read_first = people::alerts_of(*record, services.guard->clock().today());
}

void withhold(ChronologyPaper& paper, const std::vector<ProtectedWord>& words)
{
    for (auto& line : paper.lines) {
        line.entry.title = without_protected(line.entry.title, words);
        line.entry.detail = without_protected(line.entry.detail, words);
        for (auto& name : line.entry.attached) name = without_protected(name, words);
    }
}

/// Searches the paper for what must not reach its reader, and withholds it where the form says so;
/// else what was found, as errors.
std::vector<Error> search(ChronologyPaper& paper, const http::Request& request,
                          const Services& services, const Case& found)
{
    const auto& form = request.form();
    if (stays_here(form)) return {};
    std::optional<people::PersonId> reader;
    if (form["reader"] != reader_outside) {
        const auto person = people::PersonId::parse(form["reader"]);
        if (!person) return {bad_input("Select who it is for", "reader")};
        reader = *person;
    }
    const OutgoingSources sources{services.safe, services.school_name};
    auto reading = store_of(request, services).read();
    const auto words = words_to_keep_from(reading, access::actor(request).agency, found, reader,
                                          sources, services.guard->clock().today());
    if (!words) return {words.error()};
    if (form["withhold"] == "yes") withhold(paper, *words);
    const auto answer = check_outgoing_text(words_of(paper), *words);
    std::vector<Error> errors;
    for (const auto& sentence : sentences_of(answer))
        errors.push_back(bad_input(sentence, "withhold"));
    return errors;
}

std::string paper_notice(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    return notice_of(reading, actor.agency, actor.agency_name, services.area_name,
                     NoticeFor::paper);
}

http::Response print_chronology(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.print");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto filter = filter_in(form.fields);
    auto answer = told(request, services, found, filter, form["more_names"]);
    if (!answer) return http::failure(answer.error());
    ChronologyPaper paper{.service = actor.agency_name,
                          .notice = paper_notice(request, services),
                          .filter = filter,
                          .lines = std::move(answer->lines),
                          .made = moment_in_words(services.guard->clock().now())};
    if (filter.names == NamesShown::as_recorded) paper.made += " by " + actor.name;
    add_whom(paper, request, services, found);
    auto errors = search(paper, request, services, found);
    if (!errors.empty())
        return shown(request, services, found, filter,
                     {.values = form.fields, .errors = std::move(errors)});
    auto pdf = documents::html_to_pdf(documents::print_html(chronology_paper(paper)));
    if (!pdf)
        return shown(request, services, found, filter,
                     {.values = form.fields, .errors = {pdf.error()}});
    return http::download(std::move(*pdf), "application/pdf",
                          "chronology-case-" + std::to_string(found.number) + ".pdf");
}

} // namespace pages_chronology_detail

design::Html read_chronology_section(const http::Request& request, const Services& services,
                                     const Case& found, const ReadOfCase& read,
                                     const std::vector<LawFinding>& findings, db::Queries& reading)
{
    const auto& agency = access::actor(request).agency;
    ColleagueNames names(services, agency);
    auto entries = chronology_of(reading, agency, found.id, read);
    std::vector<ChronologyLine> newest;
    for (auto& entry : entries) {
        if (newest.size() == pages_chronology_detail::newest_on_a_case) break;
        auto by = entry.by ? names.of(*entry.by) : std::string();
        auto beside = pages_chronology_detail::findings_beside(entry, findings);
        newest.push_back({std::move(entry), std::move(by), std::move(beside)});
    }
    return chronology_section(address_of(found.id), newest, entries.size());
}

void add_chronology_pages(http::Router& router, const Services& services)
{
    using namespace pages_chronology_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/chronology", guard.policy("advice.view"),
               page_of(show_chronology));
    access::add_saved_view_pages(router, saved_views(services));
    router.post("/advice/cases/{case}/chronology/pdf",
                forms::taking(guard.policy("advice.print"), {"kind", "from", "until", "names",
                                                             "more_names", "reader", "withhold"}),
                page_of(print_chronology));
}

} // namespace onroll::casework
