// A family is sent on to somebody else from the page of its case; nobody forgets to ask what came of it; the year's figures have it.
// And the next step of the child: where to, what was advised, what became of it. capabilities.md N04, N52.
import assert from 'node:assert/strict';
import { adviser, opens_a_case } from './lib/advice.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { in_group, path_of } from './lib/steps.mjs';

export const name = 'An adviser sends a family on, and asks what came of it';

export async function steps({ visitor, step, server, width, scripts }) {
    // A child and a place of its own for each run: the runs share one server.
    const own = ['Fairweather', 'Gullane', 'Hebburn', 'Ingleby'][(width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1)];
    const place = `${own} food bank`;
    let address;
    const figure = async (row) => {
        await visitor.opens('/advice/reports');
        const words = await visitor.page.getByRole('table', { name: 'Families sent on to somebody else' })
            .getByRole('row').filter({ hasText: row }).innerText();
        return Number(words.match(/(\d+)\s*$/)[1]);
    };
    let helped;
    await step('given a case without a contact, the way to signpost says to record one first', async () => {
        await signs_in(visitor, server, adviser);
        helped = await figure('They were helped');
        address = await opens_a_case(visitor, { given: 'Sorrel', family: own });
        await visitor.follows('Signpost to somebody else');
        await visitor.sees_heading('Signpost to somebody else');
        await visitor.sees('this case has none yet');
        visitor.picture = 'advice-signpost-needs-contact';
        await visitor.finds_the_page_well();
        await visitor.presses('Add a contact');
        await visitor.fills_in('In their words', 'There is nothing in the house until Friday.');
        await visitor.presses('Save contact');
    });
    await step('when the family is sent on from the case, the place and what is not yet known stand there', async () => {
        await visitor.opens(address);
        await visitor.follows('Signpost to somebody else');
        visitor.picture = 'advice-signpost';
        await visitor.finds_the_page_well();
        await in_group(visitor, 'Who can help?', 'Somebody else, named below');
        await visitor.fills_in('Name of somebody else', place);
        await visitor.fills_in('Why (optional)', 'Food until Friday');
        await visitor.presses('Save');
        await visitor.sees(`Signposted to ${place}`, 'Not asked yet');
        await visitor.opens(address);
        await visitor.sees('Signposts', place, 'Not asked yet');
        visitor.picture = 'advice-case-with-signpost';
        await visitor.finds_the_page_well();
    });
    await step('then it is among those that nobody has asked about, and a task says when to ask', async () => {
        await visitor.opens(`${address}/dates`);
        await visitor.sees(`Ask the family what came of the signpost to ${place}`);
        await visitor.opens('/advice/signposts');
        await visitor.sees('Not asked yet', place);
        visitor.picture = 'advice-signposts-not-asked';
        await visitor.finds_the_page_well();
    });
    await step('when the family says that it helped, nobody needs to ask any more, and the year counts it', async () => {
        const row = visitor.page.getByRole('table', { name: 'Who was sent on and not asked since' }).getByRole('row').filter({ hasText: place });
        await visitor.clicks(row.getByRole('link'));
        await visitor.sees_heading('What happened next?');
        visitor.expects(path_of(visitor), 400);
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Select what came of it');
        visitor.picture = 'advice-signpost-result';
        await visitor.finds_the_page_well();
        await visitor.chooses('They were helped');
        await visitor.presses('Save');
        await visitor.sees('They were helped');
        await visitor.opens('/advice/signposts');
        const waiting = visitor.page.getByRole('table', { name: 'Who was sent on and not asked since' });
        assert.equal(await waiting.getByRole('row').filter({ hasText: place }).count(), 0, 'it waits for no answer');
        await visitor.opens(`${address}/dates`);
        await visitor.does_not_see(`Ask the family what came of the signpost to ${place}`);
        assert.equal(await figure('They were helped'), helped + 1);
    });
    await step('the next step of the child is recorded with what was advised', async () => {
        await visitor.opens(`${address}/next-steps`);
        await visitor.sees_heading('Next steps');
        await visitor.sees('No next step is recorded yet');
        visitor.picture = 'advice-next-steps-none';
        await visitor.finds_the_page_well();
        await visitor.presses('Add a next step');
        visitor.expects(`${address}/next-steps/new`, 400);
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Select where the child goes on to', 'Enter what you advised');
        visitor.picture = 'advice-next-step';
        await visitor.finds_the_page_well();
        await in_group(visitor, 'Where to?', 'A new school');
        await visitor.fills_in('Which one? (optional)', 'Harbour Light Academy');
        await visitor.fills_in_date('From when? (optional)', '2027-01-05');
        await visitor.fills_in('What did you advise?', 'Visit before the holidays, and take the support plan along.');
        await visitor.presses('Save');
        await visitor.sees_heading('Next steps');
        await visitor.sees('Harbour Light Academy', 'Tuesday 5 January 2027', 'Not known yet');
    });
    await step('then what became of it stands on its page, in the chronology and where the case is closed', async () => {
        await visitor.clicks(visitor.page.getByRole('link', { name: 'Say what became of it' }));
        await visitor.sees_heading('What became of it?');
        visitor.picture = 'advice-next-step-result';
        await visitor.finds_the_page_well();
        await visitor.chooses('It began');
        await visitor.fills_in('Anything else? (optional)', 'Three days in, and well so far');
        await visitor.presses('Save');
        await visitor.sees('It began', 'Three days in, and well so far');
        visitor.picture = 'advice-next-steps';
        await visitor.finds_the_page_well();
        await visitor.opens(`${address}/chronology`);
        await visitor.sees('Next step advised: A new school', 'A new school: It began');
        await visitor.opens(`${address}/close`);
        await visitor.sees('Next steps', 'A new school: Harbour Light Academy', 'It began');
        visitor.picture = 'advice-close-next-steps';
        await visitor.finds_the_page_well();
        await visitor.opens('/advice/reports');
        await visitor.sees('Next steps advised');
    });
}
