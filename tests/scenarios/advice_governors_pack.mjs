// An adviser puts together the pack for the governors' meeting from what lies in the case: what each paper says of where the family
// lives stops it, other people's names become initials, the order is the adviser's, and all leaves in one file with its index.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { is_excluded_for_good } from './lib/advice.mjs';
import { a_pdf_of, has_a_case } from './lib/advice_family.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { names_in_zip, part_of_zip } from './lib/zip.mjs';

export const name = 'An adviser builds the governors’ pack from the case';

const text_of = (pdf) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();

export async function steps({ visitor, step, server }) {
    const { page } = visitor;
    const family = a_family_name();
    let address, copy;
    await step('given a case of a family with a protected address, an exclusion, a note and two documents', async () => {
        await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
        ({ address } = await has_a_case(visitor, family));
        await is_excluded_for_good(visitor, address);
        await visitor.opens(`${address}/notes/new`);
        await visitor.fills_in('Your note', 'Astrid was calm. Bo Vintner, her friend, saw it all.');
        await visitor.presses('Save');
        await visitor.opens(`${address}/documents`);
        const files = [['Letter of October.pdf', ['Letter of exclusion', 'for persistent disruption']],
            ['Report of the visit.pdf', ['Report of the visit', 'Astrid lives with her mother at 10 Quiet', 'Court, Tidemoor.']]];
        await page.getByLabel('Files', { exact: true }).setInputFiles(files.map(([called, lines]) => (
            { name: called, mimeType: 'application/pdf', buffer: a_pdf_of(lines) })));
        await visitor.presses('Add documents');
        await visitor.sees('Letter of October.pdf', 'Report of the visit.pdf');
    });
    await step('the overview leads to the pack, and who gets it and what for need not be typed', async () => {
        await visitor.opens(address);
        await visitor.follows('Prepare the governors’ pack');
        await visitor.presses('Continue');
        await visitor.sees_heading('Choose what goes in');
        await visitor.sees('The governing board of Harbour Light Academy', 'Letter of October.pdf', 'Report of the visit.pdf');
        visitor.picture = 'advice-pack-choose';
        await visitor.finds_the_page_well();
    });
    await step('nothing chosen is said, and what was typed stays', async () => {
        const here = new URL(page.url()).pathname;
        visitor.expects(here, 400);
        await visitor.fills_in('Representations', '');
        for (const made of ['Chronology', 'Dates and findings, each with its source'])
            await page.getByLabel(made, { exact: true }).uncheck();
        await visitor.fills_in('Other names to hide (optional)', 'Bo Vintner');
        await visitor.presses('Put them in');
        await visitor.sees('There is a problem', 'Choose what goes in');
        await visitor.holds('Other names to hide (optional)', 'Bo Vintner');
        visitor.expects(here, 200);
    });
    await step('papers made from the record, a note and both documents go in, and the address is found before anything leaves', async () => {
        await visitor.fills_in('Representations', 'To the governing board\n\n1. The letter does not say how to put her side.');
        await visitor.chooses('Chronology');
        await visitor.chooses('Dates and findings, each with its source');
        await page.getByRole('group', { name: 'Notes' }).getByRole('checkbox').first().check();
        await visitor.chooses('Letter of October.pdf');
        await visitor.chooses('Report of the visit.pdf');
        await visitor.presses('Put them in');
        await visitor.sees_heading('A copy of papers');
        await visitor.sees('Representations.pdf (paper 1)', 'Chronology.pdf (paper 2)', 'Dates-and-findings.pdf (paper 3)',
            'Notes.pdf (paper 4)', 'Letter of October.pdf (paper 5)', 'Report of the visit.pdf (paper 6)',
            'holds words that must not reach this person', 'Paper 6 holds words', 'This copy cannot be given yet');
        await visitor.does_not_see('Quiet Court');
        copy = new URL(page.url()).pathname;
        visitor.picture = 'advice-pack-found';
        await visitor.finds_the_page_well();
        await page.request.get(`${server.address}${copy}/whole`).then((answer) => assert.equal(answer.status(), 404));
    });
    await step('the overview says how far the pack is, and leads back to it', async () => {
        await visitor.opens(copy.replace(/\/papers\/.*/, ''));
        await visitor.sees('Open the pack', '5 of 5 parts are in it');
        await visitor.follows('Open the pack');
        await visitor.sees_heading('A copy of papers');
    });
    await step('the letter is moved before the notes', async () => {
        await visitor.presses(/^Move up.*Letter of October/);
        await visitor.sees('Letter of October.pdf (paper 4)', 'Notes.pdf (paper 5)');
    });
    await step('the report is left out, and the pack is given and saved in one file', async () => {
        for (const [paper, choice, why] of [[6, 'Leave it out of this copy', 'It says where they live']]) {
            const card = page.locator('form', { hasText: `What happens with paper ${paper}?` });
            await card.getByLabel(choice, { exact: true }).check();
            await card.getByLabel('Why?', { exact: true }).fill(why);
            await visitor.act(() => card.getByRole('button', { name: 'Save the decision' }).click());
        }
        await visitor.does_not_see('This copy cannot be given yet');
        await visitor.presses('Give this copy to The governing board of Harbour Light Academy');
        await visitor.sees('Given on', 'Save all papers in one file (ZIP)');
        visitor.picture = 'advice-pack-given';
        await visitor.finds_the_page_well();
    });
    await step('it holds an index and the parts in that order, with names of others as initials and no address', async () => {
        const answer = await page.request.get(`${server.address}${copy}/whole`);
        assert.equal(answer.headers()['content-type'], 'application/zip');
        const zip = await answer.body();
        assert.deepEqual(names_in_zip(zip), ['00-Index.pdf', '01-Representations.pdf', '02-Chronology.pdf', '03-Dates-and-findings.pdf',
            '04-Letter-of-October.pdf', '05-Notes.pdf']);
        const index = text_of(part_of_zip(zip, '00-Index.pdf'));
        for (const words of ['The governing board of Harbour Light Academy', `Astrid ${family}`, 'Letter of October', '04-Letter-of-October.pdf'])
            assert.ok(index.includes(words), `the index does not say ${words}: ${index}`);
        assert.ok(text_of(part_of_zip(zip, '02-Chronology.pdf')).includes('Permanent exclusion'));
        assert.match(text_of(part_of_zip(zip, '03-Dates-and-findings.pdf')), /Regulations 2012|guidance/);
        const notes = text_of(part_of_zip(zip, '05-Notes.pdf'));
        assert.ok(notes.includes('Astrid was calm.') && notes.includes('B.V.') && !notes.includes('Vintner'), notes);
        for (const part of names_in_zip(zip)) assert.ok(!text_of(part_of_zip(zip, part)).includes('Quiet'), part);
    });
}
