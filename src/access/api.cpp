#include "access/api.h"

#include "audit/chain.h"
#include "audit/store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace onroll::access {

namespace api_detail {

http::Response show_head(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    json::Value document;
    auto reader = services.guard->place_of(who).database->read(db::View::snapshot);
    const auto head = audit::head_of(reader, who.agency.text());
    const auto report =
        audit::verify_chain(reader, who.agency.text(), {services.audit_public_key, {}});
    const auto signed_heads = audit::signed_heads_of(reader, who.agency.text());
    document["agency"] = who.agency.text();
    document["entries"] = head.sequence;
    document["whole"] = !report.first_fault.has_value();
    document["first_fault"] =
        report.first_fault ? json::Value(report.first_fault->sequence) : json::Value(nullptr);
    document["signed_head"] = signed_heads.empty()
                                  ? json::Value(nullptr)
                                  : json::Value(audit::line_of(signed_heads.back()));
    document["public_key"] = crypto::to_base64url(services.audit_public_key);
    auto response = http::json(json::print(document));
    response.caching = http::Caching::no_store;
    return response;
}

} // namespace api_detail

void add_api(http::Router& router, openapi::Document& description, const GuardedServices& services)
{
    description.add_schema("AuditHead", json::literal(R"({
        "type": "object", "required": ["agency", "entries", "whole", "first_fault", "signed_head", "public_key"],
        "properties": {
            "agency": {"type": "string"},
            "entries": {"type": "integer", "description": "How many entries the record has"},
            "whole": {"type": "boolean", "description": "Whether every entry is as it was written"},
            "first_fault": {"type": ["integer", "null"], "description": "The first entry that is not"},
            "signed_head": {"type": ["string", "null"], "description": "One line, as onroll audit verify --heads reads it; signed every hour"},
            "public_key": {"type": "string", "description": "Of the signature: Ed25519, base64url"}}})"));
    description.describe(
        http::Method::get, "/api/v1/audit/head",
        {{"operationId", "show_audit_head"},
         {"summary", "Where your organisation's audit record ends, signed, to be kept elsewhere"},
         {"security", json::Value::array({json::Value{{"key", json::Value::array()}}})},
         {"responses",
          openapi::answers("The end of the audit record", openapi::reference("AuditHead"))}});
    router.get("/api/v1/audit/head", services.guard->key_policy("audit.check"),
               [&services](const http::Request& request) {
                   return api_detail::show_head(request, services);
               });
}

} // namespace onroll::access
