/** What pages are written with: nothing that people or imports say becomes markup. No server, no browser. */
import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { formatCitation, regulationId } from '../../src/model/citation.ts';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { JsonBlock } from '../../src/pages/json-block.tsx';
import { around, below, fitted } from '../../src/pages/placing.ts';
import { withMarks } from '../../src/prose/hidden.ts';
import { addressOf, citationIn, nameOf } from '../../src/view/address.ts';
import '../../src/view/hidden-signs.ts';
import { webAddress } from '../../src/view/links.tsx';
import { Markdown } from '../../src/view/markdown.tsx';
import { decoded, hostile, unmarked } from './hostile-text.ts';

describe('components', () => {
  test('keep text and attribute values as they are, and never make them markup', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const made = unmarked(
          render(
            <p class={title} title={title}>
              {text}
            </p>,
          ),
        );
        // Preact leaves out an empty attribute's value and escapes what could end a value or begin an element.
        const [, value = '', words = '', content] =
          /^<p class(?:="([^"<]*)")? title(?:="([^"<]*)")?>([^<]*)<\/p>$/s.exec(made) ?? [];
        expect([value, words, content ?? '?'].map(decoded)).toEqual([title, withMarks(title), text]);
      }),
      { numRuns: 500 },
    );
  });

  test('show a character that nobody sees: as an element in text, as a mark in titles and drawings, exactly in addresses', () => {
    const name = 'EMR\u202efdp';
    const sign = '<span class="hidden-sign" title="Right-to-left override">⟨U+202E⟩</span>';
    expect(
      render(
        <a href={`/${name}`} aria-label={`To ${name}`}>
          {name}
        </a>,
      ),
    ).toBe(`<a href="/${name}" aria-label="To EMR⟨U+202E⟩fdp">EMR${sign}fdp</a>`);
    expect(render(<title>{name}</title>)).toBe('<title>EMR⟨U+202E⟩fdp</title>');
    expect(
      render(
        <svg role="img" aria-label="x">
          <text x="1">{name}</text>
        </svg>,
      ),
    ).toContain('<text x="1">EMR⟨U+202E⟩fdp</text>');
    expect(render(<b>{['a', name]}</b>)).toBe(`<b>aEMR${sign}fdp</b>`);
    expect(render(<JsonBlock type="application/json" value={name} />)).toContain(`"${name}"`);
  });

  test('make JSON blocks that no value can end, and that parse back', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, value) => {
        const made = render(<JsonBlock type="application/ld+json" value={{ [key]: [value] }} />);
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
  const markdown = (text: string) => render(<Markdown text={text} />);

  test('becomes only elements of CommonMark, for any text', () => {
    const allowed = /<\/?(?:p|em|strong|code|pre|ol|ul|li|blockquote|h3|hr|br|a)(?: (?:href|start)="[^"<>]*")?>/g;
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 5 }),
        fc.constantFrom(' ', '\n', '\n\n', '[', '](', '* ', '> '),
        (parts, glue) => {
          const made = unmarked(markdown(parts.join(glue)));
          expect(made.replace(allowed, '')).not.toContain('<');
          for (const [, address = ''] of made.matchAll(/href="([^"]*)"/g))
            expect(address).toMatch(/^(https?:\/\/|[/#])/i);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps emphasis, lists, links and code', () => {
    expect(markdown('*A* **b** `c` [d](https://e.example) <b>f</b>')).toBe(
      '<p><em>A</em> <strong>b</strong> <code>c</code> <a href="https://e.example">d</a> &lt;b>f&lt;/b></p>',
    );
    expect(markdown('- one\n- two')).toBe('<ul><li>one</li><li>two</li></ul>');
    expect(markdown('[x](javascript:alert(1)) ![y](z)')).toBe('<p>x y</p>');
    expect(() => markdown(`${'> '.repeat(200)}deep`)).not.toThrow();
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
