// A colleague opens a child's record outside the caseload: asked why, written down, seen by whoever works with the
// child and by the data protection officer. Two people change one record; and a protected address is opened in an
// emergency. Follows trust.md Z-05, Z-06, R-09 and L-05.
import assert from 'node:assert/strict';
import { adds_a_child, moves_to } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused, on_their_own } from './lib/steps.mjs';

export const name = 'A colleague looks outside the caseload, and it shows';

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    const colleague = ['admissions', 'sen', 'virtualschool', 'attendance'][run] + '@tidemoor.example';
    const name_of_colleague = ['Rosa Venn', 'Gethin Marsh', 'Colm Harrow', 'Ada Fenwright'][run];
    // The child has the colleague's own surname, which is a reason to ask why they looked.
    const family = name_of_colleague.split(' ')[1];
    const worker = 'inclusion2@tidemoor.example';
    const officer = 'dpo@tidemoor.example';
    let record = '';

    await step('given a child on the caseload of one officer', async () => {
        await signs_in(visitor, server, worker);
        record = await adds_a_child(visitor, { given: 'Linnet', family, born: '2013-05-09', sex: 'Female' });
        await moves_to(visitor, record, { line: '5 Still Water', postcode: 'ZZ8 1SW' });
    });
    const person = record.split('/').at(-1);

    await step('when the data protection officer names who is told in an emergency', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens('/audit');
        await visitor.finds_the_page_well();
        await visitor.follows('Records opened in an emergency');
        await visitor.follows('Choose the two people who are told');
        await visitor.finds_the_page_well();
        await visitor.picks('First person', 'Jean Amory');
        await visitor.picks('Second person', 'Jean Amory');
        await is_refused(visitor, 'Save', 'Choose two different people');
        await visitor.picks('Second person', 'Marian Oakes');
        await visitor.presses('Save');
        await visitor.sees('Jean Amory and Marian Oakes are told at once');
        await visitor.finds_the_page_well();
    });

    await step('and a colleague opens the record, then they are asked why', async () => {
        await signs_in(visitor, server, colleague);
        await visitor.opens(record);
        await visitor.is_at('/purpose');
        await visitor.finds_the_page_well();
        await visitor.does_not_see('Linnet');
        await is_refused(visitor, 'Open the record', 'Choose why you are opening this record');
        await visitor.page.locator('input[name=purpose]').first().check();
        await visitor.presses('Open the record');
        await visitor.is_at(record);
        await visitor.sees(`Linnet ${family}`);
        await visitor.does_not_see('Still Water');
    });

    await step('when both change the record, the later one sees both answers and loses neither', async () => {
        await on_their_own(visitor, server, 'audit_first', async (first) => {
            await signs_in(first, server, worker);
            await visitor.opens(`${record}/edit`);
            await first.opens(`${record}/edit`);
            await first.fills_in('Name they want used', 'Linnie');
            await first.presses('Save');
        });
        await visitor.fills_in('Name they want used', 'Linny');
        visitor.expects(`${record}/edit`, 409);
        await visitor.presses('Save');
        await visitor.sees('Linnie', 'Linny', 'Nothing you typed has been lost');
        await visitor.finds_the_page_well();
        await visitor.chooses('Linny');
        await visitor.presses('Save these answers');
        await visitor.opens(record);
        await visitor.sees('Linny');
    });

    await step('when the colleague needs the protected address at once, they say why and it opens', async () => {
        await visitor.opens(`/break-glass/open?kind=person&record=${person}&next=${record}`);
        await visitor.sees('Jean Amory and Marian Oakes are told at once');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Why this cannot wait', 'urgent');
        await is_refused(visitor, 'Open the record for 60 minutes', 'at least 20 characters');
        await visitor.holds('Why this cannot wait', 'urgent');
        await visitor.fills_in('Why this cannot wait', 'The child has not come home and the police are waiting');
        await visitor.presses('Open the record for 60 minutes');
        await visitor.is_at(record);
        await visitor.presses('Show the protected address');
        await visitor.sees('5 Still Water');
    });

    await step('then the officer sees who has seen the record, and reviews the emergency', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens(`/audit/records/person/${person}`);
        await visitor.sees(name_of_colleague, 'Outside their caseload', 'Opened the record in an emergency');
        await visitor.finds_the_page_well();
        await visitor.follows('The list to give to the family');
        await visitor.does_not_see(name_of_colleague);
        await visitor.finds_the_page_well();
        await visitor.opens('/break-glass');
        await visitor.opens_the_first('main a[href^="/break-glass/"]:not([href$="people"])');
        await visitor.sees(name_of_colleague, 'the police are waiting');
        await visitor.finds_the_page_well();
        await visitor.chooses('Yes');
        await visitor.fills_in('What you found', 'The child was found safe.');
        await visitor.presses('Save the review');
        await visitor.sees('Justified', 'The child was found safe.');
        await visitor.finds_the_page_well();
        for (const path of ['/audit/check', '/audit/unusual', '/alerts', '/drafts']) {
            await visitor.opens(path);
            await visitor.finds_the_page_well();
        }
        await visitor.opens('/audit/unusual');
        await visitor.sees(name_of_colleague, 'Opened a record with their own surname, outside their caseload');
        await visitor.opens('/audit/check');
        await visitor.sees('Every entry is as it was written');
        await visitor.walks_with_the_tab_key();
    });

    await step('and whoever may see no record learns nothing of it', async () => {
        await signs_in(visitor, server, 'leader@tidemoor.example');
        await visitor.opens(record, 404);
        await visitor.does_not_see('Linnet');
        await visitor.opens(`/audit/records/person/${person}`, 404);
        await visitor.opens('/alerts');
        await visitor.sees(`${name_of_colleague} opened a record in an emergency`);
        await visitor.does_not_see('Linnet');
    });
    assert.ok(person.length === 32);
}
