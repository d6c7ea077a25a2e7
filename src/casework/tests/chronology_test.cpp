#include "casework/case_names.h"
#include "casework/chronology.h"
#include "casework/views_chronology.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <string>

namespace casework_chronology_test {

using namespace onroll;
using namespace onroll::casework;

const Date monday = date(2026, 7, 6);

ChronologyEntry an_entry(EntryKind kind, Date on, std::string title,
                         int minutes_after_midnight = -1)
{
    ChronologyEntry entry{.on = on, .kind = kind, .title = std::move(title)};
    if (minutes_after_midnight >= 0)
        entry.at = Instant(on) + std::chrono::minutes(minutes_after_midnight);
    return entry;
}

people::Person a_person(people::PersonKind kind, people::Name name)
{
    return {.id = crypto::new_id<people::PersonId>(), .kind = kind, .name = std::move(name)};
}

people::ChildRecord a_family()
{
    people::ChildRecord record{.child =
                                   a_person(people::PersonKind::child, {"Sami", "Rahman", "Sam"})};
    record.family.push_back(
        {.tie = {.child = record.child.id, .adult = record.child.id, .bond = people::Bond::mother},
         .adult = a_person(people::PersonKind::adult, {"Amina", "Rahman", ""})});
    record.siblings.push_back(a_person(people::PersonKind::child, {"Leila", "Rahman", ""}));
    return record;
}
const std::vector<Professional> a_senco{
    {.id = crypto::new_id<ProfessionalId>(), .name = "Jo Example", .role = "SENCO"}};

const std::vector<ToldNames> told{{"Amina, his mother", "Sammy"}, {"Pat Neighbour", ""}};

std::string with(NamesShown shown, const std::string& text, std::string_view more = {})
{
    return with_names_hidden(text,
                             names_of(a_family(), a_senco, told, shown, {"Ruth Adeyemi"}, more));
}

TEST_CASE("only the kinds and days that were asked for are left, the last day included")
{
    const std::vector<ChronologyEntry> all{an_entry(EntryKind::action, monday, "a"),
                                           an_entry(EntryKind::note, monday, "b"),
                                           an_entry(EntryKind::note, monday + Days{1}, "c"),
                                           an_entry(EntryKind::note, monday + Days{2}, "d")};
    CHECK(narrowed(all, {}) == all);
    CHECK(narrowed(all, {.kinds = {EntryKind::action}}).size() == 1);
    CHECK(narrowed(all, {.from = monday + Days{1}}).size() == 2);
    CHECK(narrowed(all, {.until = monday + Days{1}}).size() == 3);
    CHECK(narrowed(all, {.kinds = {EntryKind::note}, .from = monday, .until = monday}).size() == 1);
}

TEST_CASE("what was asked for can be read again from its address, and nonsense asks for nothing")
{
    const ChronologyFilter filter{.kinds = {EntryKind::event, EntryKind::message},
                                  .from = monday,
                                  .until = monday + Days{30},
                                  .names = NamesShown::roles};
    const auto query = query_of(filter);
    http::Fields fields;
    for (std::size_t at = 1; at < query.size();) {
        const auto end = std::min(query.find('&', at), query.size());
        const auto equals = query.find('=', at);
        fields.add(query.substr(at, equals - at), query.substr(equals + 1, end - equals - 1));
        at = end + 1;
    }
    CHECK(filter_in(fields) == filter);
    CHECK(query_of({}).empty());
    CHECK(filter_in({{"kind", "nonsense"}, {"from-day", "40"}, {"names", "all"}}) ==
          ChronologyFilter{});
}

TEST_CASE("everybody on record is hidden as who they are, and a surname that several share names "
          "none of them")
{
    CHECK(
        with(NamesShown::roles, "Amina said Sam was with Leila. Jo Example agreed; Ruth wrote.") ==
        "the mother said the child was with the brother or sister. the SENCO agreed; the adviser "
        "wrote.");
    CHECK(with(NamesShown::roles, "Mrs Rahman rang. Sami Rahman listened.") ==
          "Mrs [name] rang. the child listened.");
    CHECK(with(NamesShown::roles, "Kit came too.", "Kit Friend\n\nSomebody Else") ==
          "[name] came too.");
    CHECK(with(NamesShown::roles, "Pat rang about Sammy; Amina agreed.") ==
          "the caller rang about the child; the mother agreed.");
    CHECK(with(NamesShown::as_recorded, "Amina said so.") == "Amina said so.");
}

TEST_CASE("as initials, each keeps their own, and a shared surname its letter")
{
    CHECK(with(NamesShown::initials, "Amina Rahman and Sami, taught by Jo Example") ==
          "A.R. and S.R., taught by J.E.");
    CHECK(with(NamesShown::initials, "the Rahman family") == "the R. family");
}

TEST_CASE("titles, words and file names are hidden alike")
{
    std::vector<ChronologyEntry> entries{an_entry(EntryKind::note, monday, "Call from Amina")};
    entries.front().detail = "Amina rang about Sami.";
    entries.front().attached = {"Sami_Rahman_letter.pdf", "letter.pdf"};
    hide_names(entries, names_of(a_family(), {}, {}, NamesShown::roles, {}));
    CHECK(entries.front().title == "Call from the mother");
    CHECK(entries.front().detail == "The mother rang about the child.");
    CHECK(entries.front().attached ==
          std::vector<std::string>{"the child_[name]_letter.pdf", "letter.pdf"});
}

TEST_CASE("with names hidden no line of the page leads to where they are shown")
{
    auto entry = an_entry(EntryKind::note, monday, "Note", 9 * 60);
    entry.href = "/advice/cases/x/notes/y";
    ChronologyView view{.address = "/advice/cases/x", .lines = {{entry, "R.A."}}, .all = 1};
    CHECK(chronology_view(view).str().find("/notes/y") != std::string::npos);
    view.filter.names = NamesShown::initials;
    CHECK(chronology_view(view).str().find("/notes/y") == std::string::npos);
}

TEST_CASE("on paper the oldest stands first, with its moment, and what must be read first at the "
          "top")
{
    const ChronologyPaper paper{
        .service = "Invented Advice",
        .about = "Case 1001",
        .read_first = {"Ring after 3:30pm only."},
        .lines = {{an_entry(EntryKind::note, monday + Days{1}, "Later"), "Ruth"},
                  {an_entry(EntryKind::action, monday, "Earlier", 12 * 60 + 10), "Ruth"}},
        .made = "Tuesday 7 July 2026 at 9am"};
    const auto document = chronology_paper(paper);
    std::vector<std::string> headings;
    std::string words;
    for (const auto& block : document.blocks) {
        if (const auto* heading = std::get_if<documents::Heading>(&block))
            headings.push_back(heading->words);
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block))
            words += paragraph->words + "|";
    }
    CHECK(headings == std::vector<std::string>{"Chronology", "Monday 6 July 2026, 1:10pm",
                                               "Tuesday 7 July 2026"});
    CHECK(words.find("Read this first. Ring after 3:30pm only.") < words.find("Earlier (by Ruth)"));
    CHECK(document.footer.find("Confidential") != std::string::npos);
}

} // namespace casework_chronology_test
