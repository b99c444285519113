/** What a page looks like, as functions that run in it. Each is whole, because a browser gets its source. */

/** What is wrong with the layout, once every fold is open. */
export function layoutOf() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const named = (one: Element) => `${one.tagName}.${one.getAttribute('class') ?? ''}`;
  const all = [...document.body.querySelectorAll('*')];
  const wider = all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1);
  const overflowOf = (one: Element) => getComputedStyle(one).overflowX;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return {
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    /** Elements whose text is cut off. The hint in an empty field may end with dots. */
    cut: wider.filter((one) => /hidden|clip/.test(overflowOf(one)) && !one.matches('input, svg, .unseen')).map(named),
    /** What scrolls sideways must be reachable by keyboard and say what it is. */
    unnamedRegions: wider
      .filter((one) => /auto|scroll/.test(overflowOf(one)))
      .filter((one) => (one as HTMLElement).tabIndex < 0 || !one.getAttribute('aria-label'))
      .map(named),
    sameIds: ids.filter((id, i) => ids.indexOf(id) !== i),
    headings: document.querySelectorAll('h1').length,
    hasHighHeader: (document.querySelector('.masthead')?.getBoundingClientRect().height ?? 0) > 110,
    landmarks: ['header', 'main', 'footer'].flatMap((name) =>
      [...document.querySelectorAll(`body > ${name}, body > .page > ${name}`)].map(({ tagName }) => tagName),
    ),
  };
}

/** Which controls do not show that they have the focus: one of each make. */
export function focusesOf(): string[] {
  const makes = new Map<string, HTMLElement>();
  for (const one of document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')) {
    if (one.getClientRects().length === 0 || (one as HTMLInputElement).type === 'hidden') continue;
    makes.set(`${one.tagName}.${one.className}.${one.closest('nav, header, aside, form, table, svg')?.className}`, one);
  }
  return [...makes].flatMap(([make, one]) => {
    one.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 ? [] : [make];
  });
}

/** What the head says to search engines and to those who share the page. */
export function headOf() {
  const content = (name: string) =>
    document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? null;
  return {
    title: document.title,
    /** The title without the name of the site. */
    bare: document.title.replace(/ · Glossograph$/, ''),
    description: content('description'),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    og: { title: content('og:title'), description: content('og:description'), url: content('og:url') },
  };
}
