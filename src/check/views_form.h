// The parts that each page of the checker's flow shares: the answers carried as hidden fields, the
// way back as a button, the languages, and whom to ring.
#pragma once

#include "check/services.h"
#include "check/words.h"
#include "design/components/source_line.h"
#include "design/html.h"
#include "platform/http/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// Where the family is: what is carried, in which language.
struct Here {
    const Words& words;
    const Languages& languages;
    const Services& services;
    http::Fields fields;    ///< every answer so far, as typed
    std::string at;         ///< the page: a question's name, "answers" or "answer"
    bool returning = false; ///< came from the page that shows all answers
};

/// The carried answers as hidden fields, without those named.
design::Html hidden_fields(const Here& here, const std::vector<std::string_view>& without = {});

/// A form that posts to `action` with the carried answers and what is inside.
design::Html carrying_form(const Here& here, std::string_view action, const design::Html& inside,
                           const std::vector<std::string_view>& without = {});

/// The languages, each a button of a form that posts `carried` to `action`; empty where there is
/// but one.
design::Html languages_view(const Here& here, std::string_view action, const design::Html& carried);

/// Above the heading: back, and the other languages, each a button that carries the answers.
design::Html way_back_and_languages(const Here& here, bool can_go_back);

/// One answer as it was given, and the button that changes it.
struct GivenAnswer {
    std::string question;
    std::string value;  ///< may hold several lines
    std::string change; ///< the button's value; empty for no button
};

/// The answers as a summary list, whose change links are buttons called `button`: answers are never
/// in an address.
design::Html given_answers_view(const Words& words, const std::vector<GivenAnswer>& answers,
                                std::string_view button);

/// Marks what is in English on a page in another language: names of laws.
design::Html in_english(const Words& words, const design::Html& content);
/// How the sources of a rule are introduced.
design::SourceWords source_words_in(const Words& words);

/// The number as a link; its digits keep their order where words run from right to left.
design::Html phone_in(const Words& words, std::string_view number);
/// The hours of a service, which may be written in English, with their full stops at their own end.
design::Html hours_in(const Words& words, std::string_view hours);

/// The advice service; its name and hours as this language says them (`advice.name`,
/// `advice.hours`), where it does.
AdviceService advice_in(const Here& here);

/// Whom to ring, below a question.
design::Html talk_view(const Here& here);

} // namespace onroll::check
