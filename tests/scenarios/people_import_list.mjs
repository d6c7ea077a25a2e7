// A school office sends a list of children with a faulty row, sees what it would do, leaves the row out, settles a row that waits, and takes
// the list back: the child whose record was worked on stays. Follows trust.md U-07 and U-10.
import { signs_in } from './lib/sign_in.mjs';
import { is_refused, path_of } from './lib/steps.mjs';

export const name = 'A school office imports a list of children and takes it back';
export const widths = [320];

export async function steps({ visitor, step, server, scripts }) {
    const family = scripts === 'with' ? 'Wrenfield' : 'Larkholm';
    await step('given somebody in the school office who has signed in',
        () => signs_in(visitor, server, 'office@high.tidemoor.example'));
    const sends = async (text) => {
        await visitor.opens('/people/import');
        await visitor.finds_the_page_well();
        await visitor.page.getByLabel('The list', { exact: true }).setInputFiles({
            name: 'new-pupils.csv', mimeType: 'text/csv', buffer: Buffer.from(text),
        });
        await visitor.presses('Look at the list');
    };
    await step('a file that is too large, or has too long a name, is told of with the limit and the way back', async () => {
        for (const [file, ...words] of [
            [{ name: 'all.csv', buffer: Buffer.alloc(30 * 1024 * 1024, 'a') }, 'The file is larger than 25 MB', 'Choose a smaller file'],
            [{ name: `${'n'.repeat(210)}.csv`, buffer: Buffer.from('first name') }, 'The name of the file is longer than 200 letters'],
        ]) {
            await visitor.opens('/people/import');
            visitor.expects('/people/import', 413);
            await visitor.page.getByLabel('The list', { exact: true }).setInputFiles({ mimeType: 'text/csv', ...file });
            await visitor.presses('Look at the list');
            await visitor.sees(...words);
            await visitor.finds_the_page_well();
            visitor.expects('/people/import', 200);
            await visitor.follows('Go back and try again');
            await visitor.sees('Import a list of children');
        }
    });
    const list = 'first name,surname,date of birth,postcode,house\n' +
        `Poppy,${family},15/01/2014,ZZ1 1AB,Gull\nHazel,${family},15/02/2014,ZZ1 1AC,Gull\nRory,${family},31/02/2014,ZZ1 1AB,Tern\n`;
    await step('when a list with a faulty row is sent, nothing is stored and the fault is told', async () => {
        await sends(list);
        await visitor.sees('Nothing has been stored yet', 'Columns that are not kept: house',
            'Write the date of birth as 31/12/2014 or 2014-12-31');
        await visitor.does_not_see('31/02/2014');
        await visitor.finds_the_page_well();
    });
    const preview = path_of(visitor);
    await step('when it is imported without a choice, it is refused', async () => {
        await is_refused(visitor, 'Import this list');
    });
    await step('when the faulty row is left out, the rest is imported', async () => {
        await visitor.chooses('Leave them out and import the rest');
        await visitor.presses('Import this list');
        await visitor.sees('Imported on', 'Take this list back');
        await visitor.finds_the_page_well();
    });
    await step('then the same list would change nothing', async () => {
        await sends(list);
        await visitor.sees('This very file was imported on');
    });
    await step('when a row is much like a child on record, it waits; compared, it is the same child', async () => {
        await sends(`first name,surname,date of birth,known as\nHazell,${family},15/02/2014,Haz\n`);
        await visitor.sees('Rows that somebody must look at');
        await visitor.presses('Import this list');
        await visitor.sees('1 row waits for somebody to say of whom it is');
        await visitor.finds_the_page_well();
        await visitor.follows('Settle row 2');
        await visitor.sees('Why it waits', 'Records that may be of this child');
        await visitor.finds_the_page_well();
        await visitor.follows(`Compare the row with the record of Hazel ${family}`);
        await visitor.sees('Side by side', 'the record takes over');
        await visitor.finds_the_page_well();
        await visitor.presses('The same child');
        await visitor.sees('The same child, by');
        await visitor.finds_the_page_well();
    });
    await step('and that is taken back, then said to be another child, and taken back again', async () => {
        const waiting = path_of(visitor);
        await visitor.follows('Look at row 2');
        await visitor.finds_the_page_well();
        await visitor.presses('Take this back');
        await visitor.presses('Another child: make a record');
        await visitor.is_at(waiting);
        await visitor.sees('Another child, by');
        await visitor.follows('Look at row 2');
        await visitor.presses('Take this back');
        await visitor.sees('Why it waits');
    });
    await step('and the list can be taken back', async () => {
        await visitor.opens(preview);
        await visitor.presses('Take this list back');
        await visitor.sees('This list was taken back on');
        await visitor.opens('/people');
        await visitor.fills_in('Search', `Poppy ${family}`);
        await visitor.presses('Search');
        await visitor.sees('Nobody fits');
    });
}
