#include "casework/attachment_upload.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_work.h"
#include "casework/store_attachments.h"
#include "casework/typed_words.h"
#include "casework/views_attachments.h"

#include "forms/asked.h"
#include "platform/log/log.h"

#include <utility>

namespace onroll::casework {
namespace pages_attachments_detail {

DocumentsView view_of(const http::Request& request, const Services& services, const Case& found,
                      forms::FormView form)
{
    auto reading = store_of(request, services).read();
    return {.address = address_of(found.id),
            .attachments = attachments_of(reading, access::actor(request).agency, found.id),
            .start = start_of(request, address_of(found.id) + "/documents"),
            .form = std::move(form),
            .scanning = scanning_of(request, services),
            .may_change = may(request, services, "advice.change", found)};
}

http::Response show_documents(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    http::Fields fields;
    add_day(fields, "received", services.guard->clock().today());
    auto first = first_view(request, services, std::move(fields));
    auto view = view_of(request, services, found, std::move(first.form));
    view.banner = std::move(first.banner);
    return case_page(request, services, found, "Documents", documents_view(view));
}

http::Response add_documents(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    const auto again = [&](std::vector<Error> errors) {
        const auto view =
            view_of(request, services, found, {.values = form.fields, .errors = std::move(errors)});
        return case_page(request, services, found, "Documents", documents_view(view), true);
    };
    const auto received = typed_date(form, "received", "The day they were received");
    if (!received) return again({received.error()});
    if (*received > in_london(now).date)
        return again(
            {bad_input("The day they were received must be today or in the past", "received")});
    if (!brings_files(form)) return again({bad_input("Select a file", std::string(files_field))});
    const auto brought = keep_files(request, services, found);
    if (!brought.errors.empty()) return again(brought.errors);
    const auto path = save_with_files(request, services, brought, [&](bool& stored) {
        return save_in_case(request, services, "advice.change", found, form, {"documents"},
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                if (const auto added =
                                        add_rows(transaction, services, actor, found.id, brought,
                                                 {}, category_in(form), *received, now);
                                    !added)
                                    return added.error();
                                stored = true;
                                return address_of(found.id) + "/documents";
                            });
    });
    return path ? http::redirect(*path) : again({path.error()});
}

/// A file that was kept before there was a scanner is scanned before anybody opens it; nothing
/// where it may be opened.
std::optional<http::Response> scans_late(const http::Request& request, const Services& services,
                                         const Case& found, const Attachment& attachment,
                                         const AttachmentFiles& files, std::string_view bytes)
{
    const auto state = scan_late(request, services, attachment, files, bytes);
    if (!state) return http::failure(state.error());
    if (*state != ScanState::infected) return std::nullopt;
    log::warning("an attachment is kept closed", {});
    return case_page(request, services, found, "This file is kept closed",
                     kept_closed_view(address_of(found.id)));
}

http::Response open_attachment(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.file");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    const auto id = request.path<AttachmentId>("attachment");
    if (!id) return http::not_found();
    const auto attachment = [&] {
        auto reading = store_of(request, services).read();
        return find_attachment(reading, agency, found.id, *id);
    }();
    if (!attachment) return http::failure(attachment.error());
    const auto files = services.files_of(agency);
    if (!files) return http::failure(files.error());
    auto bytes = (*files)->content(*attachment);
    if (!bytes) {
        log::error("an attachment cannot be opened", {{"why", log::safe(bytes.error().detail)}});
        return http::failure({ErrorKind::unavailable,
                              "The file cannot be opened. Tell your administrator, who can restore "
                              "it from a backup",
                              {},
                              {}});
    }
    if (auto instead = scans_late(request, services, found, *attachment, **files, *bytes))
        return std::move(*instead);
    return http::download(std::move(*bytes), std::string(content_type_of(attachment->type)),
                          attachment->name);
}

} // namespace pages_attachments_detail

Result<ScanState> scan_late(const http::Request& request, const Services& services,
                            const Attachment& attachment, const AttachmentFiles& files,
                            std::string_view bytes)
{
    if (attachment.scan != ScanState::not_scanned || !files.is_scanning()) return attachment.scan;
    const auto scanned = files.scan(bytes);
    if (!scanned) return scanned.error();
    const auto now = services.guard->clock().now();
    db::with_retry(store_of(request, services), "mark scanned", [&](db::Transaction& transaction) {
        mark_scanned(transaction, access::actor(request).agency, attachment.id, *scanned, now);
    });
    return *scanned;
}

std::string scanning_of(const http::Request& request, const Services& services)
{
    const auto files = services.files_of(access::actor(request).agency);
    return scanning_in_words(files && (*files)->is_scanning());
}

void add_attachment_pages(http::Router& router, const Services& services)
{
    using namespace pages_attachments_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/documents", guard.policy("advice.view"),
               page_of(show_documents));
    router.post("/advice/cases/{case}/documents",
                forms::taking(guard.policy("advice.change"), {"received", "category", "files"}),
                page_of(add_documents), {.body_limit = most_in_a_form});
    router.get("/advice/cases/{case}/attachments/{attachment}", guard.policy("advice.file"),
               page_of(open_attachment));
}

} // namespace onroll::casework
