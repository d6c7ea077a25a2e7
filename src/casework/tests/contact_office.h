// An advice service that takes calls: it knows two schools, and reads the code that the checker
// gave a family.
#pragma once

#include "casework/store_events.h"
#include "casework/tests/advice_office.h"

#include <optional>
#include <string>

namespace onroll::casework::tests {

struct ContactOffice : AdviceOffice {
    crypto::Key area_key = crypto::Key::create();

    explicit ContactOffice(db::Database& the_database) : AdviceOffice(the_database)
    {
        services.read_hand_over = [this](std::string_view code) {
            return check::read_hand_over(code, area_key, "Tidemoor", clock.today());
        };
        know_two_schools(*this);
    }

    /// Its schools have three terms, in which school days are counted.
    void know_the_terms()
    {
        services.calendar_revision = [] { return std::string("one"); };
        services.school_for = [](const std::optional<Urn>&, Date) -> Result<check::FoundSchool> {
            auto calendar =
                SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                        {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
                                        {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
                                       {}, TermSystem::three);
            return check::FoundSchool{
                {"school", law::SchoolType::academy, 999, std::move(*calendar)},
                "Harbour Academy",
                true};
        };
    }

    /// The code of a family that gave these answers on that day.
    std::string code_of(const check::Answers& answers, Date on) const
    {
        return check::make_hand_over(answers, area_key, "Tidemoor", on);
    }
    http::Response take_over(const std::string& code) const
    {
        return post("/advice/contacts/code", {{"code", code}});
    }

    /// Records a call; answers where that leads.
    std::string record(http::Fields form) const
    {
        return leads_to(post("/advice/contacts", std::move(form)));
    }
    /// Records a call about that child.
    std::string record_call_about(const std::string& child) const
    {
        return record({{"story", "A call"}, {"child_name", child}});
    }

    /// Records that a school permanently excluded on 24 November; answers where that leads.
    std::string record_exclusion(const std::string& address, const std::string& contact = {}) const
    {
        http::Fields form{{"school_words", "Harbour Academy"},
                          {"school", "990022"},
                          {"happened_on-day", "24"},
                          {"happened_on-month", "11"},
                          {"happened_on-year", "2026"}};
        if (!contact.empty()) form.add("contact", contact);
        return leads_to(post(address + "/events/new/permanent_exclusion", std::move(form)));
    }
    /// The event of a case that has one alone.
    Facts facts_of_the_event(const CaseId& of) const
    {
        auto reading = database.read();
        const auto events = events_of_case(reading, agency, of);
        REQUIRE(events.size() == 1);
        return events.front().facts;
    }
};

/// The case or contact at the end of an address.
template <class Id>
Id id_of(const std::string& address)
{
    return Id::parse(address.substr(address.rfind('/') + 1)).value();
}

} // namespace onroll::casework::tests
