#include "kernel/identifiers.h"

#include <doctest/doctest.h>

using namespace onroll;

TEST_CASE("identifiers forgive spacing and refuse what does not fit")
{
    CHECK(Urn::parse(" 107 001").value().number() == 107001);
    CHECK_FALSE(Urn::parse("10700"));
    CHECK_FALSE(Urn::parse("012345"));
    CHECK(Laestab::parse("373/4200").value().text() == "373/4200");
    CHECK(Laestab::parse("3734200").value().authority().text() == "373");
    CHECK(Laestab::create(LaCode::parse("201").value(), 3614).value().number() == 2013614);
    CHECK_FALSE(LaCode::parse("93a"));
}

TEST_CASE("a UPN's check letter is the worked one")
{
    CHECK(Upn::parse("B801200005001"));
    CHECK(upn_check_letter("207000016049") == 'P');
    CHECK(upn_check_letter("92340212300B") == 'B');
    CHECK(Upn::parse("p 207 0000 16049"));
    CHECK(Upn::parse("B92340212300B").value().temporary());
    CHECK_FALSE(Upn::parse("Q207000016049"));
    CHECK_FALSE(Upn::parse("I207000016049"));
}
