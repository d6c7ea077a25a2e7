#include "people/imports.h"

#include "people/imports_columns.h"
#include "people/imports_rows.h"
#include "people/imports_words.h"
#include "people/rules_care.h"
#include "people/transfer_file.h"

#include "kernel/one_line.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace onroll::people {

std::string_view in_words(RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::created:
        return "New";
    case RowOutcome::updated:
        return "Changed";
    case RowOutcome::unchanged:
        return "No change";
    case RowOutcome::rejected:
        return "Cannot be read";
    case RowOutcome::held:
        return "Needs a look";
    }
    return {};
}

namespace imports_detail {

using namespace imports_words;

/// One row while it is read.
class RowReader {
public:
    RowReader(const csv::Row& row, const Columns& columns, Date today, ChildList& list)
        : row_(row), columns_(columns), today_(today), list_(list)
    {
    }

    /// Nothing where a cell is wrong.
    std::optional<ListedChild> read();

private:
    std::string_view cell(std::string_view key) const { return row_[columns_.find(key)]; }
    void refuse(std::string_view key, std::string fix)
    {
        list_.errors.push_back(error(key, std::move(fix)));
        good_ = false;
    }
    void say(std::string_view key, std::string what)
    {
        list_.notes.push_back(error(key, std::move(what)));
    }
    CellError error(std::string_view key, std::string fix) const;
    void read_name(ListedChild& child);
    void read_birth(ListedChild& child);
    void read_numbers(ListedChild& child);
    void read_school(ListedChild& child);
    void read_care(ListedChild& child);
    void read_address(ListedChild& child);
    void read_parent(ListedChild& child, std::string_view number);

