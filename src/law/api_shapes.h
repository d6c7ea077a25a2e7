// The shapes of histories and answers, for the description of the API: what a program may send,
// and what it gets back.
#pragma once

#include "platform/openapi/openapi.h"

namespace onroll::law {

/// Adds Histories, Results and Rules, and the shapes inside them.
void describe_shapes(openapi::Document& description);

} // namespace onroll::law
