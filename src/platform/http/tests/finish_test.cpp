#include "platform/http/assets.h"
#include "platform/http/compress.h"
#include "platform/http/finish.h"
#include "platform/http/health.h"
#include "platform/http/wire.h"

#include "kernel/ensure.h"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <zlib.h>

#include <array>
#include <set>
#include <stdexcept>
#include <string>

namespace onroll::http::finish_test {

const std::string long_text = [] {
    std::string text;
    for (int line = 0; line < 200; ++line) text += "line " + std::to_string(line) + " of a page\n";
    return text;
}();

std::string gunzipped(std::string_view packed)
{
    std::string out(long_text.size() + 100, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

std::string unbrotlied(std::string_view packed)
{
    std::string out(long_text.size() + 100, '\0');
    auto size = out.size();
    CHECK(BrotliDecoderDecompress(
              packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()), &size,
              reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(size);
    return out;
}

Response finished(Response response, const Headers& headers = {},
                  const HeaderSettings& settings = {})
{
    finish(response, Request::get("/", headers), settings);
    return response;
}

Response public_page(std::string body)
{
    auto response = html(std::move(body));
    response.caching = Caching::public_revalidated;
    return response;
}

TEST_CASE("every answer carries the security headers")
{
    const auto response =
        finished(html("x"), {}, {.script_hash = "sha256-abc=", .report_path = "/reports"});
    CHECK(response.headers["Content-Security-Policy"] ==
          "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'; img-src 'self' "
          "data:; "
          "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
          "base-uri 'none'; "
          "object-src 'none'; report-uri /reports");
    CHECK(response.headers["X-Content-Type-Options"] == "nosniff");
    CHECK(response.headers["Referrer-Policy"] == "no-referrer");
    CHECK(response.headers["Cross-Origin-Opener-Policy"] == "same-origin");
    CHECK(response.headers["Cross-Origin-Resource-Policy"] == "same-origin");
    CHECK(response.headers.contains("Permissions-Policy"));
    CHECK(response.headers["Cache-Control"] == "no-store");
    CHECK_FALSE(response.headers.contains("Strict-Transport-Security"));
    CHECK(finished(html("x"), {}, {.tls_in_front = true}).headers["Strict-Transport-Security"] ==
          "max-age=31536000; includeSubDomains");
}

TEST_CASE("a header that the handler set is kept")
{
    auto response = html("x");
    response.headers.set("content-security-policy", "sandbox");
    CHECK(finished(response).headers.all("Content-Security-Policy").size() == 1);
    CHECK(finished(response).headers["Content-Security-Policy"] == "sandbox");
    const auto data = finished(open_data(json("[]")));
    CHECK(data.headers["Access-Control-Allow-Origin"] == "*");
    CHECK(data.headers["Cross-Origin-Resource-Policy"] == "cross-origin");
}

TEST_CASE("a public answer is 304 while unchanged, and others never are")
{
    const auto first = finished(public_page("hello"));
    const std::string tag(first.headers["ETag"]);
    CHECK(tag.starts_with("W/\""));
    CHECK(first.headers["Cache-Control"] == "public, no-cache");
    const auto second = finished(public_page("hello"), {{"If-None-Match", tag}});
    CHECK(second.status == 304);
    CHECK(second.content().empty());
    CHECK(second.headers["ETag"] == tag);
    CHECK(finished(public_page("hello!"), {{"If-None-Match", tag}}).status == 200);
    CHECK(finished(html("hello"), {{"If-None-Match", "*"}}).status == 200);
    CHECK_FALSE(finished(html("hello")).headers.contains("ETag"));

    auto posted = public_page("hello");
    finish(posted, Request::post("/", {{"a", "b"}}), {});
    CHECK_FALSE(posted.headers.contains("ETag"));
}

TEST_CASE("an answer with a cookie is stored by nobody")
{
    auto response = public_page("hello");
    response.cookies.push_back({.name = "__Host-session", .value = "abc-123"});
    const auto sent = finished(response);
    CHECK(sent.headers["Cache-Control"] == "no-store");
    CHECK(sent.headers["Set-Cookie"] ==
          "__Host-session=abc-123; Path=/; HttpOnly; Secure; SameSite=Lax");
    CHECK(set_cookie_value({.name = "a",
                            .value = "",
                            .secure = false,
                            .same_site = SameSite::strict,
                            .max_age_seconds = 0}) ==
          "a=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    CHECK_THROWS_AS(set_cookie_value({.name = "a", .value = "b;c"}), Bug);
}

TEST_CASE("a bug in finishing is a plain 500, never an exception")
{
    Router router;
    router.get("/", Policy::open_to_all(), [](const Request&) {
        auto response = html("x");
        response.cookies.push_back({.name = "a", .value = "b\r\nc"});
        return response;
    });
    auto request = Request::get("/");
    const auto response = finished_answer(router, request, {});
    CHECK(response.status == 500);
    CHECK_FALSE(response.headers.contains("Set-Cookie"));
    CHECK(response.headers["X-Content-Type-Options"] == "nosniff");
}

TEST_CASE("long text is compressed as the browser allows and comes back whole")
{
    const auto brotli = finished(html(long_text), {{"Accept-Encoding", "gzip, br"}});
    CHECK(brotli.headers["Content-Encoding"] == "br");
    CHECK(brotli.headers["Vary"] == "Accept-Encoding");
    CHECK(unbrotlied(brotli.content()) == long_text);
    const auto gzip = finished(html(long_text), {{"Accept-Encoding", "gzip"}});
    CHECK(gzip.headers["Content-Encoding"] == "gzip");
    CHECK(gunzipped(gzip.content()) == long_text);
    const auto plain = finished(html(long_text));
    CHECK(plain.content() == long_text);
    CHECK(plain.headers["Vary"] == "Accept-Encoding");
}

TEST_CASE("short answers and pictures are sent as they are")
{
    const Headers any{{"Accept-Encoding", "gzip, br"}};
    CHECK_FALSE(finished(html("short"), any).headers.contains("Content-Encoding"));
    CHECK_FALSE(finished(bytes(long_text, "image/png"), any).headers.contains("Content-Encoding"));
    CHECK(is_worth_compressing("image/svg+xml"));
}

TEST_CASE("problem documents are valid whatever the message holds")
{
    const auto response = problem({.status = 422, .detail = "a \"quoted\"\n\\ \x01 é"});
    CHECK(response.body.find(R"("detail":"a \"quoted\"\u000a\\ \u0001 é")") != std::string::npos);
    CHECK(response.body.find(R"("title":"Unprocessable Content")") != std::string::npos);
}

TEST_CASE("redirects go only to paths of our own")
{
    CHECK(redirect("/schools?x=1").headers["Location"] == "/schools?x=1");
    CHECK(redirect("/schools").status == 303);
    for (const auto* target : {"//evil.example", "/\\evil.example", "https://evil.example",
                               "javascript:x", "", "schools", "/a\r\nSet-Cookie: b"}) {
        CAPTURE(target);
        CHECK(redirect(target).headers["Location"] == "/");
    }
}

TEST_CASE("a download's name is plain")
{
    CHECK(csv("a,b\n", "schools 2031;\".csv").headers["Content-Disposition"] ==
          "attachment; filename=\"schools-2031--.csv\"");
}

TEST_CASE("a file to save keeps its name in any writing, and runs nothing")
{
    const auto response = download("bytes", "application/pdf", "Лист \"1\"; x=.pdf");
    CHECK(response.headers["Content-Disposition"] ==
          "attachment; filename=\"----------1---x-.pdf\"; "
          "filename*=UTF-8''%D0%9B%D0%B8%D1%81%D1%82%20%221%22%3B%20x%3D.pdf");
    CHECK(response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'");
    CHECK(response.headers["X-Content-Type-Options"] == "nosniff");
}

TEST_CASE("assets are kept for ever under their hash and asked again under their name")
{
    const std::array<EmbeddedFile, 4> files{{{"content/assets/css/a.css", long_text},
                                             {"content/assets/css/a.css.br", "packed"},
                                             {"content/assets/mark.svg", "<svg/>"},
                                             {"other/b.css", "x"}}};
    const Assets assets(files, "content/assets/");
    REQUIRE(assets.all().size() == 2);
    Router router;
    assets.mount(router);
    const auto url = assets.url("css/a.css");
    CHECK(url.starts_with("/assets/css/a."));
    CHECK(url.ends_with(".css"));
    CHECK_THROWS_AS(assets.url("b.css"), Bug);

    const auto hashed = finished(handle(router, Request::get(url)));
    CHECK(hashed.status == 200);
    CHECK(hashed.content() == long_text);
    CHECK(hashed.headers["Content-Type"] == "text/css; charset=utf-8");
    CHECK(hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable");
    const std::string tag(hashed.headers["ETag"]);
    CHECK(finished(handle(router, Request::get(url)), {{"If-None-Match", tag}}).status == 304);

    const auto packed = finished(handle(router, Request::get(url)), {{"Accept-Encoding", "br"}});
    CHECK(packed.content() == "packed");
    CHECK(packed.headers["Content-Encoding"] == "br");
    const auto gzip = finished(handle(router, Request::get(url)), {{"Accept-Encoding", "gzip"}});
    CHECK(gunzipped(gzip.content()) == long_text);

    const auto bare = finished(handle(router, Request::get("/assets/mark.svg")));
    CHECK(bare.content() == "<svg/>");
    CHECK(bare.headers["Cache-Control"] == "public, no-cache");
    for (const auto* missing :
         {"/assets/", "/assets/css", "/assets/css/a.0.css", "/assets/../mark.svg"}) {
        CAPTURE(missing);
        CHECK(handle(router, Request::get(missing)).status == 404);
    }
}

TEST_CASE("ready says no detail and tells the log which check failed")
{
    Router router;
    bool database_well = true;
    std::vector<std::string> failed;
    mount_health(
        router,
        {{"database", [&] { return database_well; }},
         {"disk",
          [&]() -> bool { return database_well ? true : throw std::runtime_error("full"); }}},
        [&](const std::string& name) { failed.push_back(name); });
    CHECK(handle(router, Request::get("/health/live")).body == "live\n");
    CHECK(handle(router, Request::get("/health/ready")).status == 200);
    database_well = false;
    const auto response = handle(router, Request::get("/health/ready"));
    CHECK(response.status == 503);
    CHECK(response.body == "not ready\n");
    CHECK(failed == std::vector<std::string>{"database", "disk"});
    CHECK(handle(router, Request::get("/health/live")).status == 200);
}

TEST_CASE("the head of an answer is well formed and refuses control characters")
{
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    auto response = text("x");
    const auto head = response_head(response, 1, AfterAnswer::close, 784111777);
    CHECK(head == "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                  "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 1\r\nConnection: "
                  "close\r\n\r\n");
    response.headers.set("X", "a\r\nSet-Cookie: b");
    CHECK_THROWS_AS(response_head(response, 1, AfterAnswer::close, 0), Bug);
    CHECK(response_head(no_content(), 0, AfterAnswer::keep_alive, 0).find("Content-Length") ==
          std::string::npos);
}

TEST_CASE("request ids differ")
{
    std::set<std::string> ids;
    for (int count = 0; count < 1000; ++count) ids.insert(new_request_id());
    CHECK(ids.size() == 1000);
    CHECK(ids.begin()->size() == 16);
}

} // namespace onroll::http::finish_test
