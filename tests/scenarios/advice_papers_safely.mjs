// A separated father asks for papers. The mother and child live at a protected address, which stands in the attached report: it may
// not leave until somebody has settled it, and the mother's copy is another one. Follows trust.md F-04 and F-05.
import { deflateSync } from 'node:zlib';
import { a_pdf_of, has_a_case, path_of_link } from './lib/advice_family.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { on_their_own, path_of } from './lib/steps.mjs';

export const name = 'A separated parent with a protected address asks for papers';

function crc32(bytes) {
    let left = 0xffffffff;
    for (const byte of bytes) {
        left ^= byte;
        for (let bit = 0; bit < 8; ++bit) left = left & 1 ? (left >>> 1) ^ 0xedb88320 : left >>> 1;
    }
    return (left ^ 0xffffffff) >>> 0;
}

/// One grey point, with words beside it that say where it was scanned.
const a_png_that_says_where = (() => {
    const chunk = (type, bytes) => {
        const named = Buffer.concat([Buffer.from(type), bytes]);
        const ends = Buffer.alloc(8);
        ends.writeUInt32BE(bytes.length, 0);
        ends.writeUInt32BE(crc32(named), 4);
        return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
    };
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
        chunk('tEXt', Buffer.from('Location\0Quiet Court')), chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))]);
})();

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    const report = a_pdf_of(['Report of the visit', `${family}, Astrid, lives with her mother at 10 Quiet`, 'Court, Tidemoor. TM1', '2AB.']);
    await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
    let address;
    await step('given a case of a family with a protected address', async () => {
        ({ address } = await has_a_case(visitor, family));
    });
    const prepares_a_copy = async (person, why) => {
        await visitor.opens(`${address}/papers`);
        await visitor.chooses(person);
        await visitor.fills_in('What are they for?', why);
        await visitor.presses('Continue');
        await visitor.sees_heading('A copy of papers');
    };
    const adds = async (file, bytes, type = 'application/pdf') => {
        await visitor.page.locator('input[type=file]').setInputFiles({ name: file, mimeType: type, buffer: bytes });
        await visitor.presses('Add and search');
    };
    await step('one copy is for one person: nobody can send to all', async () => {
        await visitor.opens(`${address}/papers`);
        visitor.picture = 'advice-papers';
        await visitor.sees('Who gets this copy?', `Stig ${family}, father`, `Ylva ${family}, mother`);
        await visitor.does_not_see('Send to all', 'everybody');
        await visitor.finds_the_page_well();
    });
    let copy;
    await step('the report is added to the father’s copy, and its address is found over two lines', async () => {
        await prepares_a_copy(`Stig ${family}, father`, 'He asked for the report of June');
        await adds('report.pdf', report);
        copy = path_of(visitor);
        await visitor.sees('holds words that must not reach this person', 'Address of', 'Postcode of', 'Page 1',
            'This copy cannot be given yet');
        await visitor.does_not_see('Quiet Court', '2AB', 'Give this copy to');
        visitor.picture = 'advice-papers-found';
        await visitor.finds_the_page_well();
    });
    await step('a scan that nobody can search asks for eyes', async () => {
        await adds('scan.png', a_png_that_says_where, 'image/png');
        await visitor.sees('Only you can read this part', 'This is a picture');
    });
    const decides = async (paper, choice, why) => {
        const card = visitor.page.locator('form', { hasText: `What happens with paper ${paper}?` });
        await card.getByLabel(choice, { exact: true }).check();
        if (why) await card.getByLabel('Why?', { exact: true }).fill(why);
        await visitor.act(() => card.getByRole('button', { name: 'Save the decision' }).click());
    };
    await step('the report is left out, with a reason, and the scan was looked at', async () => {
        visitor.expects(`${copy}/decide`, 400);
        await decides(1, 'Leave it out of this copy', '');
        await visitor.sees('There is a problem', 'Say why');
        visitor.expects(`${copy}/decide`, 200);
        await decides(1, 'Leave it out of this copy', 'It says where they live');
        await decides(2, 'I have looked at every part, and it may go', 'A drawing, no words');
        await visitor.does_not_see('This copy cannot be given yet');
    });
    await step('a redacted report takes its place, is searched, and the copy is given', async () => {
        await adds('report-without-address.pdf', a_pdf_of(['Report of the visit', 'Astrid is well and goes to school.'], 'Norah Typist'));
        await visitor.sees('Searched: nothing found');
        await visitor.presses('Give this copy to');
        await visitor.sees('Given on', 'They can read it on their pages');
        visitor.picture = 'advice-papers-given';
        await visitor.finds_the_page_well();
    });
    const makes_a_link_for = async (person) => {
        await visitor.opens(`${address}/messages`);
        await visitor.chooses(person);
        await visitor.presses('Continue');
        await visitor.presses('Make a link to hand over');
        return path_of_link(visitor);
    };
    await step('the father reads his copy, without the report that was left out', async () => {
        const link = await makes_a_link_for(`Stig ${family}, father`);
        await on_their_own(visitor, server, 'family-papers', async (father, context) => {
            await father.opens(link);
            await father.presses('Open the page');
            await father.sees('Papers for you', 'report-without-address.pdf', 'scan.png');
            await father.does_not_see('Quiet', '2AB', ' report.pdf');
            await father.finds_the_page_well();
            const paths = await father.page.locator('a[href^="/family/papers/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
            const given = await context.request.get(server.address + paths[0]);
            if (given.status() !== 200 || !given.headers()['content-disposition'].startsWith('attachment'))
                throw new Error('the paper is not a download');
            const report_given = await (await context.request.get(server.address + paths.find((path) => path.endsWith('/3')))).body();
            if (report_given.includes('Norah') || !report_given.includes('Astrid is well'))
                throw new Error('the report says who typed it, or not what it said');
            const scan = await context.request.get(server.address + paths.find((path) => path.endsWith('/2')));
            const points = await scan.body();
            if (points.includes('Quiet Court') || !points.includes('IDAT')) throw new Error('the scan says where it was made');
            const left_out = await context.request.get(server.address + paths[0].replace(/\d+$/, '1'));
            if (left_out.status() !== 404) throw new Error('the paper that was left out can be read');
        });
    });
    await step('words that are kept back since stop the paper that holds them, and the adviser is asked', async () => {
        await visitor.opens(`${address}/papers`);
        await visitor.fills_in('Words to keep back', 'is well and goes');
        await visitor.presses('Add');
        const link = await makes_a_link_for(`Stig ${family}, father`);
        await on_their_own(visitor, server, 'family-paper-stopped', async (father) => {
            await father.opens(link);
            await father.presses('Open the page');
            await father.follows('report-without-address.pdf');
            await father.sees_heading('We are looking at this paper again');
            await father.does_not_see('is well and goes');
            await father.finds_the_page_well();
        });
        await visitor.opens(`${address}/dates`);
        await visitor.sees('A paper that was given holds words that must not reach its reader now');
        await visitor.opens(copy);
        await visitor.sees('This paper holds words that must not reach this person', 'Stop this copy');
        await visitor.presses('Stop this copy');
        await visitor.sees('Stopped on');
        visitor.picture = 'advice-papers-stopped';
        await visitor.finds_the_page_well();
        const again = await makes_a_link_for(`Stig ${family}, father`);
        await on_their_own(visitor, server, 'family-paper-gone', async (father) => {
            await father.opens(again);
            await father.presses('Open the page');
            await father.does_not_see('report-without-address.pdf');
        });
    });
    await step('the mother’s copy is another, and hers may hold her own address', async () => {
        await prepares_a_copy(`Ylva ${family}, mother`, 'The same report');
        await adds('report.pdf', report);
        await visitor.sees('Searched: nothing found', 'Give this copy to');
        await visitor.presses('Give this copy to');
        const link = await makes_a_link_for(`Ylva ${family}, mother`);
        await on_their_own(visitor, server, 'family-papers-mother', async (mother) => {
            await mother.opens(link);
            await mother.presses('Open the page');
            await mother.sees('report.pdf');
            await mother.does_not_see('report-without-address.pdf');
        });
    });
    await step('a message to the father is stopped as well, until the words are out', async () => {
        await visitor.opens(`${address}/messages`);
        await visitor.chooses(`Stig ${family}, father`);
        await visitor.presses('Continue');
        const thread = path_of(visitor);
        visitor.expects(thread, 400);
        await visitor.fills_in('Write a message', 'They live at 10 quiet ct now.');
        await visitor.chooses('I tell them myself');
        await visitor.presses('Send');
        await visitor.sees('There is a problem', 'must not reach', 'Address of');
        visitor.picture = 'advice-message-stopped';
        await visitor.finds_the_page_well();
        visitor.expects(thread, 200);
        await visitor.fills_in('Write a message', 'Your copy of the report is on your page.');
        await visitor.chooses('By email');
        await visitor.presses('Send');
        await visitor.sees('Your copy of the report is on your page.', 'Not read yet');
    });
}
