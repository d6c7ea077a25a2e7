// A SHA-256 digest of bytes that come piece by piece, such as a file too large to hold. FIPS 180-4.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace onroll::crypto {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    /// 32 bytes. Nothing may be added afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace onroll::crypto
