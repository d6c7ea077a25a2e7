// What the pages about one person show. Words and layout only: no queries, no rules.
#pragma once

#include "people/history.h"
#include "people/record.h"
#include "people/rules_disclosure.h"
#include "people/rules_family.h"
#include "people/types_limits.h"

#include "design/html.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

/// What everybody who opens any page of a record reads first: the page's heading, which names
/// nobody since it is the title too, then who it is, and the alerts. trust.md F-08, S-09.
design::Html identity_bar(std::string_view heading, const Person& person,
                          const std::vector<std::string>& alerts, Date today);

/// A form of one button in the page: its action, and what forms::start wrote.
struct PostButton {
    std::string action;
    design::Html start;
};

struct ChildView {
    ChildRecord record;
    std::vector<std::string> alerts{};
    Date today{};
    std::function<std::string(Urn)> school_name{};
    std::vector<std::string>
        school_pages{}; ///< where each school is changed; none where it may not
    bool may_change = false;
    bool may_move = false; ///< record another home
    bool may_see_audit = false;
    bool may_keep = false;       ///< see how long it is kept, and hold it
    bool may_copy = false;       ///< make a copy for the person
    bool may_reveal = false;     ///< open a protected address
    bool may_see_number = false; ///< the NHS number, and change it
    std::vector<std::pair<AddressId, PostButton>> reveal{}; ///< for each protected address
    std::vector<PersonId> alike{}; ///< other records that may be of the same child
    bool saved = false;
    bool may_withhold = false;     ///< open it to named people only
    bool may_declare = false;      ///< say that it is one's own or a relative's
    bool may_ask_requests = false; ///< requests to see the record
    bool may_dispute = false;      ///< note that something in it is disputed
    bool may_restrict = false;     ///< stop its use
    std::string break_glass{};     ///< where a protected address opens in an emergency; or empty
    std::vector<Household> households{};
};
design::Html child_view(const ChildView& view);

struct AdultView {
    Person adult;
    std::vector<PersonAddress> addresses{};
    std::vector<ContactLine> contacts{};
    SafeContact safe{};
    ContactPermission contact = ContactPermission::permitted; ///< the strictest of the ties
    std::vector<std::string> warnings{};
    std::vector<std::pair<Person, FamilyTie>> children{};
    std::vector<PersonId> alike{}; ///< other records that may be of the same person
    Date today{};
    bool may_change = false;
    bool may_move = false; ///< record another home
    bool may_declare = false;
    std::vector<design::Html> more{}; ///< links to what else can be done with it
};
design::Html adult_view(const AdultView& view);

struct RightsView {
    Person child;
    FamilyMember member;
    Rights rights;
    std::vector<std::string> alerts{};
    std::optional<AdultCopy> copy{};
    std::function<std::string(Urn)> school_name{};
    Date today{};
    bool may_change = false;
};
/// What one adult may be told and asked, with the reason and source of each answer.
design::Html rights_view(const RightsView& view);

/// A protected address, shown because somebody asked for it and may see it.
design::Html revealed_view(const Person& person, const Address& address,
                           const std::vector<std::string>& alerts, Date today);

struct HistoryView {
    Person person;
    std::vector<std::string> alerts{};
    std::vector<PastValue> changes{};
    std::vector<Merge> merges{};
    std::vector<std::pair<MergeId, PostButton>> agree{};
    std::vector<std::pair<MergeId, PostButton>> undo{};
    std::function<std::string(std::string_view user)> staff_name{};
    Date today{};
};
design::Html history_view(const HistoryView& view);

} // namespace onroll::people
