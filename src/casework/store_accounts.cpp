#include "casework/store_accounts.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

namespace onroll::casework {

AccountId add_account(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const NewAccount& account, Instant now)
{
    const auto id = crypto::new_id<AccountId>();
    transaction.run(sql()("add_account"), agency.text(), id.text(), case_id.text(), now,
                    key_of(account.written_by), text_or_nothing(account.taken_down_by),
                    account.meeting, account.happened, account.felt, account.wanted,
                    account.trusted, key_of(account.who_may_know), text_or_nothing(account.event));
    return id;
}

std::vector<Account> accounts_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& case_id)
{
    auto rows = database.query(sql()("accounts_of_case"), agency.text(), case_id.text());
    std::vector<Account> accounts;
    while (rows.next()) {
        const auto by = written_by_named(rows.text("written_by"));
        const auto who = who_may_know_named(rows.text("who_may_know"));
        ensure(by && who, "the store holds only words that it was given");
        std::optional<EventId> event;
        if (const auto about = rows.optional_text("event")) event = EventId::parse(*about).value();
        accounts.push_back({.id = AccountId::parse(rows.text("id")).value(),
                            .told_at = rows.instant("told_at"),
                            .told = {.written_by = *by,
                                     .taken_down_by = optional_user(rows, "taken_down_by"),
                                     .meeting = rows.text("meeting"),
                                     .event = event,
                                     .happened = rows.text("happened"),
                                     .felt = rows.text("felt"),
                                     .wanted = rows.text("wanted"),
                                     .trusted = rows.text("trusted"),
                                     .who_may_know = *who}});
    }
    return accounts;
}

namespace store_accounts_detail {

/// All that the child said, in the order in which it was asked.
std::string said_in(const NewAccount& told)
{
    auto said = told.happened;
    const auto add = [&](const char* asked, const std::string& answer) {
        if (!answer.empty()) said += (said.empty() ? "" : "\n") + std::string(asked) + answer;
    };
    add("How it felt: ", told.felt);
    add("What the child wants: ", told.wanted);
    add("An adult the child trusts: ", told.trusted);
    return said;
}

} // namespace store_accounts_detail

std::vector<ChronologyEntry>
entries_of_accounts(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& account : accounts_of_case(database, agency, case_id))
        entries.push_back({.on = in_london(account.told_at).date,
                           .at = account.told_at,
                           .kind = EntryKind::account,
                           .title = "The child’s own account",
                           .by = account.told.taken_down_by,
                           .detail = store_accounts_detail::said_in(account.told),
                           .href = "/advice/cases/" + case_id.text() + "/accounts"});
    return entries;
}

} // namespace onroll::casework
