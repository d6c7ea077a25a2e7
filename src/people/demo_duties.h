// What an invented agency has to show of its duties: consents, sharing with and without consent,
// holds, limits, disputes, requests, complaints, a breach, records that are due, two of one child,
// and a list of children with rows that wait. Made through the same functions that people use, on
// the days on which they would have been.
#pragma once

#include "people/demo.h"

namespace onroll::people {

/// Once, for an agency whose `duties` are named.
DemoPeopleFilled fill_duties(db::Database& database, const AddressSafe& safe,
                             const DemoAgency& whose, const Clock& clock);

} // namespace onroll::people
