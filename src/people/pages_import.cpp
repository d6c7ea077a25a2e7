// Lists of children: sent, looked at, imported, taken back.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_import_rows.h"
#include "people/views_import.h"

#include "platform/csv/writer.h"

#include <utility>

namespace onroll::people {

namespace pages_import_detail {

using namespace pages_shared;

http::Response show_all(const http::Request& request, const Services& services, Errors errors)
{
    const bool wrong = !errors.empty();
    ImportsView view{.form = {.errors = std::move(errors)},
                     .start = start_of(request, "/people/import")};
    auto reader = database_of(request, services).read();
    view.imports = imports_of(reader, access::actor(request).agency);
    return page(request, services, "Import a list of children", imports_view(view), "/people",
                wrong);
}

http::Response send(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    const auto* upload = request.form().upload("file");
    if (!upload || !upload->was_chosen())
        return show_all(request, services, {bad_input("Choose a list of children", "file")});
    const auto bytes = upload->content();
    if (!bytes) return http::failure(bytes.error());
    if (const auto list = read_child_list(*bytes, today_of(services)); !list) {
        auto error = list.error();
        error.where = "file";
        return show_all(request, services, {std::move(error)});
    }
    const auto saved = save(request, services, "send list", form,
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const auto id = send_list(
                                    transaction, scope_of(request, services, "people.import"),
                                    *services.safe, upload->file_name, *bytes);
                                if (!id) return id.error();
                                return "/people/import/" + id->text();
                            });
    if (saved) return http::redirect(*saved);
    return show_all(request, services, {saved.error()});
}

/// The list with what it would do now; nothing once it is made.
Result<void> look_at(const http::Request& request, const Services& services, ImportView& view)
{
    const auto& agency = access::actor(request).agency;
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto bytes = original_of(reader, agency, *services.safe, view.import.id);
    if (!bytes) return bytes.error();
    if (const auto before = imported_before(reader, agency, *bytes))
        view.imported_before = in_words(in_london(*before).date);
    auto list = read_child_list(std::move(bytes).value(), today_of(services));
    if (!list) return list.error();
    view.plan = plan_import(reader, agency, *list, today_of(services), &access::actor(request));
    view.list = std::move(list).value();
    return {};
}

/// The rows of an imported list that wait, or waited, for somebody to look.
void add_held(const http::Request& request, const Services& services, ImportView& view)
{
    constexpr std::size_t most_listed = 200;
    const auto& agency = access::actor(request).agency;
    auto reader = database_of(request, services).read(db::View::snapshot);
    for (const auto& row : held_rows_of(reader, agency, view.import.id, most_listed))
        view.held.push_back({row.number, row.reason, settled_words(services, agency, row)});
    view.waiting = count_waiting_rows(reader, agency, view.import.id);
}

http::Response show(const http::Request& request, const Services& services, Errors errors)
{
    const auto id = request.path<ImportId>("import");
    if (!id) return http::not_found();
    std::optional<Import> import;
    {
        auto reader = database_of(request, services).read();
        auto found = find_import(reader, access::actor(request).agency, *id);
        if (!found) return http::failure(found.error());
        import = std::move(found).value();
    }
    const bool wrong = !errors.empty();
    ImportView view{.import = *import, .errors = std::move(errors)};
    const auto here = "/people/import/" + id->text();
    view.make_start = start_of(request, here);
    view.undo_start = start_of(request, here);
    view.may_undo = import->state == ImportState::made &&
                    services.guard->clock().now() - *import->made_at <= undo_within;
    view.brought_by = services.staff_name(access::actor(request).agency, import->sent_by);
    if (import->state == ImportState::made) add_held(request, services, view);
    if (import->state == ImportState::sent)
        if (const auto looked = look_at(request, services, view); !looked)
            return http::failure(looked.error());
    return page(request, services, "A list of children", import_view(view), "/people/import",
                wrong);
}

http::Response make(const http::Request& request, const Services& services)
{
    const auto id = request.path<ImportId>("import");
    if (!id) return http::not_found();
    const auto form = form_of(request);
    const auto saved =
        save(request, services, "import list", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto made = make_import(
                     transaction, scope_of(request, services, "people.import"), *services.safe, *id,
                     form["faulty"] == "leave_out" ? FaultyRows::leave_out : FaultyRows::refuse,
                     &access::actor(request));
                 if (!made) return made.error();
                 return "/people/import/" + id->text();
             });
    if (saved) return http::redirect(*saved);
    auto error = saved.error();
    // The only box of the page, which is there until the list is imported.
    if (error.where.empty() && error.kind == ErrorKind::bad_input) error.where = "faulty";
    return show(request, services, {std::move(error)});
}

http::Response undo(const http::Request& request, const Services& services)
{
    const auto id = request.path<ImportId>("import");
    if (!id) return http::not_found();
    const auto form = form_of(request);
    const auto saved = save(request, services, "take list back", form,
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const auto undone = undo_import(
                                    transaction, scope_of(request, services, "people.import"), *id,
                                    &access::actor(request));
                                if (!undone) return undone.error();
                                return "/people/import/" + id->text();
                            });
    return saved ? http::redirect(*saved) : show(request, services, {saved.error()});
}

http::Response take_errors(const http::Request& request, const Services& services)
{
    const auto id = request.path<ImportId>("import");
    if (!id) return http::not_found();
    auto reader = database_of(request, services).read();
    auto bytes = original_of(reader, access::actor(request).agency, *services.safe, *id);
    if (!bytes) return http::failure(bytes.error());
    const auto list = read_child_list(std::move(bytes).value(), today_of(services));
    if (!list) return http::failure(list.error());
    csv::Writer writer({"row", "column", "there_now", "what_to_do"}, csv::For::excel);
    for (const auto& error : list->errors)
        writer.number(static_cast<std::int64_t>(error.row))
            .text(error.column)
            .text(error.value_is)
            .text(error.fix)
            .end_row();
    return http::csv(std::move(writer).take(), "rows-to-correct.csv");
}

} // namespace pages_import_detail

void add_import_pages(http::Router& router, const Services& services)
{
    using namespace pages_import_detail;
    const auto importing = services.guard->policy("people.import");
    router.get("/people/import", importing, [&services](const http::Request& request) {
        return show_all(request, services, {});
    });
    router.post("/people/import", forms::taking(importing, {"file"}),
                [&services](const http::Request& request) { return send(request, services); },
                {.body_limit = http::uploads_limit});
    router.get("/people/import/empty-list.csv", importing, [](const http::Request&) {
        return http::csv(child_list_template(), "list-of-children.csv");
    });
    router.get("/people/import/{import}", importing,
               [&services](const http::Request& request) { return show(request, services, {}); });
    router.post("/people/import/{import}", forms::taking(importing, {"faulty"}),
                [&services](const http::Request& request) { return make(request, services); });
    router.post("/people/import/{import}/undo", forms::taking(importing, forms::Asked{}),
                [&services](const http::Request& request) { return undo(request, services); });
    router.get(
        "/people/import/{import}/errors.csv", importing,
        [&services](const http::Request& request) { return take_errors(request, services); });
}

} // namespace onroll::people
