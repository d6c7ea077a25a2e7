// Each finding says in one sentence what the record shows.
#include "law/tests/circumstances_cases.h"

namespace circumstances_sentences_test {

using namespace onroll::law;
using circumstances_cases::Case;

/// The sentences of all findings of a case, parted by a blank.
std::string sentences(const Case& one, void (*change)(build::Story&) = nullptr)
{
    auto story = circumstances_cases::story_of(one);
    story.facts() = circumstances_cases::read(one.facts);
    if (change) change(story);
    std::string all;
    const auto answer = evaluate(story.history());
    for (const auto& found : answer.findings)
        all += (all.empty() ? "" : " ") + finding_sentence(story.history(), found);
    return all;
}

TEST_CASE("findings from basic facts are said with their facts")
{
    CHECK(sentences({"", "suspension 4 2024-09-16", "{}", ""}, [](build::Story& story) {
              story.last().decided_by = DecidedBy::other;
          }) == "Somebody other than the head teacher, or the person acting as head, decided it.");
    CHECK(sentences({"", "suspension 91 2024-09-16", "{}", ""}) ==
          "It brings the pupil to 45.5 days in the school year, and the most allowed is 45.");
    CHECK(sentences({"", "suspension 2 2024-09-16; suspension 2 2024-09-17", "{}", ""}) ==
          "It began as soon as another suspension ended, and no new evidence is recorded.");
    CHECK(sentences({"", "permanent 2024-09-16", "{}", "", "", "board_meeting 2024-10-30",
                     SchoolType::academy}) ==
          "The academy trust met on 30 October 2024, and the limit was 7 October 2024.");
    CHECK(sentences({"", "permanent 2024-09-16", "{}", "", "",
                     "board_decision_notice 2024-10-01 not_reinstate; "
                     "irp_application 2024-11-18"}) ==
          "The application was made on 18 November 2024, and the last day was 22 October 2024, "
          "so it must be refused.");
    CHECK(sentences({"", "permanent 2024-09-16", "{}", ""},
                    [](build::Story& story) {
                        story.last().board_notified_on = onroll::date(2024, 9, 19);
                    }) ==
          "The governing board was told on 19 September 2024, which is later than the next "
          "school day.");
    CHECK(sentences({"", "suspension 2 2024-09-16", "{}", "", "",
                     "exam 2024-09-17; board_meeting 2024-09-20"}) ==
          "An exam or test was lost, and the governing board looked at it in time but only after "
          "the exam.");
}

TEST_CASE("findings name a separation, a deletion and a late reconsideration")
{
    const auto separated = [](build::Story& story) {
        Separation one;
        one.from = onroll::date(2026, 9, 14);
        one.dsl_led = false;
        story.history().separations.push_back(one);
    };
    CHECK(sentences({"", "suspension 2 2024-09-16", "{}", ""}, separated) ==
          "The separation was not led by the safeguarding lead.");
    CHECK(sentences({"", "permanent 2024-09-16", "{}", ""},
                    [](build::Story& story) {
                        story.happened(EventType::deleted_from_register, onroll::date(2024, 9, 20));
                    }) ==
          "The name was taken off the register on 20 September 2024, before the law allowed "
          "it.");
    CHECK(sentences({"", "permanent 2024-09-16", "{}", "", "",
                     "board_decision_notice 2024-10-01 not_reinstate; irp_application 2024-10-14; "
                     "irp_decision_notice 2024-11-11 recommend; "
                     "reconsideration 2024-12-02 not_reinstated"}) ==
          "The board thought again on 2 December 2024, and the limit was 25 November 2024.");
}

TEST_CASE("lists are said in words")
{
    CHECK(sentences({"", "suspension 12 2024-09-16",
                     R"({"letter": {"items": {"period": false, "reasons": false,
                         "remote_meeting_request": false}}})",
                     ""}) == "The letter leaves out something it must give: how long it lasts, "
                             "the reasons and how to ask for a remote meeting.");
    CHECK(sentences({"", "suspension 4 2024-09-16", R"({"told": {"local_authority": "never"}})",
                     ""}) == "The local authority was never told of the exclusion.");
    CHECK(sentences({"", "permanent 2024-09-16",
                     R"({"board": {"refused": [{"what": "remote_meeting", "reason": "other"}]}})",
                     ""}) ==
          "A remote meeting was refused for a reason that the law does not allow.");
}

TEST_CASE("no sentence about an exclusion holds its id")
{
    const auto said = sentences(
        {"", "suspension 4 2024-09-16", R"({"reasons": ["attainment"], "no_end_date": true})", ""},
        [](build::Story& story) { story.last().id = "Jane Example"; });
    CHECK(said.find("Jane") == std::string::npos);
    CHECK(said.find("no end date") != std::string::npos);
}

} // namespace circumstances_sentences_test
