#include "casework/store_feedback.h"

#include "casework/store_rows.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"

namespace onroll::casework {
namespace store_feedback_detail {

using FeedbackId = RandomId<struct FeedbackTag>;

std::string hash_of(std::string_view secret)
{
    return crypto::to_hex(crypto::sha256(secret));
}

std::string month_of_day(Date day)
{
    return iso(day).substr(0, 7);
}

} // namespace store_feedback_detail
using namespace store_feedback_detail;

std::string make_feedback_link(db::Transaction& transaction, const access::AgencyId& agency,
                               const CaseId& id, const access::UserId& by, Date today)
{
    auto secret = crypto::to_hex(crypto::random_bytes(16));
    transaction.run(sql()("add_feedback_link"), agency.text(), hash_of(secret), id.text(), today,
                    by.text(), today + feedback_links_last);
    return secret;
}

bool feedback_link_holds(db::Queries& database, const access::AgencyId& agency,
                         std::string_view secret, Date today)
{
    auto rows = database.query(sql()("find_feedback_link"), agency.text(), hash_of(secret), today);
    return rows.next();
}

bool feedback_link_is_known(db::Queries& database, const access::AgencyId& agency,
                            std::string_view secret)
{
    auto rows = database.query(sql()("know_feedback_link"), agency.text(), hash_of(secret));
    return rows.next();
}

Result<void> give_feedback(db::Transaction& transaction, const access::AgencyId& agency,
                           std::string_view secret, Helped helped, std::string_view words,
                           Date today)
{
    if (transaction.run(sql()("use_feedback_link"), agency.text(), hash_of(secret), today) == 0)
        return not_found("This link was used before, or it has ended");
    transaction.run(sql()("add_feedback"), agency.text(), crypto::new_id<FeedbackId>().text(),
                    month_of_day(today), static_cast<std::int64_t>(helped), words);
    return {};
}

std::int64_t count_feedback_links(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& id, Date today)
{
    auto rows = database.query(sql()("count_feedback_links"), agency.text(), id.text(), today);
    return rows.next() ? rows.integer("links") : 0;
}

std::vector<Feedback> feedback_between(db::Queries& database, const access::AgencyId& agency,
                                       Date first, Date last)
{
    auto rows = database.query(sql()("feedback_between"), agency.text(), month_of_day(first),
                               month_of_day(last));
    std::vector<Feedback> all;
    while (rows.next())
        all.push_back({.month = std::string(rows.text("month")),
                       .helped = static_cast<Helped>(rows.integer("score")),
                       .words = std::string(rows.text("words"))});
    return all;
}

} // namespace onroll::casework
