// What scenarios of the advice service do alike: a child on the service's own record with a case, and a colleague in a browser of
// their own.
import { adds_a_child } from './people.mjs';
import { signs_in } from './sign_in.mjs';
import { in_group, on_their_own, path_of } from './steps.mjs';

export const adviser = 'adviser@advice.tidemoor.example';
export const manager = 'manager@advice.tidemoor.example';

/// Adds a child to the service's own people and opens a case; answers the case's address.
export async function opens_a_case(visitor, { given, family, work = 'Permanent exclusion' }) {
    const record = await adds_a_child(visitor, { given, family, born: '2012-03-17' });
    await visitor.opens(`/advice/cases/new?child=${record.split('/').at(-1)}`);
    await visitor.sees(`${given} ${family}`);
    await visitor.fills_in('What is the work for?', work);
    await visitor.presses('Open the case');
    await visitor.sees(`${given} ${family}`, 'Level 1');
    return path_of(visitor);
}

/// Does something as somebody else of the demonstration, in a browser of their own.
export const as_colleague = (visitor, server, email, doing) => on_their_own(visitor, server, 'advice-colleague', async (colleague) => {
    await signs_in(colleague, server, email);
    return doing(colleague);
}, 'with');

/// A record outside one's own caseload asks why it is opened.
export async function opens_with_purpose(visitor, address) {
    await visitor.opens(address);
    await visitor.sees('Why are you opening this record?');
    await visitor.page.getByRole('radio').first().check();
    await visitor.presses('Open the record');
}

/// Records that the child was excluded for good on 6 October; answers the event's address.
export async function is_excluded_for_good(visitor, address) {
    await visitor.opens(`${address}/events/new/permanent_exclusion`);
    await visitor.fills_in('Which school?', 'Harbour Light Academy');
    await visitor.fills_in_date('When did the school tell the family?', '2026-10-06');
    await visitor.fills_in_date('First day out of school', '2026-10-06');
    await visitor.chooses('Behaviour');
    await visitor.presses('Save');
    await visitor.sees_heading('Dates and tasks');
    await visitor.sees('Permanent exclusion', 'Stands', 'Counted in the school days of Harbour Light Academy');
    return visitor.page.locator('a[href*="/events/"]', { hasText: 'Permanent exclusion' }).first().getAttribute('href');
}

/// Tells what the letter of the exclusion holds: its reason, and nothing else.
export async function tells_of_the_letter(visitor, event) {
    await visitor.opens(`${event}/tell/letter`);
    await in_group(visitor, 'Is there a letter from the school?', 'Yes');
    await visitor.fills_in_date('When was it given?', '2026-10-06');
    await visitor.chooses('Why');
    await visitor.presses('Save');
}

/// The governors put the child back on that day: the state changes, and the exclusion is still counted.
export async function the_governors_reinstate(visitor, event, day, in_words) {
    await visitor.opens(`${event}/tell/board`);
    await visitor.fills_in_date('When did they meet?', day);
    await visitor.chooses('Somebody from this service');
    await in_group(visitor, 'What did they decide?', 'The child is reinstated');
    await visitor.presses('Save');
    await visitor.sees('Reinstated by the governors');
    await visitor.opens(event);
    await visitor.sees('Reinstated by the governors', in_words, 'It is still counted as an exclusion that was made');
    await visitor.page.locator('summary', { hasText: 'History of this event' }).click();
    await visitor.sees('Each fact as it was told');
}

/// The meeting about going back, with pastoral lead and SENCO, and what was agreed.
export async function meets_about_going_back(visitor, event) {
    await visitor.opens(`${event}/tell/back`);
    await visitor.fills_in_date('When was the meeting?', '2026-11-16');
    await visitor.chooses('Pastoral lead');
    await visitor.chooses('SENCO');
    await visitor.fills_in('What was agreed?', 'A quiet place at lunch.');
    await visitor.presses('Save');
}

/// An action of that meeting, owned by a colleague.
export async function gives_a_colleague_a_task(visitor, address) {
    await visitor.opens(`${address}/tasks/new`);
    await visitor.fills_in('What is to be done?', 'Ask whether the quiet place is there');
    await visitor.chooses('Kofi Lark');
    await visitor.presses('Save');
    await visitor.sees('Ask whether the quiet place is there', 'Owner: Kofi Lark');
}

/// Closes the case as it is shown at its page of closing: the child is back, with impact on the family, little on the school.
export async function ends_with_the_child_back(visitor) {
    await visitor.chooses('The governing board reinstated the child');
    await in_group(visitor, 'What impact did the work have on the child and family?', 'Significant long-term impact');
    await in_group(visitor, 'What impact did it have on the school?', 'Minimal impact');
    await in_group(visitor, 'What impact did it have on the authority?', 'Don’t know');
    await visitor.presses('Close the case');
    await visitor.sees_heading('How this case ended');
}
