// A parent was told "do not come back for now", and knows neither the kind nor the length. The answer says what hangs on it, and what to ask.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A parent does not know what it is';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'I am not sure',
            'Which school is it?': { text: '990015', label: 'Which school is it?' },
            'What was the first day out of school?': { date: '2026-11-20' },
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('What happened is not clear yet');
        await visitor.sees('Ask the school what it is, and when it ends', 'What hangs on what you do not know', 'If it is a suspension of 5 school days or less', 'If it is permanent');
        visitor.picture = 'check-not-known';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
