// Breaches of personal data with their clock, and what was seen, read from the audit:
// /data-protection/breaches. trust.md G-11.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_data_protection.h"
#include "people/store_data_protection.h"
#include "people/views_data_protection.h"

#include "forms/asked.h"
#include "access/store_users.h"
#include "audit/store.h"
#include "platform/csv/writer.h"

#include <charconv>
#include <utility>

namespace onroll::people {

namespace pages_breaches_detail {

using namespace pages_shared;

constexpr std::string_view act = "data_protection.change";
constexpr std::size_t read_at_once = 200'000;
const std::string base = "/data-protection/breaches";

http::Response show_breaches(const http::Request& request, const Services& services, FormView form)
{
    const bool wrong = !form.errors.empty();
    const auto& agency = access::actor(request).agency;
    BreachesView view{.form = std::move(form)};
    view.start = start_of(request, base);
    view.now = services.guard->clock().now();
    view.accounts = {{"all", "Everybody’s, or it is not known"}};
    {
        auto reader = services.access->database->read();
        for (const auto& user : access::users_of_agency(reader, agency))
            view.accounts.emplace_back(user.id.text(), user.name);
    }
    {
        auto reader = database_of(request, services).read();
        view.breaches = breaches_of(reader, agency);
    }
    return protection_page(request, services, "Breaches", breaches_view(view), "/data-protection",
                           wrong);
}

/// "14:05", "9:30"; the start of the day for nothing.
std::optional<std::chrono::minutes> minutes_in(std::string_view text)
{
    if (text.empty()) return std::chrono::minutes(0);
    int hour = 0, minute = 0;
    const auto* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, hour);
    if (first.ec != std::errc() || first.ptr == end || (*first.ptr != ':' && *first.ptr != '.'))
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, minute);
    if (second.ec != std::errc() || second.ptr != end || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59)
        return std::nullopt;
    return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

http::Response open(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    Errors errors;
    NewBreach breach{.what = std::string(form["what"])};
    const auto aware =
        read_date(form, "aware_on", "The date you knew of it", Blank::refused, errors);
    const auto minutes = minutes_in(form["aware_at"]);
    if (!minutes) errors.push_back(bad_input("Enter the time like 14:05", "aware_at"));
    const auto from = read_date(form, "from", "The first day", Blank::refused, errors);
    const auto until = read_date(form, "until", "The last day", Blank::refused, errors);
    if (form["account"] != "all") {
        if (const auto whose = access::UserId::parse(form["account"]))
            breach.whose_account = *whose;
        else
            errors.push_back(bad_input("Choose whose account was used", "account"));
    }
    if (errors.empty()) {
        breach.aware_at = start_of_day_in_london(*aware) + *minutes;
        breach.from = *from;
        breach.until = *until;
        const auto saved = save(request, services, "open breach", form,
                                [&](db::Transaction& transaction) -> Result<std::string> {
                                    const auto id = open_breach(
                                        transaction, scope_of(request, services, act), breach);
                                    if (!id) return id.error();
                                    return base + "/" + id->text();
                                });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_breaches(request, services, {form.fields, std::move(errors)});
}

std::optional<Breach> breach_in(const http::Request& request, const Services& services)
{
    const auto id = request.path<BreachId>("breach");
    if (!id) return std::nullopt;
    auto reader = database_of(request, services).read();
    auto found = find_breach(reader, access::actor(request).agency, *id);
    return found ? std::optional(std::move(found).value()) : std::nullopt;
}

/// What the agency's own audit says of the days that are looked at.
std::vector<audit::Entry> entries_of(const http::Request& request, const Services& services,
                                     const Breach& breach)
{
    auto reader = database_of(request, services).read();
    return audit::entries_between(reader, access::actor(request).agency.text(),
                                  start_of_day_in_london(breach.from),
                                  start_of_day_in_london(breach.until + Days{1}), read_at_once);
}

http::Response show_breach(const http::Request& request, const Services& services,
                           const Breach& breach, FormView form)
{
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    BreachView view{.breach = breach};
    view.form = std::move(form);
    view.start = start_of(request, base + "/" + breach.id.text(), breach.version);
    view.now = services.guard->clock().now();
    const auto entries = entries_of(request, services, breach);
    view.all_read = entries.size() < read_at_once;
    view.affected = affected_by(breach, entries);
    view.staff_name = [&services, agency](std::string_view user) {
        return services.staff_name(agency, user);
    };
    view.act_in_words = [&services](const std::string& name) {
        return services.act_in_words(audit::Deed{.act = name, .kind = audit::Kind::changed});
    };
    return protection_page(request, services, "A breach", breach_view(view), base, wrong);
}

http::Response records_of_breach(const http::Request& request, const Services& services)
{
    const auto breach = breach_in(request, services);
    if (!breach) return http::not_found();
    csv::Writer writer({"record_kind", "record", "times", "first", "last", "acts", "fields"});
    const auto joined = [](const std::vector<std::string>& all) {
        std::string text;
        for (const auto& one : all) text += (text.empty() ? "" : " ") + one;
        return text;
    };
    for (const auto& one : affected_by(*breach, entries_of(request, services, *breach))) {
        writer.text(one.record_kind)
            .text(one.record)
            .number(one.times)
            .text(utc_text(one.first))
            .text(utc_text(one.last))
            .text(joined(one.acts))
            .text(joined(one.fields));
        writer.end_row();
    }
    return http::csv(std::move(writer).take(), "onroll-breach-records.csv");
}

http::Response step_breach(const http::Request& request, const Services& services)
{
    auto breach = breach_in(request, services);
    if (!breach) return http::not_found();
    const auto form = form_of(request);
    breach->version = version_of(form);
    Errors errors;
    const auto on = read_date(form, "on", "The day they were told", Blank::allowed, errors);
    if (errors.empty()) {
        const auto saved = save(
            request, services, "step of breach", form,
            [&](db::Transaction& transaction) -> Result<std::string> {
                const auto scope = scope_of(request, services, act);
                const auto step = form["step"];
                const auto done =
                    step == "report" ? decide_report(transaction, scope, *breach, on, form["words"])
                    : step == "tell"
                        ? decide_telling(transaction, scope, *breach, on, form["words"])
                    : step == "close" ? close_breach(transaction, scope, *breach, form["words"])
                                      : Result<void>(bad_input("Choose what happened", "step"));
                if (!done) return done.error();
                return base + "/" + breach->id.text();
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    const auto present = breach_in(request, services);
    return show_breach(request, services, present ? *present : *breach,
                       {form.fields, std::move(errors)});
}

} // namespace pages_breaches_detail

void add_breach_pages(http::Router& router, const Services& services)
{
    using namespace pages_breaches_detail;
    const auto& guard = *services.guard;
    const auto get = [&](const std::string& path, auto show) {
        router.get(
            base + path, guard.policy("data_protection.view"),
            [&services, show](const http::Request& request) { return show(request, services); });
    };
    const auto post = [&](const std::string& path, forms::Asked asked, auto take) {
        router.post(
            base + path, forms::taking(guard.policy(act), std::move(asked)),
            [&services, take](const http::Request& request) { return take(request, services); });
    };
    get("", [](const auto& request, const auto& its) {
        return show_breaches(request, its, first_view(request, its, {}));
    });
    post("", {"what", "aware_on", "aware_at", "account", "from", "until"}, open);
    get("/{breach}", [](const auto& request, const auto& its) {
        const auto breach = breach_in(request, its);
        if (!breach) return http::not_found();
        return show_breach(request, its, *breach, first_view(request, its, {}));
    });
    post("/{breach}", {"step", "on", "words"}, step_breach);
    router.get(
        base + "/{breach}/records.csv", guard.policy("data_protection.export"),
        [&services](const http::Request& request) { return records_of_breach(request, services); });
}

} // namespace onroll::people
