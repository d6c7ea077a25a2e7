#include "casework/rules_pack.h"

#include <algorithm>
#include <array>

namespace onroll::casework {

PackProgress progress_of(const Release& release, const std::vector<Paper>& papers,
                         const Offered& offered)
{
    PackProgress pack{.release = release.id, .of_case = release.case_id};
    const auto count = [&](auto is_part) {
        ++pack.parts;
        const bool ready = std::any_of(papers.begin(), papers.end(), [&](const Paper& paper) {
            return paper.decision != PaperDecision::left_out && is_part(paper.name);
        });
        if (ready) ++pack.ready;
    };
    for (const std::string_view made :
         {"Representations.pdf", "Chronology.pdf", "Dates-and-findings.pdf"})
        count([&](const std::string& name) { return name == made; });
    count([](const std::string& name) { return name.starts_with("Own-account-of-"); });
    for (const auto& document : offered.documents)
        count([&](const std::string& name) { return name == document.name; });
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
    return std::to_string(pack.ready) + " of " + std::to_string(pack.parts) + " parts are in it";
}

} // namespace onroll::casework
