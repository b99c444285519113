/** Texts that want to become markup, for tests of components, and how to read what became of them. */
import fc from 'fast-check';

/** Strings as an attacker would make them, and any others. */
export const hostile = fc.oneof(
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
/** A text whose entities are the characters that they stand for. */
export const decoded = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
/** The markup without the marks of characters that nobody sees. */
export const unmarked = (markup: string) =>
  markup.replace(/<span class="hidden-sign" title="[^"<>]+">⟨U\+([\dA-F]{4,5})⟩<\/span>/g, (_, code) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
