// An adviser records that a child was sent home and then excluded for good, sees what is found and every date in the school's own
// days, tells later facts, and sees the exclusion change its state while its history is kept.
import assert from 'node:assert/strict';
import {
    adviser, gives_a_colleague_a_task, is_excluded_for_good, meets_about_going_back, opens_a_case, tells_of_the_letter, the_governors_reinstate,
} from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { in_group, path_of } from './lib/steps.mjs';

export const name = 'An adviser records what happened, and sees what follows and what changes';

export async function steps({ visitor, step, server }) {
    // Names that do not sound alike: else the service asks whether it is the same child.
    const family = a_family_name();
    let address, event;
    await step('given an adviser with a case', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Sami', family, work: 'Sent home' });
        await visitor.follows(/^Dates/);
        await visitor.sees_heading('Dates and tasks');
        await visitor.sees('Nothing is recorded yet');
        visitor.picture = 'advice-dates-empty';
        await visitor.finds_the_page_well();
    });
    await step('what happened is chosen, and nothing chosen is said', async () => {
        await visitor.presses('Record what happened');
        await visitor.sees_heading('What happened?');
        visitor.picture = 'advice-event-kinds';
        await visitor.finds_the_page_well();
        await visitor.chooses('Sent home to cool off');
        await visitor.presses('Continue');
        await visitor.sees_heading('Record: Sent home to cool off');
        visitor.picture = 'advice-event-form';
        await visitor.finds_the_page_well();
    });
    await step('a day that is missing is asked for, and what was typed stays', async () => {
        visitor.expects(path_of(visitor), 400);
        await visitor.fills_in('At what time?', '12:30pm');
        await visitor.fills_in('Which school?', 'Harbour Light Academy');
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Enter the day');
        await visitor.holds('At what time?', '12:30pm');
        await visitor.finds_the_page_well();
        visitor.expects(path_of(visitor), 200);
    });
    await step('then it is found not to be recorded as it must be, with the rule', async () => {
        await visitor.fills_in_date('Which day?', '2026-09-29');
        await in_group(visitor, 'Is there a letter from the school?', 'No');
        await visitor.presses('Save');
        await visitor.sees_heading('Dates and tasks');
        await visitor.sees('Sent home to cool off', 'Sent home without a suspension', 'Clear rule');
        visitor.picture = 'advice-dates-cool-off';
        await visitor.finds_the_page_well();
        assert.ok(await visitor.page.getByRole('link', { name: /guidance|Act|Regulations/i }).count(), 'the finding links to its rule');
    });
    await step('a permanent exclusion gives every date, counted past the half term and the training day of 2 November', async () => {
        event = await is_excluded_for_good(visitor, address);
        await visitor.unfolds('Days that have passed');
        await visitor.sees('Wednesday 11 November 2026');
        visitor.picture = 'advice-dates-permanent';
        await visitor.finds_the_page_well();
    });
    await step('the letter is told later, and what it lacks is found', async () => {
        await visitor.opens(event);
        visitor.picture = 'advice-event';
        await visitor.finds_the_page_well();
        await visitor.follows('Say what the letter holds');
        visitor.picture = 'advice-event-letter';
        await visitor.finds_the_page_well();
        await tells_of_the_letter(visitor, event);
        await visitor.sees_heading('Dates and tasks');
        await visitor.sees('What was found');
    });
    await step('a fact that moves dates is said with the old day, the new day and why', async () => {
        await visitor.opens(`${event}/tell/board`);
        await visitor.fills_in_date('When did the school tell the governors?', '2026-10-08');
        await visitor.presses('Save');
        await visitor.sees('What changed', 'Because a step of the governors was recorded', 'Wednesday 11 November 2026',
            'Friday 13 November 2026');
        visitor.picture = 'advice-dates-changed';
        await visitor.finds_the_page_well();
    });
    await step('the governors put the child back: the state changes, and it is still counted', async () => {
        await the_governors_reinstate(visitor, event, '2026-11-12', 'Thursday 12 November 2026');
        await visitor.sees('Behaviour');
        visitor.picture = 'advice-event-reinstated';
        await visitor.finds_the_page_well();
    });
    await step('the meeting about going back is recorded, and its action gets an owner', async () => {
        await meets_about_going_back(visitor, event);
        await visitor.presses('Add a task');
        visitor.picture = 'advice-task-form';
        await visitor.finds_the_page_well();
        await gives_a_colleague_a_task(visitor, address);
    });
    await step('needs stand beside sanctions', async () => {
        await visitor.opens(`${address}/needs`);
        await visitor.sees('No need is recorded yet');
        await visitor.presses('Add a need');
        visitor.picture = 'advice-need-form';
        await visitor.finds_the_page_well();
        await visitor.chooses('Hearing');
        await visitor.chooses('Asked for');
        await visitor.fills_in_date('When?', '2026-09-15');
        await visitor.fills_in('Who? (optional)', 'School nurse');
        await visitor.presses('Save');
        await visitor.sees('2 sanctions of 2 fell while a need was known and nobody had seen the child about it.');
        visitor.picture = 'advice-needs';
        await visitor.finds_the_page_well();
    });
    await step('what is known of special educational needs is stated from the case, and stated again later', async () => {
        const states = async (link, status, day) => {
            await visitor.opens(`${address}/profile`);
            await visitor.follows(link);
            await visitor.sees_heading('Special educational needs');
            await visitor.chooses(status);
            await visitor.fills_in_date('Since when?', day);
            await visitor.presses('Save');
            await visitor.opens(`${address}/profile`);
            await visitor.sees(status);
        };
        await states('State what is known', 'Suspected, not yet assessed', '2026-09-01');
        await states('State what is known now', 'Known: SEN support', '2026-10-20');
        await visitor.does_not_see('Suspected, not yet assessed');
        await visitor.opens(address);
        await visitor.sees('Known: SEN support');
    });
    await step('and the family’s journey is drawn, with its table', async () => {
        await visitor.opens(`${address}/journey/new`);
        visitor.picture = 'advice-journey-form';
        await visitor.finds_the_page_well();
        await visitor.chooses('An agency or service came in');
        await visitor.fills_in_date('From, or on, which day?', '2026-10-01');
        await visitor.fills_in('Which agency or service? (optional)', 'Early help');
        await visitor.fills_in('In the family’s words', 'Somebody listened at last.');
        await visitor.chooses('4 Better');
        await visitor.presses('Save');
        await visitor.sees_heading('The family’s journey');
        assert.ok(await visitor.page.locator('svg[role="img"]:visible').count(), 'the drawing is there');
        await visitor.unfolds('Show these figures as a table');
        await visitor.sees('Early help', 'Somebody listened at last.', 'Permanent exclusion');
        visitor.picture = 'advice-journey';
        await visitor.finds_the_page_well();
    });
    await step('the overview of the case gives the next dates', async () => {
        await visitor.opens(address);
        await visitor.sees('Next dates', 'What was found');
        visitor.picture = 'advice-case-dates';
        await visitor.finds_the_page_well();
    });
}
