#include "access/pages_audit.h"

#include "access/staff_page.h"
#include "access/store_keys.h"
#include "access/store_users.h"
#include "access/views_audit.h"

#include "audit/rules_unusual.h"
#include "audit/store.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <utility>

namespace onroll::access {

namespace pages_audit_detail {

constexpr std::size_t shown_at_once = 50;

http::Response shown(const http::Request& request, const GuardedServices& services,
                     std::string title, const design::Html& view, std::string back)
{
    return staff_page(*services.services, request,
                      {.title = std::move(title),
                       .section = "Audit",
                       .active = "/audit",
                       .back = std::move(back),
                       .width = design::PageWidth::full},
                      view);
}

NamesOfStaff names_of_staff(const GuardedServices& services, const Actor& actor)
{
    NamesOfStaff names;
    auto reader = services.services->database->read();
    for (const auto& user : users_of_agency(reader, actor.agency))
        names.emplace(user.id.text(), user.name);
    for (const auto& key : api_keys_of_agency(reader, actor.agency))
        names.emplace(key.id.text(), key.name);
    return names;
}

http::Response show_home(const http::Request& request, const GuardedServices& services)
{
    const bool council = actor(request).agency_kind == AgencyKind::council;
    return shown(request, services, "Audit", audit_home_view(council), "/account");
}

/// The record as the policy sees it. One that its part does not know, or no longer, is left to
/// those who may see the audit of any record of their agency.
Subject subject_of(const http::Request& request, const GuardedServices& services)
{
    Subject subject{.kind = std::string(request.path("kind")),
                    .record = std::string(request.path("record"))};
    subject.standing.relation = Relation::same_agency;
    if (actor(request).agency_kind == AgencyKind::advice_service)
        subject.standing.strand = Strand::advice;
    const auto kind = services.kinds.find(subject.kind);
    if (kind != services.kinds.end())
        if (const auto standing = kind->second.find(actor(request), subject.record))
            subject.standing = *standing;
    return subject;
}

http::Response show_record(const http::Request& request, const GuardedServices& services)
{
    const auto subject = subject_of(request, services);
    if (auto instead = services.guard->enter(request, "audit.record", subject)) return *instead;
    const auto& who = actor(request);
    auto before = std::numeric_limits<std::int64_t>::max();
    const auto asked = request.query("before");
    std::from_chars(asked.data(), asked.data() + asked.size(), before);

    SeenView view{.kind = "Record", .address = request.path(), .agency_name = who.agency_name};
    if (request.query("for") == "family") view.for_whom = SeenBy::family;
    {
        auto reader = services.guard->place_of(who).database->read();
        view.entries = audit::entries_about(reader, who.agency.text(), subject.record,
                                            shown_at_once + 1, before);
    }
    if (view.entries.size() > shown_at_once) {
        view.entries.pop_back();
        view.older_before = view.entries.back().sequence;
    }
    view.names = names_of_staff(services, who);
    {
        auto reader = services.services->database->read();
        for (const auto& agency : all_agencies(reader))
            view.agencies.emplace(agency.id.text(), agency.name);
    }
    std::string back = "/audit";
    const auto kind = services.kinds.find(subject.kind);
    if (kind != services.kinds.end())
        back = kind->second.href_for ? kind->second.href_for(who, subject.record)
                                     : kind->second.href(subject.record);
    return shown(request, services, "Who has seen this record", seen_view(view), back);
}

http::Response show_check(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    CheckView view;
    auto reader = services.guard->place_of(who).database->read(db::View::snapshot);
    view.report = audit::verify_chain(reader, who.agency.text(), {services.audit_public_key, {}});
    auto heads = audit::signed_heads_of(reader, who.agency.text());
    if (!heads.empty()) view.last_signed = std::move(heads.back());
    return shown(request, services, "Whether the audit record is whole", check_view(view),
                 "/audit");
}

constexpr std::size_t read_at_once = 200'000;
constexpr std::chrono::days a_week{7};

std::string unusual_until(Date last_day, Date today)
{
    return last_day >= today ? "/audit/unusual" : "/audit/unusual?until=" + iso(last_day);
}

/// The week that is asked for by its last day, today's where none is; none beyond what is kept.
UnusualView week_of_unusual(const http::Request& request, const Clock& clock,
                            const std::optional<Instant>& kept)
{
    const auto today = clock.today();
    const auto oldest = kept ? std::min(in_london(*kept).date, today) : today;
    const auto asked = parse_date(request.query("until"));
    UnusualView view{.last_day = std::clamp(asked ? *asked : today, oldest, today),
                     .oldest = oldest};
    view.first_day = view.last_day - a_week + std::chrono::days(1);
    if (view.first_day > oldest)
        view.earlier = unusual_until(view.first_day - std::chrono::days(1), today);
    if (view.last_day < today) view.later = unusual_until(view.last_day + a_week, today);
    return view;
}

/// One week is shown, and the three before it are read too, so that ordinary days are known.
http::Response show_unusual(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto names = names_of_staff(services, who);
    UnusualView view;
    std::vector<audit::Entry> entries;
    {
        auto reader = services.guard->place_of(who).database->read(db::View::snapshot);
        view = week_of_unusual(request, services.guard->clock(),
                               audit::kept_whole_since(reader, who.agency.text()));
        entries = audit::entries_between(
            reader, who.agency.text(), start_of_day_in_london(view.first_day - 3 * a_week),
            start_of_day_in_london(view.last_day + std::chrono::days(1)), read_at_once);
    }
    std::map<std::string, std::string> kind_of;
    for (const auto& entry : entries) kind_of.emplace(entry.deed.record, entry.deed.record_kind);
    const auto alike = [&](std::string_view user, std::string_view record) {
        const auto kind = services.kinds.find(kind_of[std::string(record)]);
        const auto name = names.find(user);
        return kind != services.kinds.end() && kind->second.alike && name != names.end() &&
               kind->second.alike(who.agency, name->second, record);
    };
    const auto in_hours = [](Instant at) {
        const auto london = in_london(at);
        return audit::LocalHour{london.date, static_cast<int>(london.since_midnight.count() / 60)};
    };
    view.all_read = entries.size() < read_at_once;
    for (auto& unusual : audit::unusual_use(entries, in_hours, alike)) {
        if (unusual.day < view.first_day) continue;
        const auto name = names.find(unusual.actor);
        const auto href = unusual.record.empty()
                              ? std::string()
                              : "/audit/records/" + kind_of[unusual.record] + "/" + unusual.record;
        view.rows.push_back({std::move(unusual),
                             name == names.end() ? "Somebody who has left" : name->second, href});
    }
    std::reverse(view.rows.begin(), view.rows.end());
    return shown(request, services, "Unusual use", unusual_view(view), "/audit");
}

} // namespace pages_audit_detail

void add_audit_pages(http::Router& router, const GuardedServices& services)
{
    using namespace pages_audit_detail;
    const auto& guard = *services.guard;
    router.get(
        "/audit/unusual", guard.policy("audit.unusual"),
        [&services](const http::Request& request) { return show_unusual(request, services); });
    router.get("/audit", guard.policy("audit.check"),
               [&services](const http::Request& request) { return show_home(request, services); });
    router.get("/audit/check", guard.policy("audit.check"),
               [&services](const http::Request& request) { return show_check(request, services); });
    router.get(
        "/audit/records/{kind}/{record}", guard.policy("audit.record"),
        [&services](const http::Request& request) { return show_record(request, services); });
}

} // namespace onroll::access
