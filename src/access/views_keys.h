// The keys of programs, as words. No queries, no rules.
#pragma once

#include "access/staff_page.h"
#include "access/types_keys.h"

#include "design/html.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::access {

struct KeysView {
    const Actor* actor = nullptr;
    std::vector<ApiKey> keys;
    std::map<UserId, std::string> names; ///< of who made them
    Date today{};
    std::string said; ///< what was done a moment ago; may be empty
};
design::Html keys_view(const KeysView& view);

struct NewKeyView {
    const Actor* actor = nullptr;
    design::Html start{}; ///< what forms::start wrote
    std::string name, scope, days;
    Errors errors;
};
design::Html new_key_view(const NewKeyView& view);

/// The key itself, this once.
design::Html key_made_view(const NewApiKey& key, const std::string& secret);

design::Html revoke_key_view(const Actor& actor, const ApiKey& key);

} // namespace onroll::access
