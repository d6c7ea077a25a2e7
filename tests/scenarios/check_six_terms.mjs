// Five and a half days in a school that has six terms: the governors’ duty hangs on the total in the law’s own term.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A suspension of five and a half days in a school with six terms';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was suspended',
            'Which school is it?': { text: 'Saltcote School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-16' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-11-13' },
            'How many school days must your child stay at home?': { text: '5.5' },
            'Was your child out of school like this before, since September?': 'No',
            'Have you written to the governors?': 'Yes',
            'Have the governors decided?': 'Not yet',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Suspended');
        await visitor.sees('The governors must meet and decide, as you wrote to them', '50 school days', 'The school must give your child full-time teaching');
        visitor.picture = 'check-six-terms';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
