#include "access/store_break_glass.h"

#include "access/rules_break_glass.h"
#include "access/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <utility>

namespace onroll::access {

namespace break_glass_detail {

using store_rows::id_from;
using store_rows::sql;

BrokenGlass glass_from(const db::Rows& rows)
{
    BrokenGlass glass{.id = id_from<GlassId>(rows, "glass"),
                      .user = id_from<UserId>(rows, "user_id"),
                      .record_kind = rows.text("record_kind"),
                      .record = rows.text("record"),
                      .reason = rows.text("reason"),
                      .opened_at = rows.instant("opened_at"),
                      .ends_at = rows.instant("ends_at"),
                      .review_by = rows.date("review_by")};
    if (!rows.is_null("reviewed_by"))
        glass.review = GlassReview{
            id_from<UserId>(rows, "reviewed_by"), rows.instant("reviewed_at"),
            store_rows::named(rows, "finding", finding_named), rows.text("finding_words")};
    return glass;
}

std::string_view key_of_about(AlertAbout about)
{
    return about == AlertAbout::glass_broken ? "glass_broken" : "review_overdue";
}

std::int64_t tell(db::Transaction& transaction, const std::string& agency, const std::string& user,
                  AlertAbout about, const std::string& glass, Instant now)
{
    return transaction.run(sql()("add_alert"), agency, user, crypto::new_id<AlertId>().text(),
                           key_of_about(about), glass, now);
}

std::vector<std::string> told_when_late(db::Transaction& transaction, const std::string& agency)
{
    std::vector<std::string> users;
    auto rows = transaction.query(sql()("told_when_late"), agency, agency);
    while (rows.next()) users.push_back(rows.text("user_id"));
    return users;
}

} // namespace break_glass_detail
using namespace break_glass_detail;

std::optional<std::array<UserId, 2>> alerted_of(db::Queries& database, const AgencyId& agency)
{
    std::vector<UserId> users;
    auto rows = database.query(sql()("alerted_of_agency"), agency.text());
    while (rows.next()) users.push_back(id_from<UserId>(rows, "user_id"));
    if (users.size() != 2) return std::nullopt;
    return std::array{users[0], users[1]};
}

Result<void> set_alerted(db::Transaction& transaction, const AgencyId& agency,
                         const std::array<UserId, 2>& users)
{
    if (users[0] == users[1]) return bad_input("Choose two different people to be told", "second");
    transaction.run(sql()("drop_alerted"), agency.text());
    for (int place = 0; place < 2; ++place)
        transaction.run(sql()("add_alerted"), agency.text(), place + 1,
                        users[static_cast<std::size_t>(place)].text());
    return {};
}

Result<GlassId> break_glass(db::Transaction& transaction, const Actor& actor,
                            std::string_view record_kind, std::string_view record,
                            std::string_view reason, Instant now)
{
    if (!reason_says_enough(reason))
        return bad_input("Enter why this cannot wait, in at least 20 characters", "reason");
    const auto told = alerted_of(transaction, actor.agency);
    if (!told)
        return Error{ErrorKind::conflict,
                     "Nobody is named to be told yet. Ask your data protection officer to name two "
                     "people",
                     {},
                     {}};
    if ((*told)[0] == actor.user || (*told)[1] == actor.user)
        return Error{ErrorKind::conflict,
                     "You are one of the two people who are told, so a colleague has to do this",
                     {},
                     {}};
    const auto glass = crypto::new_id<GlassId>();
    transaction.run(sql()("add_break_glass"), actor.agency.text(), glass.text(), actor.user.text(),
                    record_kind, record, reason, now, now + glass_lasts,
                    review_by(in_london(now).date));
    for (const auto& user : *told)
        tell(transaction, actor.agency.text(), user.text(), AlertAbout::glass_broken, glass.text(),
             now);
    return glass;
}

std::optional<Instant> glass_runs_until(db::Queries& database, const Actor& actor,
                                        std::string_view record, Instant now)
{
    auto rows = database.query(sql()("glass_runs_until"), actor.agency.text(), actor.user.text(),
                               record, now, now);
    if (!rows.next()) return std::nullopt;
    return rows.optional_instant("ends_at");
}

bool has_open_glass(db::Queries& database, const AgencyId& agency, const UserId& user, Instant now)
{
    return database.query(sql()("open_glass_of_user"), agency.text(), user.text(), now, now).next();
}

std::vector<BrokenGlass> glasses_of(db::Queries& database, const AgencyId& agency)
{
    std::vector<BrokenGlass> glasses;
    auto rows = database.query(sql()("glasses_of_agency"), agency.text());
    while (rows.next()) glasses.push_back(glass_from(rows));
    std::stable_partition(glasses.begin(), glasses.end(),
                          [](const BrokenGlass& glass) { return !glass.review; });
    return glasses;
}

Result<BrokenGlass> find_glass(db::Queries& database, const AgencyId& agency, const GlassId& glass)
{
    auto rows = database.query(sql()("find_glass"), agency.text(), glass.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return glass_from(rows);
}

Result<void> review_glass(db::Transaction& transaction, const Actor& actor, const GlassId& glass,
                          Finding finding, std::string_view words, Instant now)
{
    if (words.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return bad_input("Enter what you found", "words");
    const auto found = find_glass(transaction, actor.agency, glass);
    if (!found) return found.error();
    if (found->user == actor.user)
        return Error{ErrorKind::conflict,
                     "You opened this record, so somebody else has to review it",
                     {},
                     {}};
    if (transaction.run(sql()("review_glass"), actor.user.text(), now, key_of(finding), words,
                        actor.agency.text(), glass.text()) == 0)
        return Error{
            ErrorKind::conflict, "This was reviewed already. Open it to read the review", {}, {}};
    return {};
}

std::vector<Alert> alerts_of(db::Queries& database, const AgencyId& agency, const UserId& user)
{
    std::vector<Alert> alerts;
    auto rows = database.query(sql()("alerts_of_user"), agency.text(), user.text());
    while (rows.next())
        alerts.push_back({id_from<AlertId>(rows, "alert"),
                          rows.text("about") == "glass_broken" ? AlertAbout::glass_broken
                                                               : AlertAbout::review_overdue,
                          id_from<GlassId>(rows, "glass"), rows.instant("sent_at"),
                          !rows.is_null("read_at")});
    return alerts;
}

void read_alerts(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 Instant now)
{
    transaction.run(sql()("read_alerts"), now, agency.text(), user.text());
}

void forget_glass_words(db::Transaction& transaction, const AgencyId& agency,
                        std::string_view record_kind, std::string_view record)
{
    constexpr std::string_view instead = "Taken out when the record was deleted";
    transaction.run(sql()("forget_glass_words"), instead, instead, agency.text(), record_kind,
                    record);
}

std::int64_t escalate_late_reviews(db::Transaction& transaction, Instant now)
{
    struct Late {
        std::string agency, glass;
    };
    std::vector<Late> late;
    {
        auto rows = transaction.query(sql()("late_reviews"), in_london(now).date);
        while (rows.next()) late.push_back({rows.text("agency"), rows.text("glass")});
    }
    std::int64_t told = 0;
    for (const auto& [agency, glass] : late)
        for (const auto& user : told_when_late(transaction, agency))
            told += tell(transaction, agency, user, AlertAbout::review_overdue, glass, now);
    return told;
}

} // namespace onroll::access
