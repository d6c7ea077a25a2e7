// What the pages of people need; made once by main. All of it outlives the router.
#pragma once

#include "people/address_safe.h"
#include "people/subject_access.h"

#include "access/guard.h"
#include "access/services.h"
#include "kernel/identifiers.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct Services {
    const access::Services* access = nullptr;
    const access::Guard* guard = nullptr;
    const AddressSafe* safe = nullptr;
    const crypto::Key* drafts = nullptr; ///< opens what a form kept when a sign-in ran out
    /// A school's name, or "School with URN 123456".
    std::function<std::string(Urn)> school_name;
    /// Agencies that something may be shared with: id and name.
    std::function<std::vector<std::pair<std::string, std::string>>()> agencies;
    /// Where every agency but the advice services keeps its people: what they share is read from
    /// here.
    db::Database* shared = nullptr;
    /// The own stores of advice services: what one shares is read from there, by store_received and
    /// nothing else. May be empty.
    std::function<std::vector<db::Database*>()> apart{};
    /// An agency's name.
    std::function<std::string(const access::AgencyId&)> agency_name{};
    /// What other parts hold about a person, for a copy of their record. May be empty.
    std::function<std::vector<HeldItem>(db::Queries&, const access::AgencyId&, access::AgencyKind,
                                        const PersonId&)>
        more_held{};
    /// "Looked at the record".
    std::function<std::string(const audit::Deed&)> act_in_words{};
    /// A member of staff's name, for who did what.
    std::function<std::string(const access::AgencyId&, std::string_view user)> staff_name{};
};

} // namespace onroll::people
