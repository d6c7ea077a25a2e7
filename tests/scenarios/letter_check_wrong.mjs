// A family pastes a letter that is wrong and leaves things out, and writes to the school about it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaves_no_trace } from './lib/checker.mjs';
import { root } from './lib/server.mjs';

export const name = 'A family checks a wrong letter, and writes to the school';

const letter = readFileSync(join(root, 'src/check/tests/letters/09_wrong_board_date_permanent.txt'), 'utf8');

export async function steps({ visitor, step }) {
    await step('the letter is read as a permanent exclusion', async () => {
        await visitor.opens('/check/letter');
        await visitor.fills_in('The words of the letter or email', letter);
        await visitor.presses('Check the letter');
        await visitor.sees_heading('What the letter is about');
        await visitor.presses('Continue');
    });
    await step('what does not fit the rules is shown with its words, and what is missing', async () => {
        await visitor.sees_heading('What the letter says');
        await visitor.sees('do not fit the rules', 'It gives the governors too long', 'They must meet within 15 school days', 'The governors will meet within 50 school days', 'It says that teaching starts later than day six', 'Not found', 'Not sure');
        visitor.picture = 'letter-check-wrong';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await leaves_no_trace(visitor);
    });
    await step('a letter names what was left out', async () => {
        await visitor.presses('Write to the school');
        await visitor.sees_heading('Write to the school');
        await visitor.sees('Ask for what the letter left out');
        visitor.picture = 'letters-list';
        await visitor.finds_the_page_well();
        await visitor.presses(/Write this letter.*Ask for what the letter left out/);
        await visitor.sees_heading('Names for the letter');
        await visitor.presses('Show the letter');
        await visitor.sees('What your letter about my child left out', 'how the child can take part', 'It gives the governors too long. As I read the rules, they have 15 school days.');
        visitor.picture = 'letters-left-out';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
