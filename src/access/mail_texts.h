// What is written to members of staff: no name of anybody, no place, no record. Follows trust.md
// M-01 and A-13.
#pragma once

#include "platform/mail/mail.h"

#include <string_view>

namespace onroll::access {

mail::Message invitation_mail(std::string_view to, std::string_view link);
mail::Message new_password_mail(std::string_view to, std::string_view link);
mail::Message password_changed_mail(std::string_view to);
mail::Message factor_changed_mail(std::string_view to);
mail::Message many_guesses_mail(std::string_view to);
mail::Message password_known_mail(std::string_view to);
mail::Message recovery_code_used_mail(std::string_view to, int codes_left);

/// To whoever is named as having allowed a colleague to share without consent.
mail::Message allowed_sharing_mail(std::string_view to, std::string_view link);
/// To officers for data protection: somebody shared without consent.
mail::Message sharing_to_review_mail(std::string_view to, std::string_view link);
/// To both: the day of the review has passed.
mail::Message late_review_mail(std::string_view to, std::string_view link);

} // namespace onroll::access