    const csv::Row& row_;
    const Columns& columns_;
    Date today_;
    ChildList& list_;
    bool good_ = true;
};

CellError RowReader::error(std::string_view key, std::string fix) const
{
    CellError error{row_.number, {}, {}, std::move(fix)};
    if (const auto column = columns_.find(key)) {
        error.column =
            csv::column_letters(*column) + " (" + columns_.header->names()[*column] + ")";
        error.value_is = kind_of(row_[*column]);
    }
    return error;
}

void RowReader::read_name(ListedChild& child)
{
    child.details.name = {one_line(cell("given")), one_line(cell("family")),
                          one_line(cell("known_as"))};
    if (child.details.name.given.empty()) refuse("given", "Enter the child’s first name");
    if (child.details.name.family.empty()) refuse("family", "Enter the child’s last name");
    for (const auto* key : {"given", "family", "known_as"})
        if (cell(key).size() > 200)
            refuse(key, "Shorten the name to 200 characters");
        else if (holds_a_sign(one_line(cell(key))))
            refuse(key, "Check the name: it holds a sign that no name has. If letters with accents "
                        "look wrong, save the list as UTF-8");
    if (const auto known = cell("known_family");
        !known.empty() && known != child.details.name.family)
        say("known_family", "The preferred last name is not kept. Add it as another name");
}

void RowReader::read_birth(ListedChild& child)
{
    const auto written = cell("born");
    if (written.empty()) return refuse("born", "Enter the child’s date of birth");
    const auto born = parse_written_date(written, "Date of birth");
    if (!born) return refuse("born", "Write the date of birth as 31/12/2014 or 2014-12-31");
    if (*born > today_) return refuse("born", "The date of birth must be in the past");
    if (year_of(today_) - year_of(*born) > 26)
        return refuse("born", "Check the year of birth: the child would be over 25");
    child.details.born_on = *born;
}

void RowReader::read_numbers(ListedChild& child)
{
    if (const auto text = cell("nhs"); !text.empty()) {
        if (const auto number = NhsNumber::parse(text))
            child.details.nhs_number = *number;
        else
            refuse("nhs", "Check the NHS number: it needs 10 digits that fit together");
    }
    if (const auto text = cell("upn"); !text.empty()) {
        if (const auto upn = Upn::parse(text))
            child.details.upn = *upn;
        else
            refuse("upn", "Check the UPN: a letter, then 12 characters that fit together");
    }
    const auto sex = cell("sex");
    if (same_letters(sex, "female") || same_letters(sex, "f") || same_letters(sex, "girl"))
        child.details.sex = Sex::female;
    else if (same_letters(sex, "male") || same_letters(sex, "m") || same_letters(sex, "boy"))
        child.details.sex = Sex::male;
    else if (!sex.empty() && !same_letters(sex, "not known"))
        say("sex", "This word is kept as “not stated”");
    child.details.language = one_line(cell("language"));
    if (child.details.language.size() > 100) refuse("language", "Shorten the language");
}

void RowReader::read_school(ListedChild& child)
{
    // Lists write 888888 for a school that is not known and 999999 for education at home.
    if (const auto text = cell("urn"); !text.empty() && text != "888888" && text != "999999") {
        if (const auto urn = Urn::parse(text))
            child.school = *urn;
        else
            refuse("urn", "Enter the school’s URN of 6 digits, 888888 for not known, or 999999 "
                          "for educated at home");
    }
    const auto since = cell("school_from");
    if (since.empty() || !child.school) return;
    const auto from = parse_written_date(since, "School from");
    if (!from) return refuse("school_from", "Write the date as 31/12/2024 or 2024-12-31");
    if (*from > today_ + Days{366})
        return refuse("school_from", "Check the year: the school would begin over a year from now");
    if (child.details.born_on && *from < *child.details.born_on)
        return refuse("school_from", "Check the date: it is before the child was born");
    child.school_from = *from;
}

void RowReader::read_care(ListedChild& child)
{
    const auto written = cell("care");
    if (written.empty()) return;
    const auto status = care_written(written);
    if (!status) return refuse("care", "Write never, section 20, order or previously");
    auto from = Result<Date>(today_);
    if (const auto since = cell("care_from"); !since.empty())
        from = parse_written_date(since, "Looked after from");
    if (!from) return refuse("care_from", "Write the date as 31/12/2024 or 2024-12-31");
    const CareStatement statement{*from, *status, one_line(cell("care_council"))};
    for (const auto& problem : problems_of(statement, today_))
        refuse(problem.where == "council" ? "care_council" : "care_from", problem.message);
    child.care = statement;
    child.care_from_stated = !cell("care_from").empty();
}

void RowReader::read_address(ListedChild& child)
{
    Address address;
    for (const auto* key : {"line_1", "line_2", "town"})
        if (const auto line = cell(key); !line.empty()) {
            if (line.size() > 200 || line.find_first_of("\n\r\x1F") != std::string_view::npos)
                refuse(key, "Write this part of the address in one line of 200 characters");
            address.lines.emplace_back(line);
        }
    if (const auto written = cell("postcode"); !written.empty()) {
        address.postcode = tidy_postcode(written);
        if (!is_postcode(address.postcode)) refuse("postcode", "Enter a full UK postcode");
    }
    if (!address.lines.empty() || !address.postcode.empty()) child.address = std::move(address);
}

void RowReader::read_parent(ListedChild& child, std::string_view number)
{
    const auto key = [&](std::string_view part) {
        return "parent_" + std::string(number) + "_" + std::string(part);
    };
    ListedParent parent;
    const auto name = one_line(cell(key("name")));
    const auto bond = cell(key("bond"));
    parent.telephone = cell(key("phone"));
    parent.email = cell(key("email"));
    if (name.empty() && bond.empty() && parent.telephone.empty() && parent.email.empty()) return;
    if (!parent.email.empty() &&
        (parent.email.find('@') == std::string::npos || parent.email.size() > 254))
        refuse(key("email"), "Check the email address: it needs an @");
    if (!parent.telephone.empty()) {
        const auto digits = std::count_if(parent.telephone.begin(), parent.telephone.end(),
                                          [](char c) { return c >= '0' && c <= '9'; });
        if (digits < 10 || parent.telephone.size() > 40)
            refuse(key("phone"), "Check the telephone number: it needs at least 10 digits");
    }
    parent.bond = bond_written(bond);
    if (name.empty())
        return say(key("name"),
                   "The parent has no name here, so what is said of them is not taken");
    if (name.size() > 200) return refuse(key("name"), "Shorten the name to 200 characters");
    if (has_hidden_characters(name))
        return refuse(key("name"), "Check the name: it holds a sign that no name has");
    const auto space = name.rfind(' ');
    if (space == std::string::npos)
        parent.name.family = name;
    else
        parent.name = {name.substr(0, space), name.substr(space + 1), {}};
    child.parents.push_back(std::move(parent));
}

std::optional<ListedChild> RowReader::read()
{
    if (row_.trouble != csv::RowTrouble::none) {
        list_.errors.push_back({row_.number, {}, {}, std::string(csv::in_words(row_.trouble))});
        return std::nullopt;
    }
    ListedChild child;
    child.row = row_.number;
    read_name(child);
    read_birth(child);
    read_numbers(child);
    read_school(child);
    read_care(child);
    read_address(child);
    read_parent(child, "1");
    read_parent(child, "2");
    if (!good_) return std::nullopt;
    return child;
}

bool is_blank(const csv::Row& row)
{
    return row.trouble == csv::RowTrouble::none &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](std::string_view cell) { return csv::trimmed(cell).empty(); });
}

