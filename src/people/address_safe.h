// Seals what must not be read by whoever finds the file: protected addresses and the originals of
// imported lists, with a key of the agency that comes of the installation's key. The only way from
// a ProtectedAddress to its text; it asks for a permit, which says for what. trust.md C-03, F-03.
#pragma once

#include "people/types.h"

#include "kernel/result.h"
#include "platform/crypto/crypto.h"

#include <string>
#include <string_view>

namespace onroll::people {

/// Says that somebody may see one protected address now. Made only where an allowed output begins,
/// after the policy has said yes; never kept.
class RevealPermit {
public:
    /// `searching_what_leaves`: compared with what is about to leave, and shown to nobody.
    enum class For { showing_on_request, posting_to_the_person, searching_what_leaves };
    static RevealPermit given(For reason) { return RevealPermit(reason); }
    For reason() const { return reason_; }

private:
    explicit RevealPermit(For reason) : reason_(reason) {}
    For reason_;
};

class AddressSafe {
public:
    explicit AddressSafe(const crypto::Key& root) : root_(root) {}

    ProtectedAddress put_away(std::string_view agency, const AddressId& id,
                              const Address& address) const;
    /// unavailable where the key is not the one it was sealed with.
    Result<Address> take_out(std::string_view agency, const AddressId& id,
                             const ProtectedAddress& sealed, RevealPermit permit) const;

    std::string seal_file(std::string_view agency, const ImportId& id,
                          std::string_view bytes) const;
    Result<std::string> open_file(std::string_view agency, const ImportId& id,
                                  std::string_view sealed) const;

private:
    crypto::Key key_of_agency(std::string_view agency) const;
    crypto::Key root_;
};

} // namespace onroll::people
