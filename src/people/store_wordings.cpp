#include "people/store_wordings.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

namespace onroll::people {

using store_rows::sql;

namespace store_wordings_detail {

/// Words of ours count from the day on which consent came under the rules that they follow.
const Date standing_since = date(2018, 5, 25);

int add(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
        std::string_view words, Date from, std::string_view act)
{
    transaction.run(sql()("add_wording"), scope.agency.text(), key_of(purpose), words, from,
                    scope.agency.text(), key_of(purpose));
    store_detail::note(transaction, scope, audit::Kind::recorded, act, "wording", key_of(purpose));
    const auto all = wordings_of(transaction, scope.agency);
    return newest_wording(all, purpose)->version;
}

int add_standing(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                 std::string_view act)
{
    return add(transaction, scope, purpose, standing_words(purpose), standing_since, act);
}

} // namespace store_wordings_detail

using namespace store_wordings_detail;

Result<int> add_wording(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                        std::string_view words, Date from)
{
    if (words.empty()) return bad_input("Enter what people agree to", "words");
    return add(transaction, scope, purpose, words, from, "consents.record");
}

Result<int> write_wording(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose,
                          int newest_seen, std::string_view words, Date from)
{
    auto before = wordings_of(transaction, scope.agency);
    const auto* newest = newest_wording(before, purpose);
    if ((newest ? newest->version : 0) != newest_seen) return store_detail::stale();
    if (!newest && standing_since < from) {
        add_standing(transaction, scope, purpose, "consents.word");
        before = wordings_of(transaction, scope.agency);
    }
    if (const auto problems = problems_of_wording(before, purpose, words, from); !problems.empty())
        return problems.front();
    return add(transaction, scope, purpose, words, from, "consents.word");
}

std::vector<Wording> wordings_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Wording> wordings;
    auto rows = database.query(sql()("wordings_of"), agency.text());
    while (rows.next())
        wordings.push_back(
            {consent_purpose_named(rows.text("purpose")).value_or(ConsentPurpose::advice),
             static_cast<int>(rows.integer("version")), rows.text("words"),
             rows.date("starts_on")});
    return wordings;
}

std::vector<Wording> asked_wordings(db::Queries& database, const access::AgencyId& agency, Date day)
{
    const auto all = wordings_of(database, agency);
    std::vector<Wording> asked;
    for (const auto purpose : all_consent_purposes()) {
        if (const auto* in_force = wording_in_force(all, purpose, day))
            asked.push_back(*in_force);
        else if (!newest_wording(all, purpose))
            asked.push_back({purpose, 1, std::string(standing_words(purpose)), standing_since});
    }
    return asked;
}

int wording_on(db::Transaction& transaction, const Scope& scope, ConsentPurpose purpose, Date day)
{
    const auto all = wordings_of(transaction, scope.agency);
    if (const auto* in_force = wording_in_force(all, purpose, day)) return in_force->version;
    if (newest_wording(all, purpose)) return 0;
    const int first = add_standing(transaction, scope, purpose, "consents.record");
    return standing_since <= day ? first : 0;
}

std::map<std::pair<ConsentPurpose, int>, std::int64_t>
consents_by_wording(db::Queries& database, const access::AgencyId& agency)
{
    std::map<std::pair<ConsentPurpose, int>, std::int64_t> given;
    auto rows = database.query(sql()("consents_by_wording"), agency.text());
    while (rows.next())
        if (const auto purpose = consent_purpose_named(rows.text("purpose")))
            given[{*purpose, static_cast<int>(rows.integer("wording_version"))}] =
                rows.integer("given");
    return given;
}

} // namespace onroll::people
