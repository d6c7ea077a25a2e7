// Complaints about personal data, breaches of it, and how an agency is asked about either. Values
// only. Source: Data Protection Act 2018 s164A; UK GDPR Articles 13, 33 and 34; trust.md G-03, G-10
// and G-11. Pure.
#pragma once

#include "access/types.h"
#include "kernel/date.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

using ComplaintId = RandomId<struct ComplaintTag>;
using BreachId = RandomId<struct BreachTag>;

struct Complaint {
    ComplaintId id;
    Date received_on{};
    std::string came_from{}; ///< "The mother of a child": no name is needed
    std::string about{};
    std::optional<Date> acknowledged_on{};
    std::string progress{}; ///< what was looked into so far
    std::optional<Date> answered_on{};
    std::string outcome{};
    int version = 1;
    bool operator==(const Complaint&) const = default;
};

struct Breach {
    BreachId id;
    std::chrono::sys_time<std::chrono::milliseconds> aware_at{};
    std::string what{};
    std::optional<access::UserId> whose_account{}; ///< nothing: everybody's
    Date from{}; ///< the days whose audit is looked at, both included
    Date until{};
    std::optional<Date> reported_on{}; ///< to the Information Commissioner
    std::string not_reported{};        ///< why not
    std::optional<Date> told_on{};     ///< the people affected
    std::string not_told{};
    std::optional<Date> closed_on{};
    std::string learned{};
    int version = 1;
    bool operator==(const Breach&) const = default;
};

/// A record that was touched, and what of it.
struct Affected {
    std::string record_kind{};
    std::string record{};
    std::int64_t times = 0;
    std::chrono::sys_time<std::chrono::milliseconds> first{}, last{};
    std::vector<std::string> actors{}; ///< ids of users
    std::vector<std::string> acts{};   ///< names of acts
    std::vector<std::string> fields{}; ///< of what was shown or changed
    bool operator==(const Affected&) const = default;
};

struct NoticeContact {
    std::string officer{}; ///< "The data protection officer": a post, not a name
    std::string email{};
    std::string telephone{};
    std::string post{};
    bool operator==(const NoticeContact&) const = default;
};

} // namespace onroll::people
