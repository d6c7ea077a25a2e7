#include "casework/rules_same_again.h"

namespace onroll::casework {

bool saved_just_before(Moment saved, Moment now)
{
    return saved <= now && now - saved <= same_again_within;
}

bool says_who(const NewContact& told)
{
    return !told.child_name.empty() || !told.caller_name.empty() || !told.phone.empty();
}

} // namespace onroll::casework
