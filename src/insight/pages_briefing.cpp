#include "insight/pages_briefing.h"

#include "insight/briefing.h"
#include "insight/pages_area.h"
#include "insight/pages_areas.h"
#include "insight/school_names.h"
#include "insight/views_briefing.h"

#include "platform/documents/open_document.h"
#include "platform/documents/pdf.h"
#include "platform/documents/print_html.h"

#include <string>

namespace onroll::insight {
namespace pages_briefing_detail {

Result<AreaPicture> picture_asked(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto question = area_question(database, request);
    if (!question) return question.error();
    auto picture = area_picture(database, *services.comparisons, *services.memory, *question);
    if (picture && !picture->any_figures())
        return not_found("There are no figures here for this area and measure");
    return picture;
}

http::Response form_page(const Services& services, const AreaPicture& picture, BriefingKind kind,
                         const Commentary& commentary, const std::vector<BriefingFault>& faults)
{
    return public_page(services,
                       {.title = "Write a briefing about " + picture.area.name,
                        .back = "/area/" + picture.area.code.text(),
                        .has_errors = !faults.empty(),
                        .keep_out_of_search = true},
                       briefing_form_view(picture, kind, commentary, faults));
}

http::Response show_form(const http::Request& request, const Services& services)
{
    const auto picture = picture_asked(request, services);
    if (!picture) return http::failure(picture.error());
    return form_page(services, *picture, briefing_kind_named(request.query("kind")), {}, {});
}

http::Response attachment(std::string bytes, std::string type, const AreaPicture& picture,
                          const char* ending)
{
    auto response = http::bytes(std::move(bytes), std::move(type));
    response.headers.add("Content-Disposition",
                         "attachment; filename=\"onroll-briefing-" + picture.area.code.text() +
                             "-" + std::to_string(picture.chosen.period.year) + ending + "\"");
    return response;
}

/// The towns of the area in the latest year with figures by school; nothing where there are none.
std::optional<PatternPicture> parts_of(const Services& services, AreaCode area)
{
    if (area.level() != AreaLevel::authority) return std::nullopt;
    auto database = services.database->read(db::View::snapshot);
    const auto& measure = *headline_measures().front();
    const auto periods = periods_by_school(database, measure, area);
    if (periods.empty()) return std::nullopt;
    return trust_patterns(database, measure, area, periods.back(), towns_by_school(database, area));
}

http::Response write_briefing(const http::Request& request, const Services& services)
{
    const auto picture = picture_asked(request, services);
    if (!picture) return http::failure(picture.error());
    const auto typed = [&](std::string_view field) { return std::string(request.form()[field]); };
    const Commentary commentary{typed("from"), typed("opening"), typed("done"), typed("questions")};
    const auto kind = briefing_kind_named(typed("kind"));
    std::vector<BriefingFault> faults;
    const auto check = [&](const std::string& words, const char* field, const char* name,
                           std::size_t most) {
        if (words.size() > most)
            faults.push_back({field, std::string(name) + " must be " + std::to_string(most) +
                                         " characters or fewer"});
    };
    check(commentary.from, "from", "Who it is from", 200);
    check(commentary.opening, "opening", "“In short”", longest_commentary);
    check(commentary.done, "done", "What has been done", longest_commentary);
    check(commentary.questions, "questions", "What you ask", longest_commentary);
    if (!faults.empty()) return form_page(services, *picture, kind, commentary, faults);
    const auto document =
        briefing(*picture, kind, commentary, parts_of(services, picture->area.code));
    const auto format = typed("format");
    if (format == "odt")
        return attachment(documents::open_document(document), documents::open_document_type,
                          *picture, ".odt");
    if (format == "pdf") {
        const auto pdf = documents::html_to_pdf(documents::print_html(document));
        if (!pdf) return http::failure(pdf.error());
        return attachment(*pdf, "application/pdf", *picture, ".pdf");
    }
    auto response = public_page(services,
                                {.title = document.title,
                                 .back = "/area/" + picture->area.code.text() + "/briefing",
                                 .keep_out_of_search = true,
                                 .width = design::PageWidth::full},
                                briefing_print_view(document));
    response.caching = http::Caching::no_store;
    return response;
}

} // namespace pages_briefing_detail

void add_briefing_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/area/{code}/briefing", open, [&services](const http::Request& request) {
        return pages_briefing_detail::show_form(request, services);
    });
    router.post("/area/{code}/briefing", open, [&services](const http::Request& request) {
        return pages_briefing_detail::write_briefing(request, services);
    });
}

} // namespace onroll::insight
