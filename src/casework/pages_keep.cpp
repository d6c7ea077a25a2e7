// The end of cases and of contacts without one: what is due, held, proposed, removed. By people who
// open no case. trust.md G-05 to G-08, Z-10;
// docs/decisions/2026-11-26-cases-go-after-their-time.md.
#include "casework/pages_case_frame.h"

#include "casework/colleague_names.h"
#include "casework/store_cases.h"
#include "casework/store_keep.h"
#include "casework/store_rows.h"
#include "casework/views_keep.h"

#include "audit/store.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_keep_detail {

const std::string list_page = "/advice/keep";

access::Subject subject_of(const access::Actor& actor, const KeptRecord& record)
{
    return {.kind = std::string(key_of(record.kind)),
            .record = record.id,
            .standing = {.relation = access::relation_of(actor, {.agency = actor.agency}),
                         .strand = access::Strand::advice,
                         .closed = true},
            // Its second person comes by another request: the store asks who they are.
            .second_person = true};
}

bool may_open(const http::Request& request, const Services& services, const KeptRecord& record)
{
    return services.guard->answer(request, "retention.hold",
                                  subject_of(access::actor(request), record)) ==
           access::Answer::allowed;
}

KeptRow row_of(const http::Request& request, const Services& services, ColleagueNames& names,
               OverRecord over)
{
    const auto& actor = access::actor(request);
    KeptRow row{.over = std::move(over)};
    if (row.over.hold) row.held_by = names.of(row.over.hold->begun_by);
    if (row.over.proposal) row.proposed_by = names.of(row.over.proposal->by);
    row.opens = may_open(request, services, row.over.record);
    const bool asked_themselves = row.over.hold
                                      ? row.over.hold->ending_asked_by == actor.user
                                      : row.over.proposal && row.over.proposal->by == actor.user;
    row.may_agree = !asked_themselves;
    return row;
}

/// The page of a list that the address names: "?due=2".
std::int64_t page_in(const http::Request& request, const std::string& list)
{
    return std::clamp<std::int64_t>(whole_number(request.query(list)).value_or(1), 1, 1'000'000);
}

/// The pages beside the one shown; the other lists begin again.
template <class Line>
OtherPages other_pages(const std::string& list, std::int64_t shown, const PageOf<Line>& page)
{
    const auto address = [&](std::int64_t number) {
        return list_page + "?" + list + "=" + std::to_string(number) + "#" + list;
    };
    return {shown > 1 ? address(shown - 1) : "", page.has_next ? address(shown + 1) : ""};
}

http::Response show_list(const http::Request& request, const Services& services,
                         std::string looked_for = {}, forms::Errors errors = {})
{
    const auto& actor = access::actor(request);
    const bool wrong = !errors.empty();
    KeepListView view{.looked_for = std::move(looked_for),
                      .looks = access::may_ever(actor, "retention.hold"),
                      .start = start_of(request, list_page),
                      .errors = std::move(errors)};
    auto reading = store_of(request, services).read(db::View::snapshot);
    ColleagueNames names(services, actor.agency);
    auto due = due_for_removal(reading, actor.agency, services.guard->clock().today(),
                               page_in(request, "due"));
    view.other_due = other_pages("due", page_in(request, "due"), due);
    for (auto& over : due.lines)
        view.due.push_back(row_of(request, services, names, std::move(over)));
    auto held = held_records(reading, actor.agency, page_in(request, "held"));
    view.other_held = other_pages("held", page_in(request, "held"), held);
    for (auto& over : held.lines)
        view.held.push_back(row_of(request, services, names, std::move(over)));
    auto removed = removed_records(reading, actor.agency, page_in(request, "removed"));
    view.other_removed = other_pages("removed", page_in(request, "removed"), removed);
    for (auto& one : removed.lines) {
        const auto& by = names.of(one.removed_by);
        view.removed.emplace_back(std::move(one), by);
    }
    if (const auto number = whole_number(view.looked_for); view.looks && number)
        if (const auto id = closed_case_numbered(reading, actor.agency, *number))
            view.found = keep_address({KeptKind::case_work, id->text()});
    return page(request, services, "How long cases are kept", keep_list_view(view), wrong);
}

/// What the address names, entered for the act; or what to answer instead.
std::variant<OverRecord, http::Response>
entered(const http::Request& request, const Services& services, KeptKind kind, std::string_view act)
{
    const auto& actor = access::actor(request);
    const KeptRecord record{
        kind, std::string(request.path(kind == KeptKind::case_work ? "case" : "contact"))};
    const auto missing = [&] {
        return services.guard->missing(request, act, key_of(kind), record.id);
    };
    if (actor.agency_kind != access::AgencyKind::advice_service) return missing();
    auto over = [&] {
        auto reading = store_of(request, services).read();
        return find_over(reading, actor.agency, record);
    }();
    if (!over) return missing();
    if (auto instead = services.guard->enter(request, act, subject_of(actor, record)))
        return std::move(*instead);
    return std::move(*over);
}

