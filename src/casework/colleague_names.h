// Names of colleagues for a page that shows many of them: each is asked for once. Only for this
// part's own pages.
#pragma once

#include "casework/pages.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace onroll::casework {

class ColleagueNames {
public:
    /// `expected` is how many different ones will be asked for, where that is known.
    ColleagueNames(const Services& services, const access::AgencyId& agency,
                   std::size_t expected = 0)
        : services_(services), agency_(agency), asked_(expected < a_few ? 0 : a_few - 1)
    {
    }
    /// "A former colleague" where nobody of that agency is known any more.
    const std::string& of(const access::UserId& user)
    {
        if (const auto found = known_.find(user); found != known_.end()) return found->second;
        if (++asked_ == a_few && services_.caseworkers)
            for (auto& colleague : services_.caseworkers(agency_))
                known_.try_emplace(colleague.user, std::move(colleague.name));
        const auto [place, is_new] = known_.try_emplace(user);
        if (is_new) {
            place->second = services_.name_of(agency_, user);
            if (place->second.empty()) place->second = "A former colleague";
        }
        return place->second;
    }

private:
    /// From so many on, all colleagues are asked for at once.
    static constexpr std::size_t a_few = 3;
    const Services& services_;
    const access::AgencyId& agency_;
    std::size_t asked_;
    std::map<access::UserId, std::string> known_;
};

} // namespace onroll::casework
