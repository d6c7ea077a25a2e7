#include "people/transfer_file.h"

#include "platform/xml/reader.h"

#include <algorithm>
#include <array>

namespace onroll::people {

namespace transfer_file_detail {

constexpr std::array<std::string_view, 18> columns{"CHILD_FIRST_NAME",
                                                   "CHILD_LAST_NAME",
                                                   "CHILD_PREFERRED_FIRST_NAME",
                                                   "CHILD_PREFERRED_LAST_NAME",
                                                   "CHILD_DATE_OF_BIRTH",
                                                   "CHILD_GENDER",
                                                   "CHILD_UPN",
                                                   "CHILD_ADDRESS_LINE_1",
                                                   "CHILD_ADDRESS_LINE_2",
                                                   "CHILD_TOWN",
                                                   "CHILD_POSTCODE",
                                                   "PARENT_1_NAME",
                                                   "PARENT_1_RELATIONSHIP",
                                                   "PARENT_1_PHONE",
                                                   "PARENT_1_EMAIL",
                                                   "PARENT_2_NAME",
                                                   "PARENT_2_RELATIONSHIP",
                                                   "PARENT_2_PHONE"};

/// Parts of a pupil that are read, or say nothing of their own.
constexpr std::array<std::string_view, 12> read_parts{"UPN",
                                                      "Surname",
                                                      "Forename",
                                                      "DOB",
                                                      "Gender",
                                                      "Sex",
                                                      "BasicDetails",
                                                      "Address",
                                                      "Contacts",
                                                      "LookedAfter",
                                                      "ApplicationReference",
                                                      "Phones"};

/// A cell that holds the text and nothing else, in one line.
std::string quoted(std::string_view text)
{
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return cell + "\"";
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string whole;
    for (const auto part : parts)
        if (!part.empty()) whole += (whole.empty() ? "" : " ") + std::string(part);
    return whole;
}

std::string_view first_of(const xml::Element& element, std::string_view one, std::string_view other)
{
    const auto text = element.text_of(one);
    return text.empty() ? element.text_of(other) : text;
}

/// The two ways of writing a home: by lines, or by the parts of BS 7666, which may lie deeper.
std::array<std::string, 4> home_of(const xml::Element& pupil)
{
    const auto* address = pupil.find("Address");
    if (!address) return {};
    const auto* parts = address->find("BS7666Address");
    if (!parts) parts = address;
    const auto* lines = address->find("AddressLines");
    if (!lines) lines = address;
    const std::string postcode(first_of(*address, "PostCode", "Postcode"));
    if (const auto line = lines->text_of("AddressLine1"); !line.empty())
        return {std::string(line), std::string(lines->text_of("AddressLine2")),
                std::string(lines->text_of("AddressLine3")), postcode};
    return {joined({parts->text_of("SAON"), parts->text_of("PAON"), parts->text_of("Street")}),
            std::string(parts->text_of("Locality")),
            std::string(first_of(*parts, "PostTown", "Town")), postcode};
}

/// The two codes that are sure; the list keeps any other relationship as "other".
std::string_view relationship(std::string_view code)
{
    if (code == "PAM") return "mother";
    if (code == "PAF") return "father";
    return "other";
}

std::string_view telephone_of(const xml::Element& contact)
{
    const auto* phones = contact.find("Phones");
    if (!phones) return {};
    for (const auto& phone : phones->below)
        if (const auto number = phone.text_of("PhoneNo"); !number.empty()) return number;
    return {};
}

/// Name, relationship, telephone and address for mail, as the columns of a parent.
std::array<std::string, 4> contact_of(const xml::Element& contact)
{
    const auto name = joined({contact.text_of("Forename"), contact.text_of("Surname")});
    if (name.empty()) return {};
    return {name, std::string(relationship(contact.text_of("Relationship"))),
            std::string(telephone_of(contact)), std::string(contact.text_of("Email"))};
}

std::string row_of(const xml::Element& pupil)
{
    static const xml::Element nothing;
    const auto* details = pupil.find("BasicDetails");
    if (!details) details = &nothing;
    const auto home = home_of(pupil);
    std::array<std::array<std::string, 4>, 2> parents;
    if (const auto* contacts = pupil.find("Contacts"))
        for (std::size_t at = 0; at < std::min(contacts->below.size(), parents.size()); ++at)
            parents[at] = contact_of(contacts->below[at]);
    const std::array<std::string_view, columns.size()> cells{pupil.text_of("Forename"),
                                                             pupil.text_of("Surname"),
                                                             details->text_of("PreferredForename"),
                                                             details->text_of("PreferredSurname"),
                                                             pupil.text_of("DOB"),
                                                             first_of(pupil, "Sex", "Gender"),
                                                             pupil.text_of("UPN"),
                                                             home[0],
                                                             home[1],
                                                             home[2],
                                                             home[3],
                                                             parents[0][0],
                                                             parents[0][1],
                                                             parents[0][2],
                                                             parents[0][3],
                                                             parents[1][0],
                                                             parents[1][1],
                                                             parents[1][2]};
    std::string row;
    for (const auto cell : cells) row += (row.empty() ? "" : ",") + quoted(cell);
    return row + "\r\n";
}

bool says_in_care(const xml::Element& pupil)
{
    const auto* care = pupil.find("LookedAfter");
    if (!care) return false;
    const auto said = care->text_of("InCare");
    return said == "true" || said == "1" || said == "Y";
}

void add_other_parts(const xml::Element& pupil, std::vector<std::string>& other)
{
    for (const auto& part : pupil.below)
        if (std::find(read_parts.begin(), read_parts.end(), part.name) == read_parts.end() &&
            std::find(other.begin(), other.end(), part.name) == other.end() && other.size() < 40)
            other.push_back(part.name);
}

} // namespace transfer_file_detail

bool looks_like_xml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

Result<TransferFile> read_transfer_file(std::string_view bytes)
{
    using namespace transfer_file_detail;
    const auto root = xml::read(bytes);
    if (!root) return root.error();
    const auto* pupils = root->name == "CTfile" ? root->find("CTFpupilData") : nullptr;
    if (!pupils)
        return bad_input("This is no Common Transfer File. Send one, or a list as a CSV file");
    TransferFile file;
    for (const auto column : columns)
        file.list += (file.list.empty() ? "" : ",") + std::string(column);
    file.list += "\r\n";
    std::size_t row = 1; // as a spreadsheet counts, so that the first pupil is row 2
    for (const auto& pupil : pupils->below) {
        if (pupil.name != "Pupil") continue;
        ++row;
        file.list += row_of(pupil);
        if (says_in_care(pupil))
            file.notes.push_back(
                {row, "InCare", "true",
                 "The file says that a council looks after the child, and not how. "
                 "State that on the record"});
        add_other_parts(pupil, file.other);
    }
    return file;
}

} // namespace onroll::people
