// Which forms the test of scripts fills when, and which it sends by hand or not at all, and why.
// trust.md S-01.
#pragma once

#include "platform/http/router.h"

#include <map>
#include <string>
#include <vector>

namespace script_forms {

using namespace onroll;

/// Forms that are not filled, and why.
const std::map<std::string, std::string>& not_filled();

/// Forms whose page no walk from link to link leads to, by why that is so: they are sent by hand,
/// each field with a script in it.
struct ByHand {
    std::string why;
    std::vector<std::string> patterns;
};
const std::vector<ByHand>& sent_by_hand();
bool is_sent_by_hand(const std::string& pattern);

/// When a form is filled: what ends something comes after what works with it, what ends a
/// colleague's account after that, and what ends one's own sign-in at the end.
enum class Turn { at_once, ending, colleagues, own_account };
Turn turn_of(const http::Route& route);

} // namespace script_forms
