#include "casework/store_levels.h"

#include "casework/store_cases.h"
#include "casework/store_rows.h"

#include <algorithm>

namespace onroll::casework {
namespace store_levels_detail {

std::int64_t number_of(Level level)
{
    return static_cast<std::int64_t>(level);
}

bool goes_on(const std::vector<Work>& all, std::int64_t place)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const Work& work) { return work.place == place && !work.ended_on; });
}

void note_level(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& id,
                std::int64_t work, const NewLevel& moved, const access::UserId& by)
{
    transaction.run(sql()("add_level"), agency.text(), id.text(), agency.text(), id.text(), work,
                    number_of(moved.level), moved.moved_on, moved.reason, by.text());
}

/// A piece of work moves on from where it came last, so never to an earlier day.
Result<void> check_day(db::Queries& database, const access::AgencyId& agency, const CaseId& id,
                       std::int64_t work, Date moved_on)
{
    const auto moves = levels_of_case(database, agency, id);
    const auto last = std::find_if(moves.rbegin(), moves.rend(),
                                   [&](const LevelMove& move) { return move.work == work; });
    if (last == moves.rend() || last->moved_on <= moved_on) return {};
    return bad_input("The date the level changed must be the same as or after " +
                         onroll::in_words(last->moved_on) + ", the day of its last move",
                     "moved_on");
}

/// Takes the case for this transaction, so that nobody moves a level beside it.
Result<void> check_seen(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& id, std::int64_t seen)
{
    if (transaction.run(sql()("take_case"), agency.text(), id.text()) == 0)
        return not_found("The page was not found. Check the address");
    const auto moves = levels_of_case(transaction, agency, id).size();
    if (static_cast<std::int64_t>(moves) != seen) return changed_meanwhile();
    return {};
}

} // namespace store_levels_detail
using namespace store_levels_detail;

std::vector<Work> work_of_case(db::Queries& database, const access::AgencyId& agency,
                               const CaseId& id)
{
    auto rows = database.query(sql()("work_of_case"), agency.text(), id.text());
    std::vector<Work> all;
    while (rows.next())
        all.push_back({.place = rows.integer("place"),
                       .title = std::string(rows.text("title")),
                       .level = static_cast<Level>(rows.integer("level")),
                       .begun_on = rows.date("begun_on"),
                       .ended_on = rows.optional_date("ended_on")});
    return all;
}

std::vector<LevelMove> levels_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& id)
{
    auto rows = database.query(sql()("levels_of_case"), agency.text(), id.text());
    std::vector<LevelMove> moves;
    while (rows.next())
        moves.push_back({.place = rows.integer("place"),
                         .work = rows.integer("work"),
                         .title = std::string(rows.text("title")),
                         .level = static_cast<Level>(rows.integer("level")),
                         .moved_on = rows.date("moved_on"),
                         .reason = std::string(rows.text("reason")),
                         .moved_by = access::UserId::parse(rows.text("moved_by")).value()});
    // Not by the statement: a database would read the levels of every case by their day for it.
    std::stable_sort(moves.begin(), moves.end(), [](const LevelMove& one, const LevelMove& other) {
        return one.moved_on < other.moved_on;
    });
    return moves;
}

void begin_work(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& id,
                const NewLevel& begun, const access::UserId& by)
{
    transaction.run(sql()("add_work"), agency.text(), id.text(), agency.text(), id.text(),
                    begun.title, number_of(begun.level), begun.moved_on);
    const auto all = work_of_case(transaction, agency, id);
    note_level(transaction, agency, id, all.back().place, begun, by);
}

Result<void> move_level(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& id, std::int64_t seen, const NewLevel& moved,
                        const access::UserId& by)
{
    if (const auto same = check_seen(transaction, agency, id, seen); !same) return same.error();
    if (!moved.work) {
        begin_work(transaction, agency, id, moved, by);
    } else {
        if (!goes_on(work_of_case(transaction, agency, id), *moved.work))
            return bad_input("Select a piece of work that is going on", "work");
        if (const auto later = check_day(transaction, agency, id, *moved.work, moved.moved_on);
            !later)
            return later.error();
        transaction.run(sql()("set_work_level"), number_of(moved.level), agency.text(), id.text(),
                        *moved.work);
        note_level(transaction, agency, id, *moved.work, moved, by);
    }
    transaction.run(sql()("set_case_level"), agency.text(), id.text());
    return {};
}

Result<void> end_work(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& id, std::int64_t seen, std::int64_t work, Date today)
{
    if (const auto same = check_seen(transaction, agency, id, seen); !same) return same.error();
    const auto all = work_of_case(transaction, agency, id);
    if (!goes_on(all, work)) return bad_input("Select a piece of work that is going on", "work");
    if (std::count_if(all.begin(), all.end(), [](const Work& one) { return !one.ended_on; }) == 1)
        return bad_input("This is the last piece of work. Close the case to end it", "work");
    transaction.run(sql()("end_work"), today, agency.text(), id.text(), work);
    transaction.run(sql()("set_case_level"), agency.text(), id.text());
    return {};
}

} // namespace onroll::casework
