// Reads the command line, and serves or runs one command. What is served is put together in
// wiring.cpp.
#include "access/accounts.h"
#include "demo_commands.h"
#include "audit/commands.h"
#include "audit/store.h"
#include "casework/attachment_check.h"
#include "design/assets.h"
#include "insight/commands.h"
#include "law/commands.h"
#include "law/schools.h"
#include "places/commands.h"
#include "places/demo.h"
#include "places/store.h"
#include "platform/backup/backup.h"
#include "platform/backup/commands.h"
#include "platform/db/failure.h"
#include "platform/db/reserve.h"
#include "platform/http/policy_reports.h"
#include "platform/http/server.h"
#include "platform/log/log.h"
#include "platform/log/no_core.h"
#include "wiring.h"
#include "wiring_audit.h"
#include "wiring_people.h"
#include "wiring_rows.h"

#include <cstdlib>
#include <optional>

namespace main_detail {

using namespace onroll;
using wiring::open_store;

struct ServeOptions {
    std::uint16_t port = 8080;
    std::string address = "127.0.0.1";
    std::vector<std::string> hosts;
    bool demo = false;
    bool tls_in_front = false;
    std::string virus_scanner;
    unsigned most_attached = 20; ///< GiB
    unsigned workers = 4;
    std::size_t connections_per_address = 512;
    wiring::AreaSettings area;
    wiring::StaffSettings staff;
};

/// Whether visitors come through a proxy, so that all of them have its address: it speaks TLS for
/// them, holds the cap of connections, or is alone in reaching this server.
bool visitors_share_an_address(const ServeOptions& options, const http::ServerSettings& settings)
{
    return options.tls_in_front || options.connections_per_address >= settings.connections ||
           options.address.starts_with("127.") || options.address == "::1";
}

http::ServerSettings server_settings(const ServeOptions& options)
{
    http::ServerSettings settings;
    settings.address = options.address;
    settings.port = options.port;
    settings.hosts = options.hosts;
    settings.workers = options.workers;
    settings.connections_per_address = options.connections_per_address;
    if (visitors_share_an_address(options, settings))
        settings.open_bodies_per_address = settings.open_bodies_in_memory;
    settings.headers.script_hash = std::string(design::js_enabled_script_hash);
    settings.headers.report_path = std::string(http::policy_reports_path);
    settings.headers.tls_in_front = options.tls_in_front;
    settings.access_log = [](const http::AccessRecord& record) {
        log::info("request", {{"request", log::safe(record.request_id)},
                              {"method", log::safe(record.method)},
                              {"route", log::safe(record.route)},
                              {"status", record.status},
                              {"bytes", record.bytes},
                              {"milliseconds", record.milliseconds}});
    };
    return settings;
}

/// Whether everything in the store is invented, which each page then says. A store with real
/// schools cannot be served as a demonstration, nor an invented one as real.
Result<bool> whether_invented(db::Database& database, bool asked_for)
{
    auto reader = database.read();
    const bool invented = places::is_demonstration(reader);
    if (asked_for && !invented && places::count_schools(reader) > 0)
        return bad_input("This data folder holds real schools. Serve it without --demo");
    return invented || asked_for;
}

/// Where large uploads lie while they are answered: in the data folder, for the server's user
/// alone. What a server that was ended left there is gone when the next one starts.
Result<std::filesystem::path> empty_folder_for_uploads(const std::filesystem::path& data)
{
    auto folder = data / backup::uploads_folder;
    std::error_code trouble;
    std::filesystem::remove_all(folder, trouble);
    if (!trouble) std::filesystem::create_directories(folder, trouble);
    if (!trouble) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
    if (!trouble) return folder;
    return Error{ErrorKind::unavailable,
                 folder.string() + " cannot be made. Check who owns the data folder",
                 trouble.message(),
                 {}};
}

/// Said once, on a store in which nobody has an account (trust.md A-14).
void print_setup_secret(db::Database& database, const Clock& clock, std::uint16_t port,
                        cli::Context& context)
{
    const auto secret = access::new_setup_secret(database, clock);
    if (!secret) return;
    context.out << "Nobody can sign in yet. On this machine, open http://localhost:" << port
                << "/set-up\nSet-up secret, for 30 minutes: " << *secret << std::endl;
}

void serve(const ServeOptions& options, cli::Context& context)
{
    log::leave_no_core();
    if (const auto brand =
            design::check_brand({.area_name = options.area.name, .colour = options.area.colour});
        !brand)
        return context.fail(brand.error());
    const SystemClock clock;
    auto database = open_store(context.data, context.database, clock);
    if (!database) return context.fail(database.error());
    if (const auto kept = db::keep_reserve(**database); !kept)
        log::warning("no room is kept beside the store: the disk is full");
    const auto invented = whether_invented(**database, options.demo);
    if (!invented) return context.fail(invented.error());
    if (!*invented && !options.staff.notices.notify_stand_in.empty())
        return context.fail(bad_input("A stand-in for GOV.UK Notify is for a demonstration: serve "
                                      "it with --demo, or leave --notify-stand-in out"));
    log::set_least_level(log::Level::info);
    if (const auto hashing = access::PasswordHashing::check(options.staff.hashing); !hashing)
        return context.fail(hashing.error());
    const auto root = wiring::root_key(context.data);
    if (!root) return context.fail(root.error());
    auto staff = options.staff;
    staff.most_attached = std::uint64_t{options.most_attached} << 30;
    staff.tls_in_front = options.tls_in_front;
    if (!options.virus_scanner.empty()) {
        auto scanner = virus_scan::ScannerAddress::parse(options.virus_scanner);
        if (!scanner) return context.fail(scanner.error());
        staff.virus_scanner = std::move(*scanner);
    }
    wiring::Service service(**database, *invented ? wiring::demo_area() : options.area, *invented,
                            context.data, *root, staff, context.database);
    service.hand_stories_over_with(crypto::Key::derived(*root, "hand over"));
    if (const auto spoken = service.speak_languages_in(context.data / "languages"); !spoken)
        return context.fail(spoken.error());
    if (const auto published = service.publish_code_in(context.data / "code"); !published)
        return context.fail(published.error());
    // A demonstration is asked on this machine alone.
    const auto here =
        *invented ? "http://localhost:" + std::to_string(options.port) : std::string();
    if (const auto sending = service.send_notices(staff.notices, staff.mail_sender, here); !sending)
        return context.fail(sending.error());
    auto settings = server_settings(options);
    const auto incoming = empty_folder_for_uploads(context.data);
    if (!incoming) return context.fail(incoming.error());
    settings.form.folder = *incoming;
    http::Server server(std::move(settings), service.router());
    if (const auto started = server.start(); !started) return context.fail(started.error());
    context.out << "Onroll answers at http://localhost:" << server.port() << std::endl;
    if (!*invented) print_setup_secret(**database, clock, server.port(), context);
    if (!server.wait()) std::_Exit(1);
}

void add_staff_options(CLI::App& command, wiring::StaffSettings& staff)
{
    command
        .add_option("--public-address", staff.public_address,
                    "What links in mail begin with, as https://onroll.example.gov.uk")
        ->envname("ONROLL_PUBLIC_ADDRESS");
    command
        .add_option("--mail-folder", staff.mail_folder,
                    "Where messages are put for the area’s own mail system; outbox in the data "
                    "folder otherwise")
        ->envname("ONROLL_MAIL_FOLDER");
    command.add_option("--mail-sender", staff.mail_sender, "The address that messages come from")
        ->envname("ONROLL_MAIL_SENDER")
        ->capture_default_str();
    command
        .add_option("--password-memory", staff.hashing.cost.kibibytes,
                    "KiB of memory that one guess at a password costs; never below 19456")
        ->capture_default_str();
    command
        .add_option("--password-passes", staff.hashing.cost.passes, "Passes over it; never below 2")
        ->capture_default_str();
    command
        .add_option("--code-skew", staff.code_skew,
                    "Half minutes that a phone’s clock may be wrong")
        ->check(CLI::Range(0, 1))
        ->capture_default_str();
}

void add_notice_options(CLI::App& command, wiring::NoticeGateway& notices)
{
    command
        .add_option("--smtp-server", notices.smtp_server,
                    "The mail server for notices to families, as smtp://mail.example.gov.uk:587")
        ->envname("ONROLL_SMTP_SERVER");
    command.add_option("--smtp-user", notices.smtp_user, "Who signs in at it")
        ->envname("ONROLL_SMTP_USER");
    command
        .add_option("--smtp-password-file", notices.smtp_password_file,
                    "A file that holds the password")
        ->envname("ONROLL_SMTP_PASSWORD_FILE");
    command
        .add_option("--notify-key-file", notices.notify_key_file,
                    "A file that holds a key of GOV.UK Notify: notices to families go by it")
        ->envname("ONROLL_NOTIFY_KEY_FILE");
    command
        .add_option("--notify-email-template", notices.notify_email_template,
                    "Its template for emails, with ((subject)) and ((body))")
        ->envname("ONROLL_NOTIFY_EMAIL_TEMPLATE");
    command
        .add_option("--notify-text-template", notices.notify_text_template,
                    "Its template for text messages, with ((body)); no texts without")
        ->envname("ONROLL_NOTIFY_TEXT_TEMPLATE");
    command
        .add_option("--notify-stand-in", notices.notify_stand_in,
                    "A program on this machine that answers in place of GOV.UK Notify, for a "
                    "rehearsal, as http://127.0.0.1:8090")
        ->envname("ONROLL_NOTIFY_STAND_IN");
}

void add_serve(CLI::App& app, cli::Context& context, ServeOptions& options)
{
    auto& command = cli::add_command(
        app, "serve", "Serve the pages and the interface for other programs", context);
    command.add_option("--port", options.port, "The port to serve on; 0 takes a free one")
        ->capture_default_str();
    command.add_option("--address", options.address, "The address to listen on")
        ->capture_default_str();
    command.add_option("--host", options.hosts,
                       "A name that visitors reach this server by; may be given more than once");
    command.add_option("--workers", options.workers, "Requests worked on at once")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command
        .add_option("--connections-per-address", options.connections_per_address,
                    "Connections that one address, or one network (/64) of IPv6, may hold open")
        ->capture_default_str();
    command.add_flag("--tls-in-front", options.tls_in_front,
                     "Visitors come through a proxy that speaks TLS");
    command.add_flag("--demo", options.demo, "Say on every page that everything is invented");
    command.add_option("--area-name", options.area.name, "The area’s name")
        ->envname("ONROLL_AREA_NAME")
        ->capture_default_str();
    command.add_option("--area-colour", options.area.colour, "The header’s colour, as #1b6468")
        ->envname("ONROLL_AREA_COLOUR");
    command.add_option("--advice-name", options.area.advice_name, "The advice service’s name")
        ->envname("ONROLL_ADVICE_NAME")
        ->capture_default_str();
    command
        .add_option("--advice-phone", options.area.advice_phone,
                    "The advice service’s telephone number")
        ->envname("ONROLL_ADVICE_PHONE");
    command.add_option("--advice-hours", options.area.advice_hours, "When it answers")
        ->envname("ONROLL_ADVICE_HOURS");
    command
        .add_option("--virus-scanner", options.virus_scanner,
                    "Where clamd listens on this machine, as /run/clamav/clamd.ctl or "
                    "127.0.0.1:3310; attachments are not scanned otherwise")
        ->envname("ONROLL_VIRUS_SCANNER");
    command
        .add_option("--most-attached", options.most_attached,
                    "GiB that all attachments of one advice service may hold")
        ->envname("ONROLL_MOST_ATTACHED")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    add_staff_options(command, options.staff);
    add_notice_options(command, options.staff.notices);
    command.set_config("--config", "", "A file with these settings, as name = value");
    command.callback([&] { serve(options, context); });
}

/// Answers schools by URN from the data folder, opened when the first history names one.
law::SchoolFinder school_finder(cli::Context& context)
{
    return [&context, database = std::shared_ptr<db::Database>()](
               Urn urn, std::optional<law::SchoolType> stated) mutable -> Result<law::School> {
        if (!database) {
            const SystemClock clock;
            auto opened = wiring::open_store_as_owner(context.data, context.database, clock);
            if (!opened) return opened.error();
            database = std::move(*opened);
        }
        auto reader = database->read();
        return law::school_in_law(reader, urn, stated);
    };
}

/// For `onroll verify`: every chain of the audit, and the first fault.
Result<void> check_chains(const cli::Context& context, std::ostream&)
{
    const auto chains = wiring::open_chains(context.data, context.database);
    if (!chains) return chains.error();
    for (const auto& database : chains->databases)
        for (const auto& report :
             audit::verify(*database, {.public_key = chains->public_key, .heads = {}}))
            if (report.first_fault)
                return Error{ErrorKind::unavailable,
                             "The audit was changed. onroll audit verify says where",
                             {},
                             {}};
    return {};
}

/// For `onroll verify`: every file that a case of an advice service names.
Result<void> check_attachments(const cli::Context& context, std::ostream& out)
{
    const auto stores = wiring::open_advice_stores(context.data, context.database);
    if (!stores) return stores.error();
    return casework::check_attachments(context.data, *stores, out);
}

} // namespace main_detail

