// A journalist wants to know three things: which of these areas is highest, whether that is more than chance, and where the
// numbers are from.
import assert from 'node:assert/strict';
import { answer_on, holds_in_forced_colours } from './lib/area.mjs';

export const name = 'A journalist compares areas and checks the source';

export async function steps({ visitor, step }) {
    await step('given the page to compare areas', async () => {
        await visitor.opens('/area/compare');
        await visitor.sees_heading('Compare areas');
        await visitor.finds_the_page_well();
    });
    await step('when the journalist chooses three areas', async () => {
        await visitor.picks('Area 1', 'Tidemoor');
        await visitor.picks('Area 2', 'Fellmouth');
        await visitor.picks('Area 3', 'England');
        await visitor.presses('Compare');
    });
    await step('then the page says which is highest, and whether by more than chance', async () => {
        const rows = {};
        for (const name of ['Tidemoor', 'Fellmouth', 'England']) {
            const [figure, low, high] = await answer_on(visitor,
                new RegExp(`${name} (?:Figure)?\\s*(\\d[\\d.]+) (?:Range \\(95%\\))?\\s*(\\d[\\d.]+) to ([\\d.]+)`));
            rows[name] = { figure: Number(figure), low: Number(low), high: Number(high) };
            assert.ok(rows[name].low <= rows[name].figure && rows[name].figure <= rows[name].high, name);
        }
        assert.ok(rows.Fellmouth.low > rows.England.high && rows.England.low > rows.Tidemoor.high,
            'Fellmouth is above England and Tidemoor below it, by more than chance');
        await visitor.sees('Where two ranges overlap, do not say that one area is worse', 'Range (95%)');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('and where the numbers are from', async () => {
        await visitor.sees('Sources', 'Invented for the demonstration area');
        await answer_on(visitor, /(invented_suspensions_by_area\.csv)/);
        await answer_on(visitor, /Fingerprint \(SHA-256\).*?([0-9a-f]{16})/);
        await holds_in_forced_colours(visitor, 'area_compare_forced_colours');
    });
    await step('when the journalist asks how it was worked out', async () => {
        await visitor.follows('How we worked this out');
        await visitor.sees_heading('How the area’s figures are worked out');
        await visitor.finds_the_page_well();
    });
    await step('and what the figures do not show', async () => {
        await visitor.opens('/area/limits');
        await visitor.sees('A high figure is a question, not a verdict.');
        await visitor.finds_the_page_well();
    });
    await step('and a name that is no area is answered kindly', async () => {
        await visitor.opens('/area?name=Nowhere');
        await visitor.sees('There is a problem', 'Enter the name of a council in England');
        await visitor.holds('Name or code of the area', 'Nowhere');
        await visitor.finds_the_page_well();
    });
}
