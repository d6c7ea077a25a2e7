#include "access/mail_texts.h"

#include <string>

namespace onroll::access {

namespace mail_texts_detail {

constexpr std::string_view not_you =
    "\nIf this was not you, tell an administrator where you work today.\n";

mail::Message message(std::string_view to, std::string_view subject, const std::string& body)
{
    return {std::string(to), std::string(subject), body};
}

} // namespace mail_texts_detail

using namespace mail_texts_detail;

mail::Message invitation_mail(std::string_view to, std::string_view link)
{
    return message(to, "Your account on Onroll",
                   "You have been given an account on Onroll.\n\nChoose a password within 3 days "
                   "on this page:\n\n" +
                       std::string(link) +
                       "\n\nYou then set up sign-in codes. Have your phone with you, with an "
                       "authenticator app on it.\n\nThe page works once. If it has ended, ask an "
                       "administrator where you work for a new one.\n");
}

mail::Message new_password_mail(std::string_view to, std::string_view link)
{
    return message(to, "A new password for Onroll",
                   "Somebody asked for a new password for your account.\n\nChoose one within 20 "
                   "minutes on this page:\n\n" +
                       std::string(link) +
                       "\n\nYou still need your sign-in code after that. If you did not ask, do "
                       "nothing: your password stays as it is.\n");
}

mail::Message password_changed_mail(std::string_view to)
{
    return message(to, "Your password was changed",
                   "The password of your account on Onroll was changed. All other browsers were "
                   "signed out.\n" +
                       std::string(not_you));
}

mail::Message factor_changed_mail(std::string_view to)
{
    return message(to, "Your sign-in codes were changed",
                   "Sign-in codes for your account on Onroll were set up anew. The old ones no "
                   "longer work.\n" +
                       std::string(not_you));
}

mail::Message many_guesses_mail(std::string_view to)
{
    return message(to, "Somebody tries to sign in as you",
                   "Ten tries to sign in to your account on Onroll have failed. Further ones must "
                   "wait.\n\nYou can still sign in where you have signed in before. If it was you, "
                   "wait 15 minutes, or ask for a new password on the sign-in page.\n" +
                       std::string(not_you));
}

mail::Message password_known_mail(std::string_view to)
{
    return message(to, "Somebody may know your password",
                   "Somebody gave your password on Onroll, but not the right sign-in code, three "
                   "times.\n\nIf this was not you, somebody knows your password. They could not "
                   "sign in. Change it now: choose \"Forgotten your password?\" on the sign-in "
                   "page.\n" +
                       std::string(not_you));
}

mail::Message recovery_code_used_mail(std::string_view to, int codes_left)
{
    return message(to, "A recovery code was used",
                   "One of your recovery codes was used to sign in to Onroll. You have " +
                       std::to_string(codes_left) + " left.\n" + std::string(not_you));
}

mail::Message allowed_sharing_mail(std::string_view to, std::string_view link)
{
    return message(to, "You are named as having allowed something",
                   "A colleague on Onroll has shared something without consent, and said that you "
                   "allowed it.\n\nSign in to see what it was:\n\n" +
                       std::string(link) +
                       "\n\nIf you did not allow it, stop the sharing there, and tell your data "
                       "protection officer.\n");
}

mail::Message sharing_to_review_mail(std::string_view to, std::string_view link)
{
    return message(to, "Something was shared without consent",
                   "A colleague on Onroll has shared something without consent. It waits for your "
                   "review.\n\nSign in to see it:\n\n" +
                       std::string(link) + "\n");
}

mail::Message late_review_mail(std::string_view to, std::string_view link)
{
    return message(to, "A review is late",
                   "Something was shared without consent on Onroll, and the day of its review has "
                   "passed.\n\nSign in to see it:\n\n" +
                       std::string(link) + "\n");
}

} // namespace onroll::access
