/** What pages are written with: nothing that people or imports say becomes markup. No server, no browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCitation, regulationId } from '../../src/model/citation.ts';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { addressOf, citationIn, nameOf } from '../../src/pages/address.ts';
import { type Content, type Html, html, jsonBlock, webAddress } from '../../src/pages/html.ts';
import { lawText, type Passage } from '../../src/pages/law-text.ts';
import { markdown } from '../../src/pages/markdown.ts';
import { around, below, fitted } from '../../src/pages/placing.ts';
import { withMarks } from '../../src/prose/hidden.ts';

/** Strings as an attacker would make them, and any others. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</script><script>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    'javascript:alert(1)',
    '\u2028<svg/onload=alert(1)>',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '=', '/', 'a', ' ', '`', '-', '!'), { maxLength: 20 })
    .map((all) => all.join('')),
);

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const decoded = (text: string) => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
/** The markup without the marks of characters that nobody sees. */
const unmarked = (markup: Html) =>
  markup
    .toString()
    .replace(/<span class="hidden-sign" title="[^"<>]+">⟨U\+([\dA-F]{4,5})⟩<\/span>/g, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
/** What a reader sees. */
const textOf = (markup: string) => decoded(markup.replace(/<[^>]*>/g, ''));

describe('html`…`', () => {
  test('keeps text and attribute values as they are, and never makes them markup', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const made = unmarked(html`<p class="${title}" title="${title}">${text}</p>`);
        const [, value, words, content] = /^<p class="([^"<>]*)" title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(made) ?? [];
        expect([value, words, content].map((one) => decoded(one ?? '?'))).toEqual([title, withMarks(title), text]);
      }),
      { numRuns: 500 },
    );
  });

  test('shows a character that nobody sees: as an element in text, as a mark in titles and drawings, exactly in addresses', () => {
    const name = 'EMR\u202efdp';
    const sign = '<span class="hidden-sign" title="Right-to-left override">⟨U+202E⟩</span>';
    const made = html`<title>${name}</title><a href="/${name}" aria-label="To ${name}">${name}</a>`;
    expect(made.toString()).toBe(
      `<title>EMR⟨U+202E⟩fdp</title><a href="/${name}" aria-label="To EMR⟨U+202E⟩fdp">EMR${sign}fdp</a>`,
    );
    expect(html`<svg><text x="${1}">${name}</text></svg>`.toString()).toBe(
      '<svg><text x="1">EMR⟨U+202E⟩fdp</text></svg>',
    );
    expect(jsonBlock('application/json', name).toString()).toContain(`"${name}"`);
  });

  test('does not escape HTML twice, joins lists, and writes nothing for null', () => {
    const parts: Content = [html`<b>${'<'}</b>`, ['x', 1], null, undefined, false];
    expect(html`<p>${parts}</p>`.toString()).toBe('<p><b>&lt;</b>x1</p>');
  });

  test('refuses a placeholder where escaping is not enough', () => {
    const value = 'x';
    expect(() => html`<p ${value}>`).toThrow('double quotes');
    expect(() => html`<p title=${value}>`).toThrow('double quotes');
    expect(() => html`<${value}>`).toThrow('double quotes');
    expect(() => html`<p class="a ${value}" title="${value}">${value}</p>`).not.toThrow();
  });

  test('makes JSON blocks that no value can end, and that parse back', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, value) => {
        const made = jsonBlock('application/ld+json', { [key]: [value] }).toString();
        const [, json = ''] = /^<script type="application\/ld\+json">([^<>]*)<\/script>$/s.exec(made) ?? [];
        expect(JSON.parse(json)).toEqual({ [key]: [value] });
      }),
    );
  });

  test('accepts only http and https as addresses', () => {
    expect(['https://a.example/?b=1&c', 'HTTP://a.example'].map(webAddress)).not.toContain(null);
    for (const other of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//a.example',
      'https://',
      ' https://a.example',
      null,
    ]) {
      expect(webAddress(other)).toBeNull();
    }
  });
});

