// Reads the command line, and serves or runs one command. What is served is put together in
// wiring.cpp.
#include "design/assets.h"
#include "law/commands.h"
#include "law/schools.h"
#include "places/commands.h"
#include "places/demo.h"
#include "places/store.h"
#include "platform/db/failure.h"
#include "platform/http/server.h"
#include "platform/log/log.h"
#include "wiring.h"

#include <cstdlib>
#include <optional>

namespace main_detail {

using namespace onroll;
using wiring::open_store;

struct ServeOptions {
    std::uint16_t port = 8080;
    std::string address = "127.0.0.1";
    std::vector<std::string> hosts;
    std::string database;
    bool demo = false;
    bool tls_in_front = false;
    unsigned workers = 4;
    std::size_t connections_per_address = 512;
    wiring::AreaSettings area;
};

http::ServerSettings server_settings(const ServeOptions& options)
{
    http::ServerSettings settings;
    settings.address = options.address;
    settings.port = options.port;
    settings.hosts = options.hosts;
    settings.workers = options.workers;
    settings.connections_per_address = options.connections_per_address;
    settings.headers.script_hash = std::string(design::js_enabled_script_hash);
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

void serve(const ServeOptions& options, cli::Context& context)
{
    if (const auto brand =
            design::check_brand({.area_name = options.area.name, .colour = options.area.colour});
        !brand)
        return context.fail(brand.error());
    const SystemClock clock;
    auto database = open_store(context.data, options.database, clock);
    if (!database) return context.fail(database.error());
    const auto invented = whether_invented(**database, options.demo);
    if (!invented) return context.fail(invented.error());
    log::set_least_level(log::Level::info);
    wiring::Service service(**database, *invented ? wiring::demo_area() : options.area, *invented);
    std::filesystem::create_directories(context.data);
    const auto key = crypto::key_in_file(context.data / "hand_over.key");
    if (!key) return context.fail(key.error());
    service.hand_stories_over_with(*key);
    if (const auto spoken = service.speak_languages_in(context.data / "languages"); !spoken)
        return context.fail(spoken.error());
    if (const auto published = service.publish_code_in(context.data / "code"); !published)
        return context.fail(published.error());
    http::Server server(server_settings(options), service.router());
    if (const auto started = server.start(); !started) return context.fail(started.error());
    context.out << "Onroll answers at http://localhost:" << server.port() << std::endl;
    if (!server.wait()) std::_Exit(1);
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
    command
        .add_option("--database", options.database,
                    "A PostgreSQL server instead of the data folder, as postgres://…")
        ->envname("ONROLL_DATABASE");
    command.add_option("--workers", options.workers, "Requests worked on at once")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command
        .add_option("--connections-per-address", options.connections_per_address,
                    "Connections that one address may hold open")
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
            auto opened = open_store(context.data, {}, clock);
            if (!opened) return opened.error();
            database = std::move(*opened);
        }
        auto reader = database->read();
        return law::school_in_law(reader, urn, stated);
    };
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
    places::add_commands(
        app, context,
        [&clock](const cli::Context& given) {
            return main_detail::open_store(given.data, {}, clock);
        },
        clock);
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
