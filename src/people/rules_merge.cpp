#include "people/rules_merge.h"

#include "people/rules_search.h"

#include "kernel/one_line.h"

#include <algorithm>

namespace onroll::people {

namespace rules_merge_detail {

std::string words(const std::optional<Date>& day)
{
    return day ? in_words(*day) : std::string();
}
std::string words(const std::optional<Upn>& upn)
{
    return upn ? upn->text() : std::string();
}
std::string words(const std::optional<NhsNumber>& number)
{
    return number ? number->text() : std::string();
}

/// Each field of the details: its name, and its value as stored in the record of changes.
struct Field {
    std::string_view name;
    std::string value;
};

std::vector<Field> fields_of(const PersonDetails& details)
{
    return {{"given_name", details.name.given},
            {"family_name", details.name.family},
            {"known_as", details.name.known_as},
            {"born_on", details.born_on ? iso(*details.born_on) : std::string()},
            {"sex", std::string(key_of(details.sex))},
            {"pronouns", details.pronouns},
            {"upn", words(details.upn)},
            {"nhs_number", words(details.nhs_number)},
            {"language", details.language},
            {"needs_interpreter", details.needs_interpreter ? "yes" : "no"},
            {"access_needs", details.access_needs},
            {"alert", details.alert}};
}

/// How the words of the name sound, in order: two records of one person share at least one.
std::vector<std::string> sounds_of(const Person& person)
{
    std::vector<std::string> sounds;
    for (const auto* name : {&person.name.given, &person.name.family})
        for (const auto& word : name_words(*name)) sounds.push_back(sound_of(word));
    std::sort(sounds.begin(), sounds.end());
    return sounds;
}

bool share_one(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    return std::any_of(one.begin(), one.end(), [&](const std::string& each) {
        return std::binary_search(other.begin(), other.end(), each);
    });
}

bool asks_for(const Person& one, const Person& other)
{
    return may_be_same(fit_of(question_of(details_of(one), {}), other, {}));
}

template <class T>
void change(T& own, const T& shown, const T& sent)
{
    if (!(shown == sent)) own = sent;
}

void fill(std::string& blank, const std::string& from)
{
    if (blank.empty()) blank = from;
}

template <class T>
void fill(std::optional<T>& blank, const std::optional<T>& from)
{
    if (!blank) blank = from;
}

void add_name(Person& view, const OtherName& name)
{
    if (name.given.empty() && name.family.empty()) return;
    if (name.given == view.name.given && name.family == view.name.family) return;
    if (std::find(view.other_names.begin(), view.other_names.end(), name) == view.other_names.end())
        view.other_names.push_back(name);
}

void add_former(Person& view, const Upn& upn)
{
    if (view.upn == upn) return;
    if (std::find(view.former_upns.begin(), view.former_upns.end(), upn) == view.former_upns.end())
        view.former_upns.push_back(upn);
}

void check_length(std::vector<Error>& problems, const std::string& text, std::size_t most,
                  std::string_view what, std::string_view where)
{
    if (text.size() > most)
        problems.push_back(bad_input(std::string(what) + " must be " + std::to_string(most) +
                                         " characters or fewer",
                                     std::string(where)));
    if (std::any_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
        }))
        problems.push_back(bad_input(std::string(what) + " holds a character that cannot be shown",
                                     std::string(where)));
}

/// A name that stays as it was may be older than this rule.
void check_one_line(std::vector<Error>& problems, const std::string& shown, const std::string& name,
                    std::string_view where)
{
    if (name != shown && has_hidden_characters(name))
        problems.push_back(
            bad_input("Write the name on one line, without hidden characters", std::string(where)));
}

} // namespace rules_merge_detail

std::vector<std::string_view> agreeing_identifiers(const Person& one, const Person& other)
{
    std::vector<std::string_view> agreeing;
    if (one.upn && one.upn == other.upn) agreeing.emplace_back("UPN");
    if (one.nhs_number && one.nhs_number == other.nhs_number) agreeing.emplace_back("NHS number");
    if (one.born_on && one.born_on == other.born_on && !one.name.family.empty() &&
        folded(one.name.given) == folded(other.name.given) &&
        folded(one.name.family) == folded(other.name.family))
        agreeing.emplace_back("Name and date of birth");
    return agreeing;
}

std::vector<std::pair<std::size_t, std::size_t>> alike_among(const std::vector<Person>& people)
{
    using namespace rules_merge_detail;
    std::vector<std::pair<std::size_t, std::size_t>> alike;
    if (people.size() < 2) return alike;
    std::vector<std::vector<std::string>> sounds;
    sounds.reserve(people.size());
    for (const auto& person : people) sounds.push_back(sounds_of(person));
    for (std::size_t one = 0; one < people.size(); ++one)
        for (std::size_t other = one + 1; other < people.size(); ++other) {
            if (people[one].kind != people[other].kind) continue;
            const bool one_number =
                people[one].nhs_number && people[one].nhs_number == people[other].nhs_number;
            if (one_number ||
                (share_one(sounds[one], sounds[other]) &&
                 (asks_for(people[one], people[other]) || asks_for(people[other], people[one]))))
                alike.emplace_back(one, other);
        }
    return alike;
}

