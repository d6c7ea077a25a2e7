// An adviser writes down what was said and done, with files, and the sign-in ends in the middle of a long note. Nothing that was
// typed is lost, and a file that is not what it says it is is refused.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adviser, opens_a_case } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';
import { the_sign_in_runs_out } from './lib/later.mjs';

export const name = 'An adviser keeps notes, minutes and files, and a time-out loses nothing';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const letter = { name: 'Letter from the school.pdf', mimeType: 'application/pdf', buffer: pdf };
const program = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0 a program') };
const picture = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n a picture', 'latin1') };
const too_large = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf, Buffer.alloc(26 * 1024 * 1024)]) };
const long_note = 'The headteacher said that it was for his own good, and that no letter is needed. '.repeat(120).trim();

/// Files as they lie on somebody's disk: the browser reads them itself, however large.
function from_disk(...files) {
    const folder = mkdtempSync(join(tmpdir(), 'onroll-notes-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return files.map(({ name: called, buffer }) => {
        writeFileSync(join(folder, called), buffer);
        return join(folder, called);
    });
}

const attaches = (visitor, label, files) => visitor.page.getByLabel(label, { exact: true }).setInputFiles(files);

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let address;
    await step('given an adviser with a case', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Tobias', family });
    });
    await step('a case without files says how to add them', async () => {
        await visitor.opens(`${address}/documents`);
        await visitor.sees('No file is attached to this case yet.');
    });
    await step('minutes are recorded by one press', async () => {
        await visitor.opens(`${address}/actions`);
        await visitor.picks('What you did', 'School');
        await visitor.picks('Stage', 'Governing board');
        await visitor.presses('15 minutes');
        await visitor.sees_heading('Work done');
        await visitor.sees('15 minutes so far', 'Governing board');
        await visitor.presses('45 minutes');
        await visitor.sees('1 hour so far');
        visitor.picture = 'advice-work';
        await visitor.finds_the_page_well();
    });
    await step('work with what was done says what is missing, and keeps the rest', async () => {
        await visitor.opens(`${address}/actions/new`);
        visitor.expects(`${address}/actions`, 400);
        await visitor.fills_in('What happened (optional)', 'Asked for the papers.');
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Select what you did', 'Enter how many minutes it took');
        visitor.picture = 'advice-work-form-error';
        await visitor.finds_the_page_well();
        visitor.expects(`${address}/actions`, 200);
        await visitor.chooses('At a meeting');
        await attaches(visitor, 'Files (optional)', [letter]);
        await visitor.fills_in('Minutes it took', '50');
        await visitor.presses('Save');
        await visitor.sees('1 hour 50 minutes so far');
        await visitor.follows('At a meeting');
        await visitor.sees('Asked for the papers.', 'Letter from the school.pdf', 'Not scanned for viruses');
        visitor.picture = 'advice-work-one';
        await visitor.finds_the_page_well();
    });
    await step('a correction keeps what stood there before', async () => {
        await visitor.presses('Correct this');
        await visitor.fills_in('Minutes it took', '60');
        await visitor.presses('Save');
        await visitor.sees('1 hour', 'What it said before it was corrected', '50 minutes');
    });
    await step('the file comes back as it was sent, to be saved and not to be run', async () => {
        await visitor.opens(`${address}/documents`);
        const link = visitor.page.getByRole('link', { name: 'Letter from the school.pdf' }).first();
        const file = await visitor.page.request.get(visitor.address + (await link.getAttribute('href')));
        assert.equal(file.status(), 200);
        assert.deepEqual(await file.body(), pdf);
        assert.match(file.headers()['content-disposition'], /^attachment;.*Letter%20from%20the%20school\.pdf$/);
        assert.equal(file.headers()['x-content-type-options'], 'nosniff');
        assert.match(file.headers()['content-security-policy'], /^sandbox/);
    });
    await step('what is not what it says, or too large, is refused in words, and the note stays', async () => {
        await visitor.opens(`${address}/notes/new`);
        visitor.expects(`${address}/notes`, 400);
        for (const [file, words] of [[program, 'The selected file is not what its name says'],
            [{ ...picture, name: 'photo.gif' }, 'The selected file must be a PDF'],
            [too_large, 'The selected file must be smaller than 25 MB']]) {
            await visitor.fills_in('Your note', long_note);
            await attaches(visitor, 'Files (optional)', from_disk(letter, file));
            await visitor.presses('Save');
            await visitor.sees('There is a problem', `File 2: ${words}`);
            await visitor.holds('Your note', long_note);
        }
        visitor.picture = 'advice-note-form-error';
        await visitor.finds_the_page_well();
        visitor.expects(`${address}/notes`, 200);
    });
    await step('the sign-in ends in the middle of the long note, and the note is there again', async () => {
        await visitor.opens(`${address}/notes/new`);
        await visitor.fills_in('Your note', long_note);
        the_sign_in_runs_out(server, adviser);
        forget_sign_in(adviser);
        await visitor.presses('Save');
        await visitor.sees_heading('Sign in');
        await signs_in(visitor, server, adviser);
        await visitor.opens(`${address}/notes/new`);
        await visitor.holds('Your note', long_note);
        await attaches(visitor, 'Files (optional)', [picture]);
        await visitor.presses('Save');
        await visitor.sees_heading('Note');
        await visitor.sees('for his own good', 'photo.png');
        visitor.picture = 'advice-note';
        await visitor.finds_the_page_well();
    });
    await step('several files are added at once, with what they are and when they came', async () => {
        await visitor.opens(`${address}/documents`);
        await attaches(visitor, 'Files', [letter, picture]);
        await visitor.picks('What the files are (optional)', 'Letter or email from the school');
        await visitor.fills_in_date('When they were received', '2026-11-02');
        await visitor.presses('Add documents');
        await visitor.sees('2 Nov 2026', 'Letter or email from the school, PDF');
        visitor.picture = 'advice-documents';
        await visitor.finds_the_page_well();
    });
    await step('what one of them is can be corrected, and what it was said to be stays', async () => {
        await visitor.opens_the_first('a[href$="/kind"]');
        await visitor.sees_heading('Change what kind of paper this is');
        visitor.picture = 'advice-document-kind';
        await visitor.finds_the_page_well();
        await visitor.chooses('Report by a professional');
        await visitor.presses('Save');
        await visitor.sees('Report by a professional, ');
        await visitor.opens(`${address}/chronology`);
        await visitor.sees('Document: what it is was corrected', 'Now: Report by a professional.');
    });
}
