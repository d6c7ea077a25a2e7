#include "audit/commands.h"

#include "audit/chain.h"
#include "audit/store.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace onroll::audit {

namespace commands_detail {

struct Commands {
    cli::Context& context;
    OpenStores open;
    const Clock& clock;
    std::filesystem::path heads{};
    int years = least_years_kept;
    bool preview = false;
};

Result<std::vector<SignedHead>> read_heads(const std::filesystem::path& file)
{
    std::vector<SignedHead> heads;
    if (file.empty()) return heads;
    std::ifstream in(file);
    if (!in) return bad_input("The file of signed heads cannot be read. Check its name", "--heads");
    std::int64_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty()) continue;
        auto head = read_head_line(line);
        if (!head) return bad_input(head.error().message, "line " + std::to_string(number));
        heads.push_back(*std::move(head));
    }
    return heads;
}

void print(const ChainReport& report, cli::Context& context)
{
    context.out << "agency " << report.agency << ": ";
    if (report.first_fault) {
        context.out << "entry " << report.first_fault->sequence
                    << " is not as it was written: " << report.first_fault->what << "\n";
        context.exit = cli::Exit::failed;
        return;
    }
    context.out << report.entries << (report.entries == 1 ? " entry" : " entries") << ", sound\n";
}

/// The heads that a database has signed itself, as lines.
std::set<std::string> signed_in(db::Database& database)
{
    std::set<std::string> lines;
    auto reader = database.read(db::View::snapshot);
    for (const auto& agency : agencies_of(reader))
        for (const auto& head : signed_heads_of(reader, agency)) lines.insert(line_of(head));
    return lines;
}

/// A head that was kept elsewhere belongs to the chain of one database: the one that signed it,
/// since an agency may have a chain in several. Where none knows that it did, one that has a chain
/// of the agency is asked, or the first, and says what is missing.
std::map<const db::Database*, Evidence> divided(const OpenChains& chains,
                                                const std::vector<SignedHead>& heads)
{
    std::map<const db::Database*, Evidence> evidence;
    for (const auto& database : chains.databases)
        evidence[database.get()].public_key = chains.public_key;
    std::map<const db::Database*, std::set<std::string>> signed_by;
    if (!heads.empty())
        for (const auto& database : chains.databases)
            signed_by[database.get()] = signed_in(*database);
    for (const auto& head : heads) {
        const auto line = line_of(head);
        const db::Database* whose = chains.databases.front().get();
        for (const auto& database : chains.databases) {
            if (signed_by.at(database.get()).contains(line)) {
                whose = database.get();
                break;
            }
            auto reader = database->read();
            if (head_of(reader, head.head.agency).sequence > 0) whose = database.get();
        }
        evidence[whose].heads.push_back(head);
    }
    return evidence;
}

void verify_all(const Commands& commands)
{
    auto& context = commands.context;
    const auto heads = read_heads(commands.heads);
    if (!heads) return context.fail(heads.error());
    const auto chains = commands.open(context);
    if (!chains) return context.fail(chains.error());
    if (chains->databases.empty()) return;
    const auto evidence = divided(*chains, *heads);
    std::size_t agencies = 0;
    for (const auto& database : chains->databases)
        for (const auto& report : verify(*database, evidence.at(database.get()))) {
            print(report, context);
            ++agencies;
        }
    if (agencies == 0) context.out << "no agency has an audit record yet\n";
}

void print_heads(const Commands& commands)
{
    auto& context = commands.context;
    const auto chains = commands.open(context);
    if (!chains) return context.fail(chains.error());
    for (const auto& database : chains->databases) {
        auto reader = database->read(db::View::snapshot);
        for (const auto& agency : agencies_of(reader))
            for (const auto& head : signed_heads_of(reader, agency))
                context.out << line_of(head) << "\n";
    }
}

std::int64_t emptied_in(db::Database& database, const std::string& agency, Instant before,
                        const StillThere& still_there, Instant now)
{
    return db::with_retry(database, "empty old audit entries", [&](db::Transaction& transaction) {
        return erase_before(transaction, before,
                            {.agency = agency, .actor = "onroll", .act = "audit.empty"}, now,
                            still_there);
    });
}

/// The moment from which entries are kept; on 29 February that of the 28th.
Instant first_kept(Date today, int years)
{
    const auto day = month_of(today) == 2 ? std::min(day_of(today), 28U) : day_of(today);
    return start_of_day_in_london(date(year_of(today) - years, month_of(today), day));
}

void empty_old(const Commands& commands)
{
    auto& context = commands.context;
    const auto chains = commands.open(context);
    if (!chains) return context.fail(chains.error());
    const auto now = commands.clock.now();
    const auto before = first_kept(in_london(now).date, commands.years);
    for (const auto& database : chains->databases) {
        const auto agencies = [&] {
            auto reader = database->read();
            return agencies_of(reader);
        }();
        for (const auto& agency : agencies) {
            // A chain that was altered is evidence: nothing of it goes.
            ChainReport report;
            std::int64_t count = 0;
            {
                auto reader = database->read(db::View::snapshot);
                report = verify_chain(reader, agency, {chains->public_key, {}});
                if (!report.first_fault)
                    count = count_erasable(reader, agency, before, chains->still_there);
            }
            if (report.first_fault) {
                print(report, context);
                continue;
            }
            if (!commands.preview)
                count = emptied_in(*database, agency, before, chains->still_there, now);
            context.out << "agency " << agency << ": " << count
                        << (count == 1 ? " entry" : " entries")
                        << (commands.preview ? " would be emptied\n" : " emptied\n");
        }
    }
}

void add_empty(CLI::App& audit, const std::shared_ptr<Commands>& commands)
{
    auto& empty = cli::add_command(
        audit, "empty",
        "Empty what entries say that are older than some years, but for records that are still "
        "there; the chains stay whole",
        commands->context);
    empty.add_option("--years", commands->years, "How many years entries are kept")
        ->check(CLI::Range(least_years_kept, 100))
        ->capture_default_str();
    empty.add_flag("--preview", commands->preview, "Only count them; change nothing");
    empty.callback([commands] { empty_old(*commands); });
}

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, OpenStores open, const Clock& clock)
{
    using namespace commands_detail;
    auto commands = std::make_shared<Commands>(Commands{context, std::move(open), clock});
    auto& audit = *app.add_subcommand("audit", "Check the record of who did what");
    audit.require_subcommand(1);
    auto& check = cli::add_command(
        audit, "verify",
        "Check every agency’s chain of entries, and name the first entry that was altered",
        context);
    check
        .add_option("--heads", commands->heads,
                    "Signed heads that were kept elsewhere, one on a line")
        ->type_name("FILE");
    check.callback([commands] { verify_all(*commands); });
    auto& heads = cli::add_command(audit, "heads",
                                   "Print the signed heads, to keep them somewhere else", context);
    heads.callback([commands] { print_heads(*commands); });
    add_empty(audit, commands);
}

} // namespace onroll::audit
