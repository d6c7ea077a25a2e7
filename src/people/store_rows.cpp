#include "people/store_rows.h"

#include "embedded/people_files.h"

namespace onroll::people::store_rows {

const db::SqlFiles& sql()
{
    static const db::SqlFiles files(embedded::people_files());
    return files;
}

std::string joined_lines(const std::vector<std::string>& lines, char by)
{
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) text += by;
        text += line;
    }
    return text;
}

std::vector<std::string> split_lines(std::string_view text, char by)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find(by);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

Person person_from(const db::Rows& row)
{
    Person person{stored_id<PersonId>(row.text("id"))};
    person.kind = person_kind_named(row.text("kind")).value_or(PersonKind::child);
    person.name = {row.text("given_name"), row.text("family_name"), row.text("known_as")};
    person.born_on = row.optional_date("born_on");
    person.died_on = row.optional_date("died_on");
    person.sex = sex_named(row.text("sex")).value_or(Sex::not_stated);
    person.pronouns = row.text("pronouns");
    if (const auto upn = row.optional_text("upn")) person.upn = Upn::parse(*upn).value();
    if (const auto number = row.optional_text("nhs_number"))
        person.nhs_number = NhsNumber::parse(*number).value();
    person.language = row.text("language");
    person.needs_interpreter = row.boolean("needs_interpreter");
    person.access_needs = row.text("access_needs");
    person.alert = row.text("alert");
    person.version = static_cast<int>(row.integer("version"));
    if (const auto into = row.optional_text("merged_into"))
        person.merged_into = stored_id<PersonId>(*into);
    return person;
}

PersonAddress address_from(const db::Rows& row)
{
    const auto where = [&]() -> Whereabouts {
        if (const auto sealed = row.optional_blob("sealed"))
            return ProtectedAddress::from_sealed(
                std::string(reinterpret_cast<const char*>(sealed->data()), sealed->size()));
        Address address;
        address.lines = split_lines(row.text("lines"), '\n');
        address.postcode = row.text("postcode");
        if (const auto uprn = row.optional_text("uprn")) address.uprn = Uprn::parse(*uprn).value();
        return address;
    };
    return {stored_id<AddressId>(row.text("id")), stored_id<PersonId>(row.text("person")), where(),
            row.optional_date("starts_on"), row.optional_date("ends_on")};
}

FamilyTie tie_from(const db::Rows& row)
{
    FamilyTie tie{stored_id<PersonId>(row.text("child")), stored_id<PersonId>(row.text("adult"))};
    tie.bond = bond_named(row.text("bond")).value_or(Bond::other);
    tie.natural_parent =
        natural_parent_named(row.text("natural_parent")).value_or(NaturalParent::not_known);
    tie.responsibility =
        responsibility_named(row.text("responsibility")).value_or(Responsibility::not_known);
    tie.care = has_care_named(row.text("care")).value_or(HasCare::not_known);
    // A word that is not known must not open a door that it may have been meant to shut.
    tie.contact =
        contact_permission_named(row.text("contact")).value_or(ContactPermission::not_permitted);
    tie.emergency_contact = row.boolean("emergency_contact");
    tie.from = row.optional_date("starts_on");
    tie.until = row.optional_date("ends_on");
    tie.version = static_cast<int>(row.integer("version"));
    return tie;
}

CourtOrder order_from(const db::Rows& row)
{
    CourtOrder order;
    order.kind = order_kind_named(row.text("kind")).value_or(OrderKind::no_contact);
    if (const auto concerns = row.optional_text("concerns"))
        order.concerns = stored_id<PersonId>(*concerns);
    order.made_on = row.optional_date("made_on");
    order.ends_on = row.optional_date("ends_on");
    order.document = row.text("document");
    return order;
}

SchoolPlace school_place_from(const db::Rows& row)
{
    return {Urn::parse(std::to_string(row.integer("school"))).value(),
            row.optional_date("starts_on"), row.optional_date("ends_on"),
            placement_kind_named(row.text("kind")).value_or(PlacementKind::main)};
}

Consent consent_from(const db::Rows& row)
{
    Consent consent{.id = stored_id<ConsentId>(row.text("id")),
                    .about = stored_id<PersonId>(row.text("about")),
                    .giver = stored_id<PersonId>(row.text("giver"))};
    consent.purpose = consent_purpose_named(row.text("purpose")).value_or(ConsentPurpose::advice);
    consent.scope = row.text("scope");
    consent.with = row.text("with_agency");
    consent.with_name = row.text("with_name");
    consent.capacity =
        capacity_named(row.text("capacity")).value_or(Capacity::parental_responsibility);
    consent.channel =
        consent_channel_named(row.text("channel")).value_or(ConsentChannel::in_writing);
    consent.wording_version = static_cast<int>(row.integer("wording_version"));
    consent.given_on = row.date("given_on");
    consent.expires_on = row.optional_date("expires_on");
    consent.withdrawn_on = row.optional_date("withdrawn_on");
    consent.evidence = row.text("evidence");
    consent.refused = row.integer("refused") != 0;
    consent.fields = split_lines(row.text("fields"), ' ');
    return consent;
}

Share share_from(const db::Rows& row)
{
    Share share{.id = stored_id<ShareId>(row.text("id")),
                .about = stored_id<PersonId>(row.text("about"))};
    share.with = row.text("with_agency");
    share.with_name = row.text("with_name");
    share.fields = split_lines(row.text("fields"), ' ');
    share.purpose = row.text("purpose");
    share.basis = share_basis_named(row.text("basis")).value_or(ShareBasis::consent);
    if (const auto consent = row.optional_text("consent"))
        share.consent = stored_id<ConsentId>(*consent);
    share.law = row.text("law");
    if (const auto ground = row.optional_text("override_ground")) {
        Override given;
        given.ground = override_ground_named(*ground).value_or(OverrideGround::risk_of_harm);
        given.reason = row.text("override_reason");
        given.authorised_by = row.text("override_authorised_by");
        given.family_told_on = row.optional_date("override_told_on");
        given.not_told_because = row.text("override_not_told");
        given.review_on = row.optional_date("override_review_on");
        share.override_of_consent = std::move(given);
    }
    share.starts_on = row.date("starts_on");
    share.ends_on = row.date("ends_on");
    share.stopped_on = row.optional_date("stopped_on");
    share.shared_by = row.text("shared_by");
    share.statement = row.text("statement");
    return share;
}

} // namespace onroll::people::store_rows
