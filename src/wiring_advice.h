// Where the deeds and typed work of each agency's staff are kept: in the store that all share, or,
// for an advice service, in its own. Part of wiring.
#pragma once

#include "access/guard.h"
#include "access/services.h"
#include "audit/recorder.h"
#include "casework/demo.h"
#include "casework/store_open.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <functional>
#include <map>
#include <mutex>
#include <memory>
#include <string_view>
#include <vector>

namespace onroll::wiring {

/// Safe to share between threads. Everything given outlives it.
class AgencyPlaces {
public:
    AgencyPlaces(db::Database& shared, casework::AdvicePlace advice, const Clock& clock);

    /// Where what somebody does is noted. Throws where an advice service's store cannot be opened:
    /// then nothing of it is shown.
    access::AuditPlace of(const access::AgencyId& agency, access::AgencyKind kind);
    /// The same, for who is known by their agency alone.
    access::AuditPlace of(const access::AgencyId& agency);

    /// Where the bytes of an advice service's attachments lie.
    Result<const casework::AttachmentFiles*> files_of(const access::AgencyId& agency)
    {
        return stores_.files_of(agency);
    }

    /// An advice service's store as the owner of its tables, where that is somebody else.
    Result<std::shared_ptr<db::Database>> as_owner(const access::AgencyId& agency)
    {
        return stores_.as_owner(agency);
    }

    /// Every store that holds an audit and can be opened: the shared one and those of advice
    /// services.
    std::vector<db::Database*> all();
    /// Every advice service with its store.
    std::vector<casework::AdviceStore> advice();
    /// The stores of advice services that can be opened. One that cannot is logged.
    std::vector<db::Database*> apart();

private:
    access::AuditPlace of_advice(const access::AgencyId& agency);

    db::Database& shared_;
    audit::Recorder shared_recorder_;
    casework::AdviceStores stores_;
    const Clock& clock_;
    std::mutex turn_;
    std::map<access::AgencyId, audit::Recorder> recorders_;
};

/// Does hourly work for one agency after another, each with only its rows in sight. What one of
/// them makes impossible is logged under the work's name, and the others go on.
void each_agency(db::Database& shared, std::string_view work,
                 const std::function<void(const access::Agency&)>& deed);

/// Sends the advisers of every advice service the reminders that are due, as casework::remind says.
/// `shared` keeps the mail until it has left; `site` begins the address of the day list.
void remind_advisers(db::Database& shared, AgencyPlaces& places, const access::Keys& keys,
                     const std::string& site, Instant now);

/// Forgets in every advice service whose visits by a link ended long ago, as
/// casework::forget_ended_visits says.
void forget_ended_visits(db::Database& shared, AgencyPlaces& places, Instant now);

/// What seals and signs what passes between an advice service and families.
struct AdviceKeys {
    crypto::Key outbox, links, papers;
};
AdviceKeys advice_keys(const crypto::Key& root);

/// Years of the invented advice service in its own store. Nothing where it has
/// contacts, or where no such service is.
Result<casework::DemoAdviceFilled>
fill_demo_advice(db::Database& shared, const casework::AdvicePlace& place, const crypto::Key& root,
                 const casework::DemoAdviceSize& size, const Clock& clock);

} // namespace onroll::wiring
