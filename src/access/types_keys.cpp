#include "access/types_keys.h"

namespace onroll::access {

bool works(const ApiKey& key, Date today)
{
    return !key.revoked_at && today <= key.last_day;
}

std::string state_in_words(const ApiKey& key, Date today)
{
    if (key.revoked_at) return "Revoked";
    if (today > key.last_day) return "Ended on " + onroll::in_words(key.last_day);
    return "Works until " + onroll::in_words(key.last_day);
}

} // namespace onroll::access
