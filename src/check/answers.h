// What a family has answered, question by question, read from the fields that travel in the forms.
// Everything typed stays as it was in the fields; here is only what could be understood. Holds no
// name of a person. Pure: nothing is stored, nothing is logged.
#pragma once

#include "kernel/date.h"
#include "kernel/identifiers.h"
#include "law/types.h"
#include "platform/http/fields.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// An answer to one question: not asked yet, "I do not know", or a value.
template <class Value>
class Answer {
public:
    Answer() = default;
    Answer(Value value) : asked_(true), value_(std::move(value)) {}
    static Answer not_known()
    {
        Answer answer;
        answer.asked_ = true;
        return answer;
    }

    bool asked() const { return asked_; }
    bool known() const { return value_.has_value(); }
    bool is_not_known() const { return asked_ && !value_; }
    bool is(const Value& value) const { return value_ && *value_ == value; }
    const std::optional<Value>& value() const { return value_; }
    Value value_or(Value other) const { return value_.value_or(std::move(other)); }
    bool operator==(const Answer&) const = default;

private:
    bool asked_ = false;
    std::optional<Value> value_;
};

/// What happened. "Not sure" is Answer::not_known.
enum class Happened {
    suspended,
    permanent,
    lunchtimes,
    sent_home,       ///< with no letter
    collected_early, ///< the family was asked to fetch the child
    part_time,
    unit,  ///< isolation, or a unit of another school
    moved, ///< to another school
    home_education,
    off_roll,
};

enum class Sen { plan, support, waiting, none };
enum class Care { looked_after, social_worker, neither };
enum class Age { under_five, school, sixth_form, eighteen };
enum class Board { not_yet, stays, may_come_back };
enum class Because { behaviour, staffing, illness, other };
enum class Where { own_school, other_school, online };
enum class OffRollReason { home_education, moved, excluded, attendance, no_reason };

/// The questions, in the order in which they may be asked. Each is one page.
enum class Question {
    what,
    school,
    school_type,
    council,
    started,
    half,
    decided,
    length,
    times,
    because,
    agreed,
    has_end,
    ends,
    where,
    pressed,
    why_off_roll,
    letter,
    letter_says,
    reason,
    said,
    exam,
    exam_on,
    earlier,
    earlier_by,
    earlier_day,
    earlier_days,
    earlier_at,
    earlier_more,
    earlier_term,
    earlier_year,
    earlier_where,
    age,
    sen,
    disability,
    care,
    side,
    account,
    work,
    day_six,
    wrote,
    board,
    board_on,
    board_by,
};
inline constexpr std::size_t question_count = 43;
/// `what`, `school`, …: the question's name in fields, texts and addresses of parts of a page.
std::string_view name(Question);
std::optional<Question> question_named(std::string_view);

/// A question as one family is asked it: those about the times before come once for each time.
struct Asked {
    Asked(Question one, std::size_t which = 0) : question(one), time(which) {}
    Question question;
    std::size_t time; ///< of the times before, from 1; 0 for every other question
    bool operator==(const Asked&) const = default;
};
/// `earlier_day-2`; for any other question its name.
std::string name(const Asked&);
std::optional<Asked> asked_named(std::string_view);

/// Where the child goes to school, as far as the family said.
struct SchoolAnswer {
    std::optional<Urn> urn;              ///< of a school in the list
    std::optional<law::SchoolType> type; ///< stated: where it is not listed, or the list lacks it
    std::optional<int> council;          ///< three-digit code: not listed
    bool type_wanted = false;            ///< the list lacks the kind of this school
    bool operator==(const SchoolAnswer&) const = default;
};

/// Days lost earlier, in half days.
struct Earlier {
    int term_half_days = 0;
    int year_half_days = 0; ///< the term's included
    bool other_school = false;
    bool operator==(const Earlier&) const = default;
};

enum class EarlierAt { here, other };

/// One suspension before this one.
struct EarlierTime {
    Answer<Date> first_day;
    Answer<int> half_days;
    Answer<EarlierAt> at;
    Answer<bool> more; ///< there was another time besides
    bool operator==(const EarlierTime&) const = default;

    /// Its days can be counted: the first is known, and how many.
    bool counts() const { return first_day.known() && half_days.value_or(0) > 0; }
};
inline constexpr std::size_t most_earlier_times = 10;

/// Whether the family knows the earlier suspensions by their days, or only about how many days.
enum class EarlierBy { dates, days };
enum class EarlierWhere { here, other, both };
enum class BoardBy { hand, post };

