// Everything of a case in one order: narrowed, without names for those who must not read them, and on paper, searched for what must
// not reach its reader.
import assert from 'node:assert/strict';
import { adviser, opens_a_case } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { saves_the_file } from './lib/steps.mjs';

export const name = 'An adviser reads the chronology, and gives it away without names';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let address;
    await step('given an adviser with a case, a note and a meeting', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Leander', family });
        await visitor.opens(`${address}/notes/new`);
        await visitor.fills_in('Your note', `Leander’s mother rang. Mr Okonjo told Leander ${family} to stay away.`);
        await visitor.presses('Save');
        await visitor.opens(`${address}/actions/new`);
        await visitor.chooses('At a meeting');
        await visitor.fills_in('What happened (optional)', 'The school will send the papers.');
        await visitor.presses('45 minutes');
    });
    const narrows = () => visitor.unfolds('Show only some of it');
    await step('everything stands in the chronology, and can be narrowed', async () => {
        await visitor.opens(`${address}/chronology`);
        await visitor.sees('At a meeting', 'The school will send the papers.', 'Note', 'Case opened', '45 minutes');
        visitor.picture = 'advice-chronology';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await narrows();
        await visitor.chooses('Notes');
        await visitor.presses('Show');
        await visitor.sees('Mr Okonjo');
        const titles = await visitor.page.locator('.onr-timeline__title').allInnerTexts();
        assert.deepEqual(titles, ['Note']);
    });
    await step('on paper for us it is a PDF', async () => {
        await visitor.opens(`${address}/chronology`);
        const pdf = (await saves_the_file(visitor, 'Make a PDF')).bytes;
        assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    });
    await step('with names hidden, no name on record is left, and the page has no header that tells', async () => {
        await visitor.opens(`${address}/chronology`);
        await narrows();
        await visitor.chooses('As who they are, such as “the mother”');
        await visitor.presses('Show');
        await visitor.sees('The child’s mother rang.', 'told the child to stay away.');
        await visitor.does_not_see('Leander', family);
        visitor.picture = 'advice-chronology-hidden';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Other names to hide (optional)', 'Okonjo');
        await visitor.chooses('A school, a council, a court or somebody else');
        const pdf = (await saves_the_file(visitor, 'Make a PDF')).bytes;
        assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    });
    await step('the case shows the hours and what happened last', async () => {
        await visitor.opens(address);
        await visitor.sees('45 minutes', 'What happened, newest first', 'The school will send the papers.');
        visitor.picture = 'advice-case-hours';
        await visitor.finds_the_page_well();
    });
}
