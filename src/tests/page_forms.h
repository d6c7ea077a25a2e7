// The tags and forms of a page as a browser reads them, and a form filled in as its fields ask; for
// tests that send every form that somebody is shown.
#pragma once

#include "kernel/date.h"
#include "platform/http/form.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidemoor {

using namespace onroll;

/// One tag of a page, with its attributes in order, as a browser reads them.
struct PageTag {
    std::string name; ///< "/form" where it ends one
    std::vector<std::pair<std::string, std::string>> attributes{};
    std::size_t ends_at = 0; ///< behind its ">"

    std::string operator[](std::string_view attribute) const;
    bool has(std::string_view attribute) const;
};
std::vector<PageTag> tags_of(std::string_view page);

/// A question of a form, or what it carries with it.
struct PageField {
    std::string name;
    std::string kind; ///< "hidden", "text", "radio", "checkbox", "file", "textarea", "select"
    std::vector<std::string> values{}; ///< what it holds, or what there is to choose from
    bool takes_digits = false;
};

struct PageForm {
    std::string action;
    bool is_sent = false; ///< by POST
    std::vector<PageField> fields{};
};
std::vector<PageForm> forms_of(std::string_view page);

/// Where the page leads: the addresses of its links and forms, each a path of this server's own.
struct PageWay {
    std::string target;
    bool is_form = false;
};
std::vector<PageWay> ways_on(std::string_view page);

/// Links to a place on the page itself that is not there, as "#given_name", each once.
std::set<std::string> links_to_nothing(std::string_view page);

/// The names of the fields on the page that begin so, each once.
std::set<std::string> names_on(std::string_view page, std::string_view begins);

/// What somebody types where words are asked.
using WordsFor = std::function<std::string(const PageField&)>;

/// What a field would take, by its name: "today" where a day is asked, nothing where only a number
/// that somebody has would do; invented words elsewhere.
std::string likely_words(const PageField& field);

/// Each question answered: days with `today`, a choice with the one at `which` (from the first
/// again behind the last), words with what `words` says. Without the sign-in's own fields, which
/// Area::ask adds.
http::Form filled(const PageForm& form, Date today, std::size_t which, const WordsFor& words);

} // namespace tidemoor
