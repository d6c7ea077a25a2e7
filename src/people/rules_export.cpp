#include "people/rules_export.h"

namespace onroll::people {

bool takes_second_person(std::size_t children)
{
    return children > most_by_oneself;
}

bool may_agree(const ExportAsked& asked, const access::UserId& by, ExportMoment now)
{
    return asked.asked_by != by && !asked.agreed_at && now < asked.asked_at + export_counts_for;
}

bool may_take(const ExportAsked& asked, const access::UserId& by, std::size_t children,
              ExportMoment now)
{
    return asked.asked_by == by && asked.agreed_at && asked.agreed_by != by &&
           children <= asked.children && now < asked.asked_at + export_counts_for;
}

} // namespace onroll::people
