#include "wiring_rows.h"

#include "access/store_users.h"
#include "casework/store_open.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/failure.h"
#include "wiring.h"

#include <utility>

namespace onroll::wiring {
namespace wiring_rows_detail {

constexpr const char* serving_role = "onroll_area";

} // namespace wiring_rows_detail

db::RowSecurity area_rows(const std::string& schema)
{
    return {.schema = schema,
            .role = wiring_rows_detail::serving_role,
            .append_only = {"audit_entry", "audit_signed_head", "audit_erasure",
                            "rights_acknowledgement"},
            // Signing in looks through these before it is known whose agency it is; mail leaves,
            // and the ends of the chains are signed, for all agencies at once. None holds a child's
            // record.
            .before_sign_in = {"access_team", "access_user", "access_user_role", "access_request",
                               "access_user_team", "access_cover", "access_code_seed",
                               "access_recovery_code", "access_sign_in", "access_link",
                               "access_api_key", "access_support", "sign_on_provider",
                               "sign_on_identity", "sign_on_passkey", "sign_on_answered",
                               "mail_message", "audit_head", "audit_signed_head"},
            // Sharing is an act of the giver: what is shared stays the giver's row.
            .shared_with = {"people_share"},
            // Every agency sees the names of the others, and which schools stand by the code.
            .read_by_all = {"access_agency", "rights_acknowledgement"}};
}

Result<std::unique_ptr<db::Database>> open_as_server(db::Database& owner, db::Settings settings)
{
    const auto rows = area_rows(settings.schema);
    try {
        db::secure_rows(owner, rows);
    } catch (const db::Failure& failure) {
        return Error{
            ErrorKind::unavailable,
            "The database server would not let the tables be secured by agency. Sign in at "
            "it as the owner of the database, with the right to make roles (CREATEROLE)",
            failure.what(),
            {}};
    }
    settings.role = rows.role;
    return db::Database::open(settings);
}

Result<void> secure_server(const std::filesystem::path& data, const std::string& server,
                           const Clock& clock)
{
    auto shared = open_store(data, server, clock);
    if (!shared) return shared.error();
    const auto agencies = [&] {
        const db::WorkFor its(db::nobody_yet);
        auto reader = (*shared)->read();
        return access::all_agencies(reader);
    }();
    casework::AdviceStores advice({.data = data, .postgres = server}, clock);
    for (const auto& agency : agencies)
        if (agency.kind == access::AgencyKind::advice_service)
            if (const auto secured = advice.of(agency.id); !secured) return secured.error();
    return {};
}

} // namespace onroll::wiring
