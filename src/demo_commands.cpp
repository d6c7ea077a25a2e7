#include "demo_commands.h"

#include "access/codes.h"
#include "access/demo.h"
#include "insight/demo.h"
#include "places/demo.h"
#include "places/store.h"
#include "rights/demo.h"
#include "wiring_access.h"
#include "wiring_advice.h"
#include "wiring_people.h"

#include <cstdint>
#include <string>
#include <utility>

namespace onroll {

namespace demo_commands_detail {

/// How many open cases an adviser has in a service that is filled to be measured.
constexpr std::size_t cases_of_one_adviser = 40;

struct Commands {
    cli::Context& context;
    OpenStore open;
    const Clock& clock;
};

/// The invented statistics, with those of the invented schools.
Result<std::string> fill_statistics(db::Database& database, std::uint64_t seed, const Clock& clock)
{
    std::vector<insight::demo::DemoSchool> schools;
    {
        auto reader = database.read();
        for (const auto& school : places::all_schools(reader)) {
            if (!school.pupils || school.status != places::SchoolStatus::open) continue;
            const bool special = school.kind == places::SchoolKind::maintained_special ||
                                 school.kind == places::SchoolKind::special_academy;
            const auto phase =
                special ? std::string("Special") : std::string(places::in_words(school.phase));
            if (special || school.phase == places::Phase::primary ||
                school.phase == places::Phase::secondary)
                schools.push_back({school.urn.number(), places::shown_name(school), phase,
                                   school.pupils->pupils});
        }
    }
    const auto filled = insight::fill_demo_statistics(database, seed, schools, clock);
    if (!filled) return filled.error();
    return "Statistics of Tidemoor and 35 invented neighbours: " + std::to_string(filled->files) +
           " files written";
}

struct Wanted {
    std::uint64_t seed = 1;
    std::size_t children = 240;
    std::size_t advice_cases = 0; ///< open ones; 0 for the usual two years
};

void fill(const Wanted& wanted, const Commands& commands)
{
    const auto seed = wanted.seed;
    auto& context = commands.context;
    auto opened = commands.open(context);
    if (!opened) return context.fail(opened.error());
    auto& database = **opened;
    const auto places = places::fill_demo(database, seed, commands.clock);
    if (!places) return context.fail(places.error());
    const auto root = wiring::root_key(context.data);
    if (!root) return context.fail(root.error());
    const auto staff =
        access::fill_demo(database, context.data, access::Keys::of(*root), commands.clock,
                          wanted.advice_cases / cases_of_one_adviser);
    if (!staff) return context.fail(staff.error());
    context.out << "Tidemoor is an invented area: " << places->schools << " schools and "
                << places->calendars << " calendars written\n";
    context.out << staff->users << " people in " << staff->agencies
                << " organisations can sign in\n";
    const auto statistics = fill_statistics(database, seed, commands.clock);
    if (!statistics) return context.fail(statistics.error());
    context.out << *statistics << "\n";
    const auto people = wiring::fill_demo_people(database, *root, wanted.children, commands.clock);
    if (!people) return context.fail(people.error());
    context.out << people->children << " children and " << people->adults << " adults written\n";
    const auto size = wanted.advice_cases > 0 ? casework::size_for_open_cases(wanted.advice_cases)
                                              : casework::DemoAdviceSize();
    const auto advice =
        wiring::fill_demo_advice(database, {.data = context.data, .postgres = context.database},
                                 *root, size, commands.clock);
    if (!advice) return context.fail(advice.error());
    context.out << size.weeks / 52 << " years of the advice service: " << advice->contacts
                << " contacts and " << advice->cases << " cases written\n";
    const auto codes = rights::fill_demo(database, check::built_in_code(), commands.clock);
    if (!codes) return context.fail(codes.error());
    context.out << "Schools that have acknowledged the code of rights: " << *codes << "\n";
}

/// The invented staff of a data folder; works while a server has the store.
Result<std::vector<access::DemoAccount>> accounts_in(const cli::Context& context)
{
    if (!std::filesystem::exists(context.data / "onroll.key"))
        return not_found(
            "This data folder holds no demonstration. Fill an empty folder with onroll "
            "demo fill");
    const auto root = wiring::root_key(context.data);
    if (!root) return root.error();
    return access::demo_accounts(context.data, access::Keys::of(*root));
}

void print_code(const std::string& user, const Commands& commands)
{
    const auto accounts = accounts_in(commands.context);
    if (!accounts) return commands.context.fail(accounts.error());
    const auto account = access::find_demo_account(*accounts, user);
    if (!account) return commands.context.fail(account.error());
    commands.context.out << access::code_of(account->seed, access::step_of(commands.clock.now()))
                         << "\n";
}

void print_staff(const Commands& commands)
{
    const auto accounts = accounts_in(commands.context);
    if (!accounts) return commands.context.fail(accounts.error());
    auto& out = commands.context.out;
    std::string agency;
    for (const auto& account : *accounts) {
        if (account.agency != agency) out << account.agency << "\n";
        agency = account.agency;
        out << "  " << account.email
            << std::string(account.email.size() < 40 ? 40 - account.email.size() : 1, ' ')
            << account.roles << "\n";
    }
    out << "Password of all of them: " << access::demo_password() << "\n"
        << "A code for one: onroll demo code EMAIL --data " << commands.context.data.string()
        << "\n";
}

} // namespace demo_commands_detail

void add_demo_commands(CLI::App& app, cli::Context& context, OpenStore open, const Clock& clock)
{
    using namespace demo_commands_detail;
    // The callbacks outlive this call, so they share what they need.
    const auto commands = std::make_shared<Commands>(Commands{context, std::move(open), clock});
    auto& demo = *app.add_subcommand("demo", "The invented area for demonstrations");
    demo.require_subcommand(1);
    auto wanted = std::make_shared<Wanted>();
    auto& fill_command = cli::add_command(
        demo, "fill", "Fill an empty store with the invented area Tidemoor", context);
    fill_command
        .add_option("--seed", wanted->seed, "The number that everything invented follows from")
        ->capture_default_str();
    fill_command
        .add_option("--children", wanted->children, "How many invented children the council knows")
        ->check(CLI::Range(0, 9'000'000))
        ->capture_default_str();
    fill_command
        .add_option("--advice-cases", wanted->advice_cases,
                    "Five years of an advice service with about so many open cases, and an adviser "
                    "for each 40 of them; two years of a small one otherwise")
        ->check(CLI::Range(0, 100'000));
    fill_command.callback([wanted, commands] { fill(*wanted, *commands); });
    auto user = std::make_shared<std::string>();
    auto& code = cli::add_command(
        demo, "code", "Print the sign-in code that an invented person has now", context);
    code.add_option("user", *user, "Their email address, or the part before the @")->required();
    code.callback([user, commands] { print_code(*user, *commands); });
    auto& staff =
        cli::add_command(demo, "staff", "List the invented people who can sign in", context);
    staff.callback([commands] { print_staff(*commands); });
}

} // namespace onroll
