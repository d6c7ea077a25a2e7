// A family writes to the governors from its answers: as a page, as a PDF and as text to change, in large print.
import assert from 'node:assert/strict';
import { asks_what_follows, leaves_no_trace } from './lib/checker.mjs';
import { saves_the_file } from './lib/steps.mjs';

export const name = 'A family writes to the governors from its answers';

export async function steps({ visitor, step }) {
    await step('given answers about a permanent exclusion', async () => {
        await asks_what_follows(visitor, {
            'What happened?': 'My child was excluded for good',
            'Which school is it?': { text: 'Harbour Light Academy' },
            'What was the first day out of school?': { date: '2026-11-19' },
            'What date is on the letter?': { date: '2026-11-18' },
        });
    });
    await step('when the family asks for letters, those that fit are shown', async () => {
        await visitor.presses('Letters to send');
        await visitor.sees_heading('Write to the school');
        await visitor.sees('Tell the governors what you think', 'Ask for work and teaching', 'Ask to meet by video', 'Ask for your child’s records');
        await visitor.does_not_see('Ask for an independent review', 'Ask for it in writing');
        visitor.picture = 'letters-that-fit';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
    await step('names are asked, and none is needed', async () => {
        await visitor.presses(/Write this letter.*Tell the governors what you think/);
        await visitor.sees_heading('Names for the letter');
        await visitor.holds('Name of the school (optional)', 'Harbour Light Academy');
        await visitor.fills_in('Your child’s name (optional)', 'Robin');
        visitor.picture = 'letters-names';
        await visitor.finds_the_page_well();
        await visitor.presses('Show the letter');
    });
    await step('the letter gives the last day, and can be taken away', async () => {
        await visitor.sees('Robin was permanently excluded from Thursday 19 November 2026.', 'they must meet by', 'The rules that this letter rests on');
        visitor.picture = 'letters-representations';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await leaves_no_trace(visitor);
        await visitor.chooses('Large print, 18 point');
        for (const [button, ending] of [['Get it as a PDF', 'pdf'], ['Get it as text to change', 'odt']]) {
            const { named, bytes } = await saves_the_file(visitor, button);
            assert.equal(named, `representations.${ending}`);
            assert.ok(bytes.length > 0);
        }
    });
}
