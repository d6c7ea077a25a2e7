// A sixth-former of 18: no duty of school age, and the rights are the young person’s own.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A sixth-former of 18 is suspended';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was suspended',
            'Which school is it?': { text: 'Tidemoor High School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-25' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-11-24' },
            'How many school days must your child stay at home?': { text: '6' },
            'How old is your child?': '18 or over',
            'Does your child have a disability?': 'Yes',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Suspended');
        await visitor.sees('must tell the young person', 'these steps are theirs to take', 'Your child can make a claim');
        visitor.picture = 'check-sixth-former';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
    await step('and nothing is said of public places or of teaching from day six', () =>
        visitor.does_not_see('in a public place', 'full-time teaching.'));
}