Person joined_view(const Person& kept, const std::vector<Person>& joined)
{
    using namespace rules_merge_detail;
    Person view = kept;
    for (const auto& other : joined) {
        fill(view.name.given, other.name.given);
        fill(view.name.family, other.name.family);
        fill(view.name.known_as, other.name.known_as);
        fill(view.born_on, other.born_on);
        fill(view.died_on, other.died_on);
        if (view.sex == Sex::not_stated) view.sex = other.sex;
        fill(view.pronouns, other.pronouns);
        fill(view.upn, other.upn);
        fill(view.nhs_number, other.nhs_number);
        fill(view.language, other.language);
        view.needs_interpreter = view.needs_interpreter || other.needs_interpreter;
        fill(view.access_needs, other.access_needs);
        // An alert is never lost behind another.
        if (!other.alert.empty() && other.alert != view.alert)
            view.alert += (view.alert.empty() ? "" : " ") + other.alert;
        add_name(view, {other.name.given, other.name.family, OtherNameKind::spelling});
        for (const auto& name : other.other_names) add_name(view, name);
        if (other.upn) add_former(view, *other.upn);
        for (const auto& former : other.former_upns) add_former(view, former);
    }
    return view;
}

std::vector<Compared> compared(const Person& kept, const Person& joined)
{
    using namespace rules_merge_detail;
    std::vector<Compared> rows;
    const auto add = [&](std::string_view what, std::string one, std::string other) {
        if (one.empty() && other.empty()) return;
        const bool differs = one != other;
        rows.push_back({what, std::move(one), std::move(other), differs});
    };
    add("First name", kept.name.given, joined.name.given);
    add("Last name", kept.name.family, joined.name.family);
    add("Known as", kept.name.known_as, joined.name.known_as);
    add("Date of birth", words(kept.born_on), words(joined.born_on));
    add("Sex", std::string(in_words(kept.sex)), std::string(in_words(joined.sex)));
    add("UPN", words(kept.upn), words(joined.upn));
    add("Language", kept.language, joined.language);
    add("Access needs", kept.access_needs, joined.access_needs);
    add("Alert", kept.alert, joined.alert);
    return rows;
}

std::vector<ChangedField> changed_fields(const PersonDetails& shown, const PersonDetails& sent)
{
    const auto before = rules_merge_detail::fields_of(shown);
    const auto after = rules_merge_detail::fields_of(sent);
    std::vector<ChangedField> changed;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].value != after[i].value)
            changed.push_back({before[i].name, before[i].value, after[i].value});
    return changed;
}

PersonDetails with_changes(const PersonDetails& own, const PersonDetails& shown,
                           const PersonDetails& sent)
{
    using rules_merge_detail::change;
    PersonDetails changed = own;
    change(changed.name.given, shown.name.given, sent.name.given);
    change(changed.name.family, shown.name.family, sent.name.family);
    change(changed.name.known_as, shown.name.known_as, sent.name.known_as);
    change(changed.born_on, shown.born_on, sent.born_on);
    change(changed.sex, shown.sex, sent.sex);
    change(changed.pronouns, shown.pronouns, sent.pronouns);
    change(changed.upn, shown.upn, sent.upn);
    change(changed.nhs_number, shown.nhs_number, sent.nhs_number);
    change(changed.language, shown.language, sent.language);
    change(changed.needs_interpreter, shown.needs_interpreter, sent.needs_interpreter);
    change(changed.access_needs, shown.access_needs, sent.access_needs);
    change(changed.alert, shown.alert, sent.alert);
    return changed;
}

std::vector<Error> problems_of(const PersonDetails& details, Date today)
{
    return problems_of_change({}, details, today);
}

std::vector<Error> problems_of_change(const PersonDetails& shown, const PersonDetails& details,
                                      Date today)
{
    using namespace rules_merge_detail;
    std::vector<Error> problems;
    const bool child = details.kind == PersonKind::child;
    if (details.name.given.empty() && details.name.family.empty())
        problems.push_back(bad_input("Enter a first name or a last name", "given_name"));
    check_length(problems, details.name.given, 200, "First name", "given_name");
    check_length(problems, details.name.family, 200, "Last name", "family_name");
    check_length(problems, details.name.known_as, 200, "Known as", "known_as");
    check_one_line(problems, shown.name.given, details.name.given, "given_name");
    check_one_line(problems, shown.name.family, details.name.family, "family_name");
    check_one_line(problems, shown.name.known_as, details.name.known_as, "known_as");
    check_length(problems, details.pronouns, 50, "Pronouns", "pronouns");
    check_length(problems, details.language, 100, "Language", "language");
    check_length(problems, details.access_needs, 1000, "Access needs", "access_needs");
    check_length(problems, details.alert, 300, "Alert", "alert");
    if (details.born_on) {
        const auto years = year_of(today) - year_of(*details.born_on);
        if (*details.born_on > today)
            problems.push_back(bad_input("Date of birth must be in the past", "born_on"));
        else if (years > (child ? 30 : 120))
            problems.push_back(bad_input("Check the year of birth", "born_on"));
    }
    return problems;
}

} // namespace onroll::people
