#include "casework/views_pack.h"

#include "platform/documents/zip_entries.h"
#include "platform/documents/zip_of.h"

#include <doctest/doctest.h>

namespace casework_views_pack_test {

using namespace onroll;
using namespace onroll::casework;

std::string words_in(const documents::Document& document)
{
    std::string words;
    for (const auto& block : document.blocks) {
        if (const auto* heading = std::get_if<documents::Heading>(&block))
            words += heading->words + "\n";
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block))
            words += paragraph->words + "\n";
        if (const auto* list = std::get_if<documents::List>(&block))
            for (const auto& item : list->items) words += item + "\n";
        if (const auto* table = std::get_if<documents::Table>(&block))
            for (const auto& row : table->rows) {
                for (const auto& cell : row) words += cell + "|";
                words += "\n";
            }
    }
    return words;
}

const PackFrame frame{"Sami Rahman, case 1042", "Tidemoor Advice."};

TEST_CASE("the index numbers the parts that are given, with their pages and their files")
{
    const auto line = [](std::int64_t number, const char* name, std::size_t pages) {
        return PaperLine{.paper = {.number = number, .name = name}, .pages = pages};
    };
    const auto words =
        words_in(index_paper(frame, "The governing board of Harbour School",
                             {line(4, "Representations.pdf", 2), line(1, "Letter of June.pdf", 1),
                              line(2, "drawing.png", 0)}));
    CHECK(words.find("For: The governing board of Harbour School") != std::string::npos);
    CHECK(words.find("1|Representations|2|01-Representations.pdf|") != std::string::npos);
    CHECK(words.find("2|Letter of June|1|02-Letter-of-June.pdf|") != std::string::npos);
    CHECK(words.find("3|drawing|–|03-drawing.png|") != std::string::npos);
}

TEST_CASE("each finding stands in the papers with the rule that it follows from")
{
    CaseAnswers answers;
    answers.findings.push_back({.event = EventId::parse("00112233445566778899aabbccddeeff").value(),
                                .rule = "FND-01",
                                .title = "Sent home without a suspension",
                                .told = "Sent home to cool off on 29 September.",
                                .about = "It is an exclusion even if a parent agreed.",
                                .source = {"Suspension guidance 2024, paragraph 19", "/law/x"}});
    const auto words = words_in(findings_paper(frame, answers));
    CHECK(words.find("What is recorded: Sent home to cool off on 29 September.") !=
          std::string::npos);
    CHECK(words.find("Source: Suspension guidance 2024, paragraph 19") != std::string::npos);
    const auto draft = representations_draft(
        {.id = ReleaseId::parse("00112233445566778899aabbccddeeff").value(),
         .case_id = CaseId::parse("00112233445566778899aabbccddeeff").value(),
         .recipient = "The governing board",
         .begun_by = access::UserId::parse("00112233445566778899aabbccddeeff").value()},
        "Sami Rahman", answers.findings);
    CHECK(draft.find("1. Sent home without a suspension.") != std::string::npos);
    CHECK(draft.find("(Suspension guidance 2024, paragraph 19)") != std::string::npos);
    CHECK(words_in(representations_paper(frame, draft)).find("We write for the family of Sami") !=
          std::string::npos);
}

TEST_CASE("a draft with nothing found numbers no point")
{
    const auto draft = representations_draft(
        {.id = ReleaseId::parse("00112233445566778899aabbccddeeff").value(),
         .case_id = CaseId::parse("00112233445566778899aabbccddeeff").value(),
         .recipient = "The governing board",
         .begun_by = access::UserId::parse("00112233445566778899aabbccddeeff").value()},
        "Sami Rahman", {});
    CHECK(draft == "To The governing board\n\nWe write for the family of Sami Rahman.\n\n"
                   "Please tell the family in writing what you decided, and why.\n");
}

TEST_CASE("what a pack is kept in is an archive that others read")
{
    const auto archive = documents::zip_of({{"00-Index.pdf", "first"}, {"01-a.pdf", "second"}});
    const auto entries = documents::zip_entries_in(archive);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().name == "00-Index.pdf");
    CHECK(entries->back().unpacked == 6);
}

TEST_CASE("a file's name keeps what every computer takes")
{
    CHECK(plain_file_name("Letter of June (2).pdf") == "Letter-of-June--2-.pdf");
    CHECK(plain_file_name("../../etc") == "..-..-etc");
}

} // namespace casework_views_pack_test
