#include "design/components/tag.h"

#include "kernel/ensure.h"

namespace onroll::design {

Html render(const Tag& tag)
{
    return element("strong",
                   Attributes{{"class", classes({"govuk-tag", tag.classes})}} + tag.attributes,
                   tag.content);
}

Tag status_tag(Status status)
{
    switch (status) {
    case Status::fresh:
        return {"New", "govuk-tag--blue"};
    case Status::in_progress:
        return {"In progress", "govuk-tag--teal"};
    case Status::waiting:
        return {"Waiting", "govuk-tag--yellow"};
    case Status::overdue:
        return {"Overdue", "govuk-tag--red"};
    case Status::at_risk:
        return {"At risk", "govuk-tag--orange"};
    case Status::done:
        return {"Done", "govuk-tag--green"};
    case Status::closed:
        return {"Closed", "govuk-tag--grey"};
    case Status::changed:
        return {"Changed", "govuk-tag--purple"};
    }
    ensure(false, "every status has a tag");
    return {};
}

} // namespace onroll::design
