// A child is on record twice, under two spellings. An officer finds it, a colleague agrees, the records are joined, worked on and parted again, and
// at last they are found to be two people. Follows trust.md R-15: each of the two records is asked about by itself.
import { adds_a_child } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'two records of one child are found, joined by two people, and parted again';

/// A name and a day of birth that no other run has used, and that are like none of those a second before.
function somebody_new() {
    const now = Math.floor(Date.now() / 1000);
    const letters = 'bcdfghjklmnprstvwz';
    let family = 'O';
    for (let rest = (now * 7919) % 1_000_000; rest > 0; rest = Math.floor(rest / letters.length)) family += `${letters[rest % letters.length]}a`;
    const born = new Date(Date.UTC(2009, 0, 1) + ((now * 1361) % 3000) * 86_400_000).toISOString().slice(0, 10);
    return { family, born };
}

/// Says why, as often as that is asked: once for each of the two records.
async function says_why(visitor) {
    let asked = 0;
    while (path_of(visitor) === '/purpose') {
        await visitor.page.locator('input[name=purpose]').first().check();
        await visitor.presses('Open the record');
        ++asked;
    }
    return asked;
}

export async function steps({ visitor, step, server }) {
    const child = somebody_new();
    await step('given a child whom two people have put on record', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        await adds_a_child(visitor, { given: 'Theodora', ...child });
        await adds_a_child(visitor, { given: 'Teodora', ...child });
        await visitor.sees('Somebody here may be the same person');
        await visitor.presses('Save and continue');
    });
    const record = path_of(visitor);
    let compare = '';
    await step('the record says that there may be another', async () => {
        await visitor.sees('This person may be on record twice');
        await visitor.finds_the_page_well();
        await visitor.follows('Compare the two records');
        compare = path_of(visitor);
        await visitor.sees('Theodora', 'Teodora', 'A colleague must agree before the records are joined');
        await visitor.finds_the_page_well();
        visitor.picture = 'people-compare';
        await visitor.takes_a_picture();
    });
    await step('when the officer says that they are one person, it waits for a colleague', async () => {
        await visitor.presses('They are one person');
        await visitor.sees('Waiting for a second person to agree');
        await visitor.finds_the_page_well();
    });
    await step('then a colleague finds it on the list, and says why each of the two is opened', async () => {
        await signs_in(visitor, server, 'inclusion2@tidemoor.example');
        await visitor.opens('/people');
        await visitor.follows('Records that may be of one child');
        await visitor.sees('Waiting for a second person', `Theodora ${child.family}`);
        await visitor.finds_the_page_well();
        visitor.picture = 'people-duplicates';
        await visitor.takes_a_picture();
        await visitor.opens(compare);
        const asked = await says_why(visitor);
        if (asked !== 2) throw new Error(`a purpose was asked ${asked} times, not for each of the two records`);
        await visitor.sees('Priya Lund has proposed to join these records');
        await visitor.finds_the_page_well();
        await visitor.presses('Agree: they are one person');
        await visitor.sees('Joined.');
    });
    await step('the joined record is worked on as one', async () => {
        await visitor.opens(record);
        await visitor.sees('1 other record is shown as part of this one');
        await visitor.follows('Change details');
        await visitor.fills_in('Name they want used', 'Dora');
        await visitor.presses('Save');
        await visitor.sees('Dora');
    });
    await step('and parted again, and found to be two people', async () => {
        await visitor.opens(`${record}/history`);
        await visitor.presses('Part these records');
        await visitor.sees('Parted again.');
        await visitor.follows('Compare the two');
        await visitor.presses('They are two people');
        await visitor.is_at('/people/duplicates');
        await visitor.finds_the_page_well();
        await visitor.opens(compare);
        await visitor.sees('Found to be two people by Tom Wickett');
        await visitor.opens(record);
        await visitor.does_not_see('may be on record twice');
    });
}