int main(int count, char** arguments)
{
    using namespace onroll;
    // A command says what it has to say on its own; only a server keeps a log of its work.
    log::set_least_level(log::Level::warning);
    CLI::App app("Onroll: every child on roll and learning");
    app.require_subcommand(1);
    app.set_version_flag("--version", "onroll " ONROLL_VERSION);
    cli::Context context;
    main_detail::ServeOptions serve_options;
    main_detail::add_serve(app, context, serve_options);
    law::add_commands(app, context, main_detail::school_finder(context));
    const SystemClock clock;
    const auto open = [&clock](const cli::Context& given) {
        return wiring::open_store_as_owner(given.data, given.database, clock);
    };
    places::add_commands(app, context, open, clock);
    insight::add_commands(app, context, open, clock);
    people::add_commands(app, context, wiring::people_commands(open), clock);
    add_demo_commands(app, context, open, clock);
    audit::add_commands(
        app, context,
        [](const cli::Context& given) { return wiring::open_chains(given.data, given.database); },
        clock);
    backup::add_commands(
        app, context, clock,
        {.checks = {{"the chains of the audit", main_detail::check_chains},
                    {"the attachments of advice services", main_detail::check_attachments}},
         .secure_server = [&clock](const cli::Context& given) {
             return wiring::secure_server(given.data, given.database, clock);
         }});
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, context.out, context.err);
        return code == 0 ? 0 : static_cast<int>(cli::Exit::bad_input);
    } catch (const db::Failure& failure) {
        context.err << "onroll: " << db::words_for(failure.kind()) << "\n";
        log::error("the database failed", {{"what", log::Private(failure.what())}});
        return static_cast<int>(cli::Exit::failed);
    } catch (const std::exception& error) {
        context.err << "onroll: " << error.what() << "\n";
        return static_cast<int>(cli::Exit::failed);
    }
    return static_cast<int>(context.exit);
}
