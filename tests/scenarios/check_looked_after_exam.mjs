// A child in care who will miss an exam.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A child in care is suspended and will miss an exam';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'My child was suspended',
            'Which school is it?': { text: 'Tidemoor High School', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-25' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-11-24' },
            'How many school days must your child stay at home?': { text: '3' },
            'Will your child miss an exam or a national test?': 'Yes',
            'What is the date of the first exam or test?': { date: '2026-11-26' },
            'Was your child out of school like this before, since September?': 'No',
            'Is your child in care, or is there a social worker?': 'My child is in care (looked after by a council)',
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Suspended');
        await visitor.sees('the virtual school head', 'before the exam', 'should give teaching from the first day');
        visitor.picture = 'check-in-care';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
