#include "casework/rules_pack.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::casework {

namespace rules_pack_detail {

/// Counts the parts of one pack, each paper for one part alone.
class PartCounter {
public:
    PartCounter(PackProgress& pack, const std::vector<Paper>& papers) : pack_(pack)
    {
        for (const auto& paper : papers)
            if (paper.decision != PaperDecision::left_out) left_.push_back(&paper);
    }

    template <class IsPart>
    void count(const std::string& called, IsPart is_part)
    {
        ++pack_.parts;
        const auto found = std::find_if(left_.begin(), left_.end(),
                                        [&](const Paper* paper) { return is_part(*paper); });
        if (found == left_.end()) {
            pack_.missing.push_back(called);
            return;
        }
        ++pack_.ready;
        left_.erase(found);
    }

    template <class IsPart>
    bool has(IsPart is_part) const
    {
        return std::any_of(left_.begin(), left_.end(),
                           [&](const Paper* paper) { return is_part(*paper); });
    }

private:
    PackProgress& pack_;
    std::vector<const Paper*> left_;
};

bool is_an_account(const Paper& paper)
{
    return paper.name.starts_with("Own-account-of-");
}

/// The paper was made from that document; of one that was put in before this was kept, the name is
/// all that is known.
bool is_made_from(const Paper& paper, const Attachment& document)
{
    return paper.document ? *paper.document == document.id : paper.name == document.name;
}

} // namespace rules_pack_detail

std::vector<Category> always_in_a_pack_for(PackFor audience)
{
    if (audience != PackFor::review_panel) return {};
    return {Category::board_decision, Category::review_application};
}

bool is_part_for(PackFor audience, Category category)
{
    if (audience == PackFor::review_panel) return true;
    return category != Category::board_decision && category != Category::review_application;
}

PackProgress progress_of(const Release& release, const std::vector<Paper>& papers,
                         const Offered& offered)
{
    using namespace rules_pack_detail;
    PackProgress pack{.release = release.id, .of_case = release.case_id};
    PartCounter counter(pack, papers);
    static constexpr std::array<std::pair<const char*, const char*>, 3> made{
        {{"Representations", "Representations.pdf"},
         {"Chronology", "Chronology.pdf"},
         {"Dates and findings", "Dates-and-findings.pdf"}}};
    for (const auto& [called, name] : made)
        counter.count(called, [file = name](const Paper& paper) { return paper.name == file; });
    if (!offered.accounts.empty() || counter.has(is_an_account))
        counter.count("The child’s own account", is_an_account);
    for (const auto& document : offered.documents)
        if (is_part_for(release.audience, document.category))
            counter.count(document.name,
                          [&](const Paper& paper) { return is_made_from(paper, document); });
    for (const auto category : always_in_a_pack_for(release.audience))
        if (std::none_of(offered.documents.begin(), offered.documents.end(),
                         [&](const Attachment& one) { return one.category == category; }))
            counter.count(std::string(in_words(category)), [](const Paper&) { return false; });
    return pack;
}

bool wants_a_pack(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> duties{" decide_by", " hold_by",
                                                            " reconsider_by", " send_papers_by"};
    return std::any_of(duties.begin(), duties.end(), [&](std::string_view duty) {
        return name.find(duty) != std::string_view::npos;
    });
}

std::string in_words(const PackProgress& pack)
{
    return std::to_string(pack.ready) + " of " + std::to_string(pack.parts) +
           (pack.ready == 1 ? " parts is in it" : " parts are in it");
}

} // namespace onroll::casework
