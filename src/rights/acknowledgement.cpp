#include "rights/acknowledgement.h"

#include "platform/crypto/crypto.h"

#include <algorithm>

namespace onroll::rights {

std::string print_of(const check::CodeVersion& version)
{
    return crypto::to_hex(crypto::sha256(version.text));
}

bool holds_for(const Acknowledgement& one, const check::CodeVersion& version)
{
    return one.version == version.from && one.text_print == print_of(version);
}

std::vector<SchoolStanding> standing_of(const std::vector<access::Agency>& agencies,
                                        const std::vector<Acknowledgement>& all,
                                        const check::CodeVersion& version)
{
    std::vector<SchoolStanding> schools;
    for (const auto& agency : agencies) {
        if (agency.kind != access::AgencyKind::school) continue;
        SchoolStanding school{.name = agency.name};
        for (const auto& one : all) {
            if (one.school != agency.id) continue;
            if (holds_for(one, version)) school.acknowledged = one;
            if (!school.last || school.last->at <= one.at) school.last = one;
        }
        schools.push_back(std::move(school));
    }
    std::sort(schools.begin(), schools.end(),
              [](const auto& one, const auto& other) { return one.name < other.name; });
    return schools;
}

} // namespace onroll::rights
