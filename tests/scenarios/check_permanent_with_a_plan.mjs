// J2. A parent on an old phone: permanent, the letter came yesterday, the child has a plan. Stages, dates, who decides and what
// can be asked, each with its source; a calendar file, easy read, a sheet and a code to take away; nothing kept.
import assert from 'node:assert/strict';
import { leaves_no_trace, permanent_with_a_plan, tells } from './lib/checker.mjs';
import { saves_the_file } from './lib/steps.mjs';

export const name = 'A parent checks a permanent exclusion of a child with a plan';

export async function steps({ visitor, step }) {
    await step('given the start, without a sign-in', async () => {
        await visitor.opens('/check');
        await visitor.sees_heading('What happened?');
        await visitor.sees('We do not ask for names', 'Exit this page');
        visitor.picture = 'check-start';
        await visitor.finds_the_page_well();
    });
    await step('an empty page says what to do', async () => {
        visitor.expects('/check', 400);
        await visitor.presses('Continue');
        await visitor.sees('There is a problem', 'Select what happened, or that you are not sure');
        visitor.picture = 'check-errors';
        await visitor.finds_the_page_well();
        visitor.expects('/check', 200);
    });
    await step('when the parent answers what they know', async () => {
        let looked = 0;
        await tells(visitor, permanent_with_a_plan, async () => {
            visitor.picture = `check-question-${++looked}`;
            await visitor.finds_the_page_well();
        });
    });
    await step('then all answers are shown, and one can be changed', async () => {
        await visitor.sees('Tidemoor High School', 'Tuesday 24 November 2026');
        visitor.picture = 'check-answers';
        await visitor.finds_the_page_well();
        await visitor.presses(/^Change Reason given/);
        await visitor.sees_heading('What reason did the school give?');
        await visitor.chooses('That the school cannot meet my child’s needs');
        await visitor.presses('Continue');
        await visitor.sees_heading('Check your answers');
        await visitor.sees('That the school cannot meet my child’s needs');
    });
    await step('and the answer gives the dates, who acts, the sources and whom to ring', async () => {
        await visitor.presses('Show what follows');
        await visitor.sees_heading('Permanently excluded');
        await visitor.sees('The governors must meet and decide', 'Wednesday 2 December 2026',
            'The council must give your child full-time teaching', 'Needs that the school cannot meet', 'SEN expert',
            'SEND tribunal', 'Source:', 'Who can help', '01632 960123', 'What we could not tell');
        visitor.picture = 'check-permanent';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await leaves_no_trace(visitor);
    });
    await step('and it can be taken away: easy read, a sheet, a code', async () => {
        for (const [button, heading, picture] of [['Easy read', 'Easy read', 'check-easy'],
            ['One page to show the head teacher', 'For the head teacher', 'check-sheet'],
            ['A code for the advice service', 'A code for the advice service', 'check-code']]) {
            await visitor.presses(button);
            await visitor.sees_heading(heading);
            visitor.picture = picture;
            await visitor.finds_the_page_well();
            await leaves_no_trace(visitor);
            await visitor.presses('Back to the answer');
            await visitor.sees_heading('Permanently excluded');
        }
    });
    await step('and the dates go into a calendar', async () => {
        const { named } = await saves_the_file(visitor, 'Dates for your phone’s calendar');
        assert.equal(named, 'school-dates.ics');
    });
    await step('and back leads through all answers to the last question', async () => {
        await visitor.presses('Back');
        await visitor.sees_heading('Check your answers');
        await visitor.presses('Back');
        await visitor.sees_heading('Have the governors decided?');
    });
}