/// Codes that were ticked, each one of those that the question offers.
using Ticks = std::set<std::string, std::less<>>;

struct Answers {
    Answer<Happened> happened;
    Answer<SchoolAnswer> school; ///< with what the next two say
    Answer<law::SchoolType> school_type;
    Answer<int> council;               ///< three-digit code
    Answer<Date> started;              ///< first day out, or the (last) day it happened
    Answer<law::Session> started_half; ///< morning or afternoon of that day
    Answer<Date> decided;              ///< the date on the letter
    Answer<int> half_days;             ///< of a suspension
    Answer<int> lunchtimes;
    Answer<int> times; ///< sent home or fetched early, in the last four weeks
    Answer<Because> because;
    Answer<bool> agreed; ///< the family said yes to it
    Answer<Date> ends;   ///< see has_end
    Answer<bool> has_end;
    Answer<Where> where;
    Answer<Ticks> pressed; ///< `suggested`, `warned`, `written`, `met`
    Answer<OffRollReason> why_off_roll;
    Answer<bool> letter; ///< whether one came
    Answer<Ticks> letter_says;
    Answer<Ticks> reason; ///< `behaviour`, `needs`, `attainment`, `parent`, `no_reason`
    Answer<Ticks> said;   ///< what else the school said or did
    Answer<bool> exam;
    Answer<Date> exam_on;
    Answer<bool> earlier_any;
    Answer<EarlierBy> earlier_by;
    std::vector<EarlierTime> earlier_times; ///< where known by dates; see with_totals
    Answer<int> earlier_term, earlier_year; ///< half days, where known by days
    Answer<EarlierWhere> earlier_where;
    Answer<Earlier> earlier; ///< what the totals come to, as far as they need no calendar
    Answer<Age> age;
    Answer<Sen> sen;
    Answer<bool> disabled;
    Answer<Care> care;
    Answer<bool> side_asked; ///< the child was asked for their side
    std::string account;     ///< what the child says happened, in the family's words
    bool account_not_known = false;
    Answer<bool> work;    ///< work was set and marked
    Answer<bool> day_six; ///< full-time teaching from the sixth day is set up
    Answer<bool> wrote_to_board;
    Answer<Board> board;
    Answer<Date> board_letter;
    Answer<BoardBy> board_by;
    bool board_letter_by_post = false; ///< as board_by says

    bool operator==(const Answers&) const = default;

    /// Suspended, permanently excluded, excluded at lunchtimes, or not sure which.
    bool an_exclusion() const;
    /// The governors have decided.
    bool board_decided() const { return board.is(Board::stays) || board.is(Board::may_come_back); }
};

/// The codes that `letter_says` and `said` may hold.
inline constexpr std::array<std::string_view, 8> letter_codes{
    "period", "reasons",       "right_to_write", "how_to_write",
    "work",   "public_places", "day_six",        "meeting",
};
inline constexpr std::array<std::string_view, 9> said_codes{
    "not_head", "return_condition", "no_end_date",      "lengthened", "told_45", "threatened",
    "trial",    "no_adjustment",    "turned_permanent",
};
/// Whether a code of `said` can be so of what happened. A permanent exclusion has no end and no
/// return, and is not made longer; only what is known to be one can have been a suspension first.
bool can_be_said(std::string_view code, const Answer<Happened>& happened);
inline constexpr std::array<std::string_view, 5> reason_codes{"behaviour", "needs", "attainment",
                                                              "parent", "no_reason"};
inline constexpr std::array<std::string_view, 4> pressed_codes{"suggested", "warned", "written",
                                                               "met"};

/// What the fields say. A field that is missing or cannot be understood leaves its question as not
/// asked.
Answers read_answers(const http::Fields& fields);
/// The same answers as fields: read_answers gives them back.
http::Fields fields_of(const Answers& answers);
/// The fields that belong to the questions, as typed, and nothing else of what a form sent.
http::Fields carried_fields(const http::Fields& sent);
/// The names of the fields that the question's page asks for; without a time, those of every time.
std::vector<std::string_view> field_names(const Asked& asked);

/// `earlier-3`: what the fields of the third earlier time begin with.
std::string earlier_time_prefix(std::size_t number);
/// The fields without one of the times before; those after it move up.
http::Fields without_earlier_time(http::Fields fields, std::size_t number);

/// The questions that matter for what happened, in order. More may follow once more is answered.
std::vector<Asked> questions_for(const Answers& answers);
/// Whether the question has an answer, which may be "I do not know".
bool answered(const Answers& answers, const Asked& asked);

} // namespace onroll::check
