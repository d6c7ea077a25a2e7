// A data lead loads a file of statistics: sees what it would change, is told what is wrong with another, and finds that the same
// file again changes nothing.
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A data lead loads a file of statistics';

const head = 'Year,Measure,School_type,Indicator,Count\n';

export async function steps({ visitor, step, server, width, scripts }) {
    // A file of its own for each run, since the same one would be known.
    const lodged = width + (scripts === 'with' ? 1 : 2);
    const file = `${head}2015/16,Exclusion reviews,Academies,Number of reviews lodged,${lodged}\n` +
        '2015/16,Exclusion reviews,Academies,Number of reviews determined,x\n';
    const sends = async (name_of_file, text, status = 200) => {
        await visitor.opens('/area/import');
        visitor.expects('/area/import', status);
        await visitor.page.getByLabel('File of statistics', { exact: true }).setInputFiles({
            name: name_of_file, mimeType: 'text/csv', buffer: Buffer.from(text),
        });
        await visitor.presses('Show what it would change');
    };
    await step('given a data lead who has signed in, the way to the page is on their menu', async () => {
        await signs_in(visitor, server, 'data@tidemoor.example');
        await visitor.opens('/start');
        await visitor.follows('Import statistics');
        await visitor.sees_heading('Load a file of statistics');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('when it is a file of another kind, that is said beside the field', async () => {
        await sends('notes.csv', 'a,b\n1,2\n', 422);
        await visitor.sees('There is a problem', 'none of the files that can be imported');
        await visitor.finds_the_page_well();
    });
    await step('when a row is wrong, the row is named and nothing can be loaded', async () => {
        await sends('panels.csv', `${file}2016/18,a,b,c,4\n`);
        await visitor.sees_heading('This file was not loaded');
        await visitor.sees('Row 4');
        await visitor.finds_the_page_well();
    });
    await step('when it is sound, what it would change is shown first, and then loaded', async () => {
        await sends('panels.csv', file);
        await visitor.sees_heading('Check before you load');
        await visitor.sees('Exclusion appeals and independent review panels', '2015/16');
        await visitor.finds_the_page_well();
        await visitor.presses('Load this file');
        await visitor.sees('panels.csv', 'SHA-256 of the file');
        await visitor.finds_the_page_well();
    });
    await step('then the same file again changes nothing', async () => {
        await sends('panels-again.csv', file);
        await visitor.sees('This file was loaded before');
        await visitor.finds_the_page_well();
    });
    await step('and the list of files shows the newest first', async () => {
        await visitor.opens('/area/files');
        await visitor.sees('Files, newest first', 'panels.csv', 'In use');
        await visitor.finds_the_page_well();
    });
}
