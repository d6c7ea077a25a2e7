#include "rights/demo.h"

#include "access/store_users.h"
#include "rights/store.h"

#include <algorithm>

namespace onroll::rights {

namespace demo_detail {

std::optional<access::User> head_of(db::Queries& database, const access::AgencyId& school)
{
    for (auto& user : access::users_of_agency(database, school))
        if (std::count(user.roles.begin(), user.roles.end(), access::Role::headteacher) > 0)
            return user;
    return std::nullopt;
}

} // namespace demo_detail

Result<int> fill_demo(db::Database& database, const std::vector<check::CodeVersion>& versions,
                      const Clock& clock)
{
    const auto* now = check::code_on(versions, clock.today());
    if (!now) return 0;
    auto transaction = database.begin("fill demo code of rights");
    int done = 0;
    bool next = true;
    for (const auto& school : standing_of(access::all_agencies(transaction), {}, *now)) {
        next = !next;
        if (next) continue;
        for (const auto& agency : access::all_agencies(transaction)) {
            if (agency.name != school.name) continue;
            const auto head = demo_detail::head_of(transaction, agency.id);
            if (!head) continue;
            acknowledge(transaction,
                        {agency.id, now->from, print_of(*now), head->id, head->name, clock.now()});
            ++done;
        }
    }
    transaction.commit();
    return done;
}

} // namespace onroll::rights
