// A family of the advice service with a case, made by the pages that an adviser uses; papers to give them; and a window of somebody
// else's, who has no account and comes by a link.
import { Visitor } from './visitor.mjs';

// They do not sound alike: else the service asks whether it is the same child.
const families = ['Quillon', 'Brackwater', 'Thistlewood', 'Marrowby', 'Fennimore', 'Oxbarrow', 'Pellwether', 'Sandiacre',
    'Uffington', 'Yarnscombe', 'Jessamy', 'Wolverley', 'Zeals', 'Dunchurch', 'Etwall', 'Garboldisham', 'Hexthorpe', 'Isfield',
    'Mudeford', 'Loxwood', 'Nunthorpe', 'Vobster', 'Pitchcombe', 'Kirkoswald', 'Abbotsbury', 'Clophill', 'Gunnislake', 'Inkpen', 'Hockliffe', 'Rackenford', 'Swaffham',
    'Tibberton'];
let next = 0;

/// A family name that no other run on this server has.
export function a_family_name() {
    if (next === families.length) throw new Error('no family name is left: add some to lib/advice_family.mjs');
    return families[next++];
}

async function adds_an_adult(visitor, record, family, { given, bond, care, email, telephone, safe }) {
    await visitor.opens(`${record}/family`);
    await visitor.fills_in('First name', given);
    await visitor.fills_in('Last name', family);
    await visitor.picks('How are they related to the child?', bond);
    await visitor.chooses('Natural parent');
    await visitor.picks('Do they have parental responsibility?', bond === 'Mother'
        ? 'Yes: gave birth to the child' : 'Yes: on the birth certificate, since December 2003');
    await visitor.page.getByRole('group', { name: 'Does the child live with them?' }).getByLabel(care, { exact: true }).check();
    await visitor.chooses('May be contacted');
    if (telephone) await visitor.fills_in('Telephone (optional)', telephone);
    if (email) await visitor.fills_in('Email (optional)', email);
    await visitor.page.getByRole('group', { name: 'Has this person said what is safe?' }).getByLabel('Yes', { exact: true }).check();
    for (const channel of safe)
        await visitor.page.getByRole('group', { name: 'What is safe?' }).getByLabel(channel, { exact: true }).check();
    await visitor.presses('Save');
}

/// A child who lives with her mother at a protected address, a father who lives elsewhere, and a case. { record, address }
export async function has_a_case(visitor, family, { street = '10 Quiet Court', postcode = 'TM1 2AB' } = {}) {
    await visitor.opens('/people/new');
    await visitor.fills_in('First name', 'Astrid');
    await visitor.fills_in('Last name', family);
    await visitor.fills_in_date('Date of birth', '2014-03-17');
    await visitor.presses('Save and continue');
    const record = new URL(visitor.page.url()).pathname;
    await adds_an_adult(visitor, record, family, {
        given: 'Ylva', bond: 'Mother', care: 'Yes', email: 'ylva@example.org', telephone: '01632 960456', safe: ['Email'],
    });
    await adds_an_adult(visitor, record, family, {
        given: 'Stig', bond: 'Father', care: 'No', email: 'stig@example.org', safe: ['Email'],
    });
    await visitor.opens(`${record}/move`);
    await visitor.fills_in('First line of the address', street);
    await visitor.fills_in('Town', 'Tidemoor');
    await visitor.fills_in('Postcode', postcode);
    await visitor.fills_in_date('When did they move?', '2026-01-05');
    await visitor.chooses('Yes, protect it');
    await visitor.presses('Save the new address');
    await visitor.opens(`/advice/cases/new?child=${record.split('/').pop()}`);
    await visitor.page.locator('input[name=work]').fill('The suspension of November');
    await visitor.page.locator('input[name=level][value="2"]').check();
    await visitor.page.locator('input[name=state][value=open]').check();
    await visitor.presses('Open the case');
    return { record, address: new URL(visitor.page.url()).pathname };
}

/// A PDF of one page with these lines, as anybody's program writes it.
export function a_pdf_of(lines, author = '') {
    const drawing = `BT /F 12 Tf 60 780 Td 16 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
    const objects = [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ];
    if (author) objects.push(`<< /Author (${author}) /Creator (${author}) >>`);
    let file = '%PDF-1.4\n';
    const starts = objects.map((object, i) => {
        const start = file.length;
        file += `${i + 1} 0 obj\n${object}\nendobj\n`;
        return start;
    });
    const table = file.length;
    file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
    for (const start of starts) file += `${String(start).padStart(10, '0')} 00000 n \n`;
    return Buffer.from(`${file}trailer << /Size ${objects.length + 1} /Root 1 0 R${author ? ' /Info 6 0 R' : ''} >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

/// Does something as somebody with a telephone of their own.
export async function on_their_own(visitor, server, picture, doing) {
    const { width, scripts } = visitor;
    const context = await visitor.page.context().browser().newContext({
        viewport: { width: width ?? 320, height: 800 }, javaScriptEnabled: scripts !== 'without',
    });
    const somebody = new Visitor(await context.newPage(), server.address, { width, scripts, picture });
    try {
        const answer = await doing(somebody, context);
        somebody.met_no_trouble();
        return answer;
    } finally {
        await context.close();
    }
}

/// The path of the link that is shown to hand over.
export const path_of_link = async (visitor) => new URL(await visitor.page.getByLabel('The link').inputValue()).pathname;
