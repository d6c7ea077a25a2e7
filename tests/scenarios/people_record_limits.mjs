// What an officer and the data protection officer do around one record: who lives together, another name, opening it to named
// people only, a request to see it with its clock, a period looked at before it is saved, and what a relative says.
// Follows trust.md Z-11, G-02 and G-05.
import { a_family_name, adds_a_child_with_a_mother } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now, is_refused, path_of } from './lib/steps.mjs';

export const name = 'a record has its household, its limits, a request with its clock, and a period of its own';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let record;
    await step('given a child with a mother', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        record = await adds_a_child_with_a_mother(visitor, { given: 'Isolde', family, born: '2013-05-09', sex: 'Female' }, 'Ylva');
    });
    await step('and a council that accommodates the child, which every page of the record says first', async () => {
        await visitor.opens(record);
        await visitor.follows('State whether a council looks after the child');
        await visitor.finds_the_page_well();
        visitor.expects(`${record}/care`, 400);
        await visitor.chooses('Looked after: accommodated under section 20');
        await visitor.fills_in_date('Since when?', day_from_now(-90));
        await visitor.presses('Save');
        await visitor.sees('Enter which council looks after the child');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Which council?', 'Tidemoor Council');
        await visitor.presses('Save');
        await visitor.sees('Looked after by Tidemoor Council', 'Looked after: accommodated under section 20');
        await visitor.finds_the_page_well();
        await visitor.opens(`${record}/history`);
        await visitor.sees('Looked after by Tidemoor Council', 'looked after');
    });
    await step('and an NHS number, seen by an act of its own and taken off again', async () => {
        await visitor.opens(record);
        await visitor.follows('See or change the NHS number');
        await visitor.finds_the_page_well();
        visitor.expects(`${record}/nhs-number`, 400);
        await visitor.fills_in('NHS number', '999 000 0019');
        await visitor.presses('Save the NHS number');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        await visitor.fills_in('NHS number', '999 000 0018');
        await visitor.presses('Save the NHS number');
        await visitor.sees('Held. Not shown here');
        await visitor.does_not_see('999 000 0018');
        await visitor.follows('See or change the NHS number');
        await visitor.sees('On record: 999 000 0018');
        await visitor.presses('Save the NHS number');
        await visitor.opens(`${record}/nhs-number`);
        await visitor.sees('No NHS number is on record');
    });
    await step('when the officer says who lives together', async () => {
        await visitor.opens(`${record}/household`);
        await visitor.sees('No household is recorded yet');
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Save the household');
        await visitor.fills_in('What do you call it?', 'With Mum');
        await visitor.chooses(`Ylva ${family}`);
        await visitor.fills_in_date('Since when?', day_from_now(-200));
        await visitor.presses('Save the household');
        await visitor.sees('With Mum', `Ylva ${family}`);
        await visitor.finds_the_page_well();
        await visitor.follows('Somebody left With Mum');
        await visitor.finds_the_page_well();
        await visitor.chooses(`Ylva ${family}`);
        await visitor.fills_in_date('What was their last day there?', day_from_now(-3));
        await visitor.presses('Record that they left');
        await visitor.sees(' to ');
    });
    await step('and another name', async () => {
        await visitor.opens(`${record}/names`);
        await visitor.finds_the_page_well();
        await visitor.fills_in('First name', 'Izzy');
        await visitor.chooses('Also known as');
        await visitor.presses('Save the name');
        await visitor.sees('Izzy (Also known as)');
        await visitor.opens(`${record}/death`);
        await visitor.finds_the_page_well();
    });
    await step('and opens the record to named people only', async () => {
        await visitor.opens(`${record}/withhold`);
        await visitor.finds_the_page_well();
        await visitor.fills_in('Why is it withheld?', 'A colleague is in danger of being asked');
        await visitor.presses('Open it to named people only');
        await visitor.sees('The record is open to these people only');
        await visitor.finds_the_page_well();
    });
    await step('then a colleague is asked for an emergency, and may say that it is a relative’s', async () => {
        await signs_in(visitor, server, 'inclusion2@tidemoor.example');
        await visitor.opens(record);
        await visitor.is_at('/account/prove' === path_of(visitor) ? '/account/prove' : '/break-glass/open');
        await visitor.opens(`${record}/own`);
        await visitor.finds_the_page_well();
        await visitor.chooses('It is my own record, or a relative’s or close friend’s');
        await visitor.presses('Say so');
        await visitor.is_at('/people');
        await visitor.opens(record, 404);
    });
    await step('and the data protection officer sees and lifts both limits', async () => {
        await signs_in(visitor, server, 'dpo@tidemoor.example');
        await visitor.opens('/people/limits');
        await visitor.sees('Own record, or a relative’s', 'Open to named people only', 'Tom Wickett');
        await visitor.finds_the_page_well();
        for (const words of ['Tom Wickett', 'A colleague is in danger of being asked'])
            await visitor.clicks(visitor.page.getByRole('row').filter({ hasText: words }).getByRole('button'));
        await visitor.does_not_see('A colleague is in danger of being asked');
        await visitor.sees('Somebody who works here is a neighbour');
    });
    await step('and starts the clock of a request to see the record', async () => {
        await visitor.opens('/people/requests');
        await visitor.finds_the_page_well();
        await visitor.opens(`${record}/requests`);
        await visitor.finds_the_page_well();
        await visitor.fills_in('Who asks?', 'The child’s mother');
        await visitor.fills_in_date('When was it received?', day_from_now(-9));
        await visitor.chooses('Yes, the clock starts when they show it');
        await visitor.presses('Start the clock');
        await visitor.sees('The clock has not started');
        await visitor.finds_the_page_well();
        await visitor.chooses('They showed who they are');
        await visitor.fills_in_date('When?', day_from_now(-2));
        await visitor.presses('Save');
        await visitor.sees('Answer by');
        await visitor.finds_the_page_well();
    });
    await step('and looks at what a shorter period would change, saving nothing', async () => {
        await visitor.opens('/people/retention/pupil_record/birth');
        if (path_of(visitor) === '/account/prove') return;
        await visitor.finds_the_page_well();
        await visitor.fills_in('Years', '20');
        await visitor.chooses('Show me what it would change');
        await visitor.presses('Continue');
        await visitor.sees('Nothing is saved yet');
        await visitor.finds_the_page_well();
    });
}
