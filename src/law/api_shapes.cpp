#include "law/api_shapes.h"

#include "law/types.h"

namespace onroll::law {

namespace api_shapes_detail {

/// The names of an enumeration, from its first to its last.
template <class Enum>
json::Value names_up_to(Enum last)
{
    auto names = json::Value::array();
    for (int i = 0; i <= static_cast<int>(last); ++i) names.push_back(name(static_cast<Enum>(i)));
    return names;
}

void describe_schools(openapi::Document& description)
{
    description.add_schema("HistorySchool", json::literal(R"({
        "type": "object",
        "description": "A school with its days, or the urn of a school that is held here with its stored calendar",
        "properties": {
            "urn": {"type": "string", "pattern": "^[0-9]{6}$"},
            "school_type": {"enum": ["maintained", "academy", "ap_academy", "pru"], "description": "Required without urn"},
            "la": {"type": "string", "pattern": "^[0-9]{3}$"},
            "term_system": {"enum": ["three", "more_than_three"], "default": "three"},
            "terms": {"type": "array", "description": "Required without urn", "items": {
                "type": "object", "required": ["name", "start", "end"], "additionalProperties": false,
                "properties": {"name": {"type": "string"}, "start": {"type": "string", "format": "date"}, "end": {"type": "string", "format": "date"}}}},
            "closures": {"type": "array", "items": {
                "type": "object", "required": ["start", "end"], "additionalProperties": false,
                "properties": {"start": {"type": "string", "format": "date"}, "end": {"type": "string", "format": "date"},
                    "reason": {"enum": ["inset", "half_term", "bank_holiday", "snow_closure", "unplanned", "holiday"]}}}}},
        "additionalProperties": false
    })"));
    description.add_schema("HistoryPupil", json::literal(R"({
        "type": "object",
        "properties": {
            "compulsory_school_age": {"type": "boolean", "default": true},
            "age_18_or_over": {"type": "boolean", "default": false},
            "looked_after": {"type": "boolean", "default": false},
            "social_worker": {"type": "boolean", "default": false},
            "disabled": {"type": "boolean", "default": false},
            "year11_exams_finished": {"type": "boolean", "default": false},
            "home_la": {"type": "string", "pattern": "^[0-9]{3}$"},
            "ehc_plan": {"type": "boolean"},
            "plan_hours_limited_and_provided": {"type": "boolean"},
            "free_school_meals": {"type": "boolean"},
            "translation_needed": {"type": "boolean"}},
        "additionalProperties": false
    })"));
}

void describe_what_happened(openapi::Document& description)
{
    description.add_schema("HistoryExclusion", json::literal(R"({
        "type": "object", "required": ["id", "school", "kind", "decided_on", "first_day"],
        "description": "It may also hold the optional facts of docs/reference/law-evaluate-circumstances.md",
        "properties": {
            "id": {"type": "string", "maxLength": 200},
            "school": {"type": "string", "description": "A key of schools"},
            "kind": {"enum": ["suspension", "lunchtime", "permanent"]},
            "decided_on": {"type": "string", "format": "date"},
            "board_notified_on": {"type": "string", "format": "date", "description": "Left out: the day of the decision"},
            "first_day": {"type": "string", "format": "date"},
            "first_session": {"enum": ["am", "pm"], "default": "am"},
            "sessions": {"type": "integer", "minimum": 1, "maximum": 2000, "description": "Half days, of a suspension"},
            "lunchtimes": {"type": "integer", "minimum": 1, "maximum": 1000, "description": "Of a lunchtime suspension"},
            "length_not_told": {"type": "boolean", "description": "In place of sessions or lunchtimes"},
            "exam_dates": {"type": "array", "items": {"type": "string", "format": "date"}},
            "exam_day_not_told": {"type": "boolean", "default": false, "description": "In place of exam_dates: one is lost, and nobody told on which day"},
            "excluded_after_afternoon_start": {"type": "boolean", "default": false},
            "decided_by": {"type": "string", "description": "head_teacher, acting_head_teacher, or anybody else"},
            "new_evidence": {"type": "boolean", "default": false},
            "cancelled": {"type": "object", "required": ["on"], "additionalProperties": false, "properties": {
                "on": {"type": "string", "format": "date"},
                "returned_on": {"type": ["string", "null"], "format": "date"},
                "invalid": {"type": "string", "description": "Why the power was not there"},
                "everyone_told": {"type": "boolean"}, "meeting_offered": {"type": "boolean"}}}}
    })"));
    description.add_schema("HistoryEvent", json::literal(R"({
        "type": "object", "required": ["type", "exclusion", "on"],
        "properties": {
            "type": {"enum": ["representations", "board_meeting", "board_decision_notice", "irp_application", "irp_waived",
                "irp_decision_notice", "reconsideration", "deleted_from_register", "discrimination_claim", "discrimination_determined"]},
            "exclusion": {"type": "string", "description": "The id of an exclusion"},
            "on": {"type": "string", "format": "date"},
            "method": {"enum": ["delivered", "first_class_post"], "default": "delivered"},
            "outcome": {"enum": ["reinstate", "not_reinstate", "uphold", "recommend", "quash", "reinstated", "not_reinstated", "reinstatement_declined"],
                "description": "Of a board_decision_notice, an irp_decision_notice and a reconsideration"}},
        "additionalProperties": false
    })"));
    description.add_schema("HistorySeparation", json::literal(R"({
        "type": "object", "required": ["id", "school", "from"],
        "description": "A pupil kept apart for safety, which is not an exclusion",
        "properties": {
            "id": {"type": "string", "maxLength": 200}, "school": {"type": "string", "description": "A key of schools"},
            "from": {"type": "string", "format": "date"},
            "to": {"type": ["string", "null"], "format": "date", "description": "null: no end was given"},
            "basis": {"enum": ["safeguarding", "disciplinary"], "default": "safeguarding"},
            "dsl_led": {"type": "boolean", "default": true}, "s19_referral": {"type": "boolean"}},
        "additionalProperties": false
    })"));
}

void describe_histories(openapi::Document& description)
{
    description.add_schema("History", json::literal(R"({
        "type": "object", "required": ["schools"],
        "description": "What is known of one pupil. It may also hold the lists of docs/reference/law-evaluate-movements.md",
        "properties": {
            "id": {"type": "string", "maxLength": 200, "description": "Names the history in the answer"},
            "assumptions": {"type": "object", "additionalProperties": false, "properties": {
                "term_total_scope": {"enum": ["pupil", "school"], "default": "pupil"},
                "covid_not_practicable": {"type": "boolean", "default": false}}},
            "schools": {"type": "object", "maxProperties": 50, "additionalProperties": {"$ref": "#/components/schemas/HistorySchool"}},
            "pupil": {"$ref": "#/components/schemas/HistoryPupil"},
            "earlier_days": {"type": "object", "required": ["on"], "additionalProperties": false,
                "description": "Days lost earlier that are known only as totals",
                "properties": {"on": {"type": "string", "format": "date"}, "term_days": {"type": "number", "multipleOf": 0.5}, "year_days": {"type": "number", "multipleOf": 0.5}}},
            "exclusions": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/HistoryExclusion"}},
            "events": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/HistoryEvent"}},
            "separations": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/HistorySeparation"}}}
    })"));
    description.add_schema("Histories", json::literal(R"({
        "description": "One history, or a list of them",
        "anyOf": [
            {"type": "object", "required": ["histories"], "properties": {"histories": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/History"}}}},
            {"type": "object", "required": ["vectors"], "properties": {"vectors": {"type": "array", "maxItems": 500, "items": {"$ref": "#/components/schemas/History"}}}},
            {"$ref": "#/components/schemas/History"}]
    })"));
}

void describe_totals(openapi::Document& description)
{
    description.add_schema("Total", json::literal(R"({
        "type": "object", "required": ["exclusion", "term", "term_total", "year_total"],
        "description": "What an exclusion brings the pupil to, in school days",
        "properties": {
            "exclusion": {"type": "string"}, "term": {"type": "string"},
            "term_total": {"type": "number"}, "year_total": {"type": "number"},
            "after_cancellation": {"type": "boolean"},
            "at_least": {"type": "boolean", "description": "The length of a suspension in that school year was not told"}},
        "additionalProperties": false
    })"));
    description.add_schema("TotalScope", json::literal(R"({
        "type": "object", "required": ["rule", "term_total", "year_total", "missing", "force", "citation", "edition", "link", "confidence", "reason"],
        "description": "Which days the totals hold, and what could raise them",
        "properties": {
            "rule": {"type": "string"}, "term_total": {"enum": ["pupil", "school"]}, "year_total": {"enum": ["pupil"]},
            "missing": {"type": "array", "items": {"type": "object", "required": ["what"], "additionalProperties": false, "properties": {
                "what": {"enum": ["exclusions", "term_dates", "length"]}, "school": {"type": "string"},
                "behind": {"enum": ["earlier_days"]}, "exclusion": {"type": "string"}}}},
            "force": {"$ref": "#/components/schemas/Force"}, "citation": {"type": "string"}, "edition": {"type": "string"},
            "link": {"type": "string"}, "confidence": {"$ref": "#/components/schemas/Confidence"}, "reason": {"type": "string"}},
        "additionalProperties": false
    })"));
}

/// What a duty and a finding both say of where they are written.
json::Value with_source(json::Value properties)
{
    properties["rule"] =
        json::literal(R"({"type": "string", "description": "As in /api/v1/law/rules"})");
    properties["exclusion"] = json::literal(
        R"({"type": "string", "description": "The id of the exclusion, separation or other entry that it is about"})");
    properties["law_version"] = json::literal(
        R"({"type": "string", "description": "Only where the entry is no exclusion"})");
    properties["force"] = openapi::reference("Force");
    properties["confidence"] = openapi::reference("Confidence");
    properties["edition"] = json::literal(
        R"({"type": "string", "description": "The edition of guidance; empty for an Act or regulations"})");
    for (const auto* text : {"citation", "link", "reason"})
        properties[text] = json::literal(R"({"type": "string"})");
    return properties;
}

json::Value row(std::string_view about, std::string_view own, json::Value properties)
{
    auto required = json::literal(
        R"(["rule", "exclusion", "force", "citation", "edition", "link", "confidence", "reason"])");
    required.push_back(own);
    return {{"type", "object"},
            {"description", about},
            {"required", std::move(required)},
            {"properties", with_source(std::move(properties))},
            {"additionalProperties", false}};
}

void describe_duties(openapi::Document& description)
{
    auto properties = json::literal(R"({
        "date": {"type": "string", "format": "date"},
        "dates": {"type": "array", "items": {"type": "string", "format": "date"}},
        "recipients": {"type": "array", "items": {"enum": ["parent", "pupil", "governing_board", "academy_trust", "management_committee",
            "local_authority", "home_local_authority", "social_worker", "virtual_school_head"]}},
        "consider_before": {"type": "string", "format": "date"},
        "notice_given": {"type": "string", "format": "date"},
        "application_made": {"type": "string", "format": "date"},
        "amount": {"type": "integer", "description": "Pounds"},
        "amount_pence": {"type": "integer"},
        "missing": {"enum": ["term_dates", "length", "returned_on"], "description": "Why there is no date"}
    })");
    properties["actor"] = {{"enum", names_up_to(Actor::advice_service)}};
    properties["type"] = {{"enum", names_up_to(DutyType::pupil_premium_follows)}};
    auto shape = row("What somebody must, should or may do", "actor", std::move(properties));
    shape["required"].push_back("type");
    description.add_schema("Duty", std::move(shape));
}

void describe_findings(openapi::Document& description)
{
    auto properties = json::literal(R"({
        "year_total": {"type": "number"},
        "notified": {"type": "string", "format": "date"}, "due": {"type": "string", "format": "date"},
        "held": {"type": "string", "format": "date"}, "deleted": {"type": "string", "format": "date"},
        "made": {"type": "string", "format": "date"}, "deadline": {"type": "string", "format": "date"},
        "items": {"type": "array", "items": {"type": "string"}, "description": "What is lacking"},
        "next": {"type": "string", "description": "What can be done about it"},
        "fact": {"type": "string", "description": "A short code for what was found"},
        "explanation": {"type": "string", "description": "FND-31 only: the sentence; reason is then the bar to cancelling"}
    })");
    properties["severity"] = {{"enum", names_up_to(Severity::indicator)}};
    description.add_schema("Finding",
                           row("What a recorded fact shows", "severity", std::move(properties)));
}

void describe_results(openapi::Document& description)
{
    description.add_schema(
        "Force", json::literal(R"({"enum": ["must", "should", "good_practice", "convention"]})"));
    description.add_schema("Confidence", json::literal(R"({
        "enum": ["read", "well_known", "our_reading"],
        "description": "Whether the words of the source were read, are well known, or leave a choice that we made"
    })"));
    describe_totals(description);
    describe_duties(description);
    describe_findings(description);
    description.add_schema("Answer", json::literal(R"({
        "type": "object", "required": ["id", "law_version", "totals", "duties", "findings", "rules_fired"],
        "properties": {
            "id": {"type": "string"},
            "law_version": {"type": "object", "additionalProperties": {"enum": ["LV-2012", "LV-2022", "LV-2023", "LV-2024", "LV-2026"]}},
            "totals": {"type": "array", "items": {"$ref": "#/components/schemas/Total"}},
            "total_scope": {"$ref": "#/components/schemas/TotalScope"},
            "duties": {"type": "array", "items": {"$ref": "#/components/schemas/Duty"}},
            "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}},
            "rules_fired": {"type": "array", "items": {"type": "string"}}},
        "additionalProperties": false
    })"));
    description.add_schema("NotRead", json::literal(R"({
        "type": "object", "required": ["id", "error"],
        "properties": {"id": {"type": "string"}, "error": {
            "type": "object", "required": ["member", "message"], "additionalProperties": false,
            "properties": {"member": {"type": "string", "description": "A JSON pointer into the history; empty for the whole of it"}, "message": {"type": "string"}}}},
        "additionalProperties": false
    })"));
    description.add_schema("Results", json::literal(R"({
        "type": "object", "required": ["results"],
        "properties": {"results": {"type": "array", "description": "One for each history, in the same order",
            "items": {"anyOf": [{"$ref": "#/components/schemas/Answer"}, {"$ref": "#/components/schemas/NotRead"}]}}},
        "additionalProperties": false
    })"));
}

void describe_rules(openapi::Document& description)
{
    description.add_schema("Rules", json::literal(R"({
        "type": "object", "required": ["rules"],
        "properties": {"rules": {"type": "array", "items": {
            "type": "object", "required": ["rule", "title", "topic", "about", "reading", "in_force"],
            "properties": {
                "rule": {"type": "string"}, "title": {"type": "string"}, "topic": {"type": "string"}, "about": {"type": "string"},
                "reading": {"type": "string", "description": "Our reading, where the words leave a choice; else empty"},
                "in_force": {"type": "array", "items": {
                    "type": "object", "required": ["from", "until", "force", "source", "edition", "link", "confidence"],
                    "properties": {
                        "from": {"type": "string", "format": "date"}, "until": {"type": ["string", "null"], "format": "date", "description": "The last day; null: still in force"},
                        "force": {"$ref": "#/components/schemas/Force"}, "source": {"type": "string"}, "edition": {"type": "string"},
                        "link": {"type": "string"}, "confidence": {"$ref": "#/components/schemas/Confidence"}},
                    "additionalProperties": false}}},
            "additionalProperties": false}}},
        "additionalProperties": false
    })"));
}

} // namespace api_shapes_detail

void describe_shapes(openapi::Document& description)
{
    using namespace api_shapes_detail;
    describe_schools(description);
    describe_what_happened(description);
    describe_histories(description);
    describe_results(description);
    describe_rules(description);
}

} // namespace onroll::law
