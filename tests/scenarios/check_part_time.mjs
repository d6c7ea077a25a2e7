// A part-time timetable that nobody wrote down, for behaviour, without an end.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A child is on a part-time timetable that nobody wrote down';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child is on a part-time timetable',
            'Which school is it?': { text: 'Harbour Light Academy', label: 'Which school is it?' },
            'On what day did the part-time timetable start?': { date: '2026-11-02' },
            'Is there an end date?': 'No',
            'Why was it, as the school put it?': 'Because of how my child behaved',
            'Did you agree to it?': 'No',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('On a part-time timetable');
        await visitor.sees('You did not agree to it', 'It has no end date', 'Your child has a right to full-time school', 'You may say no to a part-time timetable');
        visitor.picture = 'check-part-time';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
