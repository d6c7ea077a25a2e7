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

/// What shows on the page: { title, shown, places, shapes, appeared }. `shown` has a 1 for each element that shows and a 0 for each that
/// does not, in order. Of elements that show: `places` are those of words and fields, named by the elements that they stand in, with all
/// that a style sheet chooses by; `shapes` are what axe's other rules look at, which style sheets do not change: what an element is and says
/// of itself, what it stands in, how it is named. `appeared` are the shapes of what a page with `shown_before` did not show.
export function what_shows({ shown_before }) {
    const chosen_by = ['class', 'type', 'open', 'disabled', 'dir', 'lang', 'role', 'aria-current', 'aria-disabled', 'aria-invalid', 'aria-selected', 'aria-expanded'];
    const read_as_it_is = /^(role|type|autocomplete|scope|tabindex|lang|dir|disabled|accesskey|aria-(?!label|labelledby|describedby|controls|owns|errormessage|details).+)$/;
    // What names a record or a field, is sent, drawn or styled.
    const of_no_matter = /^(class|style|data-.*|id|name|value|min|max|step|pattern|maxlength|inputmode|spellcheck|rows|cols|method|action|form.*|enctype|novalidate|rel|target|hreflang|datetime|checked|selected|d|[xy][12]?|[cr][xy]?|width|height|viewBox|points|transform|fill.*|stroke.*|font-.*|text-anchor|opacity)$/;
    const remembered = (of, known = new Map()) => (element) => {
        if (!known.has(element)) known.set(element, of(element));
        return known.get(element);
    };
    const place_of = remembered((element) => {
        if (!element) return '';
        const marks = chosen_by.filter((name) => element.hasAttribute(name)).map((name) => `[${name}=${element.getAttribute(name)}]`).join('');
        return `${place_of(element.parentElement)}>${element.tagName}${marks}`;
    });
    const all = [...document.body.querySelectorAll('*')];
    const showing = new Set(all.filter((element) => element.checkVisibility()));
    const has_words = (element) => 'placeholder' in element || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const speaks = remembered((element) => showing.has(element) && element.getAttribute('aria-hidden') !== 'true'
        && (has_words(element) || Boolean(element.getAttribute('alt')) || [...element.children].some(speaks)));
    const named = (element) => `${element.tagName}${element.hasAttribute('role') ? `[${element.getAttribute('role')}]` : ''}`;
    const only_a_box = (element) => ['DIV', 'SPAN'].includes(element.tagName) && !element.hasAttribute('role');
    // The element around it that says what it is, and those further out that change what may stand in them.
    const within = remembered((element) => (only_a_box(element) ? within(element.parentElement) : named(element)));
    const may_not_hold_all = 'a, button, summary, label, [role], [aria-hidden=true]';
    const held_by = remembered((element) => {
        if (element === document.body) return [];
        const further = held_by(element.parentElement);
        return element.matches(may_not_hold_all) ? [...new Set([...further, named(element)])].sort() : further;
    });
    const is_scrolled = (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 12
        && /auto|scroll/.test(getComputedStyle(element).overflowX);
    const own_shape = (element) => {
        const said = [...element.attributes].filter(({ name }) => !of_no_matter.test(name)).map(({ name, value }) => {
            if (read_as_it_is.test(name)) return `[${name}=${value}]`;
            if (name === 'href') return `[href=${value[0]}]`;
            return value.trim() ? `[${name}]` : `[${name}=]`;
        }).sort().join('');
        const labels = element.labels ? `(labels ${[...element.labels].map((label) => Number(speaks(label))).join('')})` : '';
        const children = element.matches('ul, ol, dl, menu, [role]') ? `(of ${[...new Set([...element.children].map(named))].sort()})` : '';
        return `${element.tagName}${said}${labels}${children}${speaks(element) ? '(words)' : ''}${is_scrolled(element) ? '(scrolled)' : ''}`;
    };
    const shape_of = (element) => {
        const around = element.parentElement;
        return `${held_by(around)} ${within(around)} ${named(around)}>${own_shape(element)}`;
    };
    const shown = all.map((element) => (showing.has(element) ? '1' : '0')).join('');
    const those = (of, matter) => [...new Set(all.filter((element, at) => showing.has(element) && matter(element, at)).map(of))];
    return {
        title: document.title, shown,
        places: those(place_of, (element) => has_words(element) || element.tagName === 'SELECT'),
        shapes: those(shape_of, () => true),
        appeared: those(shape_of, (_, at) => shown_before[at] !== '1'),
    };
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
