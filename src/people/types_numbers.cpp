#include "people/types_numbers.h"

namespace onroll::people {

namespace types_numbers_detail {

/// The digits, without spaces and hyphens; nothing where there is anything else.
std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return {};
        digits += c;
    }
    return digits;
}

} // namespace types_numbers_detail

Result<NhsNumber> NhsNumber::parse(std::string_view text)
{
    const auto digits = types_numbers_detail::digits_of(text);
    if (digits.size() != 10) return bad_input("Enter an NHS number of 10 digits");
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += (digits[i] - '0') * static_cast<int>(10 - i);
    const int check = (11 - sum % 11) % 11;
    if (check == 10 || check != digits[9] - '0')
        return bad_input("Check the NHS number: its last digit does not fit the others");
    return NhsNumber(digits);
}

std::string NhsNumber::spaced() const
{
    return text_.substr(0, 3) + " " + text_.substr(3, 3) + " " + text_.substr(6);
}

Result<Uprn> Uprn::parse(std::string_view text)
{
    auto digits = types_numbers_detail::digits_of(text);
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty() || digits.size() > 12) return bad_input("Enter a UPRN of up to 12 digits");
    return Uprn(digits);
}

} // namespace onroll::people
