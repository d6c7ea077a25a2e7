#include "casework/views.h"

namespace onroll::casework {

using design::Html;

Html confidential_notice(const std::string& service, const std::string& area)
{
    return design::element(
        "p", {{"class", "govuk-body onr-small onr-soft"}},
        service + " is independent of the council and of schools in " + area +
            ". What is written here is confidential. Nobody outside the service can see it, or "
            "that it is here, unless the family agrees or somebody is at risk of harm.");
}

} // namespace onroll::casework
