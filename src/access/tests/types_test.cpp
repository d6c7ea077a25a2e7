#include "access/types.h"

#include <doctest/doctest.h>

#include <set>

using namespace onroll;
using namespace onroll::access;

TEST_CASE("each word of the store names one thing, and is read back as that thing")
{
    std::set<std::string_view> keys;
    for (const auto role : all_roles()) {
        CHECK(keys.insert(key_of(role)).second);
        CHECK(role_named(key_of(role)) == role);
        CHECK_FALSE(in_words(role).empty());
    }
    CHECK(keys.size() == 21);
    for (const auto kind : all_agency_kinds()) CHECK(agency_kind_named(key_of(kind)) == kind);
    for (const auto strand : all_strands()) CHECK(strand_named(key_of(strand)) == strand);
    for (const auto relation : all_relations()) CHECK(relation_named(key_of(relation)) == relation);
    for (const auto purpose : all_purposes()) CHECK(purpose_named(key_of(purpose)) == purpose);
    CHECK(proof_named("passkey") == Proof::passkey);
    CHECK_FALSE(role_named("owner"));
    CHECK_FALSE(agency_kind_named(""));
}
