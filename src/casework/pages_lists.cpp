// Lists of the service as files: chosen, said what for, noted, and given at once. Nothing of them
// is kept on the server. trust.md U-08, U-11.
#include "casework/colleague_names.h"
#include "casework/list_files.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_cases.h"
#include "casework/pages_contact.h"
#include "casework/pages_today.h"
#include "casework/read_dates.h"
#include "casework/store.h"
#include "casework/store_case_list.h"
#include "casework/store_lists.h"
#include "casework/store_service.h"
#include "casework/views_cases.h"
#include "casework/views_lists.h"

#include "audit/store.h"
#include "forms/asked.h"
#include "people/store_told.h"

#include <utility>

namespace onroll::casework {
namespace pages_lists_detail {

/// As many rows as a service has in many years; a spreadsheet holds more.
constexpr std::size_t most_rows = 20'000;
constexpr Days a_year{365};

/// What every list is read from.
struct Source {
    const http::Request& request;
    const Services& services;
    db::Queries& reading;
    const access::Actor& actor = access::actor(request);
    Date today = services.guard->clock().today();
    Reach reach = reach_of(actor);
    people::Telling telling{reading, actor};
    ColleagueNames colleagues{services, actor.agency};

    std::string worker(const std::optional<access::UserId>& user)
    {
        return user ? colleagues.of(*user) : std::string("Nobody");
    }
};

std::string time_or_nothing(const std::optional<std::chrono::minutes>& time)
{
    return time ? time_in_words(*time) : std::string();
}

std::string day_or_nothing(const std::optional<Date>& day)
{
    return day ? iso(*day) : std::string();
}

/// What a child is called, but for those of whom nothing is said.
std::string named(Source& source, const CaseRow& row)
{
    return source.telling.hides(row.one.child) ? "Not shown" : row.child;
}

ListTable cases(Source& source)
{
    ListTable table{
        .title = std::string(in_words(ListKind::cases)),
        .columns = {"case", "child", "state", "level", "caseworker", "opened_on", "priority"},
        .rows = {}};
    const CaseQuestion question{.reach = source.reach};
    for (const auto& row :
         rows_of(source.reading, source.services, source.actor.agency,
                 list_cases(source.reading, source.actor.agency, question, most_rows)))
        table.rows.push_back({std::to_string(row.one.number), named(source, row),
                              std::string(in_words(row.one.state)),
                              std::string(in_words(row.one.level)),
                              source.worker(row.one.caseworker), iso(row.one.opened_on),
                              std::string(in_words(row.one.priority))});
    return table;
}

ListTable waiting(Source& source)
{
    ListTable table{
        .title = std::string(in_words(ListKind::waiting)),
        .columns = {"case", "child", "priority", "waiting_since", "days", "why", "level"},
        .rows = {}};
    for (const auto& row :
         rows_of(source.reading, source.services, source.actor.agency,
                 waiting_cases(source.reading, source.actor.agency, source.reach, most_rows))) {
        const auto since = row.one.waiting_since.value_or(row.one.opened_on);
        table.rows.push_back({std::to_string(row.one.number), named(source, row),
                              std::string(in_words(row.one.priority)), iso(since),
                              std::to_string((source.today - since).count()),
                              row.one.waiting_reason, std::string(in_words(row.one.level))});
    }
    return table;
}

/// Those whose page somebody may open; the rest are colleagues' own.
ListTable contacts(Source& source)
{
    ListTable table{.title = std::string(in_words(ListKind::contacts)),
                    .columns = {"taken_on", "channel", "caller", "child", "what_happened", "school",
                                "minutes", "came_to_a_case", "taken_by_adviser"},
                    .rows = {}};
    for (const auto& one : contacts_of(source.reading, source.actor.agency, most_rows)) {
        if (one.taken_on + a_year < source.today) break;
        if (source.services.guard->answer(source.request, "advice.view",
                                          subject_of(source.actor, one)) == access::Answer::refused)
            continue;
        const bool hidden = one.child && source.telling.hides(*one.child);
        table.rows.push_back({iso(one.taken_on), std::string(in_words(one.told.channel)),
                              hidden ? "Not shown" : one.told.caller_name,
                              hidden ? "Not shown" : one.told.child_name,
                              in_words(one.told.happened), one.told.school_name,
                              one.told.minutes ? std::to_string(*one.told.minutes) : "",
                              one.case_id ? "Yes" : "No", source.worker(one.taken_by)});
    }
    return table;
}

ListTable caseloads(Source& source)
{
    ListTable table{.title = "Caseloads",
                    .columns = {"caseworker", "cases", "waiting", "inactive", "level_1", "level_2",
                                "level_3", "level_4", "tribunal_level"},
                    .rows = {}};
    for (const auto& load : caseloads_of(source.reading, source.actor.agency)) {
        if (!source.reach.whole_service && load.caseworker != source.actor.user) continue;
        std::vector<std::string> row{source.worker(load.caseworker), std::to_string(load.cases),
                                     std::to_string(load.waiting), std::to_string(load.inactive)};
        for (const auto level : all_levels()) {
            const auto found = load.by_level.find(level);
            row.push_back(std::to_string(found == load.by_level.end() ? 0 : found->second));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ListTable signposts(Source& source)
{
    ListTable table{.title = std::string(in_words(ListKind::signposts)),
                    .columns = {"given_on", "to", "why", "what_came_of_it", "given_by"},
                    .rows = {}};
    for (const auto& one : latest_signposts(source.reading, source.actor.agency, most_rows))
        table.rows.push_back({iso(in_london(one.given_at).date), one.place_name, one.why,
                              one.result ? std::string(in_words(*one.result)) : "Not asked yet",
                              source.worker(one.given_by)});
    return table;
}

ListTable day_list(Source& source)
{
    ListTable table{.title = std::string(in_words(ListKind::day_list)),
                    .columns = {"due_on", "due_at", "what", "case", "child", "state"},
                    .rows = {}};
    const auto lines =
        day_lines_of(source.reading, source.actor.agency, source.actor.user, source.today);
    std::vector<people::PersonId> children;
    for (const auto& line : lines)
        if (line.of) children.push_back(line.of->child);
    const auto names = people::names_of_people(source.reading, source.actor.agency, children);
    for (const auto& line : lines) {
        std::string child;
        if (line.of && source.telling.hides(line.of->child))
            child = "Not shown";
        else if (line.of)
            if (const auto found = names.find(line.of->child); found != names.end())
                child = found->second;
        table.rows.push_back({day_or_nothing(line.due),
                              line.task ? time_or_nothing(line.task->told.due_at) : "", line.words,
                              line.of ? std::to_string(line.of->number) : "", child,
                              line.task ? std::string(in_words(line.task->state)) : "Date in law"});
    }
    return table;
}

ListTable work_done(Source& source)
{
    ListTable table{.title = std::string(in_words(ListKind::work_done)),
                    .columns = {"done_on", "case", "kind", "stage", "minutes", "worker"},
                    .rows = {}};
    const auto whose = source.reach.whole_service ? std::optional<access::UserId>{}
                                                  : std::optional(source.actor.user);
    for (const auto& one :
         work_done_between(source.reading, source.actor.agency, source.today - a_year,
                           source.today + Days{1}, whose, most_rows))
        table.rows.push_back({iso(one.on), std::to_string(one.case_number),
                              std::string(in_words(one.kind)), std::string(in_words(one.stage)),
                              std::to_string(one.took.count()), source.worker(one.worker)});
    return table;
}

ListTable list_of(Source& source, ListKind kind)
{
    switch (kind) {
    case ListKind::cases:
        return cases(source);
    case ListKind::waiting:
        return waiting(source);
    case ListKind::contacts:
        return contacts(source);
    case ListKind::caseloads:
        return caseloads(source);
    case ListKind::signposts:
        return signposts(source);
    case ListKind::day_list:
        return day_list(source);
    case ListKind::work_done:
        return work_done(source);
    case ListKind::dates:
        break;
    }
    return {};
}

/// Dates in law with what they rest on, and tasks, of one case.
ListTable dates_of_case(const DatesView& dates)
{
    ListTable table{.title = std::string(in_words(ListKind::dates)),
                    .columns = {"due_on", "due_at", "what", "who", "kind", "source"},
                    .rows = {}};
    for (const auto& one : dates.answers.dated)
        table.rows.push_back({day_or_nothing(one.due), "", one.who + " " + one.does, one.who,
                              "Date in law",
                              one.sources.empty() ? std::string() : one.sources.front().words});
    for (const auto& line : dates.tasks)
        table.rows.push_back({day_or_nothing(line.task.told.due_on),
                              time_or_nothing(line.task.told.due_at), line.task.told.title,
                              line.owner.empty() ? "The caseworker" : line.owner, "Task",
                              std::string(in_words(line.task.state))});
    return table;
}

struct Typed {
    std::optional<ListKind> list{};
    std::optional<ListPurpose> purpose{};
    std::optional<FileFormat> format{};
    std::vector<Error> errors{};
};

Typed typed_in(const http::Form& form, std::optional<ListKind> fixed)
{
    Typed typed{.list = fixed ? fixed : list_kind_named(form["list"]),
                .purpose = list_purpose_named(form["purpose"]),
                .format = file_format_named(form["format"])};
    if (!typed.list) typed.errors.push_back(bad_input("Select a list", "list"));
    if (!typed.purpose) typed.errors.push_back(bad_input("Select what it is for", "purpose"));
    if (!typed.format) typed.errors.push_back(bad_input("Select a kind of file", "format"));
    return typed;
}

Result<http::Response> file_of(const http::Request& request, const Services& services,
                               const Typed& typed, const ListTable& table)
{
    const auto& actor = access::actor(request);
    const auto& clock = services.guard->clock();
    return file_response(table, *typed.list, *typed.format,
                         {.who = actor.name,
                          .service = actor.agency_name,
                          .at = moment_in_words(clock.now()),
                          .purpose = *typed.purpose,
                          .on = clock.today()});
}

/// What the audit keeps of a file: which list, and for what.
std::vector<std::string> noted_of(const Typed& typed)
{
    return {"list:" + std::string(key_of(*typed.list)),
            "for:" + std::string(key_of(*typed.purpose))};
}

http::Response list_page(const http::Request& request, const Services& services, FirstView first)
{
    const bool wrong = !first.form.errors.empty();
    return page(
        request, services, "Take a list away",
        take_list_view(
            {.form = std::move(first.form),
             .start = start_of(request, "/advice/lists"),
             .banner = std::move(first.banner),
             .action = "/advice/lists",
             .lists = case_lists("/advice/lists", reach_of(access::actor(request)).whole_service)}),
        wrong);
}

http::Response show_lists(const http::Request& request, const Services& services)
{
    http::Fields values;
    values.add("format", std::string(key_of(FileFormat::csv)));
    return list_page(request, services, first_view(request, services, std::move(values)));
}

http::Response take_list(const http::Request& request, const Services& services)
{
    const auto typed = typed_in(request.form(), {});
    if (!typed.errors.empty())
        return list_page(request, services,
                         {.form = {.values = request.form().fields, .errors = typed.errors}});
    const auto table = [&] {
        auto reading = store_of(request, services).read();
        Source source{request, services, reading};
        return list_of(source, *typed.list);
    }();
    auto file = file_of(request, services, typed, table);
    if (!file) return http::failure(file.error());
    const auto& actor = access::actor(request);
    auto deed = access::deed_of(request, "advice.take_list");
    deed.purpose = key_of(*typed.purpose);
    deed.fields = noted_of(typed);
    const auto now = services.guard->clock().now();
    db::with_retry(store_of(request, services), "take list", [&](db::Transaction& transaction) {
        audit::note(transaction, deed, now);
        forms::drop_draft(transaction, owner_of(actor), request.form()["page"]);
    });
    return *std::move(file);
}

http::Response dates_page(const http::Request& request, const Services& services, const Case& found,
                          FirstView first)
{
    const bool wrong = !first.form.errors.empty();
    const auto own = address_of(found.id) + "/dates";
    return case_page(request, services, found, "Take the dates and tasks away",
                     take_list_view({.form = std::move(first.form),
                                     .start = start_of(request, own + "/file"),
                                     .banner = std::move(first.banner),
                                     .action = own + "/file",
                                     .fixed = ListKind::dates,
                                     .back = own}),
                     wrong);
}

http::Response show_dates_file(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    http::Fields values;
    values.add("format", std::string(key_of(FileFormat::csv)));
    return dates_page(request, services, std::get<Case>(entered),
                      first_view(request, services, std::move(values)));
}

http::Response take_dates(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto typed = typed_in(request.form(), ListKind::dates);
    if (!typed.errors.empty())
        return dates_page(request, services, found,
                          {.form = {.values = request.form().fields, .errors = typed.errors}});
    const auto table = dates_of_case(read_dates(request, services, found));
    auto file = file_of(request, services, typed, table);
    if (!file) return http::failure(file.error());
    if (auto instead = services.guard->enter(
            request, "advice.export", subject_of(access::actor(request), found, noted_of(typed))))
        return *std::move(instead);
    return *std::move(file);
}

} // namespace pages_lists_detail

void add_list_pages(http::Router& router, const Services& services)
{
    using namespace pages_lists_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/lists", guard.policy("advice.search"), page_of(show_lists));
    router.post("/advice/lists",
                forms::taking(guard.policy("advice.take_list"), {"list", "purpose", "format"}),
                page_of(take_list));
    const std::string dates = "/advice/cases/{case}/dates/file";
    router.get(dates, guard.policy("advice.view"), page_of(show_dates_file));
    router.post(dates, forms::taking(guard.policy("advice.export"), {"purpose", "format"}),
                page_of(take_dates));
}

} // namespace onroll::casework
