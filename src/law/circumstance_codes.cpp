#include "law/circumstance_codes.h"

#include <algorithm>
#include <utility>

namespace onroll::law {
namespace circumstance_codes_detail {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array words{
    Words{"in_writing", "a written form"},
    Words{"period", "how long it lasts"},
    Words{"return_date", "the day to come back"},
    Words{"right_to_make_representations", "the right to give views to the governors"},
    Words{"how_to_make_representations", "how to give views to the governors"},
    Words{"where_to_send_representations", "where to send views, and to whom"},
    Words{"pupils_part", "how the pupil can take part"},
    Words{"public_place_days", "the days to stay out of public places"},
    Words{"fine_warning", "the warning about a fine"},
    Words{"work_set_and_marked", "the work that will be set and marked"},
    Words{"day_six_provision", "the teaching from day six"},
    Words{"meeting_will_consider", "that the governors will or may meet"},
    Words{"right_to_attend", "the right to come to the meeting"},
    Words{"right_to_be_represented", "the right to be represented"},
    Words{"right_to_bring_a_friend", "the right to bring a friend"},
    Words{"remote_meeting_request", "how to ask for a remote meeting"},
    Words{"when_the_board_meets", "when the governors should meet"},
    Words{"translation", "a translation"},
    Words{"statutory_guidance", "where to read the guidance"},
    Words{"advice_sources", "where to get free advice"},
    Words{"pupils_account_taken", "hearing the pupil's side"},
    Words{"contributing_factors_considered", "thinking about what lay behind it"},
    Words{"plan_review_held", "an early review of the plan"},
    Words{"pep_review_held", "an early review of the education plan for a child in care"},
    Words{"interests_of_the_pupil", "the pupil's own interests"},
    Words{"circumstances_of_the_exclusion", "how the exclusion came about"},
    Words{"interests_of_others", "the interests of others in the school"},
    Words{"parents_representations", "the parents' views"},
    Words{"heads_representations", "the head teacher's views"},
    Words{"local_authoritys_representations", "the local authority's views"},
    Words{"social_workers_representations", "the social worker's views"},
    Words{"virtual_school_heads_representations", "the virtual school head's views"},
    Words{"balance_of_probabilities", "whether it was more likely than not to have happened"},
    Words{"right_to_a_review", "the right to a review"},
    Words{"last_day_to_apply", "the last day to apply"},
    Words{"where_to_apply", "where and to whom to apply"},
    Words{"grounds_say_how_sen_matters", "that the grounds should say how special needs matter"},
    Words{"right_to_a_sen_expert", "the right to a special needs expert"},
    Words{"what_the_expert_does", "what the expert does"},
    Words{"no_cost_to_the_family", "that the expert costs the family nothing"},
    Words{"right_to_representative_and_friend", "the right to a representative and a friend"},
    Words{"remote_review_request", "how to ask for a remote review"},
    Words{"discrimination_claim", "claims about discrimination and the six months"},
    Words{"friend", "a friend"},
    Words{"representative", "a representative"},
    Words{"sen_expert", "a special needs expert"},
    Words{"remote_meeting", "a remote meeting"},
    Words{"parent", "the parents"},
    Words{"pupil", "the pupil"},
    Words{"head_teacher", "the head teacher"},
    Words{"board", "the governors"},
    Words{"local_authority", "the local authority"},
    Words{"home_local_authority", "the authority where the pupil lives"},
    Words{"social_worker", "the social worker"},
    Words{"virtual_school_head", "the virtual school head"},
    Words{"representative_or_friend", "a representative or friend"},
    Words{"reasons", "the reasons"},
    Words{"serious_or_persistent_breach", "a serious breach, or breaches again and again"},
    Words{"serious_harm_if_stays", "serious harm if the pupil stayed"},
    Words{"meeting_with_parent", "a meeting with the parents"},
    Words{"signed_agreement", "a signed agreement"},
    Words{"apology", "an apology"},
    Words{"assessment", "an assessment"},
};

} // namespace circumstance_codes_detail

std::string words_for_code(std::string_view code)
{
    for (const auto& [known, words] : circumstance_codes_detail::words)
        if (known == code) return std::string(words);
    std::string words(code);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string words_for_codes(std::span<const std::string> codes)
{
    std::string words;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (i > 0) words += i + 1 == codes.size() ? " and " : ", ";
        words += words_for_code(codes[i]);
    }
    return words;
}

} // namespace onroll::law