http::Response show_record(const http::Request& request, const Services& services,
                           const OverRecord& over, forms::FormView form)
{
    const bool wrong = !form.errors.empty();
    const auto address = keep_address(over.record);
    ColleagueNames names(services, access::actor(request).agency);
    KeepRecordView view{.row = row_of(request, services, names, over),
                        .due = people::is_due(over.kept, services.guard->clock().today()),
                        .address = address,
                        .form = std::move(form),
                        .start = start_of(request, address)};
    return page(request, services,
                {.title = "How long it is kept", .has_errors = wrong, .back = list_page},
                keep_record_view(view));
}

/// Saves as the owner of the tables, who may take rows from them.
Result<std::string> save_as_owner(const http::Request& request, const Services& services,
                                  const http::Form& form, Instant now, const forms::Work& work)
{
    const auto& actor = access::actor(request);
    std::shared_ptr<db::Database> owner;
    if (services.as_owner) {
        auto opened = services.as_owner(actor.agency);
        if (!opened) return opened.error();
        owner = std::move(*opened);
    }
    return forms::save_once(owner ? *owner : store_of(request, services), "remove record",
                            owner_of(actor), form, now, work);
}

/// The second word: the rows go, and with the commit the bytes of the files.
Result<std::string> remove_agreed(const http::Request& request, const Services& services,
                                  const KeptRecord& record, std::string_view act,
                                  const http::Form& form)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    std::vector<AttachmentId> files;
    const auto path = save_as_owner(
        request, services, form, now, [&](db::Transaction& transaction) -> Result<std::string> {
            auto removed = agree_to_removal(transaction, actor.agency, record, actor.user, now);
            if (!removed) return removed.error();
            files = std::move(*removed);
            access::note(transaction, request, act, subject_of(actor, record), now);
            return list_page;
        });
    if (!path || files.empty() || !services.files_of) return path;
    // Where this does not come to pass, they are swept away when the files are opened next.
    if (const auto kept = services.files_of(actor.agency))
        for (const auto& file : files) (*kept)->discard(file);
    return path;
}

/// One step on a record by the data protection officer, then back to its page.
template <class Work>
http::Response step(const http::Request& request, const Services& services, KeptKind kind,
                    const char* act, Work work)
{
    auto over = entered(request, services, kind, act);
    if (auto* instead = std::get_if<http::Response>(&over)) return std::move(*instead);
    const auto& record = std::get<OverRecord>(over);
    const auto& form = request.form();
    const Result<std::string> path = work(record, form);
    if (path) return http::redirect(*path);
    return show_record(request, services, record,
                       {.values = form.fields, .errors = {path.error()}});
}

/// Saves in the store, notes the act, by a name of its own where it has one, and leads back to the
/// page of the record.
template <class Work>
Result<std::string> save_step(const http::Request& request, const Services& services,
                              const KeptRecord& record, const char* act, const http::Form& form,
                              Work work, const char* noted_as = nullptr)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    return forms::save_once(
        store_of(request, services), act, owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto done = work(transaction, now);
            if (!done) return done.error();
            auto deed = access::deed_of(request, act, subject_of(actor, record));
            if (noted_as) deed.act = noted_as;
            audit::note(transaction, deed, now);
            // An open case has a page here only while it is held.
            return find_over(transaction, actor.agency, record) ? keep_address(record) : list_page;
        });
}

http::Response hold(const http::Request& request, const Services& services, KeptKind kind)
{
    const auto& actor = access::actor(request);
    return step(request, services, kind, "retention.hold",
                [&](const OverRecord& over, const http::Form& form) {
                    return save_step(request, services, over.record, "retention.hold", form,
                                     [&](db::Transaction& transaction, Instant now) {
                                         return begin_case_hold(transaction, actor.agency,
                                                                over.record, form["reason"],
                                                                actor.user, now);
                                     });
                });
}

http::Response end_hold(const http::Request& request, const Services& services, KeptKind kind)
{
    const auto& actor = access::actor(request);
    return step(request, services, kind, "retention.end_hold",
                [&](const OverRecord& over, const http::Form& form) {
                    return save_step(request, services, over.record, "retention.end_hold", form,
                                     [&](db::Transaction& transaction, Instant now) {
                                         return end_case_hold(transaction, actor.agency,
                                                              over.record, actor.user, now);
                                     });
                });
}

