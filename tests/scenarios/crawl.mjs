// Every page that a link leads to from the front page answers, and has the shape that each page has.
import assert from 'node:assert/strict';
import { shape_of_page } from './lib/in_page.mjs';
import { expect_none } from './lib/visitor.mjs';

export const name = 'Every page can be reached and read';
export const widths = [1280];
export const scripts = ['with'];

// Pages of one kind differ by a number or a code; past this many of a kind, the rest are taken as read.
const most_of_a_kind = 40;
const most_pages = 1500;

function kind_of(url) {
    const path = url.pathname.replace(/\/[^/]+(\.[a-z]+)$/, '/…$1').replace(/\/(?=[^/]*[\d-])[^/]+/g, '/…');
    return `${path}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
}

async function look_at(visitor, path) {
    const response = await fetch(visitor.address + path, { redirect: 'manual' });
    const type = response.headers.get('content-type') ?? '';
    const body = await response.text();
    if (response.status >= 300 && response.status < 400)
        return { faults: [], links: [response.headers.get('location') ?? ''] };
    if (response.status !== 200) return { faults: [`answered ${response.status}`], links: [] };
    if (!type.startsWith('text/html')) return { faults: [], links: [] };
    const shape = await visitor.page.evaluate(shape_of_page, body);
    const policy = response.headers.get('content-security-policy') ?? '';
    if (!policy.includes("default-src 'self'") && !policy.includes("default-src 'none'"))
        shape.faults.push('no content security policy');
    return shape;
}

export async function steps({ visitor, step }) {
    const found_on = new Map([['/', 'the start']]);
    const kinds = new Map();
    const faults = [];
    await step('given the front page', () => visitor.opens('/'));
    await step('when every link is followed', async () => {
        for (const path of found_on.keys()) {
            const { faults: found, links } = await look_at(visitor, path);
            for (const fault of found) faults.push(`${path} (linked from ${found_on.get(path)}): ${fault}`);
            for (const link of links) {
                const url = new URL(link, visitor.address + path);
                if (url.origin !== visitor.address) continue;
                const target = url.pathname + url.search;
                const kind = kind_of(url);
                if (found_on.has(target) || (kinds.get(kind) ?? 0) >= most_of_a_kind) continue;
                kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
                found_on.set(target, path);
            }
            assert.ok(found_on.size < most_pages, `more than ${most_pages} pages: kinds ${[...kinds.keys()].join(', ')}`);
        }
    });
    await step('then none has a fault', () => expect_none(faults, 'pages'));
    await step('and the parts of the site were among them', () => {
        for (const path of ['/check', '/law', '/schools', '/area', '/help', '/privacy', '/accessibility', '/cookies', '/feedback'])
            assert.ok(found_on.has(path), `no link leads to ${path}`);
    });
}
