// Any bytes as a calendar, in ICS and in CSV: read or refused; dates that were read can be written
// and read again.
#include "target.h"

#include "places/calendar_files.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(ics)
{
    using namespace onroll;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    for (const auto system : {TermSystem::three, TermSystem::more_than_three}) {
        const auto ics = places::read_calendar_ics(text, system);
        const auto csv = places::read_calendar_csv(text, system);
        for (const auto* file : {&ics, &csv}) {
            if (!*file) continue;
            for (const auto& term : (*file)->dates.terms)
                if (term.end < term.start) std::abort();
            if (!places::read_calendar_csv(places::calendar_csv((*file)->dates), system))
                std::abort();
            const auto calendar = places::calendar_of((*file)->dates);
            if (calendar && calendar->last_day() < calendar->first_day()) std::abort();
        }
    }
    return 0;
}
