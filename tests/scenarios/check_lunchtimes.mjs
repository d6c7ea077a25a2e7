// A lunchtime "cool-off" of three days, and no letter.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A child may not stay at lunchtimes, and no letter came';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child may not stay at lunchtimes',
            'Which school is it?': { text: 'Harbour Light Academy', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-23' },
            'How many lunchtimes?': { text: '3' },
            'Did you get a letter or an email about it?': 'No',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Suspended at lunchtimes');
        await visitor.sees('The letter leaves something out', 'the letter itself', 'Each lunchtime counts as half a day');
        visitor.picture = 'check-lunchtimes';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