/// What the reader proposed and no second person has agreed to.
http::Response take_back(const http::Request& request, const Services& services, KeptKind kind)
{
    const auto& actor = access::actor(request);
    return step(request, services, kind, "retention.hold",
                [&](const OverRecord& over, const http::Form& form) {
                    return save_step(
                        request, services, over.record, "retention.hold", form,
                        [&](db::Transaction& transaction, Instant) {
                            return take_back_proposal(transaction, actor.agency, over.record,
                                                      actor.user);
                        },
                        "retention.take_back");
                });
}

http::Response remove(const http::Request& request, const Services& services, KeptKind kind)
{
    const auto& actor = access::actor(request);
    return step(request, services, kind, "retention.delete",
                [&](const OverRecord& over, const http::Form& form) {
                    if (over.proposal)
                        return remove_agreed(request, services, over.record, "retention.delete",
                                             form);
                    return save_step(request, services, over.record, "retention.delete", form,
                                     [&](db::Transaction& transaction, Instant now) {
                                         return propose_removal(transaction, actor.agency,
                                                                over.record, actor.user, now);
                                     });
                });
}

/// The second word from whoever opens no record, on the list.
http::Response agree(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto kind = kept_kind_named(form["kind"]);
    if (!kind || (form["step"] != "remove" && form["step"] != "end_hold"))
        return show_list(request, services, {}, {bad_input("Choose what you agree to")});
    const KeptRecord record{*kind, std::string(form["record"])};
    const auto now = services.guard->clock().now();
    const auto path =
        form["step"] == "remove"
            ? remove_agreed(request, services, record, "cases_kept.agree", form)
            : forms::save_once(
                  store_of(request, services), "agree to end hold", owner_of(actor), form, now,
                  [&](db::Transaction& transaction) -> Result<std::string> {
                      const auto over = find_over(transaction, actor.agency, record);
                      if (!over || !over->hold || !over->hold->ending_asked_by)
                          return Error{ErrorKind::conflict, "That does not wait any more", {}, {}};
                      const auto ended =
                          end_case_hold(transaction, actor.agency, record, actor.user, now);
                      if (!ended) return ended.error();
                      access::note(transaction, request, "cases_kept.agree",
                                   subject_of(actor, record), now);
                      return list_page;
                  });
    if (path) return http::redirect(*path);
    auto error = path.error();
    if (error.kind == ErrorKind::not_found)
        error = {ErrorKind::conflict, "That does not wait any more", {}, {}};
    return show_list(request, services, {}, {std::move(error)});
}

void add_record_pages(http::Router& router, const Services& services, KeptKind kind)
{
    const auto& guard = *services.guard;
    const std::string own = kind == KeptKind::case_work ? "/advice/keep/cases/{case}"
                                                        : "/advice/keep/contacts/{contact}";
    router.get(own, guard.policy("retention.hold"),
               [&services, kind](const http::Request& request) {
                   auto over = entered(request, services, kind, "retention.hold");
                   if (auto* instead = std::get_if<http::Response>(&over))
                       return std::move(*instead);
                   return show_record(request, services, std::get<OverRecord>(over), {});
               });
    router.post(
        own + "/hold", forms::taking(guard.policy("retention.hold"), {"reason"}),
        [&services, kind](const http::Request& request) { return hold(request, services, kind); });
    router.post(own + "/end-hold",
                forms::taking(guard.policy("retention.end_hold"), forms::Asked{}),
                [&services, kind](const http::Request& request) {
                    return end_hold(request, services, kind);
                });
    router.post(own + "/take-back", forms::taking(guard.policy("retention.hold"), forms::Asked{}),
                [&services, kind](const http::Request& request) {
                    return take_back(request, services, kind);
                });
    router.post(own + "/remove", forms::taking(guard.policy("retention.delete"), forms::Asked{}),
                [&services, kind](const http::Request& request) {
                    return remove(request, services, kind);
                });
}

} // namespace pages_keep_detail

void add_keep_pages(http::Router& router, const Services& services)
{
    using namespace pages_keep_detail;
    const auto& guard = *services.guard;
    router.get(list_page, guard.policy("cases_kept.view"),
               [&services](const http::Request& request) { return show_list(request, services); });
    router.post("/advice/keep/find", forms::taking(guard.policy("cases_kept.view"), {"number"}),
                [&services](const http::Request& request) {
                    return show_list(request, services, std::string(request.form()["number"]));
                });
    router.post("/advice/keep/agree",
                forms::taking(guard.policy("cases_kept.agree"), {"kind", "record", "step"}),
                [&services](const http::Request& request) { return agree(request, services); });
    for (const auto kind : {KeptKind::case_work, KeptKind::contact})
        add_record_pages(router, services, kind);
}

} // namespace onroll::casework
