// An officer takes their own list of children as a file: after saying what for, as CSV and as a workbook, with who made it in its
// first row and nobody's home in it. Follows trust.md A-11, L-01, U-08 and Z-10.
import assert from 'node:assert/strict';
import { adds_a_child } from './lib/people.mjs';
import { start_server } from './lib/server.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { saves_the_file } from './lib/steps.mjs';

export const name = 'an officer takes their own list of children as a file';

export async function steps({ visitor, step }) {
    const server = await start_server();
    const shown = visitor.address;
    visitor.address = server.address;
    try {
        await step('given an officer with a child whose home is recorded', async () => {
            await signs_in(visitor, server, 'virtualschool@tidemoor.example');
            await adds_a_child(visitor, { given: 'Isolde', family: '=Wetherwick', born: '2013-05-09', sex: 'Female' });
            await visitor.follows('Record a move');
            await visitor.fills_in('First line of the address', '77 Hidden Canary Lane');
            await visitor.fills_in_date('When did they move?', '2026-01-05');
            await visitor.chooses('Yes, protect it');
            await visitor.presses('Save the new address');
            await visitor.sees('Withheld');
        });
        await step('the page is found from People, and what is missing is said by the field', async () => {
            await visitor.opens('/people');
            await visitor.follows('Your list of children as a file');
            visitor.picture = 'list-as-file';
            await visitor.finds_the_page_well();
            visitor.expects('/people/export', 400);
            await visitor.presses('Download the list');
            await visitor.sees('Choose what it is for', 'Choose the kind of file');
            await visitor.finds_the_page_well();
        });
        await step('the CSV says who made it, runs nothing, and holds no home', async () => {
            await visitor.chooses('To check the quality of records');
            await visitor.chooses('CSV, for any program');
            const { named, bytes } = await saves_the_file(visitor, 'Download the list');
            assert.equal(named, 'onroll-children.csv');
            const text = bytes.toString('utf8');
            assert.match(text, /^\uFEFF?"Made by .*Tidemoor.*child(ren)?\. Keep it no longer/);
            assert.ok(text.includes("Isolde,'=Wetherwick,,2013-05-09"), text.slice(0, 600));
            assert.ok(!text.includes('Canary'), 'no home is in it');
        });
        await step('and the workbook opens as one', async () => {
            await visitor.opens('/people/export');
            await visitor.chooses('To check the quality of records');
            await visitor.chooses('Excel workbook');
            const { named, bytes } = await saves_the_file(visitor, 'Download the list');
            assert.equal(named, 'onroll-children.xlsx');
            assert.equal(bytes.subarray(0, 2).toString(), 'PK');
        });
    } finally {
        visitor.address = shown;
        await server.stop();
    }
}
