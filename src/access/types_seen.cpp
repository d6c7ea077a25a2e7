#include "access/types_seen.h"

namespace onroll::access {

std::string_view who_by_link(const audit::Deed& deed)
{
    if (deed.relation != "link") return {};
    return deed.role == "account"  ? "The child, by a link"
           : deed.role == "school" ? "A school, by a link"
                                   : "The family, by a link";
}

} // namespace onroll::access
