// Records of processing, the assessment of risks, and the privacy notices that are open to all.
// Words and layout only.
#pragma once

#include "people/processing_register.h"
#include "people/types_data_protection.h"

#include "design/html.h"
#include "design/markdown.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct ProcessingView {
    std::string controller{};
    std::optional<NoticeContact> contact{};
    std::vector<Processing> activities{};
    std::vector<RetentionRule> rules{};
};
design::Html processing_view(const ProcessingView& view);

struct AssessmentView {
    std::string controller{};
    std::vector<Processing> activities{};
    std::vector<ProtectionRisk> risks{};
};
design::Html assessment_view(const AssessmentView& view);

/// Who has a notice: name and address of the page.
design::Html notices_view(const std::vector<std::pair<std::string, std::string>>& agencies);

struct NoticeView {
    design::MarkdownText text; ///< the first layer, in plain words
    std::vector<Processing> activities{};
    std::vector<RetentionRule> rules{};
    std::string other_href{}; ///< the notice for children, or the one for adults
    std::string other_words{};
};
design::Html notice_view(const NoticeView& view);

} // namespace onroll::people
