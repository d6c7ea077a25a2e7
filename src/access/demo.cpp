#include "access/demo.h"

#include "access/codes.h"
#include "access/store_factors.h"
#include "access/store_keys.h"
#include "access/store_support.h"
#include "access/store_users.h"

#include "audit/store.h"
#include "design/words.h"
#include "embedded/access_data.h"
#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

namespace onroll::access {

namespace demo_detail {

constexpr std::string_view file_name = "demonstration-staff";
constexpr std::string_view file_context = "staff of a demonstration";

struct Row {
    NewAgency agency;
    std::string name;
    std::string email;
    std::vector<Role> roles;
    std::string team;
};

std::vector<Role> roles_from(const std::string& words)
{
    std::vector<Role> roles;
    std::istringstream each(words);
    for (std::string word; each >> word;) roles.push_back(role_named(word).value());
    return roles;
}

std::vector<Row> rows()
{
    std::string bytes;
    for (const auto& file : embedded::access_data())
        if (file.name.ends_with("staff.csv")) bytes = file.bytes;
    auto reader = csv::Reader::read(bytes);
    ensure(reader.has_value(), "the files of data/demo can be read");
    std::vector<Row> all;
    while (reader->next()) {
        const auto cell = [&](std::size_t column) { return std::string(reader->row()[column]); };
        const auto urn = cell(2);
        all.push_back({{agency_kind_named(cell(1)).value(), cell(0),
                        urn.empty() ? std::nullopt : std::optional(std::stoi(urn))},
                       cell(3),
                       cell(4),
                       roles_from(cell(5)),
                       cell(6)});
    }
    return all;
}

/// Advisers without a name of their own, after those that the file has.
std::vector<Row> more_advisers_after(const std::vector<Row>& all, std::size_t count)
{
    const auto has_advisers = [](const Row& row) {
        return std::find(row.roles.begin(), row.roles.end(), Role::adviser) != row.roles.end();
    };
    const auto first = std::find_if(all.begin(), all.end(), has_advisers);
    ensure(first != all.end(), "the invented advice service has an adviser");
    const auto at = first->email.substr(first->email.find('@'));
    auto number = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), has_advisers));
    std::vector<Row> more;
    while (more.size() < count) {
        const auto own = std::to_string(++number);
        more.push_back(
            {first->agency, "Adviser " + own, "adviser" + own + at, {Role::adviser}, first->team});
    }
    return more;
}

std::string words_of(const std::vector<Role>& roles)
{
    std::vector<std::string> words;
    for (const auto role : roles) words.emplace_back(in_words(role));
    return design::listed(words);
}

/// One account a line, parts between tabs; then sealed as a whole.
std::string file_text(const std::vector<DemoAccount>& accounts)
{
    std::string text;
    for (const auto& each : accounts)
        text += each.agency + "\t" + each.name + "\t" + each.email + "\t" + each.roles + "\t" +
                crypto::to_hex(each.seed) + "\n";
    return text;
}

std::string from_hex(const std::string& text)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
    return bytes;
}

DemoAccount add_one(db::Transaction& transaction, const Row& row, const AgencyId& agency,
                    std::map<std::string, TeamId>& teams, const std::string& hash, const Keys& keys,
                    Instant now)
{
    const auto user = add_user(transaction, agency, row.name, row.email, row.roles, now).value();
    const auto added = find_user(transaction, agency, user).value();
    if (!row.team.empty()) {
        if (!teams.contains(row.team))
            teams.emplace(row.team, add_team(transaction, agency, row.team).value());
        set_teams(transaction, added, {teams.at(row.team)});
    }
    set_password_hash(transaction, agency, user, hash);
    set_state(transaction, added, UserState::active, now);
    const Owner owner{agency, user};
    const auto seed = new_code_seed();
    save_code_seed(transaction, keys.seeds, owner, seed);
    confirm_code_seed(transaction, owner, now);
    save_recovery_codes(transaction, owner, new_recovery_codes());
    audit::note(transaction,
                {.agency = agency.text(),
                 .act = "staff.invite",
                 .kind = audit::Kind::recorded,
                 .record_kind = "user",
                 .record = user.text()},
                now);
    return {row.agency.name, row.name, row.email, words_of(row.roles), seed};
}

/// Of an agency: by what goes before the @.
UserId user_at(db::Queries& database, const AgencyId& agency, std::string_view name)
{
    for (const auto& user : users_of_agency(database, agency))
        if (std::string_view(user.email).substr(0, user.email.find('@')) == name) return user.id;
    ensure(false, "the invented staff who stand in for one another are in the file");
    return users_of_agency(database, agency).front().id;
}

