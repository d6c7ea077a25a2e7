// A headteacher wants to know three things: how secondary schools here compare, why pupils are suspended, and when;
// and takes a paper about it to a meeting.
import assert from 'node:assert/strict';
import { answer_on, file_beneath, holds_in_forced_colours } from './lib/area.mjs';

export const name = 'A headteacher takes the figures to a meeting';

export async function steps({ visitor, step }) {
    await step('given the page of the area', async () => {
        await visitor.opens('/area/001');
        await visitor.sees_heading('Exclusions in Tidemoor');
    });
    await step('then it answers: how do secondary schools compare?', () => visitor.sees('Secondary, Tidemoor', 'Secondary, England'));
    await step('and: why are pupils suspended?', async () => {
        const [reason, share] = await answer_on(visitor, /([A-Z][a-z ,]+): (\d+)% of the reasons given/);
        const reasons = (await file_beneath(visitor, 'reasons')).slice(1);
        const given = new Map(reasons.map(([name, number]) => [name, Number(number.replaceAll(',', ''))]));
        const all = [...given.values()].reduce((sum, number) => sum + number, 0);
        assert.equal(Math.max(...given.values()), given.get(reason), `${reason} is given most often in the file too`);
        assert.equal(Math.round(100 * given.get(reason) / all), Number(share));
    });
    await step('and: when?', async () => {
        await visitor.sees('Through the year', 'School weeks, with holidays left as gaps');
        await answer_on(visitor, /(Weeks? [\d, and]+ stands? out|No week stands out)/);
    });
    await step('when the headteacher writes a briefing', async () => {
        await visitor.follows('Write a briefing from these figures');
        await visitor.sees_heading('Write a briefing about Tidemoor');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        await visitor.fills_in('In short (optional)', 'Look at the autumn term.\n\nTalk to each other.');
        await visitor.presses('Show it to print');
    });
    await step('then it holds the figures, the words and the sources', async () => {
        await visitor.sees('Briefing for headteachers', 'Look at the autumn term.', 'Talk to each other.', 'Sources', 'SHA-256');
        await visitor.finds_the_page_well();
        await holds_in_forced_colours(visitor, 'area_briefing_forced_colours');
    });
    await step('when the headteacher looks who runs the schools', async () => {
        await visitor.opens('/area/001');
        await visitor.follows('Who runs the schools');
        await visitor.finds_the_page_well();
    });
    await step('then it says who considers an exclusion and what is not held', () =>
        visitor.sees('Who considers an exclusion', 'What is not held here'));
}
