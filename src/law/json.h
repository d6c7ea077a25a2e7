// Histories as JSON in, answers as JSON out: the shapes of docs/reference/law-evaluate.md. Reading
// is strict: a member that is not known, missing or of the wrong kind is an error that names it, so
// that a slip of the pen never changes an answer silently.
#pragma once

#include "law/owned_history.h"
#include "law/provisions.h"
#include "platform/json/json.h"

#include <cstddef>
#include <string>

namespace onroll::law {

/// Reads one history. Errors carry the path of the member in `where`, as in
/// `/exclusions/0/decided_on`.
Result<OwnedHistory> read_history(const json::Value& history, const SchoolFinder& find_school = {});

/// The id that a history gives itself, or its place in the list, for naming it in an error.
std::string id_of(const json::Value& history, std::size_t place);

/// As answers write it: `must`, `should`, `good_practice`, `convention`.
std::string_view code_of(Force force);
/// As answers write it: `read`, `well_known`, `our_reading`.
std::string_view code_of(Confidence confidence);

/// One entry of `results`.
json::Value write_result(const History&, const Evaluation&);
/// The entry of `results` for a history that could not be read.
json::Value write_error(const std::string& id, const Error&);

/// Reads and evaluates one history into its entry of `results`; `failed` says whether it could not
/// be read.
struct Answer {
    json::Value result;
    bool failed = false;
};
Answer answer_history(const json::Value& history, std::size_t place,
                      const SchoolFinder& find_school = {});

/// The answers to a document: one history, or `{"vectors": [...]}` or `{"histories": [...]}`, as
/// `{"results": [...]}`.
struct AnsweredDocument {
    json::Value document;
    std::size_t failed = 0;
};
Result<AnsweredDocument> answer_document(const json::Value& document,
                                         const SchoolFinder& find_school = {});

} // namespace onroll::law
