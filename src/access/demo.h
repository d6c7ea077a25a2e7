// The invented staff of Tidemoor: agencies of every kind, users of every role. Only ever in a
// demonstration's store. Their codes are also kept in a file beside it, so that `onroll demo code`
// can tell one while the server runs; a store with real people never has that file.
#pragma once

#include "access/services.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// What all invented people sign in with; said by `onroll demo staff` and by ./run.
std::string_view demo_password();

struct DemoStaffFilled {
    std::size_t agencies = 0; ///< 0 where all were there already
    std::size_t users = 0;
};
/// Fills a store that has no agency. Conflict where it has one that is not invented. `folder` is
/// the data folder, `keys` the store's own. `more_advisers` join the advice service.
Result<DemoStaffFilled> fill_demo(db::Database& database, const std::filesystem::path& folder,
                                  const Keys& keys, const Clock& clock,
                                  std::size_t more_advisers = 0);

/// An invented member of staff, as the file beside the store has them.
struct DemoAccount {
    std::string agency;
    std::string name;
    std::string email;
    std::string roles; ///< as people read them
    std::string seed;
};
/// Not found in a data folder that holds no demonstration.
Result<std::vector<DemoAccount>> demo_accounts(const std::filesystem::path& folder,
                                               const Keys& keys);
/// By address, or by the part of it before the @ where one alone has that. Not found.
Result<DemoAccount> find_demo_account(const std::vector<DemoAccount>& accounts,
                                      std::string_view user);

} // namespace onroll::access