/// What an administrator of the council has arranged: cover for an absence, a key for a program,
/// and support that was let in and is out again.
void arrange(db::Transaction& transaction, const AgencyId& council, Instant now)
{
    const auto today = in_london(now).date;
    const auto administrator = user_at(transaction, council, "admin");
    const auto note = [&](std::string_view act, std::string_view kind, const std::string& record) {
        audit::note(transaction,
                    {.agency = council.text(),
                     .actor = administrator.text(),
                     .act = std::string(act),
                     .kind = audit::Kind::recorded,
                     .record_kind = std::string(kind),
                     .record = record},
                    now);
    };
    const Cover cover{user_at(transaction, council, "attendance"),
                      user_at(transaction, council, "admissions"), today - Days{3},
                      today + Days{11}};
    add_cover(transaction, council, cover, administrator);
    note("staff.cover", "user", cover.absent.text());
    const auto key = crypto::new_id<ApiKeyId>();
    add_api_key(transaction, council,
                {"Attendance figures", KeyScope::read_children, today + Days{180}}, key,
                administrator, now);
    note("api_keys.change", "api_key", key.text());
    const auto helper =
        add_user(transaction, council, "Sol Arden", "sol@support.example", {Role::support}, now)
            .value();
    const auto begun = now - std::chrono::hours{50};
    add_support(transaction, council, helper, "Why a list of children could not be read",
                administrator, begun, begun + std::chrono::hours{24});
    set_state(transaction, find_user(transaction, council, helper).value(), UserState::disabled,
              now);
    note("support.change", "user", helper.text());
}

} // namespace demo_detail

using namespace demo_detail;

std::string_view demo_password()
{
    return "lantern oakum saltmarsh";
}

Result<DemoStaffFilled> fill_demo(db::Database& database, const std::filesystem::path& folder,
                                  const Keys& keys, const Clock& clock, std::size_t more_advisers)
{
    {
        auto reading = database.read();
        if (count_agencies(reading) > 0) {
            if (std::filesystem::exists(folder / file_name)) return DemoStaffFilled{};
            return Error{ErrorKind::conflict,
                         "This data folder holds real organisations. Fill an empty one",
                         {},
                         {}};
        }
    }
    const auto hash = crypto::hash_password(demo_password(), crypto::password_cost_floor);
    DemoStaffFilled filled;
    std::vector<DemoAccount> accounts;
    auto all = rows();
    const auto more = more_advisers_after(all, more_advisers);
    all.insert(all.end(), more.begin(), more.end());
    db::with_retry(database, "fill demo staff", [&](db::Transaction& transaction) {
        filled = {};
        accounts.clear();
        std::map<std::string, AgencyId> agencies;
        std::map<std::string, std::map<std::string, TeamId>> teams;
        for (const auto& row : all) {
            const auto& name = row.agency.name;
            if (!agencies.contains(name)) {
                agencies.emplace(name, add_agency(transaction, row.agency, clock.now()));
                ++filled.agencies;
            }
            accounts.push_back(
                add_one(transaction, row, agencies.at(name), teams[name], hash, keys, clock.now()));
            ++filled.users;
        }
        for (const auto& row : all)
            if (row.agency.kind == AgencyKind::council && agencies.contains(row.agency.name)) {
                arrange(transaction, agencies.at(row.agency.name), clock.now());
                break;
            }
    });
    std::ofstream out(folder / file_name, std::ios::binary | std::ios::trunc);
    out << crypto::seal(keys.seeds, file_text(accounts), file_context);
    out.close();
    if (!out)
        return Error{ErrorKind::unavailable,
                     "The data folder cannot be written. Choose another with --data",
                     {},
                     {}};
    std::filesystem::permissions(folder / file_name, std::filesystem::perms::owner_read |
                                                         std::filesystem::perms::owner_write);
    return filled;
}

Result<std::vector<DemoAccount>> demo_accounts(const std::filesystem::path& folder,
                                               const Keys& keys)
{
    const Error none = not_found("This data folder holds no demonstration, so nobody’s code can be "
                                 "printed. Fill an empty folder with onroll demo fill");
    std::ifstream in(folder / file_name, std::ios::binary);
    if (!in) return none;
    const std::string sealed{std::istreambuf_iterator<char>(in), {}};
    const auto text = crypto::open(keys.seeds, sealed, file_context);
    if (!text) return none;
    std::vector<DemoAccount> accounts;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream parts(line);
        DemoAccount account;
        std::string seed;
        for (auto* part : {&account.agency, &account.name, &account.email, &account.roles, &seed})
            std::getline(parts, *part, '\t');
        account.seed = from_hex(seed);
        accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<DemoAccount> find_demo_account(const std::vector<DemoAccount>& accounts,
                                      std::string_view user)
{
    const DemoAccount* found = nullptr;
    bool several = false;
    for (const auto& each : accounts) {
        if (each.email == user) return each;
        if (std::string_view(each.email).substr(0, each.email.find('@')) != user) continue;
        several = found != nullptr;
        found = &each;
    }
    if (found && !several) return *found;
    return not_found(several ? "Several people have that name. Give the whole email address"
                             : "Nobody in the demonstration has that name. onroll demo staff lists "
                               "them");
}

} // namespace onroll::access
