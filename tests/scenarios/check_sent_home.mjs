// Sent home "to cool off" with no letter: is the child suspended?
import { asks_what_follows, reads_the_answer } from './lib/checker.mjs';

export const name = 'A child is sent home to cool off';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await asks_what_follows(visitor, {
            'What happened?': 'My child was sent home, and no letter came',
            'Which school is it?': { text: 'Harbour Light Academy' },
            'On what day was your child sent home?': { date: '2026-11-24' },
            'Why was it, as the school put it?': 'Because of how my child behaved',
            'How many times was your child sent home in the last four weeks?': { text: '2' },
            'Did you agree to it?': 'Yes',
        });
    });
    await step('then the answer says what follows', async () => {
        await reads_the_answer(visitor, 'check-sent-home', 'Sent home without a letter',
            'Ask the school: is my child suspended?', 'You said yes, but that makes no difference', 'If the school says that it was a suspension');
    });
    await step('and the browser’s own Back leads from a source to the answer, and on to the questions', async () => {
        await visitor.follows(/Exclusion guidance/);
        await visitor.sees('Since when, and where it is written');
        await visitor.page.goBack();
        await visitor.sees_heading('Sent home without a letter');
        await visitor.page.goBack();
        await visitor.sees_heading('Check your answers');
    });
}
