// Somebody wants to know what the law says about the sixth day, when it has held, and how sure we are.

export const name = 'A parent finds the rule on the sixth day';

export async function steps({ visitor, step }) {
    await step('given the list of rules', async () => {
        await visitor.opens('/law');
        await visitor.sees_heading('The law we use');
    });
    await step('when the parent looks for "sixth" as it was on 1 October 2024', async () => {
        await visitor.fills_in('Words in the rule', 'sixth');
        await visitor.fills_in('In force on', '1 10 2024');
        await visitor.presses('Show rules');
    });
    await step('then fewer rules are shown, each with its source', async () => {
        await visitor.sees('in force on 1 October 2024', 'Where it is written', 'How sure we are');
        await visitor.finds_the_page_well();
    });
    await step('when one of them is opened', () => visitor.opens_the_first('main table a[href^="/law/"]'));
    await step('then it says where it is written and since when', async () => {
        await visitor.sees('Where it is written', 'In force');
        await visitor.finds_the_page_well();
    });
    await step('when a date cannot be read, the page says what to do and keeps what was typed', async () => {
        await visitor.opens('/law?q=sixth&on=31+2+2026');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        await visitor.holds('Words in the rule', 'sixth');
        await visitor.holds('In force on', '31 2 2026');
    });
}
