#include "casework/rules_capacity.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace rules_capacity_detail {

/// Who takes somebody soonest first; a wait that nobody says is longer than any that is said.
std::pair<int, int> soonest(const PlaceNow& place)
{
    constexpr int no_weeks = 10'000;
    return {static_cast<int>(place.now->takes), place.now->weeks.value_or(no_weeks)};
}

} // namespace rules_capacity_detail

bool is_old(const Capacity& capacity, Date today)
{
    return today - capacity.told_on > capacity_is_fresh;
}

std::vector<NeedWithPlaces> places_beside(const std::vector<Need>& needs,
                                          const std::vector<PlaceNow>& places)
{
    std::vector<NeedWithPlaces> beside;
    for (const auto& need : needs) {
        const bool is_there =
            std::any_of(beside.begin(), beside.end(),
                        [&](const NeedWithPlaces& one) { return one.kind == need.kind; });
        if (is_there || need.last().step == NeedStep::met) continue;
        NeedWithPlaces one{.kind = need.kind, .places = {}};
        for (const auto& place : places)
            if (place.now && place.now->helps(need.kind)) one.places.push_back(place);
        std::stable_sort(one.places.begin(), one.places.end(),
                         [](const PlaceNow& first, const PlaceNow& second) {
                             return rules_capacity_detail::soonest(first) <
                                    rules_capacity_detail::soonest(second);
                         });
        beside.push_back(std::move(one));
    }
    return beside;
}

} // namespace onroll::casework
