#include "insight/pages_import.h"

#include "insight/store.h"
#include "insight/store_imports.h"
#include "insight/views_import.h"

#include "kernel/date.h"

#include <charconv>
#include <string>
#include <utility>

namespace onroll::insight {

namespace pages_import_detail {

constexpr std::string_view form_path = "/area/import";

http::Response shown(const Services& services, std::string title, const design::Html& content)
{
    return http::html(design::page(*services.site,
                                   {.title = std::move(title),
                                    .section = "The area’s figures",
                                    .active = "/area",
                                    .breadcrumbs = {{"The area’s figures", "/area"}},
                                    .width = design::PageWidth::full},
                                   content)
                          .str());
}

http::Response show_file(const http::Request& request, const Services& services)
{
    const auto text = request.path("id");
    ReleaseId id = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), id);
    auto reader = services.database->read(db::View::snapshot);
    const auto file = find_release(reader, read.ec == std::errc{} ? id : 0);
    if (!file) return http::failure(file.error());
    const auto columns = codebook_of(reader, id);
    if (!columns) return http::failure(columns.error());
    return shown(services, file->title, file_view(*file, *columns));
}

http::Response show_form(const http::Request& request, const StaffPages& staff,
                         const ImportForm& form)
{
    return staff.page(request,
                      {.title = "Load a file of statistics",
                       .section = "The area’s figures",
                       .back = "/area/files",
                       .has_errors = form.error.has_value()},
                      import_form_view(form, staff.form_token(request)), form.error ? 422 : 200);
}

/// The file as sent, or what is wrong with the form.
Result<ImportFile> sent_file(const http::Request& request, ImportForm& typed)
{
    const auto& form = request.form();
    typed.day = form["published-day"];
    typed.month = form["published-month"];
    typed.year = form["published-year"];
    const auto* upload = form.upload("file");
    if (!upload || !upload->was_chosen()) return bad_input("Choose a file of statistics", "file");
    auto bytes = upload->content();
    if (!bytes) return bytes.error();
    if (bytes->empty()) return bad_input("The file is empty. Choose another", "file");
    ImportFile file;
    file.bytes = std::move(bytes).value();
    file.origin.file_name = upload->file_name;
    if (const auto* meta = form.upload("meta"); meta && meta->was_chosen()) {
        auto meta_bytes = meta->content();
        if (!meta_bytes) return meta_bytes.error();
        file.meta_bytes = std::move(meta_bytes).value();
    }
    if (typed.day.empty() && typed.month.empty() && typed.year.empty()) return file;
    const auto published =
        parse_typed_date(typed.day, typed.month, typed.year, "the day the file was published");
    if (!published) return bad_input(published.error().message, "published");
    file.origin.published_on = *published;
    return file;
}

http::Response take_file(const http::Request& request, const Services& services,
                         const StaffPages& staff)
{
    ImportForm typed;
    const auto file = sent_file(request, typed);
    if (!file) {
        typed.error = file.error();
        if (typed.error->where.empty()) typed.error->where = "file";
        return show_form(request, staff, typed);
    }
    // A file that cannot be read at all is said beside its field.
    const auto preview =
        import_statistics(*services.database, *file, Apply::preview, *services.clock);
    if (!preview) {
        typed.error = bad_input(preview.error().message, "file");
        return show_form(request, staff, typed);
    }
    const auto token =
        keep_upload(*services.database, staff.owner(request), *file, *services.clock);
    return http::redirect(std::string(form_path) + "/" + token);
}

Result<ImportFile> waiting_file(const http::Request& request, const Services& services,
                                const StaffPages& staff)
{
    auto reader = services.database->read();
    return find_upload(reader, staff.owner(request), request.path("token"), *services.clock);
}

http::Response show_preview(const http::Request& request, const Services& services,
                            const StaffPages& staff)
{
    const auto file = waiting_file(request, services, staff);
    if (!file) return http::failure(file.error());
    const auto report =
        import_statistics(*services.database, *file, Apply::preview, *services.clock);
    if (!report) return http::failure(report.error());
    return staff.page(request,
                      {.title = import_preview_heading(*report),
                       .section = "The area’s figures",
                       .back = std::string(form_path),
                       .keep_out_of_search = true,
                       .width = design::PageWidth::full},
                      import_preview_view(*report, request.path(), staff.form_token(request)), 200);
}

http::Response confirm(const http::Request& request, const Services& services,
                       const StaffPages& staff)
{
    const auto file = waiting_file(request, services, staff);
    if (!file) return http::failure(file.error());
    const auto report =
        import_statistics(*services.database, *file, Apply::commit, *services.clock,
                          [&](db::Transaction& transaction) { staff.note(request, transaction); });
    if (!report) return http::failure(report.error());
    // What can no longer be stored is shown by the preview once more.
    if (!report->stored && !report->already_there) return http::redirect(request.path());
    drop_upload(*services.database, request.path("token"), *services.clock);
    return http::redirect("/area/files/" + std::to_string(report->release));
}

} // namespace pages_import_detail

void add_file_pages(http::Router& router, const Services& services)
{
    using namespace pages_import_detail;
    router.get("/area/files", http::Policy::open_to_all(), [&services](const http::Request&) {
        auto reader = services.database->read();
        return shown(services, "Where the figures come from",
                     files_view(releases(reader), MayImport::no));
    });
    router.get("/area/files/{id}", http::Policy::open_to_all(),
               [&services](const http::Request& request) { return show_file(request, services); });
}

void add_import_pages(http::Router& router, const Services& services, const StaffPages& staff)
{
    using namespace pages_import_detail;
    router.get(form_path, staff.policy,
               [staff](const http::Request& request) { return show_form(request, staff, {}); });
    router.post(form_path, staff.policy_taking({"published", "file", "meta"}),
                [&services, staff](const http::Request& request) {
                    return take_file(request, services, staff);
                },
                {.body_limit = http::uploads_limit});
    router.get("/area/import/{token}", staff.policy,
               [&services, staff](const http::Request& request) {
                   return show_preview(request, services, staff);
               });
    router.post("/area/import/{token}", staff.policy_taking({}),
                [&services, staff](const http::Request& request) {
                    return confirm(request, services, staff);
                });
}

} // namespace onroll::insight
