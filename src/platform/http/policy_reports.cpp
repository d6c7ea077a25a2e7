#include "platform/http/policy_reports.h"

#include "platform/json/json.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace onroll::http {

namespace policy_reports_detail {

constexpr std::uint64_t longest_report = 16 * 1024;

constexpr std::array<std::string_view, 19> directives{
    "default-src",    "script-src",      "script-src-elem", "script-src-attr", "style-src",
    "style-src-elem", "style-src-attr",  "img-src",         "font-src",        "connect-src",
    "form-action",    "frame-ancestors", "frame-src",       "child-src",       "worker-src",
    "manifest-src",   "media-src",       "base-uri",        "object-src"};

/// The member's first word, where it is a directive: older browsers send the whole of it.
std::string_view directive_of(const json::Value& report, const char* member)
{
    const auto found = report.find(member);
    if (found == report.end() || !found->is_string()) return {};
    const auto& text = found->get_ref<const std::string&>();
    const std::string_view word = std::string_view(text).substr(0, text.find(' '));
    const auto known = std::find(directives.begin(), directives.end(), word);
    return known == directives.end() ? std::string_view() : *known;
}

std::string_view directive_in_object(const json::Value& report, const char* body,
                                     std::initializer_list<const char*> members)
{
    if (!report.is_object()) return {};
    const auto inside = report.find(body);
    if (inside == report.end() || !inside->is_object()) return {};
    for (const auto* member : members)
        if (const auto directive = directive_of(*inside, member); !directive.empty())
            return directive;
    return {};
}

/// So many in each hour, and no more.
class Hourly {
public:
    bool may_tell(Instant now)
    {
        const std::scoped_lock lock(mutex_);
        if (now < began_ || now >= began_ + std::chrono::hours(1)) {
            began_ = now;
            told_ = 0;
        }
        return told_++ < policy_reports_told_in_an_hour;
    }

private:
    std::mutex mutex_;
    Instant began_{};
    int told_ = 0;
};

} // namespace policy_reports_detail

using namespace policy_reports_detail;

std::string_view directive_in_report(std::string_view text)
{
    const auto report = json::parse(text, {.bytes = longest_report, .depth = 8, .members = 50});
    if (!report) return {};
    // One report of its own, or a list of reports of which the first says enough.
    if (report->is_array() && !report->empty())
        return directive_in_object(report->front(), "body", {"effectiveDirective"});
    return directive_in_object(*report, "csp-report",
                               {"effective-directive", "violated-directive"});
}

void mount_policy_reports(Router& router, const Clock& clock,
                          std::function<void(std::string_view directive)> tell)
{
    const auto hourly = std::make_shared<Hourly>();
    router.post(policy_reports_path, Policy::open_to_all(),
                [hourly, &clock, tell = std::move(tell)](const Request& request) {
                    const auto directive = directive_in_report(request.body());
                    if (!directive.empty() && hourly->may_tell(clock.now())) tell(directive);
                    return no_content();
                },
                {.body_limit = longest_report});
}

} // namespace onroll::http
