// A clamd of a test's own, with one signature of ours: the EICAR test file. Listens on this machine
// only, and ends with the test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace onroll::tests {

/// The 68 bytes that every scanner knows as a harmless test. Put together here, so that no scanner
/// finds them in our sources.
std::string eicar();
/// What our clamd calls them.
inline constexpr std::string_view eicar_found = "Onroll.Test.EICAR.UNOFFICIAL";

class Clamd {
public:
    /// `settings` are further lines of clamd.conf. Says that it is skipped where clamd is not
    /// installed.
    explicit Clamd(const std::string& settings = {});
    ~Clamd();
    Clamd(const Clamd&) = delete;
    Clamd& operator=(const Clamd&) = delete;

    bool is_there() const { return process_ > 0; }
    std::string socket() const { return (folder_ / "socket").string(); }
    std::string port() const { return "127.0.0.1:" + std::to_string(port_); }
    /// As when it crashes.
    void end();

private:
    void start(const std::string& settings);
    bool answers() const;

    std::filesystem::path folder_;
    int process_ = -1;
    int port_ = 0;
};

} // namespace onroll::tests
