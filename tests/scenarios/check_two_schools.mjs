// Suspended twice in a term by two schools: the days add up.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A child is suspended by two schools in one term';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was suspended',
            'Which school is it?': { text: 'Tidemoor Free School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-25', groups: { 'Did it start': 'In the morning' } },
            'What date is on the letter?': { date: '2026-11-24' },
            'How many school days must your child stay at home?': { text: '3' },
            'Was your child out of school like this before, since September?': async (visitor) => {
                await visitor.chooses('Yes');
                await visitor.fills_in('If so, how many days this term?', '4');
                await visitor.fills_in('And how many days since September?', '4');
                await visitor.chooses('At another school, or at both');
            },
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Suspended');
        await visitor.sees('More than 5 days are lost this term', 'The governors do not have to meet, as you have not written to them');
        visitor.picture = 'check-two-schools';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
