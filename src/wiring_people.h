// People put together: the key that seals protected addresses, the names of schools, agencies and
// staff that other parts know, and the invented families. Part of wiring.
#pragma once

#include "wiring_access.h"

#include "people/api.h"
#include "people/commands.h"
#include "people/demo.h"
#include "people/pages.h"
#include "people/services.h"

#include <cstddef>
#include <filesystem>

namespace onroll::wiring {

/// Lives as long as the server. Everything given outlives it.
class PeopleService {
public:
    /// Adds its menu entry and its kind of record to `staff`.
    PeopleService(db::Database& database, StaffService& staff, const crypto::Key& root);

    void add_pages(http::Router& router) { people::add_pages(router, services_); }
    void add_api(http::Router& router, openapi::Document& description)
    {
        people::add_api(router, description, services_);
    }

private:
    people::AddressSafe safe_;
    crypto::Key drafts_key_;
    people::Services services_;
};

/// Writes once to whoever allowed sharing without consent, and to the officers for data protection,
/// when the day of its review has passed.
void tell_of_late_overrides(db::Database& shared, AgencyPlaces& places, const access::Keys& keys,
                            const std::string& site, Instant now);

/// Lets go of what names people beside their records, where its time has come (store_let_go.h).
void let_go_of_old(db::Database& shared, AgencyPlaces& places, Instant now);

/// The safe that seals under a data folder's own key.
people::AddressSafe address_safe(const crypto::Key& root);

/// What `onroll people …` asks for; `open` is how main opens a store.
people::CommandSettings
people_commands(std::function<Result<std::unique_ptr<db::Database>>(const cli::Context&)> open);

/// Invented children for every invented council, school and provider that has a worker: most for
/// the council. Nothing where there are some.
Result<people::DemoPeopleFilled> fill_demo_people(db::Database& database, const crypto::Key& root,
                                                  std::size_t children, const Clock& clock);

} // namespace onroll::wiring
