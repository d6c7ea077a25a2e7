#include "casework/types_lists.h"

namespace onroll::casework {

std::string_view key_of(ListKind kind)
{
    switch (kind) {
    case ListKind::cases:
        return "cases";
    case ListKind::waiting:
        return "waiting";
    case ListKind::contacts:
        return "contacts";
    case ListKind::caseloads:
        return "caseloads";
    case ListKind::signposts:
        return "signposts";
    case ListKind::day_list:
        return "day_list";
    case ListKind::work_done:
        return "work_done";
    case ListKind::dates:
        return "dates";
    }
    return {};
}

std::string_view in_words(ListKind kind)
{
    switch (kind) {
    case ListKind::cases:
        return "Cases that are not closed";
    case ListKind::waiting:
        return "The waiting list";
    case ListKind::contacts:
        return "Contacts of the last 12 months";
    case ListKind::caseloads:
        return "Caseloads: numbers, no child is named";
    case ListKind::signposts:
        return "Signposts and what came of them";
    case ListKind::day_list:
        return "Your day list";
    case ListKind::work_done:
        return "Work done in the last 12 months";
    case ListKind::dates:
        return "Dates and tasks of a case";
    }
    return {};
}

std::string_view key_of(ListPurpose purpose)
{
    switch (purpose) {
    case ListPurpose::own_work:
        return "own_work";
    case ListPurpose::supervision:
        return "supervision";
    case ListPurpose::report:
        return "report";
    case ListPurpose::inspection:
        return "inspection";
    case ListPurpose::handing_over:
        return "handing_over";
    }
    return {};
}

std::string_view in_words(ListPurpose purpose)
{
    switch (purpose) {
    case ListPurpose::own_work:
        return "To work from it away from the screen";
    case ListPurpose::supervision:
        return "For supervision";
    case ListPurpose::report:
        return "To count for a report";
    case ListPurpose::inspection:
        return "For an inspection or a court";
    case ListPurpose::handing_over:
        return "To hand work over to a colleague";
    }
    return {};
}

std::string_view key_of(FileFormat format)
{
    return format == FileFormat::csv ? "csv" : "xlsx";
}

std::string_view in_words(FileFormat format)
{
    return format == FileFormat::csv ? "CSV, for any program" : "Spreadsheet (XLSX)";
}

const std::vector<ListKind>& all_list_kinds()
{
    static const std::vector<ListKind> kinds{
        ListKind::cases,     ListKind::waiting,  ListKind::contacts, ListKind::caseloads,
        ListKind::signposts, ListKind::day_list, ListKind::work_done};
    return kinds;
}

const std::vector<ListPurpose>& all_list_purposes()
{
    static const std::vector<ListPurpose> purposes{ListPurpose::own_work, ListPurpose::supervision,
                                                   ListPurpose::report, ListPurpose::inspection,
                                                   ListPurpose::handing_over};
    return purposes;
}

const std::vector<FileFormat>& all_file_formats()
{
    static const std::vector<FileFormat> formats{FileFormat::csv, FileFormat::workbook};
    return formats;
}

std::optional<ListKind> list_kind_named(std::string_view key)
{
    for (const auto kind : all_list_kinds())
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

std::optional<ListPurpose> list_purpose_named(std::string_view key)
{
    for (const auto purpose : all_list_purposes())
        if (key_of(purpose) == key) return purpose;
    return std::nullopt;
}

std::optional<FileFormat> file_format_named(std::string_view key)
{
    for (const auto format : all_file_formats())
        if (key_of(format) == key) return format;
    return std::nullopt;
}

} // namespace onroll::casework
