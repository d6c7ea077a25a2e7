// Functions that are sent into the page and run there; they may use nothing from outside themselves.

/// What is wrong with the shape of the document, or of the HTML given (then no styles or sizes are known).
/// Returns { faults, links, heading, title }.
export function shape_of_page(html) {
    const page = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
    const faults = [];
    const all = (selector) => [...page.querySelectorAll(selector)];
    const words = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

    if (!page.documentElement.lang) faults.push('no language');
    const headings = all('h1');
    if (headings.length !== 1) faults.push(`${headings.length} h1 headings`);
    const heading = words(headings[0]);
    const title = page.title.trim();
    const start = title.replace(/^Error: /, '').split(' – ')[0].trim();
    if (!title) faults.push('no title');
    else if (heading && start !== heading) faults.push(`the title begins "${start}", the heading says "${heading}"`);

    const levels = all('h1, h2, h3, h4, h5, h6').map((each) => Number(each.tagName[1]));
    levels.forEach((level, i) => {
        if (i > 0 && level > levels[i - 1] + 1) faults.push(`an h${level} follows an h${levels[i - 1]}`);
    });
    const seen = new Set();
    for (const { id } of all('[id]')) {
        if (id === '') faults.push('an empty id');
        else if (seen.has(id)) faults.push(`the id ${id} twice`);
        seen.add(id);
    }
    for (const attribute of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'])
        for (const element of all(`[${attribute}]`))
            for (const id of element.getAttribute(attribute).split(/\s+/).filter(Boolean))
                if (!seen.has(id)) faults.push(`${attribute} names ${id}, which is not there`);
    if (!page.querySelector('main#main-content')) faults.push('no main part');
    for (const element of all('[style]:not([style=""])')) faults.push(`styles inside the page: ${element.outerHTML.slice(0, 120)}`);
    if (all('script:not([src]):not([type="application/ld+json"])').length > 1) faults.push('more than one inline script');
    for (const image of all('img:not([alt])')) faults.push(`no words for the image ${image.getAttribute('src')}`);

    const links = [];
    for (const link of all('a[href]')) {
        const href = link.getAttribute('href');
        if (!words(link) && !link.getAttribute('aria-label') && !link.querySelector('img[alt], svg title'))
            faults.push(`a link without words to ${href}`);
        if (href === '' || href === '#') faults.push(`the link "${words(link)}" goes nowhere`);
        else if (href.startsWith('#') && !seen.has(decodeURIComponent(href.slice(1))))
            faults.push(`the link "${words(link)}" goes to ${href}, which is not there`);
        else links.push(href);
    }
    return { faults: [...new Set(faults)], links, heading, title };
}

/// What shows on the page: { shown, places }. `shown` has a 1 for each element that shows and a 0 for each that does not, in order;
/// `places` the places of those that a page with `shown_before` did not show, each named by the elements that it stands in, with all of
/// them that a style sheet chooses by. `with_words`: of those alone that have words.
export function what_shows({ shown_before, with_words }) {
    const chosen_by = ['class', 'type', 'open', 'disabled', 'dir', 'lang', 'role', 'aria-current', 'aria-disabled', 'aria-invalid', 'aria-selected', 'aria-expanded'];
    const named = new Map();
    const place_of = (element) => {
        if (!element) return '';
        if (!named.has(element)) {
            const marks = chosen_by.filter((name) => element.hasAttribute(name)).map((name) => `[${name}=${element.getAttribute(name)}]`).join('');
            named.set(element, `${place_of(element.parentElement)}>${element.tagName}${marks}`);
        }
        return named.get(element);
    };
    const has_words = (element) => 'placeholder' in element || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const all = [...document.body.querySelectorAll('*')];
    const shown = all.map((element) => (element.checkVisibility() ? '1' : '0')).join('');
    const places = all.filter((element, at) => shown[at] === '1' && shown_before[at] !== '1' && (!with_words || has_words(element))).map(place_of);
    return { shown, places: [...new Set(places)] };
}

/// What has the focus: its number on the page, its words, whether that shows, whether it is on the screen.
export function focus_of_page() {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement) return null;
    const marked = (element, part) => {
        const style = getComputedStyle(element, part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    const label = focused.labels?.[0];
    const shown = marked(focused) || marked(focused, '::before') || (label && marked(label, '::before'));
    const box = focused.getBoundingClientRect();
    const words = (focused.innerText || focused.value || focused.name || '').replace(/\s+/g, ' ').trim().slice(0, 60);
    return {
        number: [...document.querySelectorAll('*')].indexOf(focused),
        what: `${focused.tagName.toLowerCase()} "${words}"`,
        shown: Boolean(shown),
        on_screen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}
