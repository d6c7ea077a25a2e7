#include "insight/pages_import.h"

#include "insight/store.h"
#include "insight/store_imports.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace onroll;
using namespace onroll::insight;

namespace pages_import_test {

const FixedClock today(Date(std::chrono::year(2026) / 11 / 25));

const std::string sound = "Year,Measure,School_type,Indicator,Count\n"
                          "2015/16,Exclusion reviews,Academies,Number of reviews lodged,3\n"
                          "2015/16,Exclusion reviews,Academies,Number of reviews determined,x\n";

/// The pages of a store with nobody to sign in: the policy lets all in.
struct Pages {
    explicit Pages(db::Database& database)
    {
        REQUIRE(prepare(database, today).has_value());
        site.service_name = "Exclusions in Tidemoor";
        services.database = &database;
        services.clock = &today;
        services.site = &site;
        add_file_pages(router, services);
        add_import_pages(
            router, services,
            {http::Policy::open_to_all(),
             [](const std::vector<std::string>&) { return http::Policy::open_to_all(); },
             [](const http::Request&) {
                 return design::element("input", {{"type", "hidden"}, {"name", "form_token"}});
             },
             [this](const http::Request&, const design::PageOptions& options,
                    const design::Html& content, int status) {
                 return http::html(design::page(site, options, content).str(), status);
             },
             [this](const http::Request&) { return person; },
             [this](const http::Request&, db::Transaction&) { ++noted; }});
    }

    http::Response ask(http::Request request) { return router.answer(request); }

    http::Response send(const std::string& name, const std::string& bytes,
                        const std::string& published_day = "")
    {
        const std::string edge = "edge";
        std::string body;
        const auto add = [&](const std::string& head, const std::string& content) {
            body += "--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" +
                    content + "\r\n";
        };
        if (!name.empty()) add("name=\"file\"; filename=\"" + name + "\"", bytes);
        add("name=\"published-day\"", published_day);
        add("name=\"published-month\"", published_day.empty() ? "" : "7");
        add("name=\"published-year\"", published_day.empty() ? "" : "2017");
        body += "--" + edge + "--\r\n";
        return ask(
            http::Request::post("/area/import", body, "multipart/form-data; boundary=" + edge));
    }

    design::Site site;
    Services services;
    http::Router router;
    std::string person = "one council, one lead"; ///< who asks
    int noted = 0; ///< files whose import was noted in the transaction that stored them
};

bool says(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

TEST_CASE("a file is sent, previewed and loaded, and its page says how it was read")
{
    tests::for_each_engine([](db::Database& database) {
        Pages pages(database);
        CHECK(says(pages.ask(http::Request::get("/area/files")), "No file has been loaded yet"));
        const auto sent = pages.send("panels.csv", sound, "16");
        REQUIRE(sent.status == 303);
        const auto address = std::string(sent.headers["Location"]);
        const auto preview = pages.ask(http::Request::get(address));
        CHECK(preview.status == 200);
        CHECK(says(preview, "Exclusion appeals and independent review panels"));
        CHECK(says(preview, "2015/16"));
        CHECK(says(preview, "Load this file"));
        {
            auto reader = database.read();
            CHECK(releases(reader).empty());
        }
        const auto loaded = pages.ask(http::Request::post(address, http::Fields{}));
        REQUIRE(loaded.status == 303);
        CHECK(pages.noted == 1);
        const auto page = pages.ask(http::Request::get(loaded.headers["Location"]));
        CHECK(says(page, "panels.csv"));
        CHECK(says(page, "Open Government Licence v3.0"));
        CHECK(says(page, "16 July 2017"));
        CHECK(says(pages.ask(http::Request::get("/area/files")), "In use"));
        // Confirmed once: the file no longer waits.
        CHECK(pages.ask(http::Request::post(address, http::Fields{})).status == 404);
    });
}

TEST_CASE("what is wrong with the form or the file is said beside the field")
{
    tests::for_each_engine([](db::Database& database) {
        Pages pages(database);
        const auto none = pages.send("", "");
        CHECK(none.status == 422);
        CHECK(says(none, "Choose a file of statistics"));
        const auto stranger = pages.send("notes.csv", "a,b\n1,2\n");
        CHECK(stranger.status == 422);
        CHECK(says(stranger, "none of the files that can be imported, by its columns<"));
        CHECK(says(stranger, "Files that can be imported"));
        CHECK(says(stranger, "<li>Boundaries of local authorities as GeoJSON</li>"));
        CHECK(says(stranger, "href=\"#file\""));
        const auto day = pages.send("panels.csv", sound, "45");
        CHECK(day.status == 422);
        CHECK(says(day, "published"));
    });
}

TEST_CASE("a file with a faulty row shows the row and cannot be loaded")
{
    tests::for_each_engine([](db::Database& database) {
        Pages pages(database);
        const auto sent = pages.send("panels.csv", sound + "2016/18,a,b,c,4\n");
        REQUIRE(sent.status == 303);
        const auto preview = pages.ask(http::Request::get(sent.headers["Location"]));
        CHECK(says(preview, "This file was not loaded"));
        CHECK(says(preview, "Row 4"));
        CHECK_FALSE(says(preview, "Load this file"));
        CHECK(pages.ask(http::Request::post(std::string(sent.headers["Location"]), http::Fields{}))
                  .status == 303);
        CHECK(pages.noted == 0);
        auto reader = database.read();
        CHECK(releases(reader).empty());
    });
}

TEST_CASE("a file that waits is forgotten after a day, and a strange token finds nothing")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        FixedClock clock(Date(std::chrono::year(2026) / 11 / 25));
        const auto token = keep_upload(database, "a", {{}, sound, {}, {}, {"a.csv", {}}}, clock);
        auto reader = database.read();
        CHECK(find_upload(reader, "a", token, clock)->bytes == sound);
        CHECK_FALSE(find_upload(reader, "a", "none", clock).has_value());
        clock.move_on(std::chrono::hours(25));
        CHECK_FALSE(find_upload(reader, "a", token, clock).has_value());
    });
}