describe('CommonMark', () => {
  test('becomes only elements of CommonMark, for any text', () => {
    const allowed = /<\/?(?:p|em|strong|code|pre|ol|ul|li|blockquote|h3|hr|br|a)(?: (?:href|start)="[^"<>]*")?>/g;
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 5 }),
        fc.constantFrom(' ', '\n', '\n\n', '[', '](', '* ', '> '),
        (parts, glue) => {
          const made = unmarked(markdown(parts.join(glue)));
          expect(made.replace(allowed, '')).not.toMatch(/[<>]/);
          for (const [, address = ''] of made.matchAll(/href="([^"]*)"/g))
            expect(address).toMatch(/^(https?:\/\/|[/#])/i);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps emphasis, lists, links and code', () => {
    expect(markdown('*A* **b** `c` [d](https://e.example) <b>f</b>').toString()).toBe(
      '<p><em>A</em> <strong>b</strong> <code>c</code> <a href="https://e.example">d</a> &lt;b&gt;f&lt;/b&gt;</p>\n',
    );
    expect(markdown('- one\n- two').toString()).toBe('<ul><li>one</li>\n<li>two</li>\n</ul>\n');
    expect(markdown('[x](javascript:alert(1)) ![y](z)').toString()).toBe('<p>x y</p>\n');
    expect(() => markdown(`${'> '.repeat(200)}deep`)).not.toThrow();
  });
});

describe('the text of the law', () => {
  const passage = (text: string, more: Partial<Passage> = {}): Passage => ({
    ...{ id: 'Regulation:99-CFR-7.2', citation: '99 CFR 7.2', level: 'SECTION', heading: null, reserved: false },
    ...{ text, italics: [], annotations: [], cites: [] },
    ...more,
  });
  const showing = { addressOf: (id: string) => addressOf(id), withItalics: true };

  test('keeps every word and is well formed, wherever italics, terms and citations are', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(
        hostile,
        fc.array(range, { maxLength: 5 }),
        fc.array(range, { maxLength: 5 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (text, terms, places, turns) => {
          const made = unmarked(
            lawText(
              passage(text, {
                italics: [...turns].sort((a, b) => a - b),
                annotations: terms.map((term) => ({
                  ...term,
                  entities: [{ id: 'Term:x', label: '<x>', shortDefinition: '"><b>' }],
                })),
                cites: places.map((place) => ({
                  targetCitation: '99 CFR 7.1',
                  target: { id: 'Regulation:99-CFR-7.1' },
                  evidence: [place],
                })),
              }),
              0,
              showing,
            ),
          );
          expect(textOf(made)).toBe(text);
          expect(
            made.replace(
              /<i>|<\/i>|<a class="(?:cite|cite short|term)" href="[^"<>]*"(?: title="[^"<>]*")?>|<\/a>/g,
              '',
            ),
          ).not.toMatch(/[<>]/);
          expect(made).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('links each of several targets in the same words', () => {
    const text = 'meets paragraphs (a) and (b)(2) of this section';
    const cites = ['99 CFR 7.2(a)', '99 CFR 7.2(b)(2)'].map((targetCitation) => ({
      targetCitation,
      target: { id: regulationId(parseCitation(targetCitation) ?? { title: 0, paragraphs: [] }) },
      evidence: [{ start: 6, end: text.length }],
    }));
    expect(lawText(passage(text, { cites }), 0, showing).toString()).toBe(
      'meets paragraphs <a class="cite short" href="/regulation/99-CFR-7.2(a)">(a)</a> and <a class="cite short" href="/regulation/99-CFR-7.2(b)(2)">(b)(2)</a> of this section',
    );
  });

  test('gives a term its meaning in that place', () => {
    const entity = {
      id: 'Term:kite',
      label: 'Kite',
      definitionInForce: { text: 'A thing "on" a string', regulation: { id: 'x', citation: '99 CFR 7.1' } },
    };
    const made = lawText(
      passage('A kite.', { annotations: [{ start: 2, end: 6, entities: [entity] }] }),
      0,
      showing,
    ).toString();
    expect(made).toBe(
      'A <a class="term" href="/term/kite" title="A thing &quot;on&quot; a string (99 CFR 7.1)">kite</a>.',
    );
  });
});

describe('addresses', () => {
  test.each([
    '45 CFR 171.203(a)(1)',
    '45 CFR Part 171',
    '45 CFR Part 171 Subpart B',
    '45 CFR 171.102(API User)',
    '45 CFR',
    '45 CFR Part 160 Appendix A',
    '45 CFR Subtitle A',
    '45 CFR Subchapter D',
  ])('the address of %s leads to it', (citation) => {
    const place = parseCitation(citation);
    const id = place && regulationId(place);
    const found = citationIn(nameOf(id ?? ''));
    expect(found && formatCitation(found)).toBe(citation);
  });

  test('name a subchapter without its subtitle, which adds nothing', () => {
    const found = citationIn('45-CFR-Subtitle-A-Subchapter-D');
    expect(found && formatCitation(found)).toBe('45 CFR Subchapter D');
  });

  test('separate segments by slashes and encode everything else', () => {
    expect(addressOf('Standard:fhir/4.0.1/Observation.value[x]')).toBe('/standard/fhir/4.0.1/Observation.value%5Bx%5D');
    expect(addressOf('Term:ehr', '2026-01-01')).toBe('/term/ehr');
    expect(addressOf('Regulation:45-CFR-171.203', '2026-01-01')).toBe('/regulation/45-CFR-171.203?asOf=2026-01-01');
    expect(addressOf('Term:a"b?c#d')).toBe('/term/a%22b%3Fc%23d');
  });
});

describe('the small picture', () => {
  test.each(Array.from({ length: 24 }, (_, i) => i + 1))('%i neighbors: no two labels overlap', (count) => {
    for (const { width, height, places, room } of [around(count), below(count)]) {
      expect(places).toHaveLength(count);
      for (const side of ['left', 'right'] as const) {
        const rows = places
          .filter((place) => place.side === side)
          .map(({ y }) => y)
          .sort((a, b) => a - b);
        for (const [i, y] of rows.entries()) if (i > 0) expect(y - (rows[i - 1] ?? 0)).toBeGreaterThanOrEqual(20);
      }
      for (const { x, y, side } of places) {
        const end = side === 'right' ? x + 12 + room : x - 12 - room;
        expect(end).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThan(8);
        expect(y).toBeLessThan(height - 8);
      }
    }
  });

  test('cuts labels to their width', () => {
    expect(fitted('EHR', 190)).toBe('EHR');
    expect(fitted('Assistant Secretary for Technology Policy and more', 190)).toMatch(/^Assistant Secretary.*…$/);
  });
});
