#include "people/types.h"
#include "people/types_family.h"

#include <doctest/doctest.h>

#include <sstream>
#include <type_traits>

namespace onroll::people {

namespace types_test {

template <class T>
concept Printable = requires(std::ostream& out, const T& value)
{
    out << value;
};

} // namespace types_test

// trust.md F-03: a protected address cannot become text by accident. These fail to compile where it
// can.
static_assert(!std::is_convertible_v<ProtectedAddress, std::string>);
static_assert(!std::is_convertible_v<ProtectedAddress, std::string_view>);
static_assert(!std::is_convertible_v<ProtectedAddress, const char*>);
static_assert(!std::is_convertible_v<ProtectedAddress, Address>);
static_assert(!std::is_default_constructible_v<ProtectedAddress>);
static_assert(!types_test::Printable<ProtectedAddress>);

TEST_CASE("the known-as name comes first, and the recorded one is said where it differs")
{
    CHECK(full_name({"James", "Smith", "Jim"}) == "Jim Smith (recorded as James Smith)");
    CHECK(full_name({"James", "Smith", ""}) == "James Smith");
    CHECK(full_name({"James", "Smith", "James"}) == "James Smith");
    CHECK(called({"", "Smith", ""}) == "Smith");
    CHECK(called({"小明", "王", ""}) == "小明 王");
}

TEST_CASE("a protected address is shown as withheld")
{
    CHECK(shown_address(ProtectedAddress::from_sealed("sealed")) == "Withheld");
    CHECK(shown_address(Address{.lines = {"10 Sea Street", "", "Tidemoor"},
                                .postcode = "TM1 2AB"}) == "10 Sea Street, Tidemoor, TM1 2AB");
    CHECK(shown_address(Address{}).empty());
}

TEST_CASE("an NHS number checks itself")
{
    CHECK(NhsNumber::parse("999 000 0018")->text() == "9990000018");
    CHECK(NhsNumber::parse("9990000026")->spaced() == "999 000 0026");
    CHECK(NhsNumber::parse("943-476-5919").has_value()); // the NHS Data Dictionary's example
    CHECK_FALSE(NhsNumber::parse("9434765918").has_value());
    CHECK_FALSE(NhsNumber::parse("943476591").has_value());
    CHECK_FALSE(NhsNumber::parse("94347659I9").has_value());
    CHECK_FALSE(NhsNumber::parse("").has_value());
}

TEST_CASE("a UPRN has 1 to 12 digits and no leading zeros")
{
    CHECK(Uprn::parse("000123456789")->text() == "123456789");
    CHECK(Uprn::parse("123456789012")->text() == "123456789012");
    CHECK_FALSE(Uprn::parse("1234567890123").has_value());
    CHECK_FALSE(Uprn::parse("0000").has_value());
    CHECK_FALSE(Uprn::parse("12a").has_value());
}

TEST_CASE("postcodes are tidied and told from other words")
{
    CHECK(tidy_postcode("s102tn") == "S10 2TN");
    CHECK(is_postcode("S10 2TN"));
    CHECK(is_postcode("SW1A 1AA"));
    CHECK(is_postcode("M1 1AA"));
    for (const auto* no : {"", "S10", "JENNY", "JE NNY", "1A 1AA", "S10 22N", "SABC 1AA"})
        CHECK_FALSE_MESSAGE(is_postcode(no), no);
}

TEST_CASE("every stored key is read back as the same value")
{
    for (const auto status : all_sen_statuses()) CHECK(sen_status_named(key_of(status)) == status);
    for (const auto bond : all_bonds()) CHECK(bond_named(key_of(bond)) == bond);
    for (const auto basis : all_responsibilities())
        CHECK(responsibility_named(key_of(basis)) == basis);
    for (const auto order : all_order_kinds()) CHECK(order_kind_named(key_of(order)) == order);
    for (const auto channel : all_channels()) CHECK(channel_named(key_of(channel)) == channel);
    CHECK_FALSE(sen_status_named("other").has_value());
}

} // namespace onroll::people
