// GET /health/live (the process answers) and /health/ready (it can do its work). No detail is shown
// to anybody.
#pragma once

#include "platform/http/router.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::http {

/// True when all is well; an exception counts as false.
struct ReadinessCheck {
    std::string name; ///< for the log: "database", "disk space"
    std::function<bool()> passes;
};

/// `report_failure` is told the name of each check that fails; may be empty.
void mount_health(Router& router, std::vector<ReadinessCheck> checks,
                  std::function<void(const std::string& name)> report_failure = {});

} // namespace onroll::http
