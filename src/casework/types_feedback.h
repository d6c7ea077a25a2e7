// What somebody thought of the service, without a way back to who it was. Values only. table stake
// 33.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// How much the service helped.
enum class Helped { not_at_all = 1, a_little, somewhat, a_lot, very_much };

struct Feedback {
    std::string month; ///< "2026-11": the day is not kept
    Helped helped = Helped::somewhat;
    std::string words;

    bool operator==(const Feedback&) const = default;
};

std::string_view key_of(Helped helped);
std::optional<Helped> helped_named(std::string_view key);
std::string_view in_words(Helped helped);
const std::vector<Helped>& all_helped();

} // namespace onroll::casework
