#include "casework/note_form.h"

#include "casework/typed_words.h"

namespace onroll::casework {

TypedNote read_note(const http::Form& form, Date today)
{
    TypedNote typed{.written = {.on = today, .words = without_blanks_around(form["words"])}};
    if (typed.written.words.empty()) typed.errors.push_back(bad_input("Enter your note", "words"));
    if (count_of_letters(typed.written.words) > longest_note)
        typed.errors.push_back(bad_input("Your note must be 50,000 characters or fewer", "words"));
    const auto day = parse_typed_date(form["on-day"], form["on-month"], form["on-year"],
                                      "The day that the note tells of");
    if (!day)
        typed.errors.push_back(bad_input(day.error().message, "on"));
    else if (*day > today)
        typed.errors.push_back(
            bad_input("The day that the note tells of must be today or in the past", "on"));
    else
        typed.written.on = *day;
    return typed;
}

http::Fields fields_of(const NewNote& note)
{
    http::Fields fields;
    add_day(fields, "on", note.on);
    fields.add("words", note.words);
    return fields;
}

} // namespace onroll::casework
