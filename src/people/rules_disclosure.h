// What of a child's record may go to one adult: nothing that is another adult's, and nothing that
// says where the child is unless this adult may be told. Pure. Follows trust.md F-02 and F-03.
#pragma once

#include "people/record.h"
#include "people/rules_family.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// All that a page, letter or export made for this adult may say.
struct AdultCopy {
    std::string child{};
    std::optional<Date> born_on{};
    std::string home{};                 ///< of the child; `withheld` where it may not be said
    std::vector<SchoolPlace> schools{}; ///< none where they would say where the child is
    bool schools_withheld = false;
    std::vector<SenStatement> sen{};
    std::string adult{}; ///< this adult's own name, contacts and home
    std::vector<std::string> own_contacts{};
    std::string own_home{};
    bool operator==(const AdultCopy&) const = default;
};

/// The facts that this adult's rights hang on. The child's home is kept from an adult without sole
/// care when it, or the home of another adult with care, is protected.
/// Source: trust rules F-02 and F-03.
ChildFacts facts_for(const ChildRecord& record, const FamilyMember& member, Date today);

/// Nothing for somebody who is not in the child's family, or is no parent in education law.
/// Source: trust rules F-02 and F-03; SI 2005/1437 reg 5.
std::optional<AdultCopy> copy_for_adult(const ChildRecord& record, const PersonId& adult,
                                        Date today);

/// What everybody who opens the record must read first, the most urgent before: the child's alert,
/// a protected home, care by a council, who must not be contacted, orders in force, and one line
/// for each adult with their alert, a protected home and how they may be reached safely. Source:
/// trust rules F-07 and F-08.
std::vector<std::string> alerts_of(const ChildRecord& record, Date today);

} // namespace onroll::people
