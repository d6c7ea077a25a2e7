// What a family, a child or a school sees who came by a link. Plain words, reading age 11; no
// queries, no rules. capabilities.md table stakes 19, 20 and 39, N45, R48.
#pragma once

#include "casework/types_case.h"
#include "casework/types_messages.h"

#include "design/html.h"
#include "forms/fields.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The page of a link before it is opened: the same for every link there could be.
design::Html open_link_view(std::string_view token);
design::Html link_over_view(std::string_view token);
design::Html new_link_view();

struct FamilyThreadLine {
    ThreadId id;
    std::string with; ///< "Your adviser", "Ms Example, SENCO"
    std::size_t unread = 0;
};
struct FamilyPaperLine {
    std::string href;
    std::string name;
};
struct FamilyHubView {
    CaseState stage = CaseState::open;
    std::optional<NextStep> next{};
    std::string adviser{}; ///< the named person; empty where nobody has the case yet
    std::string phone{};
    std::vector<FamilyThreadLine> threads{};
    std::vector<FamilyPaperLine> papers{};
    design::Html leave_start{};
};
design::Html family_hub_view(const FamilyHubView& view);

struct FamilyThreadView {
    Thread thread;
    Speaker self = Speaker::family;
    std::vector<Message> messages{};
    std::string adviser{};
    forms::FormView form{};
    design::Html start{};
    std::string ends_at{}; ///< "3:15pm"
    bool just_held = false;
};
/// The words of its h1.
std::string family_thread_title(const FamilyThreadView& view);
design::Html family_thread_view(const FamilyThreadView& view);

struct AccountFormView {
    std::string action;
    forms::FormView form{};
    design::Html start{};
    std::string meeting{};
    std::string ends_at{};
    bool by_adviser = false;
    forms::Choices events{}; ///< what it can be about, for an adviser
};
design::Html account_form_view(const AccountFormView& view);
design::Html account_thanks_view();
/// Where a paper that was given must be looked at again first. `phone` may be empty.
design::Html paper_stopped_view(const std::string& phone);
/// The same once the work is finished, when nobody looks at it unless they are asked to.
design::Html paper_stopped_for_good_view(const std::string& phone);
design::Html left_view();

} // namespace onroll::casework
