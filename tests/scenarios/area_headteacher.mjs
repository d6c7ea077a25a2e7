// A headteacher wants to know three things: how secondary schools here compare, why pupils are suspended, and when;
// and takes a paper about it to a meeting.

export const name = 'A headteacher takes the figures to a meeting';

export async function steps({ visitor, step, scripts }) {
    await step('given the page of the area', async () => {
        await visitor.opens('/area/001');
        await visitor.sees_heading('Exclusions in Tidemoor');
    });
    await step('then it answers: how do secondary schools compare?', () => visitor.sees('Secondary, Tidemoor', 'Secondary, England'));
    await step('and: why are pupils suspended?', () => visitor.sees('of the reasons given'));
    await step('and: when?', () => visitor.sees('Through the year', 'School weeks, with holidays left as gaps'));
    await step('when the headteacher writes a briefing', async () => {
        await visitor.follows('Write a briefing from these figures');
        await visitor.sees_heading('Write a briefing about Tidemoor');
        await visitor.finds_the_page_well();
        if (scripts === 'with') await visitor.walks_with_the_tab_key();
        await visitor.fills_in('In short (optional)', 'Look at the autumn term.\n\nTalk to each other.');
        await visitor.presses('Show it to print');
    });
    await step('then it holds the figures, the words and the sources', async () => {
        await visitor.sees('Briefing for headteachers', 'Look at the autumn term.', 'Talk to each other.', 'Sources', 'SHA-256');
        await visitor.finds_the_page_well();
    });
    await step('when the headteacher looks who runs the schools', async () => {
        await visitor.opens('/area/001');
        await visitor.follows('Who runs the schools');
        await visitor.finds_the_page_well();
    });
    await step('then it says who considers an exclusion and what is not held', () =>
        visitor.sees('Who considers an exclusion', 'What is not held here'));
}
