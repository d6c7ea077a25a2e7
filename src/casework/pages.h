// The pages of the advice service: /advice. Each is behind the policy of access, and notes what it
// shows in the service's own store.
#pragma once

#include "casework/recount.h"
#include "casework/attachment_files.h"
#include "casework/store_open.h"

#include "access/guard.h"
#include "access/services.h"
#include "check/hand_over.h"
#include "check/services.h"
#include "kernel/identifiers.h"
#include "people/address_safe.h"
#include "platform/crypto/crypto.h"
#include "platform/http/router.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Somebody who works on cases.
struct Colleague {
    access::UserId user;
    std::string name;
};

/// An advice service by its id, for pages that somebody without a sign-in opens by a link.
struct ServiceStore {
    std::string name;
    db::Database* store;
};

/// An advice service with its own store, for what it publishes.
struct PublishingService {
    access::AgencyId agency;
    std::string name;
    db::Database* store = nullptr;
};

/// All of it outlives the router.
struct Services {
    const access::Services* access = nullptr;
    const access::Guard* guard = nullptr;
    const crypto::Key* drafts = nullptr; ///< seals typed work that was not saved
    const crypto::Key* feeds = nullptr;  ///< makes the secret part of calendar addresses
    std::string area_name;               ///< as it stands in a sentence: "Tidemoor", "this area"
    /// Nothing where the id is no advice service.
    std::function<std::optional<ServiceStore>(const access::AgencyId&)> service_named;
    /// A school's name, or "School with URN 123456".
    std::function<std::string(Urn)> school_name;
    /// A council's name by its number, as a family told it; empty where nobody knows it.
    std::function<std::string(int)> council_name;
    /// Schools that fit some words, for a person to choose from.
    std::function<std::vector<check::SchoolChoice>(std::string_view words)> search_schools;
    /// A school in law with its calendar, and another text whenever a calendar changed.
    SchoolFor school_for;
    std::function<std::string()> calendar_revision;
    /// Who can be given a case: active advisers and managers of the service, by name.
    std::function<std::vector<Colleague>(const access::AgencyId&)> caseworkers;
    /// For whom somebody stands in today.
    std::function<std::vector<access::UserId>(const access::AgencyId&, const access::UserId&)>
        covered_by;
    const people::AddressSafe* safe = nullptr; ///< opens protected addresses for a comparison
    const crypto::Key* outbox = nullptr;       ///< seals notices that wait
    const crypto::Key* links = nullptr;        ///< tokens of families' links follow from it
    const crypto::Key* papers = nullptr;       ///< seals papers that are given
    std::string public_address;                ///< what links begin with
    std::string advice_phone;                  ///< may be empty
    /// Every advice service of this installation with its store, for whoever comes with a link.
    std::function<std::vector<AdviceStore>()> advice_stores;
    /// A notice was stored and committed.
    std::function<void()> wake_notices;
    /// The name of a colleague; empty where there is none in that agency.
    std::function<std::string(const access::AgencyId&, const access::UserId&)> name_of;
    /// Every advice service here, by name.
    std::function<std::vector<PublishingService>()> all_services;
    /// What a family's code holds; bad_input, with what to do, where it is none of this area.
    std::function<Result<check::HandedOver>(std::string_view code)> read_hand_over;
    /// The service's store as the owner of its tables; nothing where the store itself is that.
    std::function<Result<std::shared_ptr<db::Database>>(const access::AgencyId&)> as_owner;
    /// Where the bytes of a service's attachments lie. unavailable where that place cannot be used.
    std::function<Result<const AttachmentFiles*>(const access::AgencyId&)> files_of;
    /// The most bytes that all files of one service hold.
    std::uint64_t most_of_a_service = casework::most_of_a_service;
};

void add_pages(http::Router& router, const Services& services);

/// What counting dates needs from outside the store.
Reckoner reckoner_of(const Services& services);

/// How an actor stands to a "contact" or a "case" of the store that their agency has; for the
/// question of a purpose.
std::optional<access::Standing> standing_to(const Services& services, const access::Actor& actor,
                                            std::string_view kind, std::string_view record);

} // namespace onroll::casework
