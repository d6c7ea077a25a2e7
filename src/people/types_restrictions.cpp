#include "people/types_restrictions.h"

namespace onroll::people {

std::string_view key_of(RestrictionGround ground)
{
    switch (ground) {
    case RestrictionGround::accuracy:
        return "accuracy";
    case RestrictionGround::unlawful:
        return "unlawful";
    case RestrictionGround::claim:
        return "claim";
    case RestrictionGround::objection:
        return "objection";
    }
    return {};
}

std::string_view in_words(RestrictionGround ground)
{
    switch (ground) {
    case RestrictionGround::accuracy:
        return "They say it is wrong, and we are checking";
    case RestrictionGround::unlawful:
        return "We should not hold it, and they want it kept";
    case RestrictionGround::claim:
        return "We no longer need it, and they need it for a legal claim";
    case RestrictionGround::objection:
        return "They object, and we are weighing it";
    }
    return {};
}

std::optional<RestrictionGround> restriction_ground_named(std::string_view key)
{
    for (const auto ground : all_restriction_grounds())
        if (key_of(ground) == key) return ground;
    return std::nullopt;
}

const std::vector<RestrictionGround>& all_restriction_grounds()
{
    static const std::vector<RestrictionGround> all{
        RestrictionGround::accuracy, RestrictionGround::unlawful, RestrictionGround::claim,
        RestrictionGround::objection};
    return all;
}

} // namespace onroll::people
