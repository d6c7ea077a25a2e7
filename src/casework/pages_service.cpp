// How a service says it works: set by its manager, read by its advisers, and published for
// families. capabilities.md N01, N13 to N15.
#include "casework/pages_shared.h"
#include "casework/store_service.h"
#include "casework/views_service.h"

#include "audit/store.h"
#include "design/page.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_service_detail {

constexpr const char* form_page = "/advice/service/change";
constexpr std::size_t longest_list = 4000;

http::Response show_service(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    ServiceView view{.name = actor.agency_name,
                     .area = services.area_name,
                     .policy = {},
                     .may_change = access::may_ever(actor, "advice.settings")};
    {
        auto reading = store_of(request, services).read();
        if (auto set = policy_of(reading, actor.agency)) view.policy = std::move(set->policy);
    }
    return page(request, services, "How this service works", service_view(view));
}

http::Fields fields_of_policy(const ServicePolicy& policy)
{
    return {{"eligibility", std::string(key_of(policy.eligibility))},
            {"whom", policy.whom},
            {"kind", std::string(key_of(policy.kind))},
            {"run_by", policy.run_by},
            {"exclusions_team", policy.exclusions_team},
            {"will", policy.will},
            {"will_not", policy.will_not},
            {"published", policy.published ? "yes" : "no"}};
}

http::Response show_form(const http::Request& request, const Services& services, Filled filled,
                         const std::string& version)
{
    const bool wrong = !filled.errors.empty();
    return page(request, services, "Change how this service works",
                service_form_view(filled, {.page = form_page,
                                           .form_token = access::actor(request).sign_in.form_token,
                                           .version = version}),
                wrong);
}

http::Response show_change(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    Filled filled{.fields = {{"published", "no"}}};
    std::string version = "0";
    auto reading = store_of(request, services).read();
    if (const auto set = policy_of(reading, actor.agency)) {
        filled.fields = fields_of_policy(set->policy);
        version = std::to_string(set->version);
    }
    if (auto draft = forms::draft_of(reading, *services.drafts, owner_of(actor), form_page)) {
        filled.fields = std::move(draft->fields);
        version = draft->version;
    }
    return show_form(request, services, std::move(filled), version);
}

ServicePolicy read_policy(const http::Form& form, std::vector<Error>& errors)
{
    ServicePolicy policy{.whom = std::string(form["whom"]),
                         .run_by = std::string(form["run_by"]),
                         .exclusions_team = std::string(form["exclusions_team"]),
                         .will = std::string(form["will"]),
                         .will_not = std::string(form["will_not"]),
                         .published = form["published"] == "yes"};
    if (const auto eligibility = eligibility_named(form["eligibility"]))
        policy.eligibility = *eligibility;
    else
        errors.push_back(bad_input("Select whom the service helps", "eligibility"));
    if (const auto kind = service_kind_named(form["kind"]))
        policy.kind = *kind;
    else
        errors.push_back(bad_input("Select who runs the service", "kind"));
    const bool own_words = policy.eligibility == Eligibility::screens_some_out ||
                           policy.eligibility == Eligibility::other;
    if (own_words && lines_in(policy.whom).empty())
        errors.push_back(bad_input("Write whom the service helps, in your own words", "whom"));
    for (const auto& [name, text] :
         {std::pair("whom", &policy.whom), std::pair("will", &policy.will),
          std::pair("will_not", &policy.will_not), std::pair("run_by", &policy.run_by),
          std::pair("exclusions_team", &policy.exclusions_team)})
        if (text->size() > longest_list)
            errors.push_back(bad_input("Write less than 4,000 characters", name));
    if (policy.published && lines_in(policy.will).empty())
        errors.push_back(bad_input("Write what a family will get before you publish it", "will"));
    return policy;
}

http::Response change(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    std::vector<Error> errors;
    const auto policy = read_policy(form, errors);
    const auto version = version_in(form);
    const auto again = [&](std::vector<Error> wrong) {
        return show_form(request, services, {form.fields, std::move(wrong)},
                         std::to_string(version));
    };
    if (!errors.empty()) return again(std::move(errors));
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "set service", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto set =
                set_policy(transaction, actor.agency, version, policy, actor.user, now);
            if (!set) return set.error();
            access::note(transaction, request, "advice.settings",
                         {.kind = "agency", .record = actor.agency.text(), .standing = {}}, now);
            return std::string("/advice/service");
        });
    return path ? http::redirect(*path) : again({bad_input(path.error().message, "eligibility")});
}

/// For families: every statement that a service of the area has published.
http::Response show_statements(const Services& services)
{
    std::vector<Statement> statements;
    if (services.all_services)
        for (const auto& service : services.all_services()) {
            auto reading = service.store->read();
            auto set = policy_of(reading, service.agency);
            if (set && set->policy.published)
                statements.push_back({service.name, std::move(set->policy)});
        }
    auto html = design::page(*services.access->site, {.title = "What the advice service does"},
                             statements_view(statements, services.area_name));
    return http::html(std::move(html).str());
}

} // namespace pages_service_detail

void add_service_pages(http::Router& router, const Services& services)
{
    using namespace pages_service_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice-services", http::Policy::open_to_all(),
               [&services](const http::Request&) { return show_statements(services); });
    router.get("/advice/service", guard.policy("advice.search"), page_of(show_service));
    router.get("/advice/service/change", guard.policy("advice.settings"), page_of(show_change));
    router.post("/advice/service/change",
                forms::taking(guard.policy("advice.settings"),
                              {"eligibility", "whom", "kind", "run_by", "exclusions_team", "will",
                               "will_not", "published"}),
                page_of(change));
}

} // namespace onroll::casework
