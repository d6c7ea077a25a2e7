// The pages that anybody may open are usable by everybody: rules of accessibility, small screens, the keyboard.

export const name = 'The open pages are well';

export async function steps({ visitor, step }) {
    const pages = ['/', '/check', '/law', '/schools', '/help', '/privacy', '/accessibility', '/cookies', '/feedback'];
    for (const path of pages) {
        await step(`${path} is well`, async () => {
            visitor.picture = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-');
            visitor.pictures = 0;
            await visitor.opens(path);
            await visitor.finds_the_page_well();
            await visitor.walks_with_the_tab_key();
        });
    }
}
