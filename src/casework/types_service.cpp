#include "casework/types_service.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_service_detail {

constexpr Word<Eligibility> eligibilities[] = {
    {Eligibility::everyone, "everyone", "Everybody whose child is, or may be, excluded"},
    {Eligibility::send_and_signposts, "send_and_signposts",
     "Children with special educational needs, known or suspected; others are signposted"},
    {Eligibility::screens_some_out, "screens_some_out", "Some are turned away, as written below"},
    {Eligibility::other, "other", "Something else, as written below"},
};
constexpr Word<ServiceKind> service_kinds[] = {
    {ServiceKind::in_house, "in_house", "In-house: the council employs the staff"},
    {ServiceKind::outsourced, "outsourced", "Outsourced: another organisation runs it"},
    {ServiceKind::mixed, "mixed", "Mixed"},
};
constexpr Word<SignpostKind> signpost_kinds[] = {
    {SignpostKind::helpline, "helpline", "Helpline"},
    {SignpostKind::legal_charity, "legal_charity", "Legal charity"},
    {SignpostKind::welfare_team, "welfare_team", "Welfare or attendance team"},
    {SignpostKind::parents_group, "parents_group", "Parents’ group"},
    {SignpostKind::council_team, "council_team", "Council team"},
    {SignpostKind::health, "health", "Health service"},
    {SignpostKind::other, "other", "Something else"},
};
constexpr Word<SignpostResult> signpost_results[] = {
    {SignpostResult::helped, "helped", "They were helped"},
    {SignpostResult::waiting, "waiting", "Still waiting"},
    {SignpostResult::could_not_help, "could_not_help", "It could not help"},
    {SignpostResult::not_reached, "not_reached", "Could not get through"},
    {SignpostResult::did_not_try, "did_not_try", "Did not try"},
    {SignpostResult::not_known, "not_known", "Asked, and not known"},
};
constexpr Word<OfferKind> offer_kinds[] = {
    {OfferKind::families_talk, "families_talk", "Talk or workshop for families"},
    {OfferKind::school_talk, "school_talk", "Talk in a school"},
    {OfferKind::training, "training", "Training for professionals"},
    {OfferKind::drop_in_session, "drop_in_session", "Drop-in session"},
    {OfferKind::online, "online", "Online session"},
    {OfferKind::leaflet, "leaflet", "Leaflet, newsletter or post"},
    {OfferKind::other, "other", "Something else"},
};

} // namespace types_service_detail
using namespace types_service_detail;

std::string_view key_of(YesNo answer)
{
    return answer == YesNo::yes ? "yes" : "no";
}
std::string_view in_words(YesNo answer)
{
    return answer == YesNo::yes ? "Yes" : "No";
}
std::string_view key_of(Eligibility value)
{
    return word_of(eligibilities, value).key;
}
std::string_view in_words(Eligibility value)
{
    return word_of(eligibilities, value).words;
}
std::optional<Eligibility> eligibility_named(std::string_view key)
{
    return value_named(eligibilities, key);
}
const std::vector<Eligibility>& all_eligibilities()
{
    static const auto all = values_of(eligibilities);
    return all;
}
std::string_view key_of(ServiceKind value)
{
    return word_of(service_kinds, value).key;
}
std::string_view in_words(ServiceKind value)
{
    return word_of(service_kinds, value).words;
}
std::optional<ServiceKind> service_kind_named(std::string_view key)
{
    return value_named(service_kinds, key);
}
const std::vector<ServiceKind>& all_service_kinds()
{
    static const auto all = values_of(service_kinds);
    return all;
}
std::string_view key_of(SignpostKind value)
{
    return word_of(signpost_kinds, value).key;
}
std::string_view in_words(SignpostKind value)
{
    return word_of(signpost_kinds, value).words;
}
std::optional<SignpostKind> signpost_kind_named(std::string_view key)
{
    return value_named(signpost_kinds, key);
}
const std::vector<SignpostKind>& all_signpost_kinds()
{
    static const auto all = values_of(signpost_kinds);
    return all;
}
std::string_view key_of(SignpostResult value)
{
    return word_of(signpost_results, value).key;
}
std::string_view in_words(SignpostResult value)
{
    return word_of(signpost_results, value).words;
}
std::optional<SignpostResult> signpost_result_named(std::string_view key)
{
    return value_named(signpost_results, key);
}
const std::vector<SignpostResult>& all_signpost_results()
{
    static const auto all = values_of(signpost_results);
    return all;
}
std::string_view key_of(OfferKind value)
{
    return word_of(offer_kinds, value).key;
}
std::string_view in_words(OfferKind value)
{
    return word_of(offer_kinds, value).words;
}
std::optional<OfferKind> offer_kind_named(std::string_view key)
{
    return value_named(offer_kinds, key);
}
const std::vector<OfferKind>& all_offer_kinds()
{
    static const auto all = values_of(offer_kinds);
    return all;
}

} // namespace onroll::casework
