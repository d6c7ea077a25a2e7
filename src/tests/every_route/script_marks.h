// A corpus of scripts, one with a number of its own for each field, and what no answer, letter,
// printed page or file may make of them. trust.md S-01.
#pragma once

#include "platform/http/response.h"
#include "platform/mail/mail.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace script_marks {

using namespace onroll;

/// Stands in each text of the corpus, before its number.
inline constexpr std::string_view mark = "x7q";

/// Gives each field a text of its own, and finds out later which came back.
class Marks {
public:
    std::string next(const std::string& route, const std::string& field);
    /// Notes what of it the answer holds.
    void look_for(std::string_view content);
    /// Routes and fields.
    const std::set<std::string>& came_back() const { return came_back_; }

private:
    std::vector<std::string> fields_;
    std::set<std::string> came_back_;
};

/// No tag, attribute or address of the page, or of what is printed, was made by somebody's typing.
void check_page(std::string_view page);
/// The same for a page, a file, a calendar or a table that was answered, and for its headers.
void check_answer(const http::Response& answer, Marks& marks);
/// No line of the letter's head was made by somebody's typing.
void check_mail(const mail::Message& message);

} // namespace script_marks
