// Stories that a family told the checker and gave by its one-time code: taken over once, kept as
// they were given. capabilities.md N07, J2; trust.md R-10.
#pragma once

#include "casework/told_events.h"
#include "casework/types.h"

#include "check/hand_over.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"
#include "platform/http/fields.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What a code brought, and when it was taken over.
struct TakenStory {
    ContactId contact;
    Date made_on{}; ///< the day the family made its code
    Instant taken_at{};
    access::UserId taken_by;
    http::Fields answers; ///< check::read_answers reads them

    check::Answers read() const { return check::read_answers(answers); }
};

/// The story as a contact, and the answers beside it. conflict where this code was taken over
/// already: find_story says by which contact.
Result<ContactId> take_over(db::Transaction& transaction, const access::AgencyId& agency,
                            const check::HandedOver& story, const NewContact& told,
                            const access::UserId& by, Instant now);

/// By the id of its code; nothing where that was never taken over.
std::optional<TakenStory> find_story(db::Queries& database, const access::AgencyId& agency,
                                     const std::string& code_id);
std::optional<TakenStory> story_of_contact(db::Queries& database, const access::AgencyId& agency,
                                           const ContactId& contact);
/// Of the contacts that belong to a case, the newest first.
std::vector<TakenStory> stories_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id);

/// The same, for what they tell of an event.
std::vector<FamilyStory> family_stories(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id);

} // namespace onroll::casework
