// A mother and her child have moved away from the father. Their new address must not reach him: not by a page, a
// search, or what a letter to him may say. Follows trust.md F-02, F-03 and F-06.
import { a_family_name, adds_a_parent, fills_in_a_parent, moves_to } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { in_group, is_refused, path_of } from './lib/steps.mjs';

export const name = 'An officer records a separated parent and a protected address';

const postcode = 'ZZ7 1QA';

export async function steps({ visitor, step, server, width }) {
    // A child of its own for each run: the runs share one server.
    const family = a_family_name();
    await step('given an inclusion officer who has signed in',
        () => signs_in(visitor, server, 'inclusion@tidemoor.example'));
    await step('when a child is looked for who is not on record', async () => {
        await visitor.opens('/people');
        await visitor.finds_the_page_well();
        await visitor.does_not_see('Add a child');
        await visitor.fills_in('Search', `Astrid ${family}`);
        await visitor.presses('Search');
        await visitor.sees('Nobody fits');
        await visitor.finds_the_page_well();
        await visitor.is_at('/people/search');
    });
    await step('then the child can be added, and a faulty answer is told by its field', async () => {
        await visitor.follows('Add a child');
        await visitor.fills_in('First name', 'Astrid');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', '2014-02-31');
        await is_refused(visitor, 'Save and continue');
        await visitor.fills_in_date('Date of birth', '2014-03-17');
        await visitor.chooses('Female');
        await visitor.presses('Save and continue');
        await visitor.sees(`Astrid ${family}`, 'Family', 'No adult is recorded yet');
        await visitor.finds_the_page_well();
    });
    const record = path_of(visitor);
    await step('when the mother is added, with how she may be reached safely', async () => {
        await fills_in_a_parent(visitor, record, { given: 'Ylva', family });
        await visitor.finds_the_page_well();
        await in_group(visitor, 'Has this person said what is safe?', 'Yes');
        await in_group(visitor, 'What is safe?', 'Telephone');
        await visitor.fills_in('Not before', '9:30');
        await visitor.fills_in('Not after', '14:00');
        await visitor.presses('Save');
        await visitor.sees('May be told where the child lives', 'Yes');
        await visitor.finds_the_page_well();
    });
    let father;
    await step('and the father, who may be written to', async () => {
        father = await adds_a_parent(visitor, record, { given: 'Stig', family, bond: 'Father', contact: 'In writing only' });
    });
    await step('when the old home and then the new, protected one are recorded', async () => {
        await visitor.opens(`${record}/move`);
        await visitor.finds_the_page_well();
        await moves_to(visitor, record, { line: '14 Lantern Row', postcode: 'ZZ4 1LR', since: '2020-02-01', protect: 'No' });
        await visitor.sees('14 Lantern Row');
        await moves_to(visitor, record, { line: '3 Quiet Court', postcode });
    });
    await step('then the address is withheld on the record, and the alert is said first', async () => {
        await visitor.sees('Withheld', 'The child’s home is protected', 'Only by telephone, between 9:30am and 2pm');
        await visitor.does_not_see('Quiet Court', postcode);
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('people_alerts');
    });
    await step('and the father may not be told, nor does a letter to him say where the child is', async () => {
        await visitor.opens(father);
        await visitor.sees('The child’s address is protected', 'What a letter to them may say', 'Withheld');
        await visitor.does_not_see('Quiet Court', postcode);
        await visitor.finds_the_page_well();
    });
    await step('and nobody finds the family by the protected postcode', async () => {
        await visitor.opens('/people');
        await visitor.fills_in('Search', postcode);
        await visitor.presses('Search');
        await visitor.sees('Nobody fits');
    });
    await step('and the child is found however the name is spelt', async () => {
        await visitor.fills_in('Search', `${family} Astrit`);
        await visitor.presses('Search');
        await visitor.sees(`Astrid ${family}`, 'A name like it');
        await visitor.finds_the_page_well();
    });
    await step('when the officer asks for the address, it is shown with a warning', async () => {
        await visitor.opens(record);
        await visitor.presses('Show the protected address');
        await visitor.sees('3 Quiet Court', 'It is noted that you have seen it');
        await visitor.finds_the_page_well();
    });
    await step('and what else belongs to a record is there and well', async () => {
        if (width !== 320) return; // the narrow screen is the harder one, and each page takes a while
        for (const rest of ['/edit', '/orders', '/schools', '/needs', '/consents', '/consents/new', '/shares/new',
            '/history']) {
            await visitor.opens(record + rest);
            await visitor.sees(`Astrid ${family}`, 'The child’s home is protected');
            await visitor.finds_the_page_well();
        }
    });
}
