// What another service can take on now, as it was last told, and for which needs: shown beside the
// needs of a case. Values only. capabilities.md R07.
#pragma once

#include "casework/types_needs.h"
#include "casework/types_service.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Whether a service takes somebody who is sent to it today.
enum class Takes { at_once, after_a_wait, nobody_now, not_known };

struct Capacity {
    std::vector<NeedKind> helps_with{};
    Takes takes = Takes::not_known;
    std::optional<int> weeks{}; ///< of the wait; nothing where nobody says
    Date told_on{};
    std::string told_by{}; ///< "Their duty worker"; may be empty

    bool helps(NeedKind kind) const;
    bool operator==(const Capacity&) const = default;
};

/// A place of the register with what was told of it last.
struct PlaceNow {
    SignpostPlace place;
    std::optional<Capacity> now{};
    std::int64_t version = 0; ///< 0: nobody has told anything yet
};

std::string_view key_of(Takes takes);
std::optional<Takes> takes_named(std::string_view key);
std::string_view in_words(Takes takes);
const std::vector<Takes>& all_takes();

} // namespace onroll::casework
