// An officer has put a child down for the wrong school: puts it right, then takes a school off the record where the child never was.
import { a_family_name, adds_a_child } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused } from './lib/steps.mjs';

export const name = 'An officer puts a wrong school right';

export async function steps({ visitor, step, server }) {
    // A child of its own for each run: the runs share one server.
    const family = a_family_name();
    let record;
    const adds = async (child, urn, since) => {
        await visitor.opens(`${child}/schools`);
        await visitor.fills_in('The school’s URN', urn);
        await visitor.chooses('Main school');
        await visitor.fills_in_date('First day', since);
        await visitor.presses('Save the school');
    };
    await step('given an officer, and a child who is put down for two schools', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        record = await adds_a_child(visitor, { given: 'Brannoc', family, born: '2014-05-12', sex: 'Male' });
        await adds(record, '990001', '2025-09-01');
        await adds(record, '990002', '2026-09-01');
    });
    const [first, second] = (await visitor.page.locator('main a[href^="/schools/"]').allInnerTexts());
    await step('when the second is changed, a faulty answer is told by its field', async () => {
        await visitor.follows(`Change ${second}, Since 1 September 2026`);
        await visitor.sees_heading('Change a school');
        await visitor.holds('The school’s URN', '990002');
        await visitor.sees(`Is the child still at ${first}?`);
        visitor.picture = 'people-change-school';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await visitor.fills_in('The school’s URN', '99');
        await is_refused(visitor, 'Save the school', 'Enter the school’s URN of 6 digits');
        await visitor.fills_in('The school’s URN', '990003');
        await visitor.fills_in('Why is it changed? (optional)', 'Read from the letter');
        await visitor.presses('Save the school');
        await visitor.is_at(record);
        await visitor.does_not_see(second);
    });
    await step('then the history says what stood before, and why', async () => {
        await visitor.opens(`${record}/history`);
        await visitor.sees('990002', '990003', 'Read from the letter');
    });
    await step('when it turns out to be no main school, the first lasts again, and so it is told', async () => {
        const other = await adds_a_child(visitor, { given: 'Hedra', family, born: '2013-03-04', sex: 'Female' });
        await adds(other, '990001', '2025-09-01');
        await adds(other, '990002', '2026-09-01');
        await visitor.follows(`Change ${second}, Since 1 September 2026`);
        await visitor.chooses('Yes, they are still there');
        await is_refused(visitor, 'Save the school', 'A child has one main school');
        await visitor.chooses('Alternative provision');
        await visitor.presses('Save the school');
        await visitor.is_at(other);
        await visitor.sees('Since 1 September 2025', 'Alternative provision');
    });
    await step('when the child was never there, the school goes and the first lasts again', async () => {
        await visitor.opens(record);
        await visitor.clicks(visitor.page.getByRole('link', { name: 'Change' }).and(visitor.page.locator('[href*="/schools/"]')).nth(1));
        await visitor.follows('The child was never there');
        await visitor.sees_heading('Take a school off the record');
        await visitor.sees(`Is the child still at ${first}?`);
        visitor.picture = 'people-remove-school';
        await visitor.finds_the_page_well();
        await visitor.chooses('Yes, they are still there');
        await visitor.presses('Take it off the record');
        await visitor.is_at(record);
        await visitor.sees('Since 1 September 2025');
        visitor.picture = 'people-school-put-right';
        await visitor.finds_the_page_well();
    });
}
