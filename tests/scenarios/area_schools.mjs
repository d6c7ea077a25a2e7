// A headteacher looks where the school stands, chance allowed for, and at the school's own years; a leader sees the year so far.

export const name = 'A headteacher finds the school among others, in order of name';

export async function steps({ visitor, step }) {
    await step('given the page of the area with the year so far', async () => {
        await visitor.opens('/area/001');
        await visitor.sees('suspensions by week 11 of 2026/27', 'Provisional', 'Whole of 2024/25, official');
    });
    await step('when the headteacher follows to the schools', async () => {
        await visitor.follows('Schools, trusts and parts of the area');
        await visitor.sees_heading('Schools in Tidemoor');
        await visitor.takes_a_picture('area_schools');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('then they stand in order of name, with ranges, and it is no league table', () =>
        visitor.sees('This is not a league table.', 'in order of name', 'Secondary'));
    await step('and each school has a page of its own years', async () => {
        await visitor.follows('Tidemoor High School');
        await visitor.sees('never against another school', 'running sum');
        await visitor.takes_a_picture('area_school');
        await visitor.finds_the_page_well();
    });
    await step('and trusts and towns are there too', async () => {
        for (const by of ['trusts', 'parts']) {
            await visitor.opens(`/area/001/patterns?by=${by}`);
            await visitor.sees('This is not a league table.', 'Share of pupils');
            await visitor.takes_a_picture(`area_${by}`);
            await visitor.finds_the_page_well();
        }
    });
}
