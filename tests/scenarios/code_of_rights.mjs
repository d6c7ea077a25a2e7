// Anybody reads the code of rights, and finds its version's own address.

export const name = 'A family reads the code of rights and responsibilities';

export async function steps({ visitor, step }) {
    await step('given the page for schools, the code is a press away', async () => {
        await visitor.opens('/check/schools');
        await visitor.follows('Code of rights and responsibilities');
        await visitor.sees_heading('Code of rights and responsibilities');
        await visitor.sees('Children and young people', 'Parents and carers', 'All versions');
        visitor.picture = 'code-of-rights';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('a version keeps its address', async () => {
        await visitor.follows('From 25 November 2026');
        await visitor.is_at('/check/code/2026-11-25');
    });
}
