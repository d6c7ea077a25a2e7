#include "casework/attachment_upload.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_work.h"
#include "casework/store_attachments.h"
#include "casework/typed_words.h"
#include "casework/views_attachments.h"

#include "design/page.h"
#include "forms/asked.h"
#include "forms/comparison.h"
#include "platform/clock/clock.h"
#include "platform/log/log.h"

#include <algorithm>
#include <utility>
#include <variant>

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

/// The file of the address, in a case that may be changed; or what to answer instead.
struct EnteredFile {
    Case found;
    Attachment attachment;
};
std::variant<EnteredFile, http::Response> entered_file(const http::Request& request,
                                                       const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& found = std::get<Case>(entered);
    const auto id = request.path<AttachmentId>("attachment");
    if (!id) return http::not_found();
    auto reading = store_of(request, services).read();
    auto attachment = find_attachment(reading, access::actor(request).agency, found.id, *id);
    if (!attachment) return http::failure(attachment.error());
    return EnteredFile{std::move(found), std::move(*attachment)};
}

std::string address_of_kind(const EnteredFile& both)
{
    return address_of(both.found.id) + "/attachments/" + both.attachment.id.text() + "/kind";
}

std::vector<CategoryBefore> kinds_of(const http::Request& request, const Services& services,
                                     const EnteredFile& both)
{
    auto reading = store_of(request, services).read();
    auto before = categories_before(reading, access::actor(request).agency, both.found.id);
    std::erase_if(before, [&](const CategoryBefore& one) { return one.id != both.attachment.id; });
    std::reverse(before.begin(), before.end());
    return before;
}

http::Response kind_page(const http::Request& request, const Services& services,
                         const EnteredFile& both, FirstView first)
{
    const auto& agency = access::actor(request).agency;
    const KindView view{
        .address = address_of(both.found.id),
        .attachment = both.attachment,
        .form = std::move(first.form),
        .start = start_of(request, address_of_kind(both), first.version),
        .banner = std::move(first.banner),
        .before = kinds_of(request, services, both),
        .name_of = [&](const access::UserId& user) { return services.name_of(agency, user); }};
    return case_page(request, services, both.found, "Change what kind of paper this is",
                     kind_view(view), !view.form.errors.empty());
}

http::Response show_kind(const http::Request& request, const Services& services)
{
    auto entered = entered_file(request, services);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& both = std::get<EnteredFile>(entered);
    http::Fields fields{{"category", std::string(key_of(both.attachment.category))}};
    return kind_page(request, services, both,
                     first_view(request, services, std::move(fields), both.attachment.version));
}

/// What it is said to be now beside what was chosen.
http::Response compare_kinds(const http::Request& request, const Services& services,
                             const EnteredFile& both, Category chosen)
{
    const auto before = kinds_of(request, services, both);
    auto kind =
        forms::compared("category", "What it is", std::string(key_of(both.attachment.category)),
                        std::string(key_of(chosen)));
    kind.saved_words = in_words(both.attachment.category);
    kind.typed_words = in_words(chosen);
    auto comparison = forms::comparison_form(
        {.action = address_of_kind(both),
         .start = {.page = address_of_kind(both),
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(both.attachment.version)},
         .saved_by = before.empty() ? std::string()
                                    : services.name_of(access::actor(request).agency,
                                                       before.front().changed_by),
         .saved_when = before.empty() ? std::string() : moment_in_words(before.front().changed_at),
         .questions = {kind},
         .leave_href = address_of(both.found.id) + "/documents"});
    const std::string title = "Somebody else changed this document";
    return case_page(request, services, both.found, title,
                     design::page_heading(title) + comparison);
}

http::Response change_kind(const http::Request& request, const Services& services)
{
    auto entered = entered_file(request, services);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& both = std::get<EnteredFile>(entered);
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto again = [&](Error error) {
        return kind_page(request, services, both,
                         {.form = {.values = form.fields, .errors = {std::move(error)}},
                          .version = version_in(form),
                          .banner = {}});
    };
    const auto category = category_named(form["category"]);
    if (!category) return again(bad_input("Select what it is", "category"));
    if (*category == both.attachment.category)
        return http::redirect(address_of(both.found.id) + "/documents");
    const auto path =
        save_in_case(request, services, "advice.change", both.found, form, {"documents"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto changed =
                             change_category(transaction, actor.agency, both.found.id,
                                             both.attachment.id, version_in(form), *category,
                                             actor.user, services.guard->clock().now());
                         if (!changed) return changed.error();
                         return address_of(both.found.id) + "/documents";
                     });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare_kinds(request, services, both, *category);
    return again(path.error());
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
    const std::string kind = "/advice/cases/{case}/attachments/{attachment}/kind";
    router.get(kind, guard.policy("advice.change"), page_of(show_kind));
    router.post(kind, forms::taking(guard.policy("advice.change"), {"category"}),
                page_of(change_kind));
}

} // namespace onroll::casework
