// A mother and her child have moved away from the father. Their new address must not reach him: not by a page, a
// search, or what a letter to him may say. Follows trust.md F-02, F-03 and F-06.
import { signs_in } from './lib/sign_in.mjs';

export const name = 'An officer records a separated parent and a protected address';

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    // A child of its own for each run: the runs share one server.
    const family = ['Quillon', 'Brackwater', 'Thistlewood', 'Marrowby'][run];
    const postcode = ['ZZ7 1QA', 'ZZ7 2BR', 'ZZ7 3TH', 'ZZ7 4MA'][run];
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
        visitor.expects('/people/new', 400);
        await visitor.presses('Save and continue');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        await visitor.fills_in_date('Date of birth', '2014-03-17');
        await visitor.chooses('Female');
        await visitor.presses('Save and continue');
        await visitor.sees(`Astrid ${family}`, 'Family', 'No adult is recorded yet');
        await visitor.finds_the_page_well();
    });
    const record = new URL(visitor.page.url()).pathname;
    const adds_an_adult = async (given, bond, care, contact) => {
        await visitor.opens(`${record}/family`);
        await visitor.fills_in('First name', given);
        await visitor.fills_in('Last name', family);
        await visitor.picks('How are they related to the child?', bond);
        await visitor.chooses('Natural parent');
        await visitor.picks('Do they have parental responsibility?', bond === 'Mother'
            ? 'Yes: gave birth to the child' : 'Yes: on the birth certificate, since December 2003');
        await visitor.page.getByRole('group', { name: 'Does the child live with them?' })
            .getByLabel(care, { exact: true }).check();
        await visitor.chooses(contact);
    };
    await step('when the mother is added, with how she may be reached safely', async () => {
        await adds_an_adult('Ylva', 'Mother', 'Yes', 'May be contacted');
        await visitor.finds_the_page_well();
        await visitor.page.getByRole('group', { name: 'Has this person said what is safe?' })
            .getByLabel('Yes', { exact: true }).check();
        await visitor.page.getByRole('group', { name: 'What is safe?' }).getByLabel('Telephone', { exact: true }).check();
        await visitor.fills_in('Not before', '9:30');
        await visitor.fills_in('Not after', '14:00');
        await visitor.presses('Save');
        await visitor.sees('May be told where the child lives', 'Yes');
        await visitor.finds_the_page_well();
    });
    await step('and the father, who may be written to', async () => {
        await adds_an_adult('Stig', 'Father', 'No', 'In writing only');
        await visitor.presses('Save');
    });
    const father = new URL(visitor.page.url()).pathname;
    const records_a_move = async (line, code, date, kept, also) => {
        await visitor.opens(`${record}/move`);
        await visitor.fills_in('First line of the address', line);
        await visitor.fills_in('Town', 'Tidemoor');
        await visitor.fills_in('Postcode', code);
        await visitor.fills_in_date('When did they move?', date);
        await visitor.chooses(kept);
        if (also) await visitor.chooses(also);
        await visitor.finds_the_page_well();
        await visitor.presses('Save the new address');
    };
    await step('when the old home and then the new, protected one are recorded', async () => {
        await records_a_move('14 Lantern Row', 'ZZ4 1LR', '2020-02-01', 'No');
        await visitor.sees('14 Lantern Row');
        await records_a_move('3 Quiet Court', postcode, '2026-01-05', 'Yes, protect it');
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
