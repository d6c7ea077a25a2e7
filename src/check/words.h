// The words that families read, in one language: short texts by key, with named places to fill.
// A language is a folder of content/, or of the data folder's languages/. Holds no rule of law.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::check {

/// One place of a text and what fills it, as in {"day", "Monday 6 July 2026"}.
using Filled = std::pair<std::string_view, std::string>;

/// The texts of one language.
class Words {
public:
    /// Reads texts as `key = text`; a line that begins with two spaces goes on with the text above,
    /// a line that begins with # is a remark. bad_input, naming the line, for anything else, or for
    /// a key that comes twice.
    static Result<Words> parse(std::string code, std::string_view texts);

    /// Adds the texts of another file of the same language; a key that is there already is an
    /// error.
    Result<void> add(std::string_view texts);
    /// The same, but a text that is there already is replaced.
    Result<void> put(std::string_view texts);

    const std::string& code() const { return code_; } ///< "en", "cy", "ar"
    std::string name() const { return (*this)("language.name"); }
    bool right_to_left() const;

    bool has(std::string_view key) const { return texts_.contains(key); }
    /// Whether this language, or the one it falls back on, has the text.
    bool knows(std::string_view key) const { return has(key) || (other_ && other_->knows(key)); }
    /// The text with its places filled. A key that this language lacks is answered in the language
    /// it falls back on; one that no language has throws Bug.
    std::string operator()(std::string_view key, std::initializer_list<Filled> filled = {}) const;
    /// The form of the text for this number, `key#one`, `key#other` and so on by the language's own
    /// rule; {number} holds it.
    std::string counted(std::string_view key, std::int64_t number,
                        std::initializer_list<Filled> filled = {}) const;

    /// `Monday 6 July 2026`, in this language.
    std::string day(Date day) const;
    /// `6 July 2026`.
    std::string date(Date day) const;
    /// `6 Jul`, in the calendar of a count.
    std::string short_date(Date day) const;
    /// `Mon` for 1, Monday, to `Fri` for 5.
    std::string short_weekday(unsigned iso_weekday) const;
    /// `red, blue and green`.
    std::string listed(const std::vector<std::string>& items) const;

    /// Texts for keys that are missing here; it must live as long as this.
    void fall_back_on(const Words& other) { other_ = &other; }
    std::vector<std::string> keys() const;
    const std::string* find(std::string_view key) const;

private:
    std::string code_;
    std::map<std::string, std::string, std::less<>> texts_;
    const Words* other_ = nullptr;
};

/// Which form of a counted text a number takes: "zero", "one", "two", "few", "many" or "other". The
/// rules are those of Unicode CLDR for whole numbers; a language that we do not know takes one and
/// other.
std::string_view plural_form(std::string_view language, std::int64_t number);

/// Every language that this server speaks, English first.
class Languages {
public:
    /// The languages that are built in.
    Languages();
    Languages(const Languages&) = delete;
    Languages& operator=(const Languages&) = delete;

    /// Adds a language, or further texts of one that is there.
    Result<void> add(const std::string& code, std::string_view texts);
    /// The same, but a text that is there already is replaced: an area may say it otherwise.
    Result<void> put(const std::string& code, std::string_view texts);
    /// The language with this code; English where there is none.
    const Words& find(std::string_view code) const;
    std::vector<const Words*> all() const;

private:
    void let_all_fall_back_on_english();

    std::map<std::string, Words, std::less<>> languages_;
};

} // namespace onroll::check
