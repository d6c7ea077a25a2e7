// A briefing for headteachers or a paper for a scrutiny committee: the area's figures as a
// document, with what a person wrote beside them. Every number names its source. The same figures
// and words give the same document. Holds no layout, no queries, no clock.
#pragma once

#include "insight/area_picture.h"
#include "insight/patterns.h"

#include "platform/documents/document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace onroll::insight {

enum class BriefingKind { headteachers, scrutiny };

/// "headteachers" and "scrutiny", as addresses and forms name them.
std::string_view key_of(BriefingKind kind);
/// Headteachers for any other word.
BriefingKind briefing_kind_named(std::string_view key);
/// "Briefing for headteachers", "Paper for the scrutiny committee".
std::string_view in_words(BriefingKind kind);

/// What the person wrote; each part may be empty.
struct Commentary {
    std::string from{};      ///< who the paper is from: a team or a post
    std::string opening{};   ///< what the reader should take away
    std::string done{};      ///< what has been done, and what came of it
    std::string questions{}; ///< what the reader is asked to decide or discuss
};

/// Parts longer than this are refused by the form.
inline constexpr std::size_t longest_commentary = 6000;

/// `parts` are the towns of the area; a paper for scrutiny sets them beside one another.
documents::Document briefing(const AreaPicture& picture, BriefingKind kind,
                             const Commentary& commentary,
                             const std::optional<PatternPicture>& parts = {});

} // namespace onroll::insight
