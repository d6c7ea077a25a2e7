// Suspended twice in a term by two schools: the days add up.
import { leaves_no_trace, suspended, tells } from './lib/checker.mjs';

export const name = 'A child is suspended by two schools in one term';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            ...suspended('Tidemoor Free School', '2026-11-25', '2026-11-24', '3'),
            'Was your child out of school like this before, since September?': 'Yes',
            'Do you know when that was?': 'Yes, I know the dates',
            'Time 1 before: what was the first day out of school?': { date: '2026-10-05' },
            'Time 1 before: how many school days was it?': { text: '2' },
            'Time 1 before: at which school was it?': 'At another school',
            'Was there one more time before, a time 2?': 'Yes',
            'Time 2 before: what was the first day out of school?': { date: '2026-11-09' },
            'Time 2 before: how many school days was it?': { text: '2' },
            'Time 2 before: at which school was it?': 'At this school',
            'Was there one more time before, a time 3?': 'Yes',
            'Time 3 before: what was the first day out of school?': { date: '2026-11-16' },
            'Was there one more time before, a time 4?': 'No',
        }, async (title) => {
            if (title.startsWith('Time 2 before:')) return visitor.takes_a_picture('check-earlier-times');
        });
        await visitor.sees('Monday 5 October 2026', 'Monday 9 November 2026', 'Time 3 before: school days', 'I do not know');
    });
    await step('a time that was none is taken out again, and what it was is changed', async () => {
        await visitor.presses('Change Time 3 before: first day');
        visitor.picture = 'check-earlier-time';
        await visitor.finds_the_page_well();
        await visitor.presses('Take this time out');
        await visitor.sees_heading('Check your answers');
        await visitor.does_not_see('Time 3 before');
        await visitor.presses('Change Time 2 before: school days');
        await visitor.holds('Time 2 before: how many school days was it?', '2');
        await visitor.presses('Back');
        await visitor.sees_heading('Check your answers');
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
