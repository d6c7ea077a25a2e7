#include "audit/store.h"

#include "audit/chain.h"
#include "audit/store_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace onroll::audit {

namespace verify_detail {

constexpr std::size_t at_once = 5'000; ///< entries held in memory

/// Up to which place content may be missing, by the place of the entry that must say so.
using Erasures = std::map<std::int64_t, std::int64_t>;

/// One walk along one chain.
class Walk {
public:
    Walk(std::string_view agency, Erasures erasures, std::multimap<std::int64_t, SignedHead> heads,
         std::string_view public_key)
        : head_{std::string(agency), 0, first_hash(agency)}, erasures_(std::move(erasures)),
          heads_(std::move(heads)), public_key_(public_key)
    {
        for (const auto& [noted_as, through] : erasures_)
            may_be_empty_ = std::max(may_be_empty_, through);
    }

    const Head& head() const { return head_; }
    std::optional<Fault> fault_at(const Entry& entry) const
    {
        const auto place = head_.sequence + 1;
        if (auto what = fault_in(head_, entry); !what.empty()) return Fault{place, what};
        if (entry.erased && place > may_be_empty_)
            return Fault{place, "its content was taken without an entry that says so"};
        if (const auto erasure = erasures_.find(place); erasure != erasures_.end()) {
            const bool says_so =
                entry.erased || (entry.deed.kind == Kind::erased &&
                                 entry.deed.record == store_rows::erased_through(erasure->second));
            if (!says_so) return Fault{place, "it does not say what was erased"};
        }
        return fault_against_heads(place, entry.hash);
    }
    void step(const Entry& entry) { head_ = {head_.agency, entry.sequence, entry.hash}; }

    /// What is wrong with where the walk ended.
    std::optional<Fault> fault_at_end(const Head& kept) const
    {
        const auto next = head_.sequence + 1;
        if (kept.sequence > head_.sequence) return Fault{next, "it is missing, and all after it"};
        if (kept != head_) return Fault{head_.sequence, "the head of the chain is not this entry"};
        if (const auto later = heads_.upper_bound(head_.sequence); later != heads_.end())
            return Fault{next, "it is missing: a signed head names a later entry"};
        if (const auto later = erasures_.upper_bound(head_.sequence); later != erasures_.end())
            return Fault{next, "it is missing: an erasure names a later entry"};
        return std::nullopt;
    }

private:
    std::optional<Fault> fault_against_heads(std::int64_t place, const std::string& hash) const
    {
        const auto [from, until] = heads_.equal_range(place);
        for (auto at = from; at != until; ++at) {
            if (at->second.head.hash != hash)
                return Fault{place, "it is not the entry that was signed"};
            if (!public_key_.empty() && !signature_fits(public_key_, at->second))
                return Fault{place, "its signed head has a signature that does not fit"};
        }
        return std::nullopt;
    }

    Head head_;
    Erasures erasures_;
    std::multimap<std::int64_t, SignedHead> heads_;
    std::string_view public_key_;
    std::int64_t may_be_empty_ = 0;
};

Erasures erasures_of(db::Queries& database, std::string_view agency)
{
    Erasures erasures;
    auto rows = database.query(store_rows::sql()("erasures_of"), agency);
    while (rows.next()) erasures[rows.integer("noted_as")] = rows.integer("through_sequence");
    return erasures;
}

std::multimap<std::int64_t, SignedHead>
heads_by_place(db::Queries& database, std::string_view agency, const Evidence& evidence)
{
    std::multimap<std::int64_t, SignedHead> heads;
    for (auto& head : signed_heads_of(database, agency))
        heads.emplace(head.head.sequence, std::move(head));
    for (const auto& head : evidence.heads)
        if (head.head.agency == agency) heads.emplace(head.head.sequence, head);
    return heads;
}

} // namespace verify_detail

ChainReport verify_chain(db::Queries& database, std::string_view agency, const Evidence& evidence)
{
    using namespace verify_detail;
    ChainReport report;
    report.agency = agency;
    Walk walk(agency, erasures_of(database, agency), heads_by_place(database, agency, evidence),
              evidence.public_key);
    for (;;) {
        std::vector<Entry> entries;
        {
            auto rows = database.query(store_rows::sql()("entries_after"), agency,
                                       walk.head().sequence, at_once);
            entries = store_rows::entries_from(rows);
        }
        for (const auto& entry : entries) {
            report.first_fault = walk.fault_at(entry);
            if (report.first_fault) return report;
            walk.step(entry);
            ++report.entries;
        }
        if (entries.size() < at_once) break;
    }
    report.first_fault = walk.fault_at_end(head_of(database, agency));
    return report;
}

std::vector<ChainReport> verify(db::Database& database, const Evidence& evidence)
{
    auto reader = database.read(db::View::snapshot);
    const auto here = agencies_of(reader);
    std::set<std::string> agencies(here.begin(), here.end());
    for (const auto& head : evidence.heads) agencies.insert(head.head.agency);
    std::vector<ChainReport> reports;
    for (const auto& agency : agencies) reports.push_back(verify_chain(reader, agency, evidence));
    return reports;
}

} // namespace onroll::audit
