#include "people/address_safe.h"

#include <utility>

namespace onroll::people {

namespace address_safe_detail {

/// Parts of an address, divided by a character that no line may hold.
constexpr char divider = '\x1F';

std::string packed(const Address& address)
{
    std::string text = address.postcode;
    text += divider;
    if (address.uprn) text += address.uprn->text();
    for (const auto& line : address.lines) {
        text += divider;
        text += line;
    }
    return text;
}

Address unpacked(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(divider);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    Address address;
    address.postcode = parts.front();
    if (parts.size() > 1)
        if (const auto uprn = Uprn::parse(parts[1])) address.uprn = *uprn;
    for (std::size_t i = 2; i < parts.size(); ++i) address.lines.push_back(std::move(parts[i]));
    return address;
}

Error cannot_open()
{
    return {ErrorKind::unavailable,
            "This cannot be opened with the installation’s key. Ask whoever runs the server",
            {},
            {}};
}

} // namespace address_safe_detail

crypto::Key AddressSafe::key_of_agency(std::string_view agency) const
{
    return crypto::Key::derived(root_, "people of agency " + std::string(agency));
}

ProtectedAddress AddressSafe::put_away(std::string_view agency, const AddressId& id,
                                       const Address& address) const
{
    return ProtectedAddress::from_sealed(crypto::seal(
        key_of_agency(agency), address_safe_detail::packed(address), "address " + id.text()));
}

Result<Address> AddressSafe::take_out(std::string_view agency, const AddressId& id,
                                      const ProtectedAddress& sealed, RevealPermit) const
{
    const auto plain =
        crypto::open(key_of_agency(agency), sealed.sealed_bytes(), "address " + id.text());
    if (!plain) return address_safe_detail::cannot_open();
    return address_safe_detail::unpacked(*plain);
}

std::string AddressSafe::seal_file(std::string_view agency, const ImportId& id,
                                   std::string_view bytes) const
{
    return crypto::seal(key_of_agency(agency), bytes, "list " + id.text());
}

Result<std::string> AddressSafe::open_file(std::string_view agency, const ImportId& id,
                                           std::string_view sealed) const
{
    auto plain = crypto::open(key_of_agency(agency), sealed, "list " + id.text());
    if (!plain) return address_safe_detail::cannot_open();
    return plain;
}

} // namespace onroll::people
