#include "casework/store_enquiries.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"

namespace onroll::casework {

std::vector<EnquiryCount> enquiries_between(db::Queries& database, const access::AgencyId& agency,
                                            Date from, Date to)
{
    auto rows = database.query(sql()("enquiries_between"), agency.text(), from, to);
    std::vector<EnquiryCount> counts;
    while (rows.next()) {
        const auto channel = channel_named(rows.text("channel"));
        const auto enquiry = enquiry_named(rows.text("enquiry"));
        ensure(channel && enquiry, "the store holds only words that it was given");
        const auto caller = rows.optional_text("caller");
        const auto source = rows.optional_text("source");
        counts.push_back({.on = rows.date("taken_on"),
                          .channel = *channel,
                          .caller = caller ? caller_named(*caller) : std::nullopt,
                          .enquiry = *enquiry,
                          .source = source ? referral_source_named(*source) : std::nullopt,
                          .source_name = std::string(rows.text("source_name")),
                          .has_case = rows.integer("has_case") != 0,
                          .contacts = rows.integer("contacts"),
                          .minutes = rows.integer("minutes")});
    }
    return counts;
}

std::vector<DriedUp> sources_gone_quiet(db::Queries& database, const access::AgencyId& agency,
                                        Date today)
{
    // Two years hold as many open weeks as the comparison of sources asks for.
    std::vector<Date> days;
    {
        auto rows = database.query(sql()("days_with_contacts"), agency.text(),
                                   today - Days{2 * 366}, monday_of(today));
        while (rows.next()) days.push_back(rows.date("taken_on"));
    }
    const auto weeks = open_weeks(days, today);
    if (weeks.lately == 0) return {};
    std::vector<SentBy> sent;
    auto rows = database.query(sql()("contacts_by_source"), weeks.lately_from, agency.text(),
                               weeks.before_from, monday_of(today));
    while (rows.next()) {
        const auto source = referral_source_named(rows.text("source"));
        ensure(source.has_value(), "the store holds only words that it was given");
        const auto lately = rows.integer("lately");
        sent.push_back({.source = *source,
                        .name = std::string(rows.text("source_name")),
                        .before = rows.integer("contacts") - lately,
                        .lately = lately});
    }
    return dried_up(sources_of(weeks, sent));
}

} // namespace onroll::casework
