#include "check/letter_writer.h"

#include "check/views_letter_check.h"
#include "law/circumstance_codes.h"
#include "law/reasons.h"

#include <algorithm>
#include <sstream>

namespace onroll::check {

namespace letter_writer_detail {

std::vector<std::string> lines_of(const std::string& typed, const std::string& otherwise)
{
    std::vector<std::string> lines;
    std::istringstream in(typed);
    std::string line;
    while (std::getline(in, line)) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty()) lines.push_back(line);
    }
    if (lines.empty()) lines.push_back(otherwise);
    return lines;
}

std::string or_else(const std::string& typed, const std::string& otherwise)
{
    return typed.find_first_not_of(" \t\r\n") == std::string::npos ? otherwise : typed;
}

/// A sentence that begins with "my child" begins with a capital.
std::string with_capital(std::string sentence)
{
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return sentence;
}

} // namespace letter_writer_detail

LetterWriter::LetterWriter(const Words& words, const LetterBasis& basis, const TypedNames& names)
    : words_(words), basis_(basis), names_(names),
      child_(letter_writer_detail::or_else(names.child, words("letter.my_child")))
{
}

std::string LetterWriter::text(std::string_view key, std::initializer_list<Filled> filled) const
{
    auto sentence = words_(key, filled);
    for (std::size_t at = 0; (at = sentence.find("{child}", at)) != std::string::npos;
         at += child_.size())
        sentence.replace(at, 7, child_);
    return sentence;
}

void LetterWriter::begin(std::string_view to, std::string_view dear, std::string_view heading)
{
    using namespace letter_writer_detail;
    std::vector<std::string> sender{or_else(names_.writer, words_("letter.writer"))};
    for (auto& line : lines_of(names_.writer_address, words_("letter.writer_address")))
        sender.push_back(std::move(line));
    auto school = names_.school;
    if (basis_.story) school = or_else(school, basis_.story->school_name);
    std::vector<std::string> recipient{words_(to), or_else(school, words_("letter.school"))};
    for (auto& line : lines_of(names_.school_address, words_("letter.school_address")))
        recipient.push_back(std::move(line));
    blocks_.push_back(documents::AddressBlock{sender, documents::AddressBlock::Side::sender});
    blocks_.push_back(documents::AddressBlock{recipient});
    blocks_.push_back(documents::Paragraph{words_.date(basis_.today)});
    blocks_.push_back(documents::Paragraph{words_(dear)});
    title_ = text(heading);
    blocks_.push_back(documents::Heading{title_, 1});
}

void LetterWriter::say(std::string_view key, std::initializer_list<Filled> filled)
{
    blocks_.push_back(documents::Paragraph{letter_writer_detail::with_capital(text(key, filled))});
}

void LetterWriter::say_on(std::string_view key, std::initializer_list<Filled> filled)
{
    add_words(text(key, filled));
}

void LetterWriter::add_words(std::string more)
{
    more = letter_writer_detail::with_capital(std::move(more));
    if (auto* last = blocks_.empty() ? nullptr : std::get_if<documents::Paragraph>(&blocks_.back()))
        last->words += " " + more;
    else
        blocks_.push_back(documents::Paragraph{std::move(more)});
}

void LetterWriter::heading(std::string_view key)
{
    blocks_.push_back(documents::Heading{text(key), 2});
}

void LetterWriter::list(std::vector<std::string> items)
{
    if (!items.empty()) blocks_.push_back(documents::List{std::move(items)});
}

void LetterWriter::say_what_happened()
{
    const auto first = day(answers().started.value_or(decided()));
    std::string what;
    if (answers().happened.is(Happened::permanent))
        what = text("letter.what.permanent", {{"first", first}});
    else if (answers().happened.is(Happened::lunchtimes) && answers().lunchtimes.known())
        what = words_.counted("letter.what.lunchtimes", *answers().lunchtimes.value(),
                              {{"first", first}, {"child", child_}});
    else if (answers().half_days.known())
        what = text("letter.what.suspended",
                    {{"first", first},
                     {"days", school_days_in_words(words_, *answers().half_days.value())}});
    else
        what = text("letter.what.suspended_unknown", {{"first", first}});
    blocks_.push_back(documents::Paragraph{letter_writer_detail::with_capital(std::move(what))});
    if (answers().decided.known())
        say_on("letter.what.dated", {{"decided", day(*answers().decided.value())}});
}

void LetterWriter::rests_on(law::RuleId rule)
{
    if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end()) rules_.push_back(rule);
}

const law::Duty* LetterWriter::duty(law::DutyType type) const
{
    const auto& duties = basis_.evaluation.duties;
    const auto found = std::find_if(duties.begin(), duties.end(),
                                    [&](const law::Duty& one) { return one.type == type; });
    return found == duties.end() ? nullptr : &*found;
}

Date LetterWriter::decided() const
{
    if (basis_.facts && !answers().decided.known()) return basis_.facts->decided_on;
    return answers().decided.value_or(answers().started.value_or(basis_.today));
}

std::vector<std::string> LetterWriter::parts_left_out() const
{
    std::vector<std::string> parts;
    if (!basis_.check) return parts;
    for (const auto& part : basis_.check->parts)
        if (part.verdict == Verdict::missing && !part.only_if_over_five)
            parts.push_back(words_("letter.part." + std::string(law::code(part.item))));
    return parts;
}

documents::Document LetterWriter::finished(documents::FontSize size) &&
{
    using letter_writer_detail::or_else;
    say("letter.reply");
    blocks_.push_back(documents::SignatureBlock{words_("letter.closing"),
                                                {or_else(names_.writer, words_("letter.writer"))}});
    if (!rules_.empty()) {
        std::vector<std::string> sources;
        for (const auto rule : rules_) {
            const auto cited = law::citation_for(rule, decided());
            auto line = std::string(cited.source);
            if (!cited.edition.empty()) line += " (" + std::string(cited.edition) + ")";
            if (std::find(sources.begin(), sources.end(), line) == sources.end())
                sources.push_back(std::move(line));
        }
        blocks_.push_back(documents::Heading{words_("letter.sources"), 2});
        blocks_.push_back(documents::List{.items = std::move(sources),
                                          .language = words_.code() == "en" ? "" : "en"});
    }
    return {.title = title_,
            .language = words_.code(),
            .right_to_left = words_.right_to_left(),
            .size = size,
            .blocks = std::move(blocks_),
            .footer = title_};
}

} // namespace onroll::check
