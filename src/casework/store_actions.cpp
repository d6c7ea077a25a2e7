#include "casework/store_actions.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <map>
#include <string>
#include <utility>

namespace onroll::casework {
namespace store_actions_detail {

constexpr std::string_view itself = "itself";
constexpr std::string_view with_another_entry = "with_another_entry";

Action action_from(const db::Rows& rows)
{
    const auto kind = action_kind_named(rows.text("kind"));
    const auto stage = stage_named(rows.text("stage"));
    ensure(kind && stage, "the store holds only kinds and stages that it was given");
    return {
        .id = ActionId::parse(rows.text("id")).value(),
        .of = CaseId::parse(rows.text("case_id")).value(),
        .done = {.kind = *kind,
                 .stage = *stage,
                 .took = std::chrono::minutes(rows.integer("minutes")),
                 .on = rows.date("done_on"),
                 .what = rows.text("what"),
                 .worker = optional_user(rows, "worker"),
                 .shown = rows.text("shown") == itself ? Shown::itself : Shown::with_another_entry},
        .recorded_at = rows.instant("recorded_at"),
        .recorded_by = access::UserId::parse(rows.text("recorded_by")).value(),
        .version = rows.integer("version")};
}

/// What belongs to a version of an action, by the action's id and the version.
using OfVersion = std::pair<std::string, std::int64_t>;
struct Parts {
    std::map<OfVersion, std::vector<Topic>> topics;
    std::map<OfVersion, std::vector<ProfessionalId>> with;
};

Parts parts_from(db::Rows topics, db::Rows with)
{
    Parts parts;
    std::map<OfVersion, std::string> keys;
    while (topics.next())
        keys[{topics.text("action_id"), topics.integer("version")}] +=
            " " + topics.text("topic") + " ";
    for (const auto& [of, text] : keys)
        for (const auto topic : all_topics())
            if (text.find(" " + std::string(key_of(topic)) + " ") != std::string::npos)
                parts.topics[of].push_back(topic);
    while (with.next())
        parts.with[{with.text("action_id"), with.integer("version")}].push_back(
            ProfessionalId::parse(with.text("professional_id")).value());
    return parts;
}

void add_parts(Action& action, Parts& parts)
{
    const OfVersion of{action.id.text(), action.version};
    action.done.topics = std::move(parts.topics[of]);
    action.done.with = std::move(parts.with[of]);
}

void add_parts_of_version(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& of, const ActionId& id, std::int64_t version,
                          const NewAction& done)
{
    for (const auto topic : done.topics)
        transaction.run(sql()("add_action_topic"), agency.text(), id.text(), version,
                        key_of(topic));
    for (const auto& professional : done.with) {
        const auto added = transaction.run(sql()("add_action_with"), agency.text(), id.text(),
                                           version, agency.text(), of.text(), professional.text());
        ensure(added == 1, "an action names only professionals of its own case");
    }
}

Hours hours_from(db::Rows rows)
{
    std::map<Stage, std::chrono::minutes> by_stage;
    std::map<ActionKind, std::chrono::minutes> by_kind;
    Hours hours;
    while (rows.next()) {
        const std::chrono::minutes time(rows.integer("minutes"));
        hours.total += time;
        by_stage[stage_named(rows.text("stage")).value()] += time;
        by_kind[action_kind_named(rows.text("kind")).value()] += time;
    }
    for (const auto& [stage, time] : by_stage)
        if (time.count() > 0) hours.by_stage.push_back({stage, time});
    for (const auto& [kind, time] : by_kind)
        if (time.count() > 0) hours.by_kind.push_back({kind, time});
    return hours;
}

} // namespace store_actions_detail
using namespace store_actions_detail;

ActionId record_action(db::Transaction& transaction, const access::AgencyId& agency,
                       const CaseId& of, const NewAction& done, const access::UserId& by,
                       Instant now)
{
    const auto id = crypto::new_id<ActionId>();
    transaction.run(sql()("add_action"), agency.text(), id.text(), of.text(), key_of(done.kind),
                    key_of(done.stage), done.took.count(), done.on, done.what,
                    done.worker.value_or(by).text(),
                    done.shown == Shown::itself ? itself : with_another_entry, now, by.text());
    add_parts_of_version(transaction, agency, of, id, 1, done);
    return id;
}

Result<void> correct_action(db::Transaction& transaction, const access::AgencyId& agency,
                            const CaseId& of, const ActionId& id, std::int64_t version,
                            const NewAction& done, const access::UserId& by, Instant now)
{
    const auto kept = transaction.run(sql()("keep_action_before"), now, by.text(), agency.text(),
                                      of.text(), id.text(), version);
    if (kept == 0) {
        const auto there = find_action(transaction, agency, of, id);
        if (!there) return there.error();
        return Error{ErrorKind::conflict,
                     "Somebody corrected this while you were writing. Compare the two",
                     {},
                     {}};
    }
    transaction.run(sql()("correct_action"), key_of(done.kind), key_of(done.stage),
                    done.took.count(), done.on, done.what, done.worker.value_or(by).text(),
                    agency.text(), id.text(), version);
    add_parts_of_version(transaction, agency, of, id, version + 1, done);
    return {};
}

Result<Action> find_action(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                           const ActionId& id)
{
    auto rows = database.query(sql()("find_action"), agency.text(), of.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    auto action = action_from(rows);
    auto parts = parts_from(database.query(sql()("topics_of_action"), agency.text(), id.text()),
                            database.query(sql()("with_of_action"), agency.text(), id.text()));
    add_parts(action, parts);
    return action;
}

std::vector<Action> actions_of(db::Queries& database, const access::AgencyId& agency,
                               const CaseId& of)
{
    auto parts = parts_from(database.query(sql()("topics_of_case"), agency.text(), of.text()),
                            database.query(sql()("with_of_case"), agency.text(), of.text()));
    auto rows = database.query(sql()("actions_of_case"), agency.text(), of.text());
    std::vector<Action> actions;
    while (rows.next()) {
        actions.push_back(action_from(rows));
        add_parts(actions.back(), parts);
    }
    return actions;
}

std::vector<Action> versions_before(db::Queries& database, const access::AgencyId& agency,
                                    const ActionId& id)
{
    auto parts = parts_from(database.query(sql()("topics_of_action"), agency.text(), id.text()),
                            database.query(sql()("with_of_action"), agency.text(), id.text()));
    auto rows = database.query(sql()("actions_before"), agency.text(), id.text());
    std::vector<Action> versions;
    while (rows.next()) {
        versions.push_back(action_from(rows));
        add_parts(versions.back(), parts);
    }
    return versions;
}

Hours hours_of(db::Queries& database, const access::AgencyId& agency, const CaseId& of)
{
    return hours_from(database.query(sql()("hours_of_case"), agency.text(), of.text()));
}

Hours hours_between(db::Queries& database, const access::AgencyId& agency, Date from, Date until)
{
    return hours_from(database.query(sql()("hours_between"), agency.text(), from, until));
}

ProfessionalId add_professional(db::Transaction& transaction, const access::AgencyId& agency,
                                const CaseId& of, const std::string& name, const std::string& role,
                                const std::string& organisation)
{
    const auto id = crypto::new_id<ProfessionalId>();
    transaction.run(sql()("add_professional"), agency.text(), id.text(), of.text(), name, role,
                    organisation);
    return id;
}

std::vector<Professional> professionals_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of)
{
    auto rows = database.query(sql()("professionals_of_case"), agency.text(), of.text());
    std::vector<Professional> professionals;
    while (rows.next())
        professionals.push_back({.id = ProfessionalId::parse(rows.text("id")).value(),
                                 .name = rows.text("name"),
                                 .role = rows.text("role"),
                                 .organisation = rows.text("organisation")});
    return professionals;
}

std::vector<ChronologyEntry> entries_of_actions(const std::vector<Action>& actions)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& action : actions) {
        if (action.done.shown != Shown::itself) continue;
        entries.push_back(
            {.on = action.done.on,
             .at = in_london(action.recorded_at).date == action.done.on
                       ? std::optional(action.recorded_at)
                       : std::nullopt,
             .kind = EntryKind::action,
             .title = std::string(in_words(action.done.kind)),
             .by = action.done.worker,
             .detail = action.done.what,
             .href = "/advice/cases/" + action.of.text() + "/actions/" + action.id.text(),
             .took = action.done.took});
    }
    return entries;
}

} // namespace onroll::casework
