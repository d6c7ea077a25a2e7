// An agency's own periods, looked at before they are saved: /people/retention/{group}/{starting}.
#include "forms/asked.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_retention.h"
#include "people/views_keep.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::people {

namespace pages_periods_detail {

using namespace pages_shared;

std::optional<RetentionRule> rule_of(const http::Request& request, const Services& services)
{
    const auto group = retention_group_named(request.path("group"));
    const auto trigger = retention_trigger_named(request.path("starting"));
    if (!group || !trigger) return std::nullopt;
    auto reader = database_of(request, services).read();
    for (auto& rule : retention_rules_of(reader, access::actor(request).agency))
        if (rule.group == *group && rule.trigger == *trigger) return std::move(rule);
    return std::nullopt;
}

std::string page_of(const RetentionRule& rule)
{
    return "/people/retention/" + std::string(key_of(rule.group)) + "/" +
           std::string(key_of(rule.trigger));
}

http::Fields values_of(const RetentionRule& rule)
{
    http::Fields values;
    values.set("years", std::to_string(rule.years));
    values.set("months", std::to_string(rule.months));
    values.set("action", std::string(key_of(rule.action)));
    values.set("source", rule.source);
    return values;
}

int whole_number(std::string_view text)
{
    int number = -1;
    const auto [stop, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    return trouble == std::errc{} && stop == text.data() + text.size() ? number : -1;
}

http::Response show(const http::Request& request, const Services& services,
                    const RetentionRule& rule, FormView form, std::optional<Preview> preview)
{
    const bool wrong = !form.errors.empty();
    return page(request, services, "Change a period",
                period_view({.rule = rule,
                             .form = std::move(form),
                             .start = start_of(request, page_of(rule)),
                             .action = page_of(rule),
                             .preview = std::move(preview)}),
                "/people/retention", wrong);
}

/// How many records fall due under the changed period that do not now, and the other way round.
Preview preview_of(const http::Request& request, const Services& services,
                   const RetentionRule& changed)
{
    const auto& agency = access::actor(request).agency;
    const auto today = today_of(services);
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto now = due_for_deletion(reader, agency, today);
    const auto then = due_for_deletion(reader, agency, today,
                                       with_rule(retention_rules_of(reader, agency), changed));
    const auto among = [](const std::vector<Due>& all, const Due& one) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Due& each) { return each.id == one.id; });
    };
    Preview preview{.due_now = now.size(), .due_then = then.size()};
    for (const auto& due : then) preview.more += among(now, due) ? 0 : 1;
    for (const auto& due : now) preview.fewer += among(then, due) ? 0 : 1;
    return preview;
}

http::Response take(const http::Request& request, const Services& services)
{
    const auto before = rule_of(request, services);
    if (!before) return http::not_found();
    const auto form = form_of(request);
    auto changed = *before;
    changed.years = whole_number(form["years"]);
    changed.months = form["months"].empty() ? 0 : whole_number(form["months"]);
    changed.source = std::string(form["source"]);
    auto errors = problems_of(changed);
    if (const auto action = retention_action_named(form["action"]))
        changed.action = *action;
    else
        errors.push_back(bad_input("Choose what happens then", "action"));
    if (!errors.empty())
        return show(request, services, *before, {form.fields, std::move(errors)}, {});
    if (form["then"] != "save")
        return show(request, services, *before, {form.fields, {}},
                    preview_of(request, services, changed));
    const auto saved =
        save(request, services, "save period", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto done = save_retention_rule(
                     transaction, scope_of(request, services, "retention.change"), changed);
                 if (!done) return done.error();
                 return std::string("/people/retention");
             });
    if (saved) return http::redirect(*saved);
    return show(request, services, *before, {form.fields, {saved.error()}}, {});
}

} // namespace pages_periods_detail

void add_period_pages(http::Router& router, const Services& services)
{
    using namespace pages_periods_detail;
    const auto policy = services.guard->policy("retention.change");
    router.get("/people/retention/{group}/{starting}", policy,
               [&services](const http::Request& request) {
                   const auto rule = rule_of(request, services);
                   if (!rule) return http::not_found();
                   return show(request, services, *rule,
                               first_view(request, services, values_of(*rule)), {});
               });
    router.post("/people/retention/{group}/{starting}",
                forms::taking(policy, {"years", "months", "action", "source", "then"}),
                [&services](const http::Request& request) { return take(request, services); });
}

} // namespace onroll::people
