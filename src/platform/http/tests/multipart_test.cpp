#include "platform/http/multipart.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace onroll::http::multipart_test {

const std::string a_form =
    "--cut\r\nContent-Disposition: form-data; name=\"school\"\r\n\r\nSt Mary's\r\n"
    "--cut\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\n\r\n"
    "--cut\r\nContent-Disposition: form-data; name=\"letter\"; "
    "filename=\"C:\\letters\\plan.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\nline\r\n--cu not the end\r\n-\r\n"
    "--cut--\r\nepilogue";

FormLimits limits_in(const std::filesystem::path& folder, std::size_t in_memory)
{
    FormLimits limits;
    limits.folder = folder;
    limits.upload_in_memory = in_memory;
    return limits;
}

/// A folder of its own that goes with the test.
struct Folder {
    std::filesystem::path path;
    explicit Folder(std::string_view name) : path(std::filesystem::temp_directory_path() / name)
    {
        std::filesystem::remove_all(path);
        std::filesystem::create_directory(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::ptrdiff_t files() const
    {
        return std::distance(std::filesystem::directory_iterator(path),
                             std::filesystem::directory_iterator());
    }
};

std::string one_part(std::string_view headers, std::string_view content)
{
    return "--cut\r\n" + std::string(headers) + "\r\n\r\n" + std::string(content) +
           "\r\n--cut--\r\n";
}

TEST_CASE("fields and files of a form are read")
{
    const auto form = parse_multipart_form(a_form, "cut");
    REQUIRE(form);
    CHECK((*form)["school"] == "St Mary's");
    CHECK(form->find("reason") == "");
    const auto* letter = form->upload("letter");
    REQUIRE(letter != nullptr);
    CHECK(letter->file_name == "plan.pdf");
    CHECK(letter->content_type == "application/pdf");
    CHECK(letter->bytes == "line\r\n--cu not the end\r\n-");
    CHECK(letter->size == 25);
    CHECK(form->upload("other") == nullptr);
}

TEST_CASE("the form is the same wherever the body is cut into pieces")
{
    for (std::size_t piece = 1; piece <= a_form.size(); ++piece) {
        CAPTURE(piece);
        MultipartReader reader("cut", {});
        for (std::size_t at = 0; at < a_form.size(); at += piece) {
            REQUIRE(reader.feed(std::string_view(a_form).substr(at, piece)));
        }
        const auto form = reader.finish();
        REQUIRE(form);
        CHECK((*form)["school"] == "St Mary's");
        CHECK(form->upload("letter")->bytes == "line\r\n--cu not the end\r\n-");
    }
}

TEST_CASE("a file over the limit lies on disk and goes with the form")
{
    const Folder folder("onroll-multipart-large");
    const std::string content(300'000, 'x');
    {
        const auto form = parse_multipart_form(
            one_part("Content-Disposition: form-data; name=f; filename=a.csv", content), "cut",
            limits_in(folder.path, 1000));
        REQUIRE(form);
        const auto* upload = form->upload("f");
        REQUIRE(upload != nullptr);
        REQUIRE(upload->file);
        CHECK(upload->bytes.empty());
        CHECK(upload->size == content.size());
        CHECK(std::filesystem::file_size(upload->file->path()) == content.size());
        CHECK((std::filesystem::status(upload->file->path()).permissions() &
               std::filesystem::perms::others_all) == std::filesystem::perms::none);
        CHECK(*upload->content() == content);
        CHECK(folder.files() == 1);
    }
    CHECK(folder.files() == 0);
}

TEST_CASE("a file left half sent leaves nothing on disk")
{
    const Folder folder("onroll-multipart-half");
    {
        MultipartReader reader("cut", limits_in(folder.path, 10));
        REQUIRE(reader.feed("--cut\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n" +
                            std::string(1000, 'x')));
        CHECK(folder.files() == 1);
        CHECK_FALSE(reader.finish());
    }
    CHECK(folder.files() == 0);
}

TEST_CASE("a folder that cannot be written to is said to be unavailable")
{
    const auto form = parse_multipart_form(
        one_part("Content-Disposition: form-data; name=f; filename=a", "12345"), "cut",
        limits_in("/nowhere/at/all", 2));
    REQUIRE_FALSE(form);
    CHECK(form.error().kind == ErrorKind::unavailable);
}

TEST_CASE("forms past a limit are too large")
{
    const auto kind = [](const FormLimits& limits, const std::string& body) {
        const auto form = parse_multipart_form(body, "cut", limits);
        return form ? std::optional<ErrorKind>() : form.error().kind;
    };
    const auto field = one_part("Content-Disposition: form-data; name=\"abc\"", "12345");
    const auto file =
        one_part("Content-Disposition: form-data; name=\"abc\"; filename=\"abcd\"", "12345");
    FormLimits limits;
    CHECK_FALSE(kind(limits, field));
    limits.field_bytes = 4;
    CHECK(kind(limits, field) == ErrorKind::too_large);
    limits = {};
    limits.fields = 0;
    CHECK(kind(limits, field) == ErrorKind::too_large);
    CHECK_FALSE(kind(limits, file));
    limits = {};
    limits.uploads = 0;
    CHECK(kind(limits, file) == ErrorKind::too_large);
    limits = {};
    limits.name_bytes = 3;
    CHECK_FALSE(kind(limits, field));
    CHECK(kind(limits, file) == ErrorKind::too_large);
    limits = {};
    limits.part_header_bytes = 20;
    CHECK(kind(limits, field) == ErrorKind::too_large);
}

TEST_CASE("bodies that are not multipart are refused")
{
    const std::string disposition = "Content-Disposition: form-data; name=\"a\"";
    for (const auto& body :
         {std::string(), std::string("--cut"), std::string("--cut--x"), std::string("school=1"),
          std::string("--cut\r\n\r\nno heading\r\n--cut--"),
          "--cut" + disposition + "\r\n\r\n\r\n--cut--",
          "--cut\r\n" + disposition + "\r\n\r\nnever ends",
          "--cut\n" + disposition + "\n\nx\n--cut--",
          one_part("Content-Disposition: attachment; name=\"a\"", "x"),
          one_part("Content-Disposition: form-data", "x"),
          one_part("Content-Disposition: form-data; name=\"\"", "x"),
          one_part("Content-Disposition: form-data; name=\"a", "x"),
          one_part(disposition + "\r\nno colon", "x"), one_part(disposition, "\xff\xfe"),
          std::string(20'000, 'x') + "--cut--"}) {
        CAPTURE(body.substr(0, 80));
        const auto form = parse_multipart_form(body, "cut");
        const bool refused = !form || (body == "--cut--x" && form->empty());
        CHECK(refused);
    }
}

TEST_CASE("a form without parts is an empty form")
{
    const auto form = parse_multipart_form("--cut--\r\n", "cut");
    REQUIRE(form);
    CHECK(form->empty());
}

TEST_CASE("folders are left off a file's name")
{
    const auto name_of = [](std::string_view given) {
        const auto form =
            parse_multipart_form(one_part("Content-Disposition: form-data; name=f; filename=\"" +
                                              std::string(given) + "\"",
                                          "x"),
                                 "cut");
        return form->upload("f")->file_name;
    };
    CHECK(name_of("../../etc/passwd") == "passwd");
    CHECK(name_of("C:\\fake\\a.csv") == "a.csv");
    CHECK(name_of("a \\\"b\\\".csv") == "a \"b\".csv");
    CHECK(name_of("") == "");
}

} // namespace onroll::http::multipart_test
