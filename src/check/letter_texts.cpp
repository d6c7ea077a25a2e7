// What each letter says: which sentences, in which order. The sentences are in content/.
#include "check/letter_writer.h"

#include "law/circumstance_codes.h"

#include <array>
#include <utility>

namespace onroll::check {

namespace letter_texts_detail {

using law::RuleId;

/// Adds to a list of points where something is so.
class Points {
public:
    explicit Points(LetterWriter& writer) : writer_(writer) {}

    void add(bool so, std::string_view key, std::initializer_list<Filled> filled = {})
    {
        if (so) items_.push_back(writer_.text(key, filled));
    }
    void add(bool so, std::string_view key, RuleId rule)
    {
        add(so, key);
        if (so) writer_.rests_on(rule);
    }
    void write() { writer_.list(std::move(items_)); }

private:
    LetterWriter& writer_;
    std::vector<std::string> items_;
};

bool ticked(const Answer<Ticks>& answer, std::string_view code)
{
    return answer.known() && answer.value()->contains(code);
}

void add_points_about_the_child(Points& points, const Answers& answers)
{
    points.add(!answers.account.empty(), "letter.point.account", {{"account", answers.account}});
    points.add(answers.side_asked.is(false), "letter.point.side", RuleId::ht_09);
    points.add(answers.disabled.is(true), "letter.point.disabled", RuleId::fnd_26);
    points.add(answers.sen.is(Sen::plan), "letter.point.plan", RuleId::ht_09);
    points.add(answers.sen.is(Sen::support), "letter.point.support", RuleId::ht_09);
    points.add(answers.sen.is(Sen::waiting), "letter.point.waiting", RuleId::ht_09);
    points.add(answers.care.is(Care::looked_after), "letter.point.looked_after", RuleId::nt_06);
    points.add(answers.care.is(Care::social_worker), "letter.point.social_worker", RuleId::nt_06);
}

void add_points_about_the_decision(Points& points, LetterWriter& writer)
{
    const auto& answers = writer.answers();
    static constexpr std::array<std::pair<const char*, RuleId>, 3> reasons{
        {{"needs", RuleId::fnd_03}, {"attainment", RuleId::fnd_04}, {"parent", RuleId::fnd_05}}};
    for (const auto& [code, rule] : reasons)
        points.add(ticked(answers.reason, code), "letter.point." + std::string(code), rule);
    points.add(ticked(answers.reason, "no_reason"), "letter.point.no_reason", RuleId::nt_02);
    static constexpr std::array<std::pair<const char*, RuleId>, 8> said{
        {{"not_head", RuleId::fnd_02},
         {"return_condition", RuleId::fnd_06},
         {"no_end_date", RuleId::fnd_07},
         {"lengthened", RuleId::fnd_09},
         {"turned_permanent", RuleId::fnd_09},
         {"told_45", RuleId::fnd_35},
         {"threatened", RuleId::fnd_24},
         {"no_adjustment", RuleId::fnd_26}}};
    for (const auto& [code, rule] : said)
        points.add(ticked(answers.said, code) && can_be_said(code, answers.happened),
                   "letter.point." + std::string(code), rule);
    points.add(answers.work.is(false), "letter.point.work", RuleId::edu_01);
    points.add(answers.day_six.is(false) && writer.duty(law::DutyType::provide_from) != nullptr,
               "letter.point.day_six", RuleId::edu_02);
    const auto left_out = writer.parts_left_out();
    points.add(!left_out.empty(), "letter.point.left_out",
               {{"parts", writer.words().listed(left_out)}});
    if (!left_out.empty()) writer.rests_on(RuleId::nt_02);
}

/// The governors' duty and its last day. Answers whether they have the power to reinstate.
bool say_what_the_governors_must_do(LetterWriter& writer)
{
    const auto* meet = writer.duty(law::DutyType::decide_by);
    const auto* exam = writer.duty(law::DutyType::consider_before);
    const bool may_reinstate = meet || exam || writer.answers().happened.is(Happened::permanent);
    if (meet && meet->date)
        writer.say("letter.representations.reinstate", {{"by", writer.day(*meet->date)}});
    else if (may_reinstate)
        writer.say("letter.representations.reinstate_no_day");
    else
        writer.say("letter.representations.note");
    if (meet) writer.rests_on(meet->rule);
    if (!may_reinstate) writer.rests_on(RuleId::gb_14);
    if (writer.answers().exam.is(true) && writer.answers().exam_on.known()) {
        writer.say_on("letter.representations.exam",
                      {{"exam", writer.day(*writer.answers().exam_on.value())}});
        writer.rests_on(RuleId::gb_16);
    }
    if (meet && meet->date) writer.say_on("letter.counted");
    return may_reinstate;
}

/// The school days of an exclusion for which work should be set, as words.
std::vector<std::string> work_days(const LetterWriter& writer)
{
    std::vector<std::string> days;
    if (const auto* duty = writer.duty(law::DutyType::set_and_mark_work))
        for (const auto day : duty->dates) days.push_back(writer.day(day));
    return days;
}

void ask(LetterWriter& writer, std::string_view lead, std::initializer_list<const char*> items)
{
    writer.say(lead);
    std::vector<std::string> all;
    for (const auto* key : items) all.push_back(writer.text(key));
    writer.list(std::move(all));
}

} // namespace letter_texts_detail

void write_representations(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    writer.begin("letter.to_governors", "letter.dear_chair", "letter.representations.heading");
    writer.say("letter.representations.who");
    writer.say_what_happened();
    const bool may_reinstate = say_what_the_governors_must_do(writer);
    writer.heading("letter.representations.ask");
    Points asked(writer);
    asked.add(may_reinstate, "letter.representations.ask.reinstate");
    asked.add(true, "letter.representations.ask.record");
    asked.add(may_reinstate, "letter.representations.ask.attend", RuleId::gb_20);
    asked.add(true, "letter.representations.ask.child");
    asked.add(may_reinstate, "letter.representations.ask.papers", RuleId::gb_22);
    asked.add(true, "letter.representations.ask.answer");
    asked.write();
    writer.heading("letter.representations.points");
    Points points(writer);
    add_points_about_the_child(points, writer.answers());
    add_points_about_the_decision(points, writer);
    points.write();
    writer.say("letter.representations.more");
}

void write_not_in_writing(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    const auto& answers = writer.answers();
    writer.begin("letter.to_head", "letter.dear_head", "letter.not_in_writing.heading");
    const auto first = writer.day(answers.started.value_or(writer.basis().today));
    writer.say(answers.happened.is(Happened::sent_home)         ? "letter.not_in_writing.sent_home"
               : answers.happened.is(Happened::collected_early) ? "letter.not_in_writing.collected"
                                                                : "letter.not_in_writing.unsure",
               {{"first", first}});
    if (answers.times.known() && *answers.times.value() > 1)
        writer.add_words(
            writer.words().counted("letter.not_in_writing.times", *answers.times.value()));
    writer.say("letter.not_in_writing.rule");
    writer.rests_on(RuleId::fnd_01);
    writer.rests_on(RuleId::nt_02);
    ask(writer, "letter.not_in_writing.ask",
        {"letter.not_in_writing.ask.kind", "letter.not_in_writing.ask.notice",
         "letter.not_in_writing.ask.back", "letter.not_in_writing.ask.register"});
    writer.say("letter.not_in_writing.help");
}

void write_work(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    writer.begin("letter.to_head", "letter.dear_head", "letter.work.heading");
    writer.say_what_happened();
    const auto days = work_days(writer);
    if (days.empty())
        writer.say("letter.work.first_days_unknown");
    else
        writer.say("letter.work.first_days", {{"days", writer.words().listed(days)}});
    writer.rests_on(RuleId::edu_01);
    const auto* from = writer.duty(law::DutyType::provide_from);
    if (from && from->date) {
        const bool council = from->actor == law::Actor::home_local_authority ||
                             from->actor == law::Actor::local_authority;
        writer.say(council ? "letter.work.council" : "letter.work.school",
                   {{"from", writer.day(*from->date)}});
        writer.say_on("letter.counted");
        writer.rests_on(from->rule);
        ask(writer, "letter.work.ask",
            {"letter.work.ask.where", "letter.work.ask.whom", "letter.work.ask.travel",
             "letter.work.ask.help"});
        if (writer.duty(law::DutyType::provide_from_should)) {
            writer.say("letter.work.early");
            writer.rests_on(RuleId::edu_06);
        }
    }
}

void write_remote_meeting(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    writer.begin("letter.to_clerk", "letter.dear_clerk", "letter.remote_meeting.heading");
    writer.say_what_happened();
    writer.say("letter.remote_meeting.ask");
    if (const auto* meet = writer.duty(law::DutyType::decide_by); meet && meet->date) {
        writer.say_on("letter.remote_meeting.day", {{"by", writer.day(*meet->date)}});
        writer.rests_on(meet->rule);
    }
    writer.say("letter.remote_meeting.rule");
    writer.rests_on(RuleId::gb_24);
    writer.say("letter.remote_meeting.can");
    writer.say("letter.remote_meeting.refuse");
}

void write_review(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    const auto* apply = writer.duty(law::DutyType::apply_by);
    const auto* hold =
        writer.basis().story ? writer.basis().story->history().schools.front() : nullptr;
    const bool trust = hold && (hold->type == law::SchoolType::academy ||
                                hold->type == law::SchoolType::ap_academy);
    writer.begin(trust ? "letter.to_trust" : "letter.to_council", "letter.dear_clerk",
                 "letter.review.heading");
    writer.say_what_happened();
    writer.say("letter.review.apply");
    if (writer.answers().board_letter.known())
        writer.say_on("letter.review.dated",
                      {{"board", writer.day(*writer.answers().board_letter.value())}});
    if (apply && apply->date) writer.say("letter.review.last", {{"by", writer.day(*apply->date)}});
    writer.rests_on(RuleId::irp_01);
    writer.rests_on(RuleId::irp_02);
    writer.say("letter.review.expert");
    writer.rests_on(RuleId::irp_09);
    writer.heading("letter.review.grounds");
    Points points(writer);
    add_points_about_the_child(points, writer.answers());
    add_points_about_the_decision(points, writer);
    points.write();
    writer.say("letter.review.grounds.more");
    ask(writer, "letter.review.ask",
        {"letter.review.ask.day", "letter.review.ask.video", "letter.review.ask.papers",
         "letter.review.ask.child"});
    writer.say("letter.review.friend");
}

void write_records(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    writer.begin("letter.to_head", "letter.dear_head", "letter.records.heading");
    ask(writer, "letter.records.ask",
        {"letter.records.ask.record", "letter.records.ask.register", "letter.records.ask.incident",
         "letter.records.ask.needs", "letter.records.ask.letters"});
    writer.say("letter.records.law");
    if (writer.answers().an_exclusion() && writer.duty(law::DutyType::decide_by))
        writer.say("letter.records.board");
    writer.say("letter.records.others");
}

void write_left_out(LetterWriter& writer)
{
    using namespace letter_texts_detail;
    writer.begin("letter.to_head", "letter.dear_head", "letter.left_out.heading");
    const auto& basis = writer.basis();
    if (writer.answers().decided.known() || basis.facts)
        writer.say("letter.left_out.thanks", {{"decided", writer.day(writer.decided())}});
    else
        writer.say("letter.left_out.thanks_undated");
    if (auto parts = writer.parts_left_out(); !parts.empty()) {
        writer.say("letter.left_out.missing");
        writer.list(std::move(parts));
        for (const auto& part : basis.check->parts)
            if (part.verdict == Verdict::missing && !part.only_if_over_five &&
                part.force == Force::must)
                writer.rests_on(part.rule);
    }
    if (basis.check && !basis.check->wrong.empty()) {
        writer.say("letter.left_out.wrong");
        std::vector<std::string> items;
        for (const auto& wrong : basis.check->wrong) {
            const auto days =
                wrong.lawful_days ? std::to_string(*wrong.lawful_days) : std::string();
            items.push_back(
                writer.text("letter.wrong." + std::string(name(wrong.wrong)), {{"days", days}}));
            writer.rests_on(wrong.rule);
        }
        writer.list(std::move(items));
    }
    writer.say("letter.left_out.ask");
}

} // namespace onroll::check
