// Permanently excluded in the last week of July: the fifteenth school day falls in the autumn.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A permanent exclusion in the last week of July';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was excluded for good',
            'Which school is it?': { text: 'Tidemoor High School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-07-20' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-07-17' },
            'How old is your child?': '5 to 16, up to the end of year 11',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Permanently excluded');
        await visitor.sees('The governors must meet and decide', 'September 2026', 'How we counted to');
        visitor.picture = 'check-july';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
