#include "people/rules_data_protection.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::people {

namespace rules_data_protection_detail {

void add_once(std::vector<std::string>& all, const std::string& one)
{
    if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

} // namespace rules_data_protection_detail

Date acknowledge_by(Date received_on)
{
    return received_on + Days{29};
}

std::chrono::sys_time<std::chrono::milliseconds>
report_by(std::chrono::sys_time<std::chrono::milliseconds> aware_at)
{
    return aware_at + std::chrono::hours(72);
}

std::vector<Affected> affected_by(const Breach& breach, const std::vector<audit::Entry>& entries)
{
    using rules_data_protection_detail::add_once;
    std::map<std::pair<std::string, std::string>, Affected> records;
    for (const auto& entry : entries) {
        const auto& deed = entry.deed;
        // A change that failed showed the record again: only what was refused shows nothing.
        if (deed.record.empty() || deed.outcome == audit::Outcome::refused) continue;
        if (breach.whose_account && deed.actor != breach.whose_account->text()) continue;
        auto& record = records[{deed.record_kind, deed.record}];
        if (record.times++ == 0) {
            record.record_kind = deed.record_kind;
            record.record = deed.record;
            record.first = entry.at;
        }
        record.last = std::max(record.last, entry.at);
        record.first = std::min(record.first, entry.at);
        add_once(record.actors, deed.actor);
        add_once(record.acts, deed.act);
        for (const auto& field : deed.fields) add_once(record.fields, field);
    }
    std::vector<Affected> all;
    for (auto& [key, record] : records) all.push_back(std::move(record));
    std::stable_sort(all.begin(), all.end(), [](const Affected& one, const Affected& other) {
        return one.times > other.times;
    });
    return all;
}

} // namespace onroll::people
