// The filters of a list, kept under a name by whoever looks at it so every day. Values only.
// capabilities.md table stake 11.
#pragma once

#include "kernel/random_id.h"
#include "platform/http/fields.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace onroll::forms {

using SavedViewId = RandomId<struct SavedViewTag>;

/// Who finds it beside the list: its maker alone, or all of the agency who may see the list.
enum class SharedWith { nobody, agency };

/// What its maker says of a view.
struct NewSavedView {
    std::string name;
    SharedWith shared = SharedWith::nobody;
    http::Fields asked{}; ///< the filters, by the names of their fields

    friend bool operator==(const NewSavedView& one, const NewSavedView& other)
    {
        return one.name == other.name && one.shared == other.shared &&
               std::equal(one.asked.begin(), one.asked.end(), other.asked.begin(),
                          other.asked.end());
    }
};

struct SavedView {
    SavedViewId id;
    std::string made_by; ///< the user's id
    NewSavedView told;
    std::int64_t version = 1;
};

/// In characters; and how many one person may keep beside one list.
inline constexpr std::size_t longest_view_name = 60;
inline constexpr std::size_t most_saved_views = 30;

} // namespace onroll::forms
