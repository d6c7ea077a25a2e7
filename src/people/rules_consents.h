// Whether a consent holds, whether an act of sharing opens anything, and what an override must
// have. Pure. Follows trust.md W-04 to W-06 and G-09; UK GDPR Articles 4(11), 7 and 8.
#pragma once

#include "people/types_consents.h"

#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// The day of withdrawal itself no longer counts; the day of expiry still does. A refusal holds for
/// nothing on any day.
/// Source: UK GDPR Article 7(3); trust rule W-05.
ConsentState state_of(const Consent& consent, Date today);

/// What people agree to where an agency has said it in no words of its own.
/// Source: UK GDPR Article 7(2) and (3): plain words, and that it can be taken back; trust rule
/// G-09.
std::string_view standing_words(ConsentPurpose purpose);

/// The words of a purpose that were in force on that day; nothing where none had begun.
/// Source: UK GDPR Article 7(1): what was agreed to must be shown; trust rule G-09.
const Wording* wording_in_force(const std::vector<Wording>& all, ConsentPurpose purpose, Date day);

/// The newest words of a purpose, begun or not; nothing where the agency has written none.
/// Source: trust rule G-09.
const Wording* newest_wording(const std::vector<Wording>& all, ConsentPurpose purpose);

/// Every reason why these words may not follow those before, by the field; empty when they may.
/// Source: UK GDPR Article 7(2) and (3); trust rule G-09: what was agreed to stays as it was.
std::vector<Error> problems_of_wording(const std::vector<Wording>& before, ConsentPurpose purpose,
                                       std::string_view words, Date from);

/// Every reason why this consent may not be recorded, by the field; empty when it may.
/// Source: UK GDPR Article 7; trust rule G-09. A child's age is asked, never a gate: trust rule
/// F-11.
std::vector<Error> problems_of(const Consent& consent, const Person& giver, Date today);

/// Whether the share lets the other agency see anything on that day. `consent` is the one it rests
/// on; a share on consent without it is shut.
/// Source: trust rules W-04 and W-05.
ShareState state_of(const Share& share, const Consent* consent, Date today);

/// Every reason why this act of sharing may not be done, by the field; empty when it may. An act
/// that rests on consent opens no more than the consent covers. An override needs its reason, a
/// named authoriser who is somebody else, the day the family was told or why not, and a day of
/// review.
/// Source: trust rules W-04 and W-06; published exceptions of Dorset and Blackpool.
std::vector<Error> problems_of(const Share& share, const Consent* consent, Date today);

/// The fields that the other agency may see on that day, over all shares with it.
/// Source: trust rule W-04.
std::vector<std::string> fields_seen(const std::vector<Share>& shares,
                                     const std::vector<Consent>& consents, std::string_view agency,
                                     const PersonId& about, Date today);

/// What was already received under a consent that has ended: told to the family, never pretended
/// to be recalled.
/// Source: trust rule W-05.
std::vector<Share> already_received(const std::vector<Share>& shares, const Consent& consent,
                                    Date today);

} // namespace onroll::people
