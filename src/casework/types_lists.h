// Lists of the advice service that leave it as a file: which, for what, in which format. Values
// only. trust.md U-08, U-11; design.md, files out.
#pragma once

#include "kernel/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

enum class ListKind {
    cases,
    waiting,
    contacts,
    caseloads,
    signposts,
    day_list,
    work_done,
    dates ///< of one case
};

/// What a file is taken for: words of our own, so that the audit can keep them.
enum class ListPurpose { own_work, supervision, report, inspection, handing_over };

enum class FileFormat { csv, workbook };

/// Who takes it, when and for what: it stands in the file.
struct Stamp {
    std::string who;
    std::string service;
    std::string at; ///< "26 November 2026, 2:30pm"
    ListPurpose purpose = ListPurpose::own_work;
    Date on{};
};

/// The rows of a list, all of them as text.
struct ListTable {
    std::string title;
    std::vector<std::string> columns; ///< lower_snake
    std::vector<std::vector<std::string>> rows;
};

std::string_view key_of(ListKind kind);
std::string_view key_of(ListPurpose purpose);
std::string_view key_of(FileFormat format);
std::optional<ListKind> list_kind_named(std::string_view key);
std::optional<ListPurpose> list_purpose_named(std::string_view key);
std::optional<FileFormat> file_format_named(std::string_view key);
std::string_view in_words(ListKind kind);
std::string_view in_words(ListPurpose purpose);
std::string_view in_words(FileFormat format);
/// Those of the whole service or of one's own work, without the dates of a case.
const std::vector<ListKind>& all_list_kinds();
const std::vector<ListPurpose>& all_list_purposes();
const std::vector<FileFormat>& all_file_formats();

} // namespace onroll::casework
