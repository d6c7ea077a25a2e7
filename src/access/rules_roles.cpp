#include "access/rules_roles.h"

#include "kernel/ensure.h"

namespace onroll::access {

const std::vector<Role>& roles_of(AgencyKind kind)
{
    using enum Role;
    static const std::vector<Role> advice{adviser, advice_manager, data_lead, administrator,
                                          data_protection_officer};
    static const std::vector<Role> council{
        inclusion_officer, council_officer, social_worker,
        panel_chair,       panel_member,    data_lead,
        area_leader,       administrator,   data_protection_officer};
    static const std::vector<Role> school{
        headteacher, senco,         safeguarding_lead,      school_office,
        board_clerk, administrator, data_protection_officer};
    static const std::vector<Role> trust{trust_officer, board_clerk, data_lead, administrator,
                                         data_protection_officer};
    static const std::vector<Role> service{referral_worker, administrator, data_protection_officer};
    static const std::vector<Role> provider{provider_worker, safeguarding_lead, administrator,
                                            data_protection_officer};
    switch (kind) {
    case AgencyKind::advice_service:
        return advice;
    case AgencyKind::council:
        return council;
    case AgencyKind::school:
        return school;
    case AgencyKind::trust:
        return trust;
    case AgencyKind::health:
    case AgencyKind::voluntary:
        return service;
    case AgencyKind::alternative_provider:
        return provider;
    }
    throw Bug("each kind of agency has its roles");
}

bool takes_two_people(Role role, int administrators_now)
{
    return role == Role::administrator && administrators_now > 1;
}

bool opens_records(Role role)
{
    return role != Role::administrator && role != Role::system_administrator &&
           role != Role::data_lead && role != Role::area_leader && role != Role::support;
}

} // namespace onroll::access
