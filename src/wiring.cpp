#include "wiring.h"

#include "access/staff_page.h"
#include "access/store.h"
#include "audit/store.h"
#include "check/hand_over.h"
#include "check/pages.h"
#include "design/assets.h"
#include "design/error_pages.h"
#include "forms/asked.h"
#include "forms/store.h"
#include "insight/api.h"
#include "insight/pages.h"
#include "insight/pages_import.h"
#include "insight/store.h"
#include "law/api.h"
#include "law/pages.h"
#include "law/schools.h"
#include "places/api.h"
#include "places/pages.h"
#include "people/store.h"
#include "places/store.h"
#include "places/store_calendars.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/commit_only_if.h"
#include "platform/db/kept_in_server.h"
#include "platform/http/health.h"
#include "platform/http/policy_reports.h"
#include "platform/log/log.h"
#include "platform/mail/mail.h"
#include "rights/pages.h"
#include "rights/store.h"
#include "sign_on/store.h"
#include "wiring_rows.h"
#include "wiring_faults.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace onroll::wiring {

AreaSettings demo_area()
{
    return {.name = "Tidemoor",
            .colour = {},
            .advice_name = "Tidemoor Advice and Support",
            .advice_phone = "01632 960123",
            .advice_hours = "Free and confidential. Weekdays, 9am to 5pm."};
}

namespace wiring_detail {

/// As many as a store of an advice service has, for the same reason.
constexpr int readers_of_a_server = 16;

db::Settings store_settings(const std::filesystem::path& data, const std::string& url)
{
    return {.url = url.empty() ? "sqlite:" + (data / "onroll.db").string() : url,
            .readers = readers_of_a_server};
}

Result<void> prepare_folder(const std::filesystem::path& data, const std::string& url)
{
    if (const auto named = db::check_server_is_named(data, url); !named) return named;
    if (!url.empty()) return data.empty() ? Result<void>() : db::mark_kept_in_server(data);
    std::error_code trouble;
    std::filesystem::create_directories(data, trouble);
    if (!trouble) return {};
    return Error{ErrorKind::unavailable,
                 "The data folder " + data.string() + " cannot be made. Choose another with --data",
                 trouble.message(),
                 {}};
}

} // namespace wiring_detail

Result<std::unique_ptr<db::Database>>
open_store_as_owner(const std::filesystem::path& data, const std::string& url, const Clock& clock)
{
    if (const auto ready = wiring_detail::prepare_folder(data, url); !ready) return ready.error();
    auto database = db::Database::open(wiring_detail::store_settings(data, url));
    if (!database) return database;
    for (const auto& prepare :
         {places::prepare, insight::prepare, audit::prepare, forms::prepare, mail::prepare,
          access::prepare, sign_on::prepare, people::prepare, rights::prepare})
        if (const auto ready = prepare(**database, clock); !ready) return ready.error();
    return database;
}

Result<std::unique_ptr<db::Database>> open_store(const std::filesystem::path& data,
                                                 const std::string& url, const Clock& clock)
{
    auto database = open_store_as_owner(data, url, clock);
    if (!database || url.empty()) return database;
    // The tables are made by who signed in at the server; what serves is a role that owns none.
    return open_as_server(**database, wiring_detail::store_settings(data, url));
}

Service::Service(db::Database& database, AreaSettings area, bool demonstration,
                 const std::filesystem::path& data, const crypto::Key& root,
                 const StaffSettings& staff, const std::string& postgres)
    : database_(database), search_(database), area_(std::move(area)),
      uploads_key_(crypto::Key::derived(root, "files that wait"))
{
    // An area that has not said its name is left out: "This area" is no name to stand in a
    // sentence.
    const bool named = area_.name != AreaSettings{}.name;
    site_.brand = {.area_name = named ? area_.name : "", .colour = area_.colour};
    site_.service_name = named ? "Exclusions in " + area_.name : "Exclusions";
    site_.menu = {{"Check an exclusion", "/check"},
                  {"Before you exclude", "/check/schools"},
                  {"The law", "/law"},
                  {"Schools", "/schools"},
                  {"The area’s figures", "/area"}};
    site_.demonstration = demonstration;
    site_.rules_checked = in_words(law::last_checked());
    about_ = {&site_, named ? area_.name : "this area", area_.advice_name, area_.advice_phone,
              area_.advice_hours};
    law_.site = &site_;
    law_.clock = &clock_;
    law_.find_school = [this](Urn urn, std::optional<law::SchoolType> stated) {
        auto reader = database_.read();
        return law::school_in_law(reader, urn, stated);
    };
    check_.site = &site_;
    check_.clock = &clock_;
    check_.find_school = law_.find_school;
    check_.languages = &languages_;
    tell_the_checker_of_schools();
    check_.more_to_take = {{"save.letters", "/check/letters"},
                           {"save.letter_check", "/check/letter"}};
    check_.advice = {area_.advice_name, area_.advice_phone, area_.advice_hours};
    places_ = {.database = &database_, .search = &search_, .clock = &clock_, .site = &site_};
    insight_ = {.database = &database_,
                .clock = &clock_,
                .site = &site_,
                .comparisons = &comparisons_,
                .memory = &area_pages_};
    auto with_phone = staff;
    with_phone.advice_phone = area_.advice_phone;
    staff_ = std::make_unique<StaffService>(database_, clock_, site_, site_.brand.area_name, data,
                                            root, with_phone, postgres);
    people_ = std::make_unique<PeopleService>(database_, *staff_, root);
    tell_advice_of_schools();
    rights_ = {&staff_->services(), &staff_->guard(),
               [this] { return check_.code.empty() ? check::built_in_code() : check_.code; }};
    staff_->services().staff_menu.push_back({"Code of rights", "/code-of-rights", "rights.view"});
}

