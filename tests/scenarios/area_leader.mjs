// The leader of an area wants to know three things: are we higher than England, how sure is our rank, who is affected most.
import assert from 'node:assert/strict';
import { answer_on, file_beneath, holds_in_forced_colours } from './lib/area.mjs';
import { suspended } from './lib/checker.mjs';

export const name = 'An area leader sees the area as it is';

export async function steps({ visitor, step }) {
    await step('given the page to choose an area', async () => {
        await visitor.opens('/area');
        await visitor.sees_heading('The area’s figures');
        await visitor.finds_the_page_well();
    });
    await step('when the leader types the name of the area', async () => {
        await visitor.fills_in('Name or code of the area', 'Tidemoor');
        await visitor.presses('Show this area');
        await visitor.sees_heading('Exclusions in Tidemoor');
    });
    await step('then the page answers: are we higher than England?', async () => {
        await visitor.sees('Do not quote them');
        const [here, england, said] = await answer_on(visitor,
            /Suspension rate ([\d.]+) for each 100 pupils .*? England ([\d.]+)\. (Lower|Higher|No clear difference)/);
        if (said === 'Lower') assert.ok(Number(here) < Number(england), `${here} is said to be lower than ${england}`);
        if (said === 'Higher') assert.ok(Number(here) > Number(england), `${here} is said to be higher than ${england}`);
        const [head, ...years] = await file_beneath(visitor, 'trend');
        assert.equal(years.at(-1)[head.indexOf('tidemoor')], here, 'the file says the same of the area');
        assert.equal(years.at(-1)[head.indexOf('england')], england, 'and of England');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('and: how sure is our rank?', async () => {
        const [rank, of, low, high] = (await answer_on(visitor, /is (\d+)\w\w of (\d+), and could be (\d+)\w\w to (\d+)\w\w/)).map(Number);
        assert.ok(1 <= low && low <= rank && rank <= high && high <= of, `${low}, ${rank}, ${high} of ${of}`);
        await visitor.sees('Bars show where the rank could truly lie');
    });
    await step('and: who is affected most?', async () => {
        await visitor.sees('Who is affected most');
        const [group, times] = await answer_on(visitor, /([A-Z][a-z ]+): suspended ([\d.]+) times as often as all other pupils/);
        const [head, ...groups] = await file_beneath(visitor, 'groups');
        const ratios = groups.map((row) => Number(row[head.indexOf('suspension_rate')])).filter(Number.isFinite);
        assert.equal(Math.max(...ratios), Number(times), `${group} stands out most in the file too`);
    });
    await step('and it says what it does not show', () => visitor.sees('What this does not show', 'not zero'));
    await step('when the leader chooses permanent exclusions', async () => {
        await visitor.picks('Measure', 'Permanent exclusion rate');
        await visitor.presses('Show');
        await visitor.sees('permanent exclusions for each 100 pupils');
    });
    await step('then the address holds the choice', async () => {
        if (!visitor.page.url().includes('measure=permanent_exclusion_rate')) throw new Error(visitor.page.url());
        await visitor.finds_the_page_well();
        await holds_in_forced_colours(visitor, 'area_leader_forced_colours');
    });
}
