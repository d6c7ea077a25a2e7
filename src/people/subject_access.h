// Everything that an agency holds about one person, gathered for a request to see it: each item
// with whether it is about somebody else too, so that a person can decide before it leaves. Touches
// no store. trust.md G-02, F-09, W-07.
#pragma once

#include "people/history.h"
#include "people/record.h"
#include "people/types_consents.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::people {

/// One thing that is held. `key` is stable while the record is: "adult:1".
struct HeldItem {
    std::string key;
    std::string section;                                      ///< "Family"
    std::vector<std::pair<std::string, std::string>> facts{}; ///< name and value
    bool third_party = false;
    std::string why_third_party{}; ///< one sentence
};

struct Gathered {
    ChildRecord record;
    std::vector<PastValue> changes{};
    std::vector<Consent> consents{};
    std::vector<Share> shares{};
    std::function<std::string(Urn)> school_name{};
};

std::vector<HeldItem> held_about(const Gathered& gathered);

/// The copy that leaves, as JSON: every item of the person's own, those about others that were
/// chosen, and for the rest only that something was left out and why.
std::string access_copy(const std::vector<HeldItem>& items, const std::vector<std::string>& chosen,
                        Date made_on);

} // namespace onroll::people
