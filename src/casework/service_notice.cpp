#include "casework/service_notice.h"

#include "casework/store_service.h"

namespace onroll::casework {

std::string notice_of(db::Queries& database, const access::AgencyId& agency,
                      const std::string& service, const std::string& area, NoticeFor reader)
{
    const auto set = policy_of(database, agency);
    return notice_in_words(service, set ? &set->policy : nullptr, area, reader);
}

} // namespace onroll::casework
