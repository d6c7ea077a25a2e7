// A list of one's own children as a file: /people/export. trust.md A-11, L-01, U-08, Z-10;
// docs/decisions/2026-11-26-lists-of-children-as-files.md.
#include "people/list_file.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_export.h"
#include "people/store_export.h"
#include "people/views_export.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_export_detail {

using namespace pages_shared;

std::vector<ListedForExport> list_of(const http::Request& request, const Services& services,
                                     db::Queries& reader)
{
    return own_list(reader, access::actor(request), services.school_name, today_of(services));
}

http::Response show(const http::Request& request, const Services& services, FormView form)
{
    const auto& actor = access::actor(request);
    const bool wrong = !form.errors.empty();
    ExportView view{.form = std::move(form), .start = start_of(request, "/people/export")};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.children = count_own_list(reader, actor);
        view.asked = exports_asked(reader, actor.agency, services.guard->clock().now());
    }
    std::erase_if(view.asked, [&](const ExportAsked& one) { return one.asked_by != actor.user; });
    view.may_agree = access::may_ever(actor, "people.export_many");
    return page(request, services, "Your list of children as a file", export_view(view), "/people",
                wrong);
}

std::optional<ListFormat> format_in(const http::Form& form, Errors& errors)
{
    if (form["format"] == "csv") return ListFormat::csv;
    if (form["format"] == "workbook") return ListFormat::workbook;
    errors.push_back(bad_input("Choose the kind of file", "format"));
    return std::nullopt;
}

/// The file, noted before it leaves.
Result<http::Response> leaving(const http::Request& request, const Services& services,
                               const std::vector<ListedForExport>& list, access::Purpose purpose,
                               ListFormat format)
{
    const auto& actor = access::actor(request);
    const MadeBy made{actor.name, actor.agency_name, std::string(access::in_words(purpose)),
                      services.guard->clock().now()};
    auto bytes = format == ListFormat::csv ? Result<std::string>(list_as_csv(list, made))
                                           : list_as_workbook(list, made);
    if (!bytes) return bytes.error();
    db::with_retry(database_of(request, services), "note export",
                   [&](db::Transaction& transaction) {
                       note_export(transaction, scope_of(request, services, "people.export"),
                                   purpose, format, list.size());
                   });
    if (format == ListFormat::csv) return http::csv(*std::move(bytes), "onroll-children.csv");
    return http::download(*std::move(bytes),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "onroll-children.xlsx");
}

http::Response take(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    Errors errors;
    const auto purpose = access::purpose_named(form["purpose"]);
    if (!purpose) errors.push_back(bad_input("Choose what it is for", "purpose"));
    const auto format = format_in(form, errors);
    if (!errors.empty()) return show(request, services, {form.fields, std::move(errors)});
    std::vector<ListedForExport> list;
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        list = list_of(request, services, reader);
    }
    if (list.empty())
        return show(request, services,
                    {form.fields, {bad_input("No child is on your list", "purpose")}});
    if (!takes_second_person(list.size())) {
        auto file = leaving(request, services, list, *purpose, *format);
        return file ? *std::move(file) : show(request, services, {form.fields, {file.error()}});
    }
    const auto saved =
        save(request, services, "ask for a list", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 ask_for_export(transaction, scope_of(request, services, "people.export"), *purpose,
                                list.size());
                 return std::string("/people/export");
             });
    return saved ? http::redirect(*saved) : show(request, services, {form.fields, {saved.error()}});
}

/// A long list that somebody agreed to: made now, of whom the actor may see now.
http::Response take_agreed(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto form = form_of(request);
    std::optional<ExportAsked> asked;
    std::vector<ListedForExport> list;
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        for (auto& one : exports_asked(reader, actor.agency, now))
            if (one.id.text() == request.path("list") && one.asked_by == actor.user)
                asked = std::move(one);
        if (!asked) return services.guard->missing(request, "people.export", "", "");
        list = list_of(request, services, reader);
    }
    Errors errors;
    const auto format = format_in(form, errors);
    if (!errors.empty()) return show(request, services, {form.fields, std::move(errors)});
    if (!may_take(*asked, actor.user, list.size(), now))
        return show(request, services,
                    {form.fields,
                     {bad_input("Nobody has agreed to this list, or it has grown since. Ask again",
                                "format")}});
    auto file = leaving(request, services, list, asked->purpose, *format);
    return file ? *std::move(file) : show(request, services, {form.fields, {file.error()}});
}

http::Response show_waiting(const http::Request& request, const Services& services, Errors errors)
{
    const auto& actor = access::actor(request);
    const bool wrong = !errors.empty();
    ExportsWaitingView view{.errors = std::move(errors),
                            .start = start_of(request, "/people/export/waiting")};
    {
        auto reader = database_of(request, services).read();
        view.waiting = exports_asked(reader, actor.agency, services.guard->clock().now());
    }
    std::erase_if(view.waiting, [&](const ExportAsked& one) {
        return one.asked_by == actor.user || one.agreed_at.has_value();
    });
    view.staff_name = [&](const access::UserId& user) {
        return services.staff_name(actor.agency, user.text());
    };
    return page(request, services, "Lists that wait for a second person",
                exports_waiting_view(view), "/people", wrong);
}

http::Response agree(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    const auto id = ExportId::parse(form["list"]);
    if (!id)
        return show_waiting(request, services, {not_found("Nobody asks for that list any more")});
    const auto saved =
        save(request, services, "agree to a list", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto done = agree_to_export(
                     transaction, scope_of(request, services, "people.export_many"), *id);
                 if (!done) return done.error();
                 return std::string("/people/export/waiting");
             });
    return saved ? http::redirect(*saved) : show_waiting(request, services, {saved.error()});
}

} // namespace pages_export_detail

void add_export_pages(http::Router& router, const Services& services)
{
    using namespace pages_export_detail;
    const auto& guard = *services.guard;
    router.get("/people/export", guard.policy("people.export"),
               [&services](const http::Request& request) { return show(request, services, {}); });
    router.post("/people/export",
                forms::taking(guard.policy("people.export"), {"purpose", "format"}),
                [&services](const http::Request& request) { return take(request, services); });
    router.get(
        "/people/export/waiting", guard.policy("people.export_many"),
        [&services](const http::Request& request) { return show_waiting(request, services, {}); });
    router.post("/people/export/waiting",
                forms::taking(guard.policy("people.export_many"), {"list"}),
                [&services](const http::Request& request) { return agree(request, services); });
    router.post(
        "/people/export/{list}", forms::taking(guard.policy("people.export"), {"format"}),
        [&services](const http::Request& request) { return take_agreed(request, services); });
}

} // namespace onroll::people
