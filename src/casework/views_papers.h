// What an adviser sees who gives papers to somebody: one copy for one person, what was found in
// each paper, what was decided. trust.md F-04, F-05, F-13.
#pragma once

#include "casework/rules_outgoing.h"
#include "casework/types_messages.h"
#include "casework/types_pack.h"
#include "casework/views_messages.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

struct PapersView {
    std::string address; ///< of the case
    std::vector<Release> releases{};
    std::function<std::string(const Release&)> for_whom;
    std::function<std::string(const access::UserId&)> name_of;
    std::vector<WritableTo> family{};
    forms::FormView form{};
    design::Html start{};
    design::Html keep_start{};
    std::size_t kept_back = 0; ///< words that were asked to be kept back
    bool may_change = true;
};
design::Html papers_view(const PapersView& view);

struct PaperLine {
    Paper paper;
    std::vector<OutgoingHit> hits{};
    std::vector<std::string> to_look_at{};
    std::size_t pages = 0; ///< of a PDF; 0 for anything else
    bool asks = false;
};
struct ReleaseView {
    std::string address; ///< of the case
    Release release;
    std::string for_whom;
    std::function<std::string(const access::UserId&)> name_of;
    std::vector<PaperLine> papers{};
    std::vector<std::string> not_yet{}; ///< why it may not be given yet
    std::optional<PackProgress> pack{}; ///< how far it is, of a pack that is being prepared
    forms::Errors errors{};
    std::string category{}; ///< what a paper is that was not taken, as it was chosen
    std::function<design::Html()> new_start;
    design::Html release_start{};
    bool may_change = true;
    bool by_link = false;  ///< the person reads it on their pages
    std::string post_no{}; ///< why it may not be posted to them; empty where it may
};
design::Html release_view(const ReleaseView& view);

} // namespace onroll::casework
