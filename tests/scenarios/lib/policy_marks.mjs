// What of a page its content security policy can judge, and where its links lead, read from its words alone.

const judged = new Set(['script', 'link', 'style', 'img', 'image', 'use', 'iframe', 'object', 'embed', 'form', 'base', 'meta', 'video', 'audio', 'source',
    'track']);
const fetched_by = ['src', 'srcset', 'poster', 'data', 'ping', 'background', 'formaction', 'http-equiv'];
const steers = (name) => name === 'style' || name.startsWith('on') || name.startsWith('data-');
// Neither a policy nor a script of ours looks at these.
const of_no_matter = (name) => name === 'class' || name === 'id' || name.startsWith('aria-');

const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };
const decoded = (words) => words.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, sixteen, ten, name) =>
    (sixteen ? String.fromCodePoint(parseInt(sixteen, 16)) : ten ? String.fromCodePoint(Number(ten)) : characters[name] ?? whole));

/// The elements of a page in order: { name, attributes, words }, with the words of those alone whose content is no markup.
export function elements_of(html) {
    const within = String.raw`((?:"[^"]*"|'[^']*'|[^"'>])*)>`;
    const parts = new RegExp(String.raw`<!--[\s\S]*?-->|<(script|style|textarea|title)(?=[\s>/])${within}([\s\S]*?)</\1\s*>|<([a-z][\w-]*)${within}`, 'gi');
    return [...html.matchAll(parts)].filter(([, closed, , , open]) => closed ?? open).map(([, closed, its, words, open, others]) => ({
        name: (closed ?? open).toLowerCase(),
        attributes: new Map([...(its ?? others).matchAll(/([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g)]
            .map(([, name, twice, once, bare]) => [name.toLowerCase(), decoded(twice ?? once ?? bare ?? '')])),
        words: words ?? '',
    }));
}

/// A kind of address: without what names one record.
export const kind_of = (url) => `${url.pathname.replace(/\/(?=[^/]*[\d])[^/]+/g, '/…')}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;

/// Where something comes from. A file of ours is named whole; what carries its bytes itself, by its kind.
function source_of(name, address, here) {
    if (address.startsWith('data:')) return address.split(/[;,]/)[0];
    const url = new URL(address, here);
    if (url.origin !== new URL(here).origin) return url.origin;
    // Where a form leads is judged when it is sent, and by its origin.
    if (name === 'form') return 'ours';
    return url.pathname.startsWith('/assets/') ? url.pathname : kind_of(url);
}

function mark_of({ name, attributes, words }, here) {
    const names = [...attributes.keys()].filter((each) => (judged.has(name) ? !of_no_matter(each) : steers(each) || fetched_by.includes(each))).sort();
    const marks = names.map((each) => {
        if (['src', 'href', 'action', 'data', 'xlink:href'].includes(each)) return `${each}=${source_of(name, attributes.get(each), here)}`;
        return ['data-module', 'style', 'type', 'rel', 'http-equiv'].includes(each) || each.startsWith('on') ? `${each}=${attributes.get(each)}` : each;
    });
    return [name, ...marks, ['script', 'style'].includes(name) ? words : ''].join(' ');
}

/// All that a policy can judge of this page, and that steers a script, one of each: elements, styles and handlers where they stand, and
/// what the policy is.
export function marks_of({ url, ok, policy, type, html }) {
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const with_nonce = (element) => (element.attributes.has('nonce') ? ` nonce ${element.attributes.get('nonce') === nonce}` : '');
    const marked = elements_of(html).filter(({ name, attributes }) =>
        judged.has(name) || [...attributes.keys()].some((each) => steers(each) || fetched_by.includes(each)));
    return new Set([`${ok ? 'a page' : 'an error page'} of ${type}`, policy.replace(/'nonce-[^']+'/g, 'a nonce'),
        ...marked.map((element) => mark_of(element, url) + with_nonce(element))]);
}

/// The addresses within the site that the page's links name.
export const links_of = (html) => elements_of(html).filter(({ name }) => name === 'a')
    .map(({ attributes }) => attributes.get('href') ?? '').filter((href) => href.startsWith('/'));
