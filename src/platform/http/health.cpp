#include "platform/http/health.h"

#include <utility>

namespace onroll::http {

namespace health_detail {

bool passes(const ReadinessCheck& check)
{
    try {
        return check.passes();
    } catch (...) {
        return false; // the name is reported; what went wrong is the checked part's to log
    }
}

} // namespace health_detail

void mount_health(Router& router, std::vector<ReadinessCheck> checks,
                  std::function<void(const std::string& name)> report_failure)
{
    router.get("/health/live", Policy::open_to_all(), [](const Request&) { return text("live\n"); },
               {.run_on = RunOn::io_thread});
    router.get("/health/ready", Policy::open_to_all(),
               [checks = std::move(checks), report = std::move(report_failure)](const Request&) {
                   bool ready = true;
                   for (const auto& check : checks) {
                       if (health_detail::passes(check)) continue;
                       ready = false;
                       if (report) report(check.name);
                   }
                   return ready ? text("ready\n") : text("not ready\n", 503);
               });
}

} // namespace onroll::http