/// The row beneath the header that tells how to fill the list in.
bool is_instruction(const csv::Row& row, const Columns& columns)
{
    const auto says_so = [](std::string_view cell) {
        return cell.starts_with("Required") || cell.starts_with("Optional");
    };
    return row.number == 2 && says_so(row[columns.find("given")]) &&
           says_so(row[columns.find("born")]);
}

} // namespace imports_detail

Result<ChildList> read_child_list(csv::Reader& reader, Date today)
{
    using namespace imports_detail;
    const auto columns = columns_of(reader.header());
    for (const auto& [key, what] : {std::pair{"given", "first name (CHILD_FIRST_NAME)"},
                                    std::pair{"family", "last name (CHILD_LAST_NAME)"},
                                    std::pair{"born", "date of birth (CHILD_DATE_OF_BIRTH)"}})
        if (!columns.find(key))
            return bad_input(std::string("The list has no column for the child’s ") + what +
                             ". Add it, or start from the empty list");
    ChildList list;
    list.encoding = csv::name_of(reader.encoding());
    std::vector<std::string_view> names;
    for (const auto& column : known_columns)
        for (const auto name : column.names)
            if (!name.empty()) names.push_back(name);
    list.unknown_columns = reader.header().unknown(names);
    for (const auto key : not_kept)
        if (const auto column = columns.find(key))
            list.unknown_columns.push_back(reader.header().names()[*column]);
    while (reader.next()) {
        const auto& row = reader.row();
        if (is_blank(row)) continue;
        if (is_instruction(row, columns)) {
            ++list.instruction_rows;
            continue;
        }
        ++list.rows;
        if (auto child = RowReader(row, columns, today, list).read())
            list.children.push_back(std::move(*child));
        else
            ++list.rejected;
    }
    if (reader.refusal()) return *reader.refusal();
    if (list.rows == 0) return bad_input("The list holds no children. Add a row for each child");
    return list;
}

Result<ChildList> read_child_list(std::string bytes, Date today)
{
    if (looks_like_xml(bytes)) {
        auto file = read_transfer_file(bytes);
        if (!file) return file.error();
        auto list = read_child_list(std::move(file->list), today);
        if (!list) return list;
        list->encoding = "a Common Transfer File";
        list->unknown_columns = std::move(file->other);
        std::move(file->notes.begin(), file->notes.end(), std::back_inserter(list->notes));
        return list;
    }
    auto reader = csv::Reader::read(std::move(bytes), {.bytes = 25U << 20U, .rows = 200'000});
    if (!reader) return reader.error();
    return read_child_list(*reader, today);
}

std::string child_list_template()
{
    std::string header;
    for (const auto& column : imports_detail::known_columns) {
        const auto& no = imports_detail::not_kept;
        if (std::find(no.begin(), no.end(), column.key) != no.end() || column.key == "known_family")
            continue;
        header += (header.empty() ? "" : ",") + std::string(column.names.front());
    }
    return header + "\r\n";
}

} // namespace onroll::people
