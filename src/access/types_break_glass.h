// A record opened in an emergency, its review, and what people are told of it. trust.md Z-06. Pure.
#pragma once

#include "access/types.h"

#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::access {

using GlassMoment = std::chrono::sys_time<std::chrono::milliseconds>;

using GlassId = RandomId<struct GlassTag>;
using AlertId = RandomId<struct AlertTag>;

enum class Finding { justified, not_justified };
std::string_view key_of(Finding finding);
std::optional<Finding> finding_named(std::string_view key);

struct GlassReview {
    UserId by;
    GlassMoment at{};
    Finding finding = Finding::justified;
    std::string words;
};

struct BrokenGlass {
    GlassId id;
    UserId user;
    std::string record_kind;
    std::string record;
    std::string reason;
    GlassMoment opened_at{};
    GlassMoment ends_at{};
    Date review_by{};
    std::optional<GlassReview> review{};
};

enum class AlertAbout { glass_broken, review_overdue };
struct Alert {
    AlertId id;
    AlertAbout about = AlertAbout::glass_broken;
    GlassId glass;
    GlassMoment sent_at{};
    bool is_read = false;
};
} // namespace onroll::access
