#include "check/views_letters.h"

#include "check/views_letter_check.h"
#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "platform/documents/print_html.h"
#include "kernel/whole_characters.h"

#include <algorithm>

namespace onroll::check {

namespace views_letters_detail {

using design::Html;

/// Characters of a name or an address that are read; the rest is left out.
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_address = 400;

/// `typed` up to a length, and not in the middle of a character.
std::string shortened(std::string_view typed, std::size_t most)
{
    return std::string(whole_characters(typed, most));
}

http::Fields together(const http::Fields& first, const http::Fields& second)
{
    auto all = first;
    for (const auto& [name, value] : second) all.add(name, value);
    return all;
}

std::string action_of(Letter letter)
{
    return "/check/letters/" + address_part(letter);
}

std::string words_of(const Here& here, Letter letter, const char* part)
{
    return here.words("letters." + std::string(name(letter)) + "." + part);
}

Html name_input(const Here& here, const char* field, const char* key, const std::string& value)
{
    return render(design::Input{.name = field,
                                .label = {.content = here.words(key)},
                                .value = value,
                                .autocomplete = "off",
                                .spellcheck = false});
}

Html address_input(const Here& here, const char* field, const char* key, const std::string& value)
{
    return render(design::Textarea{.name = field,
                                   .label = {.content = here.words(key)},
                                   .value = value,
                                   .rows = 4,
                                   .autocomplete = "off",
                                   .spellcheck = false});
}

/// One form: in which size, and as what, to take the letter away.
Html take_away(const Here& here, Letter letter, const http::Fields& fields)
{
    const auto& words = here.words;
    const auto size = render(design::Radios{
        .name = "letter_size",
        .fieldset =
            design::Fieldset{.legend = design::Legend{.content = words("letters.shown.size"),
                                                      .classes = "govuk-fieldset__legend--s"}},
        .items = {{.value = "12", .content = words("letters.shown.size.ordinary")},
                  {.value = "18", .content = words("letters.shown.size.large")}},
        .value = "12",
        .classes = "govuk-radios--small"});
    const auto pdf = render(
        design::Button{.content = words("letters.shown.pdf"), .name = "letter_as", .value = "pdf"});
    const auto odt = render(design::Button{.content = words("letters.shown.odt"),
                                           .name = "letter_as",
                                           .value = "odt",
                                           .classes = "govuk-button--secondary"});
    return letter_posting_form(here, action_of(letter), fields,
                               size + design::paragraph(words("letters.shown.odt.hint")) +
                                   design::button_group({pdf, odt}));
}

} // namespace views_letters_detail

http::Fields fields_of(const TypedNames& names)
{
    http::Fields fields;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) fields.add(name, value);
    };
    add("name_writer", names.writer);
    add("name_writer_address", names.writer_address);
    add("name_child", names.child);
    add("name_school", names.school);
    add("name_school_address", names.school_address);
    return fields;
}

TypedNames read_names(const http::Fields& fields)
{
    using namespace views_letters_detail;
    return {.writer = shortened(fields["name_writer"], longest_name),
            .writer_address = shortened(fields["name_writer_address"], longest_address),
            .child = shortened(fields["name_child"], longest_name),
            .school = shortened(fields["name_school"], longest_name),
            .school_address = shortened(fields["name_school_address"], longest_address)};
}

design::Html letters_view(const Here& here, const std::vector<Letter>& letters,
                          const LetterVisit& visit)
{
    using namespace views_letters_detail;
    const auto& words = here.words;
    Html content = design::page_heading(words("letters.title")) +
                   design::lead(words("letters.lead")) +
                   design::paragraph(words("letters.promise"));
    if (visit.carried.empty())
        content +=
            design::paragraph(words("letters.none")) +
            render(design::Button{
                .content = words("letters.none.button"), .href = "/check", .is_start = true}) +
            design::section_heading("any", words("letters.any"));
    const auto fields = together(visit.carried, fields_of(visit.names));
    for (const auto letter : letters) {
        const auto title = words_of(here, letter, "title");
        const auto button = render(design::Button{.content = Html(words("letters.choose")) +
                                                             design::visually_hidden(title),
                                                  .classes = "govuk-button--secondary"});
        content += design::element("h2", {{"class", "govuk-heading-m"}}, title) +
                   design::paragraph(words_of(here, letter, "what")) +
                   letter_posting_form(here, action_of(letter), fields, button);
    }
    if (visit.carried.contains("what")) {
        auto back = fields;
        back.add("at", "answer");
        back.add("go", "answer");
        content +=
            letter_posting_form(here, "/check", back,
                                render(design::Button{.content = words("letters.back"),
                                                      .classes = "govuk-button--secondary"}));
    }
    return content;
}

design::Html letter_names_view(const Here& here, Letter letter, const LetterVisit& visit,
                               const std::string& school_name)
{
    using namespace views_letters_detail;
    const auto& words = here.words;
    const auto& names = visit.names;
    const auto school = names.school.empty() ? school_name : names.school;
    const auto fields =
        name_input(here, "name_writer", "letters.names.writer", names.writer) +
        address_input(here, "name_writer_address", "letters.names.writer_address",
                      names.writer_address) +
        name_input(here, "name_child", "letters.names.child", names.child) +
        name_input(here, "name_school", "letters.names.school", school) +
        address_input(here, "name_school_address", "letters.names.school_address",
                      names.school_address) +
        render(design::Button{
            .content = words("letters.names.button"), .name = "letter_as", .value = "page"});
    return design::page_heading(words("letters.names.title"), words_of(here, letter, "title")) +
           design::lead(words("letters.names.lead")) + design::paragraph(words("letters.promise")) +
           letter_posting_form(here, action_of(letter), visit.carried, fields);
}

design::Html letter_shown_view(const Here& here, Letter letter, const LetterVisit& visit,
                               const documents::Document& document)
{
    using namespace views_letters_detail;
    const auto& words = here.words;
    const auto fields = together(visit.carried, fields_of(visit.names));
    const auto button = [&](const std::string& action, const char* key) {
        return letter_posting_form(
            here, action, fields,
            render(design::Button{.content = words(key), .classes = "govuk-button--secondary"}));
    };
    return design::page_heading(words_of(here, letter, "title")) +
           design::element("div", {{"class", "onr-noprint"}},
                           design::lead(words("letters.shown.lead")),
                           take_away(here, letter, fields)) +
           design::element("article", {{"class", "onr-document"}},
                           design::raw(documents::body_html(document, 2))) +
           design::element("div", {{"class", "onr-noprint"}},
                           design::paragraph(words("letters.shown.help")),
                           button(action_of(letter), "letters.shown.change"),
                           button("/check/letters", "letters.shown.other"));
}

} // namespace onroll::check
