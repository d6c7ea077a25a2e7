// A family pastes a good letter: each part is found, and nothing is said to be wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaves_no_trace } from './lib/checker.mjs';
import { root } from './lib/server.mjs';

export const name = 'A family checks a good letter from the school';

const letter = readFileSync(join(root, 'src/check/tests/letters/01_good_three_days.txt'), 'utf8');

export async function steps({ visitor, step }) {
    await step('an empty letter is said at its field', async () => {
        await visitor.opens('/check/letter');
        visitor.expects('/check/letter', 400);
        await visitor.presses('Check the letter');
        await visitor.sees('There is a problem', 'Paste the words of the letter');
        visitor.picture = 'letter-check-error';
        await visitor.finds_the_page_well();
    });
    await step('a pasted letter is read, and what cannot be read is asked', async () => {
        visitor.expects('/check/letter', 200);
        await visitor.fills_in('The words of the letter or email', letter);
        await visitor.presses('Check the letter');
        await visitor.sees_heading('Is it more than 5 days this term, or is an exam missed?');
        visitor.picture = 'letter-check-total';
        await visitor.finds_the_page_well();
        await visitor.chooses('No');
        await visitor.presses('Continue');
    });
    await step('all that was read is shown, and one thing is changed and changed back', async () => {
        await visitor.sees_heading('What the letter is about');
        await visitor.sees('This is what we read in the letter');
        visitor.picture = 'letter-check-facts';
        await visitor.finds_the_page_well();
        await visitor.presses(/Change.*How many school days/);
        await visitor.holds('How many school days does it say?', '3');
        await visitor.presses('Continue');
        await visitor.sees_heading('What the letter is about');
        await visitor.presses('Continue');
    });
    await step('then each part that the law asks for is found', async () => {
        await visitor.sees_heading('What the letter says');
        await visitor.sees('Each part that the law asks for is here.', 'Found', 'If he is, you may be prosecuted');
        await visitor.does_not_see('Not found', 'What does not fit the rules');
        visitor.picture = 'letter-check-good';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await leaves_no_trace(visitor);
    });
    await step('and the way back keeps what was typed', async () => {
        await visitor.presses('Back');
        await visitor.sees_heading('What the letter is about');
        await visitor.presses('Back');
        await visitor.holds('The words of the letter or email', letter.replace(/\r/g, ''));
    });
}
