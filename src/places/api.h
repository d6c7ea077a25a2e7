// Schools and their term dates in JSON, for other systems. Ids are text, dates 2026-09-01, absent
// facts null.
//
// school:   urn "107001"; laestab "373/4200" or null; former_laestabs []; name; authority {code
// "373", name};
//           kind (maintained, maintained_special, maintained_nursery, academy, special_academy,
//           ap_academy, pru, academy_16_to_19, independent, non_maintained_special,
//           further_education, other, unknown); law_school_type (maintained, academy, ap_academy,
//           pru) or null, then outside_the_rules says why, or null where the type is not known;
//           phase; status; opened_on; closed_on; address {street, locality, town, postcode}; trust
//           {uid, name} or null; pupils {count, counted_on} or null; as_recorded {type, type_group,
//           status, phase}; source
// GET /api/v1/schools?q=&limit=      {schools [school], more (true where others fit too)}; limit 1
// to 100, default 25 GET /api/v1/schools/{urn}          school with links [{kind, urn, name,
// as_recorded, since}] GET /api/v1/schools/{urn}/calendar {urn, term_system (three,
// more_than_three), terms [{name, start, end}],
//           closures [{start, end, reason}], bank_holidays [date], school_days [{school_year,
//           days}], sources {authority, school}}; ends are included. term_system, terms and
//           closures are those of a history's school in POST /api/v1/law/evaluate.
#pragma once

#include "places/services.h"
#include "places/store.h"

#include "platform/http/router.h"
#include "platform/json/json.h"
#include "platform/openapi/openapi.h"

#include <string_view>

namespace onroll::places {

/// Adds the three routes, described for OpenAPI.
void add_api(http::Router& router, openapi::Document& description, const Services& services);

/// The shapes above.
json::Value school_json(const School& school, std::string_view authority_name);
json::Value calendar_json(const School& school, const SchoolDates& dates);

} // namespace onroll::places
