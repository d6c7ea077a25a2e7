// One row of a list of children against the records: whom it is about, what of it differs, and
// carrying it out. Only for the store's own files.
#pragma once

#include "people/held_rows.h"
#include "people/store.h"
#include "people/store_told.h"
#include "people/types_import.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people::store_imports_detail {

/// What whoever brings a list may be told of and may set; nobody may all. Both outlive it.
class Bringing {
public:
    Bringing(db::Queries& database, const access::Actor* by);

    db::Queries& database() const { return database_; }
    /// Nothing is said of the record to them.
    bool hides(const PersonId& id);
    /// What the row states, without an NHS number that they may not set on the record; or on a new
    /// one, which is theirs.
    ListedChild taken(const ListedChild& listed, const std::optional<PersonId>& on) const;
    /// That the row's NHS number is not taken, where it is not.
    std::optional<CellError> note_of(const ListedChild& listed, const RowPlan& row) const;
    /// Whether what a list once did to this field may be taken back by them.
    bool may_take_back(const PersonId& id, std::string_view field) const;

private:
    bool may_set_number(const std::optional<PersonId>& on) const;

    db::Queries& database_;
    const access::Actor* by_;
    std::optional<Telling> telling_{};
};

/// Whom a row is about: somebody certain, somebody who must be looked at, or nobody yet.
struct Match {
    std::optional<PersonId> person{};
    std::string doubt{};
};
/// A record that is hidden from whoever brings the list is never somebody certain.
Match match_of(Bringing& bringing, const access::AgencyId& agency, const ListedChild& listed);

/// The details with what the row states; what it leaves blank stays.
PersonDetails filled(const Person& person, const PersonDetails& listed);

/// What of the row differs from the record; the doubt says why a person must look.
struct Difference {
    std::vector<std::string> fields{};
    bool address = false;
    bool school = false;
    bool care = false;
    std::vector<ListedParent> new_parents{};
    std::string doubt{};
};
Difference difference_of(const ChildRecord& record, const ListedChild& listed, Date today);

/// Carries out rows and keeps what an undo needs.
class Maker {
public:
    Maker(db::Transaction& transaction, const Scope& scope, const AddressSafe& safe,
          const ImportId& id, const access::Actor* by);

    /// Whom the row was carried out for; of an updated one the plan says who.
    Result<PersonId> make(const ListedChild& stated, const RowPlan& plan);

private:
    void keep(const PersonId& person, std::string_view field, std::string_view before,
              std::string_view after);
    Result<void> change_details(const Person& person, const ListedChild& listed);
    Result<void> change_home(const ChildRecord& record, const Address& address);
    Result<void> change_school(const ChildRecord& record, const ListedChild& listed);
    Result<void> change_care(const PersonId& child, const CareStatement& care);
    Result<void> add_parent(const PersonId& child, const ListedParent& parent);

    db::Transaction& transaction_;
    const Scope& scope_;
    const AddressSafe& safe_;
    ImportId id_;
    Bringing bringing_;
    std::size_t row_ = 0; ///< which is being carried out
};

} // namespace onroll::people::store_imports_detail