void Service::tell_the_checker_of_schools()
{
    check_.search_schools = [this](std::string_view words) {
        return schools_to_choose_from(words);
    };
    auto reader = database_.read();
    for (const auto& [code, authority] : places::all_authorities(reader))
        if (!authority.name.empty()) check_.councils.push_back({code.number(), authority.name});
    std::sort(check_.councils.begin(), check_.councils.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    check_.unlisted_school = [this](int council, law::SchoolType type) -> Result<law::School> {
        const auto code = LaCode::parse(std::to_string(council));
        if (!code) return code.error();
        auto queries = database_.read();
        const auto dates = places::dates_of_authority(queries, *code);
        if (!dates || dates->terms.empty())
            return Error{ErrorKind::not_found, "No term dates are held for this council", {}, {}};
        auto calendar = places::calendar_of(*dates);
        if (!calendar) return calendar.error();
        return law::School{"school", type, council, std::move(*calendar)};
    };
}

void Service::tell_advice_of_schools()
{
    auto& advice = staff_->advice();
    advice.search_schools = check_.search_schools;
    advice.school_for = [this](const std::optional<Urn>& urn, Date around) {
        return school_for_advice(urn, around);
    };
    advice.calendar_revision = [this] {
        auto reader = database_.read();
        return places::calendar_revision(reader);
    };
}

Result<check::FoundSchool> Service::school_for_advice(const std::optional<Urn>& urn, Date around)
{
    if (!urn) return check::find_school({}, check_, around);
    auto found = check::find_school({.urn = urn}, check_, around);
    if (found) return found;
    const auto school = [&] {
        auto reader = database_.read();
        return places::find_school(reader, *urn);
    }();
    if (!school) return found;
    const auto in_law = places::law_school_type(*school);
    if (std::holds_alternative<places::OutsideTheRules>(in_law)) return found;
    const auto type = law::SchoolType::maintained;
    if (auto stated = check::find_school({.urn = urn, .type = type}, check_, around)) return stated;
    auto otherwise = check::find_school(
        {.urn = {}, .type = type, .council = school->authority.number()}, check_, around);
    if (otherwise) otherwise->name = places::shown_name(*school);
    return otherwise;
}

Result<void> Service::speak_languages_in(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    std::error_code none;
    std::vector<fs::path> files;
    for (const auto& language : fs::directory_iterator(folder, none))
        if (language.is_directory())
            for (const auto& file : fs::directory_iterator(language.path()))
                if (file.path().extension() == ".txt") files.push_back(file.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        const std::string texts{std::istreambuf_iterator<char>(stream), {}};
        const auto added = languages_.put(file.parent_path().filename().string(), texts);
        if (!added) return bad_input(file.string() + ": " + added.error().message);
    }
    return {};
}

Result<void> Service::publish_code_in(const std::filesystem::path& folder)
{
    auto versions = check::read_code(folder);
    if (!versions) return versions.error();
    check_.code = std::move(*versions);
    return {};
}

void Service::hand_stories_over_with(const crypto::Key& area_key)
{
    check_.hand_over = [this, area_key](const http::Fields& fields) {
        return check::make_hand_over(check::read_answers(fields), area_key, area_.name,
                                     clock_.today());
    };
    staff_->advice().council_name = [this](int code) {
        for (const auto& council : check_.councils)
            if (council.code == code) return council.name;
        return std::string();
    };
    staff_->advice().read_hand_over = [this, area_key](std::string_view code) {
        return check::read_hand_over(code, area_key, area_.name, clock_.today());
    };
}

Result<void> Service::send_notices(const NoticeGateway& gateway, const std::string& sender,
                                   const std::string& address)
{
    if (const auto ready = staff_->send_notices_by(gateway, sender); !ready) return ready.error();
    staff_->start_notices(address);
    return {};
}

http::Router Service::router()
{
    http::Router router;
    design::mount_assets(router, site_.brand);
    about::add_pages(router, about_);
    check::add_pages(router, check_);
    law::add_pages(router, law_);
    places::add_pages(router, places_);
    insight::add_pages(router, insight_);
    insight::add_import_pages(
        router, insight_,
        {.policy = staff_->guard().policy("statistics.import"),
         .policy_taking =
             [policy = staff_->guard().policy("statistics.import")](forms::Asked asked) {
                 return forms::taking(policy, std::move(asked));
             },
         .form_token =
             [](const http::Request& request) {
                 return access::form_token_field(access::actor(request));
             },
         .page =
             [this](const http::Request& request, const design::PageOptions& options,
                    const design::Html& content, int status) {
                 return access::staff_page(staff_->services(), request, options, content, status);
             },
         .owner =
             [this](const http::Request& request) {
                 const auto& actor = access::actor(request);
                 return crypto::hmac_sha256(uploads_key_.bytes(),
                                            actor.agency.text() + " " + actor.user.text());
             },
         .note =
             [this](const http::Request& request, db::Transaction& transaction) {
                 // An advice service keeps its audit record in its own store.
                 const auto place = staff_->guard().place_of(access::actor(request));
                 const auto deed = access::deed_of(request, "statistics.import");
                 if (place.database == &database_)
                     audit::note(transaction, deed, clock_.now());
                 else
                     place.recorder->record(deed);
             }});
    staff_->add_pages(router);
    people_->add_pages(router);
    rights::add_pages(router, rights_);
    openapi::Document description("Onroll", "1",
                                  "Duties, dates and findings that follow from an exclusion, "
                                  "and the schools and calendars they are counted on.");
    law::add_api(router, description, law_);
    places::add_api(router, description, places_);
    insight::add_api(router, description, insight_);
    staff_->add_api(router, description);
    people_->add_api(router, description);
    router.get("/api/v1/openapi.json", http::Policy::open_to_all(),
               [text = json::print(description.document())](const http::Request&) {
                   auto response = http::json(text);
                   response.caching = http::Caching::public_five_minutes;
                   return http::open_data(std::move(response));
               });
    for (const auto& difference : description.differences(router.routes()))
        throw Bug("the description of the API does not fit the routes: " + difference);
    http::mount_health(router,
                       {{"database", [this] { return database_.check_writable().has_value(); }}},
                       [](const std::string& name) {
                           log::error("not ready", {{"check", log::safe(name)}});
                       });
    http::mount_policy_reports(router, clock_, [](std::string_view directive) {
        log::warning("a page asked for what its policy does not let in",
                     {{"directive", log::safe(directive)}});
    });
    router.answer_within([this](const http::Request& request, const auto& answer) {
        const auto* actor = access::actor_or_none(request);
        const db::WorkFor its(actor ? std::string_view(actor->agency.text()) : db::nobody_yet);
        const db::CommitOnlyIf still([&] { staff_->guard().check_still_let_in(request); });
        const forms::StoreWatch watch;
        auto response = answer();
        // The form is shown again with what was typed; that it could not be saved is no fault of
        // it.
        if (watch.took_nothing() && response.status == 400) response.status = 503;
        return response;
    });
    router.tell_of_answers([this](const http::Request& request, const http::Response& response) {
        staff_->guard().note_failure(request, response);
    });
    router.show_errors_with([this](const http::Request& request, const http::ErrorPage& error) {
        return error_response(request, error);
    });
    router.explain_faults_with(told_of_store);
    router.report_faults_to([](const http::HandlerFault& fault) {
        log::error("a page failed", {{"request", log::safe(fault.reference)},
                                     {"route", log::safe(fault.route)},
                                     {"what", log::Private(fault.what)}});
    });
    return router;
}

std::vector<check::SchoolChoice> Service::schools_to_choose_from(std::string_view words)
{
    std::vector<check::SchoolChoice> choices;
    for (const auto& found : search_.find(words, 10)) {
        const auto& school = found.school;
        const auto place = school.town +
                           (school.town.empty() || school.postcode.empty() ? "" : ", ") +
                           school.postcode;
        choices.push_back({school.urn, places::shown_name(school), place});
    }
    return choices;
}

http::Response Service::error_response(const http::Request&, const http::ErrorPage& error)
{
    auto markup = error.status == 404 ? design::not_found_page(site_)
                  : error.status == 503 && !error.message.empty()
                      ? design::unavailable_page(site_, error.message)
                  : error.status < 500 && !error.message.empty()
                      ? design::refused_page(site_, error.message,
                                             error.status == 413 ? error.title : std::string(),
                                             error.way_back)
                      : design::error_page(site_, error.status, error.reference);
    return http::html(std::move(markup).str(), error.status);
}

} // namespace onroll::wiring
