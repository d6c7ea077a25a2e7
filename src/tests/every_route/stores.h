// Everything that the invented area keeps at one moment, as the tests look at it: the store that
// agencies share, and each advice service's own.
#pragma once

#include "tests/every_route/area.h"

#include "casework/store_open.h"
#include "helpers/test_database.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tidemoor {

/// One store, and whose it is; nobody's for the common one.
struct Kept {
    std::string name;
    db::Database* database = nullptr;
    std::optional<access::AgencyId> agency{};
};

/// Each table of each store, by the names of both, with every row of it in one text.
using Tables = std::map<std::string, std::string>;

/// An entry of the audit that a request left, and in which store.
struct NotedIn {
    std::string store;
    std::string agency; ///< in whose chain
    std::string act;
    std::string kind;
    std::string outcome;
    std::string record;
    std::string actor;
    std::string origin;

    bool operator==(const NotedIn&) const = default;
};

/// A copy: the server has its stores open, and nobody else may open them.
class Stores {
public:
    explicit Stores(const Area& of);

    const std::vector<Kept>& all() const { return all_; }
    /// The store in which what they do is noted.
    const Kept& of(const SignedIn& who) const;
    const Kept& of_agency(const access::AgencyId& agency) const;
    /// Without the audit, and without when a sign-in was last used.
    Tables tables() const;
    /// Of the audit as it is when somebody first asks.
    std::vector<NotedIn> entries_of(const std::string& request) const;

private:
    tests::TestDatabase copy_{db::Engine::sqlite};
    casework::AdviceStores advice_;
    std::vector<Kept> all_;
    mutable std::optional<std::map<std::string, std::vector<NotedIn>>> entries_;
};

/// "common" and the audit's words for one entry, to be read where a test fails.
std::string told(const std::vector<NotedIn>& entries);

} // namespace tidemoor
