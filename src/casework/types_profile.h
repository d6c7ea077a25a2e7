// What is known of a child beside the problem: strengths, aims, whom they trust at school, what the
// family needs besides. Values only. capabilities.md N16, R06, R47.
#pragma once

#include "access/types.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Needs of the child or the family that an advice service alone cannot meet (N16).
enum class WiderNeed {
    housing,
    money,
    health,
    mental_health,
    neurodevelopment,
    speech_and_language,
    parent_health,
    domestic_abuse,
    substance_use,
    bereavement,
    young_carer,
    immigration,
    interpreter,
    transport,
    bullying,
    racism,
    exploitation,
    youth_justice,
    social_care,
    parent_work,
    other
};

/// Who named the trusted adult.
enum class ChosenBy { not_known, child, family, school };

struct NewProfile {
    std::string strengths;
    std::string child_aims;
    std::string family_aims;
    std::string what_helps;
    std::string trusted_adult; ///< by name, at the school (R06)
    std::string trusted_role;
    ChosenBy trusted_chosen_by = ChosenBy::not_known;
    std::vector<WiderNeed> needs{};
    std::string needs_note;

    bool operator==(const NewProfile&) const = default;
};

struct Profile {
    NewProfile told;
    std::int64_t version = 0; ///< 0: nothing saved yet
    std::chrono::sys_time<std::chrono::milliseconds> saved_at{};
    std::optional<access::UserId> saved_by{};

    bool operator==(const Profile&) const = default;
};

/// "speech_and_language": the word in the store and in forms.
std::string_view key_of(WiderNeed need);
std::optional<WiderNeed> wider_need_named(std::string_view key);
std::string_view in_words(WiderNeed need);
const std::vector<WiderNeed>& all_wider_needs();

std::string_view key_of(ChosenBy who);
std::optional<ChosenBy> chosen_by_named(std::string_view key);
std::string_view in_words(ChosenBy who);
const std::vector<ChosenBy>& all_choosers();

} // namespace onroll::casework
