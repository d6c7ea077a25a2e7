#include "kernel/identifiers.h"

#include <cctype>
#include <optional>

namespace onroll {

namespace identifiers_detail {

/// The text without what people put between digits.
std::string compact(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)) && c != '-' && c != '/' && c != '.')
            kept += c;
    return kept;
}

std::optional<int> digits(std::string_view text, std::size_t exactly)
{
    const auto kept = compact(text);
    if (kept.size() != exactly) return std::nullopt;
    int number = 0;
    for (const char c : kept) {
        if (!std::isdigit(static_cast<unsigned char>(c))) return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string padded(int number, std::size_t width)
{
    auto text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

constexpr std::string_view upn_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

} // namespace identifiers_detail

Result<Urn> Urn::parse(std::string_view text)
{
    const auto number = identifiers_detail::digits(text, 6);
    if (!number || *number < 100000) return bad_input("A URN must be 6 digits, like 107001");
    return Urn(*number);
}
std::string Urn::text() const
{
    return std::to_string(number_);
}

Result<LaCode> LaCode::parse(std::string_view text)
{
    const auto number = identifiers_detail::digits(text, 3);
    if (!number) return bad_input("A local authority code must be 3 digits, like 373");
    return LaCode(*number);
}
std::string LaCode::text() const
{
    return identifiers_detail::padded(number_, 3);
}

Result<Laestab> Laestab::parse(std::string_view text)
{
    const auto number = identifiers_detail::digits(text, 7);
    if (!number) return bad_input("A DfE number must be 7 digits, like 373/4200");
    return Laestab(*number);
}

Result<Laestab> Laestab::create(LaCode authority, int establishment)
{
    if (establishment < 0 || establishment > 9999)
        return bad_input("An establishment number must be 4 digits, like 4200");
    return Laestab(authority.number() * 10000 + establishment);
}

LaCode Laestab::authority() const
{
    return LaCode::parse(identifiers_detail::padded(number_ / 10000, 3)).value();
}

std::string Laestab::text() const
{
    return identifiers_detail::padded(number_ / 10000, 3) + "/" +
           identifiers_detail::padded(number_ % 10000, 4);
}

char upn_check_letter(std::string_view twelve)
{
    int sum = 0;
    for (std::size_t i = 0; i < twelve.size(); ++i) {
        const auto at = identifiers_detail::upn_letters.find(twelve[i]);
        const int value = std::isdigit(static_cast<unsigned char>(twelve[i])) ? twelve[i] - '0'
                          : at == std::string_view::npos                      ? 0
                                                         : static_cast<int>(at);
        sum += value * static_cast<int>(i + 2);
    }
    return identifiers_detail::upn_letters[static_cast<std::size_t>(sum % 23)];
}

Result<Upn> Upn::parse(std::string_view text)
{
    auto kept = identifiers_detail::compact(text);
    for (auto& c : kept) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto wrong = bad_input("A UPN must be a letter and 12 digits, like B801200005001");
    if (kept.size() != 13) return wrong;
    for (std::size_t i = 1; i < 12; ++i)
        if (!std::isdigit(static_cast<unsigned char>(kept[i]))) return wrong;
    const bool last_is_digit = std::isdigit(static_cast<unsigned char>(kept[12])) != 0;
    if (!last_is_digit && identifiers_detail::upn_letters.find(kept[12]) == std::string_view::npos)
        return wrong;
    if (identifiers_detail::upn_letters.find(kept[0]) == std::string_view::npos) return wrong;
    if (upn_check_letter(std::string_view(kept).substr(1)) != kept[0])
        return bad_input("Check the UPN. Its first letter does not fit its digits");
    return Upn(std::move(kept));
}

bool Upn::temporary() const
{
    return !std::isdigit(static_cast<unsigned char>(text_.back()));
}

} // namespace onroll
