#include "check/pages_letters.h"

#include "check/frame.h"
#include "check/pages_letter_check.h"
#include "check/views_letter_check.h"
#include "check/views_letters.h"
#include "law/evaluate.h"
#include "platform/documents/open_document.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"

namespace onroll::check {

namespace pages_letters_detail {

struct Asked {
    const Services& services;
    Here here;
    LetterVisit visit;
    LetterBasis basis;
};

/// What the letters are made from: the answers as if the family had written to the governors, and
/// what was found in the school's letter.
LetterBasis basis_of(const LetterForm& form, const Services& services)
{
    LetterBasis basis;
    basis.today = services.clock->today();
    basis.answers = with_totals(read_answers(form.answers), services, basis.today);
    if (basis.answers.happened.asked()) {
        auto as_written = basis.answers;
        as_written.wrote_to_board = true;
        if (auto story = understand(as_written, services, basis.today)) {
            basis.evaluation = evaluate_main(story->history());
            basis.story = std::move(*story);
        }
    }
    basis.facts =
        form.facts_given ? typed_facts(form, basis.today) : facts_of(basis.answers, basis.today);
    if (basis.facts && form.way == "tick")
        basis.check = check_ticked(form.ticked, *basis.facts);
    else if (basis.facts && !form.pasted.empty())
        basis.check = check_letter(read_letter(form.pasted), *basis.facts);
    return basis;
}

Asked read(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    const auto letter_form = read_letter_form(form);
    const auto language = form.contains("language") ? form["language"] : request.query("language");
    return {
        services,
        Here{
            services.languages->find(language), *services.languages, services, {}, "answer", false},
        {fields_of(letter_form), read_names(form.fields), {}},
        basis_of(letter_form, services)};
}

/// `action` shows the same page in another language, given `more` fields.
http::Response answer(const Asked& asked, const std::string& title, const design::Html& content,
                      const std::string& action, const http::Fields& more = {})
{
    const auto& [carried, names] = std::tie(asked.visit.carried, asked.visit.names);
    return family_page(asked.here,
                       {.title = title,
                        .content = content,
                        .before_main = languages_view(asked.here, action,
                                                      hidden_letter_fields(carried) +
                                                          hidden_letter_fields(fields_of(names)) +
                                                          hidden_letter_fields(more))});
}

http::Response show_letters(const Asked& asked)
{
    return answer(asked, asked.here.words("letters.title"),
                  letters_view(asked.here, letters_that_fit(asked.basis), asked.visit),
                  "/check/letters");
}

http::Response download(std::string bytes, std::string type, Letter letter, const char* ending)
{
    auto response = http::bytes(std::move(bytes), std::move(type));
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + address_part(letter) + "." + ending + "\"");
    return response;
}

http::Response show_letter(const Asked& asked, Letter letter, std::string_view as,
                           std::string_view size)
{
    const auto& words = asked.here.words;
    const auto action = "/check/letters/" + address_part(letter);
    if (as.empty())
        return answer(
            asked, words("letters.names.title"),
            letter_names_view(asked.here, letter, asked.visit,
                              asked.basis.story ? asked.basis.story->school_name : std::string()),
            action);
    const auto document =
        letter_document(words, letter, asked.basis, asked.visit.names,
                        size == "18" ? documents::FontSize::large : documents::FontSize::ordinary);
    if (as == "odt")
        return download(documents::open_document(document), documents::open_document_type, letter,
                        "odt");
    if (as == "pdf") {
        auto pdf = documents::html_to_pdf(documents::print_html(document));
        if (!pdf) return http::failure(pdf.error());
        return download(std::move(*pdf), "application/pdf", letter, "pdf");
    }
    return answer(asked, words("letters." + std::string(name(letter)) + ".title"),
                  letter_shown_view(asked.here, letter, asked.visit, document), action,
                  {{"letter_as", "page"}, {"letter_size", std::string(size)}});
}

} // namespace pages_letters_detail

void add_letter_pages(http::Router& router, const Services& services)
{
    using namespace pages_letters_detail;
    add_letter_check_pages(router, services);
    const auto open = http::Policy::open_to_all();
    const auto show = [&services](const http::Request& request) {
        return show_letters(read(request, services));
    };
    router.get("/check/letters", open, show);
    router.post("/check/letters", open, show);
    // Reloaded, or followed from a history: what was answered is gone.
    router.get("/check/letters/{letter}", open, [](const http::Request& request) {
        return letter_at(request.path("letter")) ? http::redirect("/check/letters")
                                                 : http::not_found();
    });
    router.post("/check/letters/{letter}", open, [&services](const http::Request& request) {
        const auto letter = letter_at(request.path("letter"));
        if (!letter) return http::not_found();
        return show_letter(read(request, services), *letter, request.form()["letter_as"],
                           request.form()["letter_size"]);
    });
}

} // namespace onroll::check
