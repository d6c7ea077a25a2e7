#include "casework/pages_case_frame.h"
#include "casework/store_accounts.h"
#include "casework/store_links.h"
#include "casework/typed_account.h"
#include "casework/views_family.h"
#include "casework/views_messages.h"
#include "forms/asked.h"

#include <utility>

namespace onroll::casework {
namespace pages_accounts_detail {

http::Response list_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    AccountsView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.accounts = accounts_of_case(reading, agency, found.id);
    }
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.start = start_of(request, view.address + "/accounts");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "The child’s own account", accounts_view(view),
                     wrong);
}

http::Response show_accounts(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return list_page(request, services, std::get<Case>(entered), {});
}

http::Response form_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto own = address_of(found.id) + "/accounts/new";
    AccountFormView view{.action = own,
                         .form = std::move(form),
                         .start = start_of(request, own),
                         .by_adviser = true};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Write down the child’s own account",
                     account_form_view(view), wrong);
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return form_page(request, services, std::get<Case>(entered),
                     first_view(request, services, {}).form);
}

http::Response take_down(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    auto typed = read_account(request.form());
    if (!typed.errors.empty())
        return form_page(request, services, found,
                         {.values = request.form().fields, .errors = std::move(typed.errors)});
    typed.told.written_by = WrittenBy::adviser;
    typed.told.taken_down_by = actor.user;
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"account"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         add_account(transaction, actor.agency, found.id, typed.told,
                                     services.guard->clock().now());
                         return address_of(found.id) + "/accounts";
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response make_link(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const std::string about(request.form()["about"]);
    if (about.size() > 200)
        return list_page(request, services, found,
                         {.values = request.form().fields,
                          .errors = {bad_input("Say it in fewer words", "about")}});
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"links"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         NewLink link{.case_id = found.id,
                                      .purpose = LinkPurpose::account,
                                      .person = found.child,
                                      .thread = {},
                                      .about = about};
                         link.made_by = actor.user;
                         const auto made = add_link(transaction, actor.agency, link,
                                                    *services.links, services.guard->clock().now());
                         return address_of(found.id) + "/links/" + made.id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_accounts_detail

void add_account_pages(http::Router& router, const Services& services)
{
    using namespace pages_accounts_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto change = services.guard->policy("advice.change");
    router.get("/advice/cases/{case}/accounts", services.guard->policy("advice.view"),
               page_of(show_accounts));
    router.get("/advice/cases/{case}/accounts/new", change, page_of(show_new));
    router.post("/advice/cases/{case}/accounts/new", forms::taking(change, asked_of_account()),
                page_of(take_down));
    router.post("/advice/cases/{case}/accounts/link", forms::taking(change, {"about"}),
                page_of(make_link));
}

} // namespace onroll::casework
