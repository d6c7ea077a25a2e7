// A family of the advice service with a case, made by the pages that an adviser uses, and papers to give them.
import { adds_a_child, adds_a_parent, moves_to } from './people.mjs';
import { path_of } from './steps.mjs';

/// A child who lives with her mother at a protected address, a father who lives elsewhere, and a case. { record, address }
export async function has_a_case(visitor, family, { street = '10 Quiet Court', postcode = 'TM1 2AB', upn } = {}) {
    const record = await adds_a_child(visitor, { given: 'Astrid', family, born: '2014-03-17', upn });
    await adds_a_parent(visitor, record, {
        given: 'Ylva', family, email: 'ylva@example.org', telephone: '01632 960456', safe: ['Email'],
    });
    await adds_a_parent(visitor, record, { given: 'Stig', family, bond: 'Father', email: 'stig@example.org', safe: ['Email'] });
    await moves_to(visitor, record, { line: street, postcode });
    await visitor.opens(`/advice/cases/new?child=${record.split('/').pop()}`);
    await visitor.page.locator('input[name=work]').fill('The suspension of November');
    await visitor.page.locator('input[name=level][value="2"]').check();
    await visitor.page.locator('input[name=state][value=open]').check();
    await visitor.presses('Open the case');
    return { record, address: path_of(visitor) };
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

/// The path of the link that is shown to hand over.
export const path_of_link = async (visitor) => new URL(await visitor.page.getByLabel('The link').inputValue()).pathname;
