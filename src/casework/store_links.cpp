#include "casework/store_links.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

namespace onroll::casework {
namespace store_links_detail {

std::string digest_of(std::string_view token)
{
    return crypto::to_hex(crypto::sha256(token));
}

template <class Id>
std::optional<Id> optional_id(const db::Rows& rows, std::string_view column)
{
    const auto text = rows.optional_text(column);
    if (!text) return std::nullopt;
    return Id::parse(*text).value();
}

Link link_from(const db::Rows& rows)
{
    const auto purpose = link_purpose_named(rows.text("purpose"));
    ensure(purpose.has_value(), "the store holds only purposes that it was given");
    return {.id = LinkId::parse(rows.text("id")).value(),
            .case_id = CaseId::parse(rows.text("case_id")).value(),
            .purpose = *purpose,
            .person = optional_id<people::PersonId>(rows, "person"),
            .thread = optional_id<ThreadId>(rows, "thread"),
            .about = rows.text("about"),
            .event = optional_id<EventId>(rows, "event"),
            .made_at = rows.instant("made_at"),
            .ends_at = rows.instant("ends_at"),
            .opened_at = rows.optional_instant("opened_at"),
            .ended_at = rows.optional_instant("ended_at"),
            .made_by_hand = !rows.is_null("made_by")};
}

Error no_longer_works()
{
    return Error{ErrorKind::not_found, "This link does not work any more", {}, {}};
}

} // namespace store_links_detail
using namespace store_links_detail;

std::string link_token(const crypto::Key& key, const access::AgencyId& agency, const LinkId& id)
{
    return crypto::to_base64url(
        crypto::hmac_sha256(key.bytes(), "link " + agency.text() + " " + id.text()));
}

Link add_link(db::Transaction& transaction, const access::AgencyId& agency, const NewLink& link,
              const crypto::Key& key, Instant now)
{
    const auto lasts =
        link.purpose == LinkPurpose::account ? account_link_lasts : notice_link_lasts;
    Link made{.id = crypto::new_id<LinkId>(),
              .case_id = link.case_id,
              .purpose = link.purpose,
              .person = link.person,
              .thread = link.thread,
              .about = link.about,
              .event = link.event,
              .made_at = now,
              .ends_at = now + lasts,
              .opened_at = {},
              .ended_at = {},
              .made_by_hand = link.made_by.has_value()};
    transaction.run(sql()("add_link"), agency.text(), made.id.text(), made.case_id.text(),
                    key_of(made.purpose), text_or_nothing(made.person),
                    text_or_nothing(made.thread), made.about,
                    digest_of(link_token(key, agency, made.id)), now, text_or_nothing(link.made_by),
                    made.ends_at, text_or_nothing(made.event));
    return made;
}

Result<Link> find_link(db::Queries& database, const access::AgencyId& agency, const LinkId& id)
{
    auto rows = database.query(sql()("find_link"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return link_from(rows);
}

std::optional<Link> link_of_token(db::Queries& database, const access::AgencyId& agency,
                                  std::string_view token)
{
    auto rows = database.query(sql()("link_with_digest"), agency.text(), digest_of(token));
    if (!rows.next()) return std::nullopt;
    return link_from(rows);
}

std::vector<Link> links_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& id)
{
    auto rows = database.query(sql()("links_of_case"), agency.text(), id.text());
    std::vector<Link> links;
    while (rows.next()) links.push_back(link_from(rows));
    return links;
}

std::int64_t count_links_since(db::Queries& database, const access::AgencyId& agency,
                               const ThreadId& thread, Instant since)
{
    auto rows =
        database.query(sql()("links_made_for_thread_since"), agency.text(), thread.text(), since);
    return rows.next() ? rows.integer("links") : 0;
}

Result<std::string> open_link(db::Transaction& transaction, const access::AgencyId& agency,
                              std::string_view token, Instant now)
{
    const auto link = link_of_token(transaction, agency, token);
    if (!link) return no_longer_works();
    if (transaction.run(sql()("open_link"), now, agency.text(), link->id.text(), now) != 1)
        return no_longer_works();
    forget_ended_visits(transaction, agency, now);
    auto visit = crypto::random_token();
    const auto ends =
        now + (link->purpose == LinkPurpose::account ? account_visit_lasts : reading_visit_lasts);
    transaction.run(sql()("add_visit"), agency.text(), digest_of(visit), link->id.text(), ends);
    return visit;
}

std::optional<Visit> visit_of_token(db::Queries& database, const access::AgencyId& agency,
                                    std::string_view token, Instant now)
{
    auto rows = database.query(sql()("visit_with_digest"), agency.text(), digest_of(token), now);
    if (!rows.next()) return std::nullopt;
    return Visit{link_from(rows), rows.instant("visit_ends_at")};
}

std::optional<Link> link_of_visit(db::Queries& database, const access::AgencyId& agency,
                                  std::string_view token, Instant now)
{
    auto rows = database.query(sql()("link_of_visit"), agency.text(), digest_of(token),
                               now - ended_visit_is_known);
    if (!rows.next()) return std::nullopt;
    return link_from(rows);
}

void forget_ended_visits(db::Transaction& transaction, const access::AgencyId& agency, Instant now)
{
    transaction.run(sql()("forget_ended_visits"), agency.text(), now - ended_visit_is_known);
}

void end_visit(db::Transaction& transaction, const access::AgencyId& agency, std::string_view token,
               Instant now)
{
    transaction.run(sql()("end_visit"), now, agency.text(), digest_of(token), now);
}

void end_link(db::Transaction& transaction, const access::AgencyId& agency, const LinkId& id,
              Instant now)
{
    transaction.run(sql()("end_link"), now, agency.text(), id.text());
    transaction.run(sql()("end_visits_of_link"), now, agency.text(), id.text(), now);
}

} // namespace onroll::casework
