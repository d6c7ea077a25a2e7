#include "casework/store_open.h"

#include "casework/store.h"
#include "casework/store_attachments.h"

#include "platform/db/row_security.h"

#include <system_error>
#include <utility>

namespace onroll::casework {
namespace store_open_detail {

/// Tables that the serving role adds to and reads; retention empties old ones as the owner.
const std::vector<std::string> append_only{
    "audit_entry",                //
    "audit_signed_head",          //
    "audit_erasure",              //
    "casework_contact_before",    //
    "casework_hand_over",         //
    "casework_service",           //
    "casework_signpost",          //
    "casework_signpost_result",   //
    "casework_level",             //
    "casework_case_state",        //
    "casework_allocation",        //
    "casework_profile",           //
    "casework_close",             //
    "casework_close_taken_back",  //
    "casework_batch_line",        //
    "casework_place_capacity",    //
    "casework_feedback",          //
    "casework_task_before",       //
    "casework_event_fact",        //
    "casework_date_change",       //
    "casework_need_step",         //
    "casework_next_step",         //
    "casework_next_step_result",  //
    "casework_action_before",     //
    "casework_action_topic",      //
    "casework_action_with",       //
    "casework_note_before",       //
    "casework_attachment_before", //
    "casework_account",           //
    "casework_message",           //
    "casework_message_mark",      //
    "casework_status",            //
};

/// As whoever signed in at the server, who made the tables.
Result<std::unique_ptr<db::Database>> open_as_owner(db::Settings settings)
{
    settings.role.clear();
    settings.agency.clear();
    return db::Database::open(settings);
}

/// The tables are made by who signed in at the server; what serves is a role that owns none.
Result<void> prepare_schema(const db::Settings& settings, const Clock& clock)
{
    auto owner = open_as_owner(settings);
    if (!owner) return owner.error();
    if (const auto ready = prepare(**owner, clock); !ready) return ready.error();
    db::secure_rows(**owner, {settings.schema, settings.role, append_only});
    return {};
}

Result<void> make_folder(const std::filesystem::path& folder)
{
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    if (!trouble) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
    if (!trouble) return {};
    return Error{ErrorKind::unavailable,
                 folder.string() + " cannot be made. Check who owns the data folder",
                 trouble.message(),
                 {}};
}

/// A page may hold one reader while it asks with another; were there only one for each worker,
/// workers could wait for each other until all of them give up. Connections are made only when they
/// are needed.
constexpr int readers_of_a_server = 16;

/// Several servers may keep files beside one PostgreSQL: a young one may be another's, whose row is
/// on its way.
constexpr std::chrono::hours others_may_be_writing{24};

} // namespace store_open_detail
using namespace store_open_detail;

db::Settings settings_for(const AdvicePlace& place, const access::AgencyId& agency)
{
    if (place.postgres.empty())
        return {.url = "sqlite:" + (place.data / "advice" / (agency.text() + ".db")).string(),
                .readers = readers_of_a_server};
    return {.url = place.postgres,
            .readers = readers_of_a_server,
            .schema = "advice_" + agency.text(),
            .role = "onroll_advice_" + agency.text(),
            .agency = agency.text()};
}

Result<AttachmentFiles> open_files(const AdvicePlace& place, const access::AgencyId& agency)
{
    const auto folder = place.data / "advice";
    if (place.data.empty())
        return Error{ErrorKind::unavailable, "There is no data folder to keep files in", {}, {}};
    if (const auto made = make_folder(folder); !made) return made.error();
    return AttachmentFiles::open(folder / agency.text(), folder / (agency.text() + ".key"),
                                 place.scanner);
}

AdviceStores::AdviceStores(AdvicePlace place, const Clock& clock)
    : place_(std::move(place)), clock_(clock)
{
}

Result<db::Database*> AdviceStores::of(const access::AgencyId& agency)
{
    const std::lock_guard only(turn_);
    return open_store(agency);
}

Result<db::Database*> AdviceStores::open_store(const access::AgencyId& agency)
{
    if (const auto found = open_.find(agency); found != open_.end()) return found->second.get();
    const auto settings = settings_for(place_, agency);
    if (place_.postgres.empty()) {
        if (const auto made = make_folder(place_.data / "advice"); !made) return made.error();
    } else if (const auto ready = prepare_schema(settings, clock_); !ready) {
        return ready.error();
    }
    auto database = db::Database::open(settings);
    if (!database) return database.error();
    if (place_.postgres.empty())
        if (const auto ready = prepare(**database, clock_); !ready) return ready.error();
    return open_.emplace(agency, std::move(*database)).first->second.get();
}

Result<std::shared_ptr<db::Database>> AdviceStores::as_owner(const access::AgencyId& agency)
{
    if (place_.postgres.empty()) return std::shared_ptr<db::Database>();
    if (const auto store = of(agency); !store) return store.error();
    auto owner = open_as_owner(settings_for(place_, agency));
    if (!owner) return owner.error();
    return std::shared_ptr<db::Database>(std::move(*owner));
}

Result<const AttachmentFiles*> AdviceStores::files_of(const access::AgencyId& agency)
{
    const std::lock_guard only(turn_);
    if (const auto found = files_.find(agency); found != files_.end()) return &found->second;
    auto store = open_store(agency);
    if (!store) return store.error();
    auto files = open_files(place_, agency);
    if (!files) return files.error();
    {
        auto reading = (*store)->read();
        const auto age = place_.postgres.empty() ? std::chrono::hours(0) : others_may_be_writing;
        files->sweep(all_attachments(reading, agency), age);
    }
    return &files_.emplace(agency, std::move(*files)).first->second;
}

} // namespace onroll::casework