TEST_CASE("what waits says whose it is to nobody, and is dropped once its day is over")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        FixedClock clock(Date(std::chrono::year(2026) / 11 / 25));
        const db::Sql all{"owners", "SELECT owner FROM insight_upload"};
        const auto owners = [&] {
            std::vector<std::string> found;
            auto reader = database.read();
            auto rows = reader.query(all);
            while (rows.next()) found.push_back(rows.text("owner"));
            return found;
        };
        const std::string sender = "a council, a lead";
        for (int count = 0; count < 2; ++count)
            keep_upload(database, sender, {{}, sound, {}, {}, {"a.csv", {}}}, clock);
        const auto kept = owners();
        REQUIRE(kept.size() == 2);
        for (const auto& owner : kept) {
            CHECK(owner.size() == 64);
            CHECK(owner.find("council") == std::string::npos);
        }
        // Not even that two are of one person.
        CHECK(kept[0] != kept[1]);
        clock.move_on(std::chrono::hours(23));
        drop_old_uploads(database, clock);
        CHECK(owners().size() == 2);
        clock.move_on(std::chrono::hours(2));
        drop_old_uploads(database, clock);
        CHECK(owners().empty());
    });
}

TEST_CASE("a file that waits is shown to whoever sent it, and confirmed by nobody else")
{
    tests::for_each_engine([](db::Database& database) {
        Pages pages(database);
        const auto sender = pages.person;
        const auto address = std::string(pages.send("panels.csv", sound).headers["Location"]);
        for (const std::string other : {"one council, another lead", "another council, one lead"}) {
            pages.person = other;
            CHECK(pages.ask(http::Request::get(address)).status == 404);
            CHECK(pages.ask(http::Request::post(address, http::Fields{})).status == 404);
        }
        CHECK(pages.noted == 0);
        pages.person = sender;
        CHECK(pages.ask(http::Request::get(address)).status == 200);
        CHECK(pages.ask(http::Request::post(address, http::Fields{})).status == 303);
        CHECK(pages.noted == 1);
    });
}

TEST_CASE("a page about a file that was never loaded is not found")
{
    tests::for_each_engine([](db::Database& database) {
        Pages pages(database);
        CHECK(pages.ask(http::Request::get("/area/files/99")).status == 404);
        CHECK(pages.ask(http::Request::get("/area/files/one")).status == 404);
    });
}

} // namespace pages_import_test
