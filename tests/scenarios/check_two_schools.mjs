// Suspended twice in a term by two schools: the days add up.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A child is suspended by two schools in one term';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was suspended',
            'Which school is it?': { text: 'Tidemoor Free School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-25' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-11-24' },
            'How many school days must your child stay at home?': { text: '3' },
            'Was your child out of school like this before, since September?': 'Yes',
            'Do you know when that was?': 'Yes, I know the dates',
            'When was your child out of school before?': async (visitor) => {
                const time = async (number, date, days, school) => {
                    const [year, month, day] = date.split('-').map(Number);
                    for (const [part, value] of [['day', day], ['month', month], ['year', year]])
                        await visitor.page.locator(`#earlier-${number}-${part}`).fill(String(value));
                    await visitor.page.locator(`#earlier-${number}-days`).fill(days);
                    await visitor.page.locator(`input[name=earlier-${number}-at][value=${school}]`).check();
                };
                await time(1, '2026-10-05', '2', 'other');
                await visitor.presses('Add another time');
                visitor.picture = 'check-earlier-times';
                await visitor.finds_the_page_well();
                await time(2, '2026-11-09', '2', 'here');
            },
        });
        await visitor.sees('5 October 2026, days: 2. At another school', '9 November 2026, days: 2. At this school');
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
