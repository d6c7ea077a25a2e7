#include "casework/attachment_upload.h"

#include "casework/store_attachments.h"

#include "access/gate.h"
#include "platform/log/log.h"

#include <utility>

namespace onroll::casework {
namespace attachment_upload_detail {

std::vector<const http::Upload*> chosen_in(const http::Form& form, std::string_view field)
{
    std::vector<const http::Upload*> chosen;
    for (const auto& upload : form.uploads)
        if (upload.field == field && upload.was_chosen()) chosen.push_back(&upload);
    return chosen;
}

/// "File 2: The selected file is empty", where there are several.
Error at_files(Error error, std::string_view field, std::size_t number, std::size_t of)
{
    error.where = field;
    if (of > 1) error.message = "File " + std::to_string(number) + ": " + error.message;
    return error;
}

/// Looked at before any byte is kept, and again where the rows are added.
Result<void> fits(const http::Request& request, const Services& services, const Case& found,
                  const std::vector<const http::Upload*>& chosen)
{
    auto reading = store_of(request, services).read();
    std::uint64_t bytes = 0;
    for (const auto* upload : chosen) bytes += upload->size;
    return check_room(reading, access::actor(request).agency, found.id, bytes,
                      services.most_of_a_service);
}

} // namespace attachment_upload_detail
using namespace attachment_upload_detail;

bool brings_files(const http::Form& form)
{
    return !chosen_in(form, files_field).empty();
}

BroughtFiles keep_files(const http::Request& request, const Services& services, const Case& found,
                        std::string_view field)
{
    BroughtFiles brought;
    const auto chosen = chosen_in(request.form(), field);
    if (chosen.empty()) return brought;
    if (const auto fitting = fits(request, services, found, chosen); !fitting) {
        brought.errors.push_back(at_files(fitting.error(), field, 1, 1));
        return brought;
    }
    const auto files = services.files_of(access::actor(request).agency);
    if (!files) {
        brought.errors.push_back(at_files(files.error(), field, 1, 1));
        return brought;
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        auto kept = (*files)->keep(*chosen[i]);
        if (kept) {
            brought.kept.push_back(std::move(*kept));
            continue;
        }
        if (!kept.error().detail.empty())
            log::warning("an attachment was not kept", {{"why", log::safe(kept.error().detail)}});
        brought.errors.push_back(at_files(kept.error(), field, i + 1, chosen.size()));
    }
    if (!brought.errors.empty()) {
        discard(request, services, brought);
        brought.kept.clear();
    }
    return brought;
}

Result<void> add_rows(db::Transaction& transaction, const Services& services,
                      const access::Actor& actor, const CaseId& of, const BroughtFiles& brought,
                      const AddedTo& place, Category category, Date received_on, Instant now)
{
    if (brought.kept.empty()) return {};
    wait_for_files(transaction, actor.agency);
    std::uint64_t bytes = 0;
    for (const auto& file : brought.kept) bytes += static_cast<std::uint64_t>(file.bytes);
    if (const auto fitting =
            check_room(transaction, actor.agency, of, bytes, services.most_of_a_service);
        !fitting)
        return at_files(fitting.error(), files_field, 1, 1);
    for (const auto& file : brought.kept) {
        Attachment row{.id = file.id,
                       .of = of,
                       .added_to = place,
                       .name = file.name,
                       .type = file.type,
                       .category = category,
                       .received_on = received_on,
                       .bytes = file.bytes,
                       .sha256 = file.sha256,
                       .scan = file.scan,
                       .added_at = now,
                       .added_by = actor.user};
        if (file.scan != ScanState::not_scanned) row.scanned_at = now;
        add_attachment(transaction, actor.agency, row);
    }
    return {};
}

void discard(const http::Request& request, const Services& services, const BroughtFiles& brought)
{
    if (brought.kept.empty()) return;
    const auto files = services.files_of(access::actor(request).agency);
    if (!files) return;
    for (const auto& file : brought.kept) (*files)->discard(file.id);
}

Result<std::string> save_with_files(const http::Request& request, const Services& services,
                                    const BroughtFiles& brought,
                                    const std::function<Result<std::string>(bool& stored)>& save)
{
    bool stored = false;
    auto path = save(stored);
    if (!path || !stored) discard(request, services, brought);
    return path;
}

Category category_in(const http::Form& form)
{
    return category_named(form["category"]).value_or(Category::other);
}

} // namespace onroll::casework
