#include "audit/store_rows.h"

#include "embedded/audit_files.h"

#include <utility>

namespace onroll::audit::store_rows {

namespace store_rows_detail {

std::vector<std::string> divided(std::string_view text)
{
    std::vector<std::string> fields;
    while (!text.empty()) {
        const auto end = text.find(' ');
        fields.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return fields;
}

Entry entry_from(const db::Rows& rows)
{
    Entry entry;
    auto& deed = entry.deed;
    deed.agency = rows.text("agency");
    entry.sequence = rows.integer("sequence");
    entry.at = rows.instant("at");
    // A word that is none of ours becomes another one, and so fails the check of the chain.
    deed.kind = kind_named(rows.text("kind")).value_or(Kind::erased);
    deed.act = rows.text("act");
    deed.actor = rows.text("actor");
    deed.role = rows.text("role");
    deed.relation = rows.text("relation");
    deed.purpose = rows.text("purpose");
    deed.record_kind = rows.text("record_kind");
    deed.record = rows.text("record");
    deed.fields = divided(rows.text("fields"));
    deed.origin = rows.text("origin");
    deed.request = rows.text("request");
    deed.outcome = outcome_named(rows.text("outcome")).value_or(Outcome::failed);
    entry.salt = rows.text("salt");
    entry.content_hash = rows.text("content_hash");
    entry.hash = rows.text("hash");
    entry.erased = rows.boolean("erased");
    return entry;
}

} // namespace store_rows_detail

const db::SqlFiles& sql()
{
    static const db::SqlFiles files{embedded::audit_files()};
    return files;
}

std::vector<Entry> entries_from(db::Rows& rows)
{
    std::vector<Entry> entries;
    while (rows.next()) entries.push_back(store_rows_detail::entry_from(rows));
    return entries;
}

std::string erased_through(std::int64_t sequence)
{
    return "1." + std::to_string(sequence);
}

} // namespace onroll::audit::store_rows
