// The leader of an area wants to know three things: are we higher than England, how sure is our rank, who is affected most.

export const name = 'An area leader sees the area as it is';

export async function steps({ visitor, step, scripts }) {
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
        await visitor.sees('England', 'for each 100 pupils', 'Do not quote them');
        await visitor.finds_the_page_well();
        if (scripts === 'with') await visitor.walks_with_the_tab_key();
    });
    await step('and: how sure is our rank?', () => visitor.sees('and could be', 'Bars show where the rank could truly lie'));
    await step('and: who is affected most?', () => visitor.sees('Who is affected most', 'times as often as all other pupils'));
    await step('and it says what it does not show', () => visitor.sees('What this does not show', 'not zero'));
    await step('when the leader chooses permanent exclusions', async () => {
        await visitor.picks('Measure', 'Permanent exclusion rate');
        await visitor.presses('Show');
        await visitor.sees('permanent exclusions for each 100 pupils');
    });
    await step('then the address holds the choice', async () => {
        if (!visitor.page.url().includes('measure=permanent_exclusion_rate')) throw new Error(visitor.page.url());
        await visitor.finds_the_page_well();
    });
}
