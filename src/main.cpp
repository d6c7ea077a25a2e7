// Reads the command line, builds the parts, wires them together, and serves or runs one command.
// The only place where parts meet: what one part tells another goes through a function passed here.
#include "about/pages.h"
#include "design/assets.h"
#include "design/error_pages.h"
#include "law/api.h"
#include "law/commands.h"
#include "law/pages.h"
#include "law/schools.h"
#include "places/api.h"
#include "places/commands.h"
#include "places/pages.h"
#include "places/search.h"
#include "places/store.h"
#include "platform/http/health.h"
#include "platform/http/server.h"
#include "platform/log/log.h"

#include <cstdlib>
#include <optional>

namespace main_detail {

using namespace onroll;

/// What an area sets for itself; each also from the environment or a configuration file.
struct AreaSettings {
    std::string name = "This area";
    std::string colour;
    std::string advice_name = "Your local SEND advice service (SENDIASS)";
    std::string advice_phone;
    std::string advice_hours;
};

struct ServeOptions {
    std::uint16_t port = 8080;
    std::string address = "127.0.0.1";
    std::vector<std::string> hosts;
    std::string database;
    bool demo = false;
    bool tls_in_front = false;
    unsigned workers = 4;
    std::size_t connections_per_address = 512;
    AreaSettings area;
};

/// The store of a data folder, or of a PostgreSQL server where one is named.
Result<std::unique_ptr<db::Database>> open_store(const std::filesystem::path& data,
                                                 const std::string& url, const Clock& clock)
{
    if (url.empty()) {
        std::error_code trouble;
        std::filesystem::create_directories(data, trouble);
        if (trouble)
            return Error{ErrorKind::unavailable,
                         "The data folder " + data.string() +
                             " cannot be made. Choose another with --data",
                         trouble.message(),
                         {}};
    }
    auto database =
        db::Database::open({.url = url.empty() ? "sqlite:" + (data / "onroll.db").string() : url});
    if (!database) return database;
    if (const auto ready = places::prepare(**database, clock); !ready) return ready.error();
    return database;
}

AreaSettings demo_area()
{
    return {.name = "Tidemoor",
            .colour = {},
            .advice_name = "Tidemoor Advice and Support",
            .advice_phone = "01632 960123",
            .advice_hours = "Free and confidential. Weekdays, 9am to 5pm."};
}

/// Everything that answers requests, built once and alive as long as the server.
class Service {
public:
    Service(db::Database& database, const ServeOptions& options)
        : database_(database), search_(database), area_(options.demo ? demo_area() : options.area)
    {
        site_.brand = {.area_name = area_.name, .colour = area_.colour};
        site_.service_name = "Exclusions in " + area_.name;
        site_.menu = {
            {"Check an exclusion", "/check"}, {"The law", "/law"}, {"Schools", "/schools"}};
        site_.demonstration = options.demo;
        site_.rules_checked = in_words(law::last_checked());
        about_ = {&site_, area_.name, area_.advice_name, area_.advice_phone, area_.advice_hours};
        law_.site = &site_;
        law_.clock = &clock_;
        law_.advice = {area_.advice_name, area_.advice_phone, area_.advice_hours};
        law_.find_school = [this](Urn urn) {
            auto reader = database_.read();
            return law::school_in_law(reader, urn);
        };
        law_.search_schools = [this](std::string_view words) {
            return schools_to_choose_from(words);
        };
        places_ = {.database = &database_, .search = &search_, .clock = &clock_, .site = &site_};
    }

    http::Router router()
    {
        http::Router router;
        design::mount_assets(router, site_.brand);
        about::add_pages(router, about_);
        law::add_pages(router, law_);
        places::add_pages(router, places_);
        openapi::Document description("Onroll", "1",
                                      "Duties, dates and findings that follow from an exclusion, "
                                      "and the schools and calendars they are counted on.");
        law::add_api(router, description, law_);
        places::add_api(router, description, places_);
        router.get("/api/v1/openapi.json", http::Policy::open_to_all(),
                   [text = json::print(description.document())](const http::Request&) {
                       auto response = http::json(text);
                       response.caching = http::Caching::public_five_minutes;
                       return http::open_data(std::move(response));
                   });
        for (const auto& difference : description.differences(router.routes()))
            throw Bug("the description of the API does not fit the routes: " + difference);
        http::mount_health(
            router, {{"database", [this] { return database_.check_writable().has_value(); }}},
            [](const std::string& name) {
                log::error("not ready", {{"check", log::safe(name)}});
            });
        router.show_errors_with([this](const http::Request& request, const http::ErrorPage& error) {
            return error_response(request, error);
        });
        router.report_faults_to([](const http::HandlerFault& fault) {
            log::error("a page failed", {{"request", log::safe(fault.reference)},
                                         {"route", log::safe(fault.route)},
                                         {"what", log::Private(fault.what)}});
        });
        return router;
    }

private:
    std::vector<law::SchoolChoice> schools_to_choose_from(std::string_view words)
    {
        std::vector<law::SchoolChoice> choices;
        for (const auto& found : search_.find(words, 10)) {
            const auto& school = found.school;
            const auto place = school.town +
                               (school.town.empty() || school.postcode.empty() ? "" : ", ") +
                               school.postcode;
            choices.push_back({school.urn, places::shown_name(school), place});
        }
        return choices;
    }

    http::Response error_response(const http::Request&, const http::ErrorPage& error)
    {
        auto markup = error.status == 404 ? design::not_found_page(site_)
                      : error.status < 500 && !error.message.empty()
                          ? design::refused_page(site_, error.message)
                          : design::error_page(site_, error.status, error.reference);
        return http::html(std::move(markup).str(), error.status);
    }

    db::Database& database_;
    SystemClock clock_;
    places::SchoolSearch search_;
    AreaSettings area_;
    design::Site site_;
    about::Area about_;
    law::Services law_;
    places::Services places_;
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

void serve(const ServeOptions& options, cli::Context& context)
{
    if (const auto brand =
            design::check_brand({.area_name = options.area.name, .colour = options.area.colour});
        !brand)
        return context.fail(brand.error());
    const SystemClock clock;
    auto database = open_store(context.data, options.database, clock);
    if (!database) return context.fail(database.error());
    Service service(**database, options);
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
    return [&context,
            database = std::shared_ptr<db::Database>()](Urn urn) mutable -> Result<law::School> {
        if (!database) {
            const SystemClock clock;
            auto opened = open_store(context.data, {}, clock);
            if (!opened) return opened.error();
            database = std::move(*opened);
        }
        auto reader = database->read();
        return law::school_in_law(reader, urn);
    };
}

} // namespace main_detail

int main(int count, char** arguments)
{
    using namespace onroll;
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
    } catch (const std::exception& error) {
        context.err << "onroll: " << error.what() << "\n";
        return static_cast<int>(cli::Exit::failed);
    }
    return static_cast<int>(context.exit);
}
