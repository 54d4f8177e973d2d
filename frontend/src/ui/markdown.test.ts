import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './markdown';

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

test('paragraphs, lists, emphasis, code and quotes are shown as such', () => {
  expect(html('One *two* **three** `four`\n\n- a\n- b\n\n3. c\n\n> d')).toBe(
    '<p>One <em>two</em> <strong>three</strong> <code>four</code></p><ul><li>a</li><li>b</li></ul>' +
      '<ol start="3"><li>c</li></ol><blockquote><p>d</p></blockquote>',
  );
});

test('headings stand under those of the page, however deep', () => {
  expect(html('# A\n\n### B\n\n###### C')).toBe('<h4>A</h4><h6>B</h6><h6>C</h6>');
});

test('raw HTML stays words', () => {
  expect(html('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html('a <img src=x onerror=alert(1)> b')).toBe('<p>a &lt;img src=x onerror=alert(1)&gt; b</p>');
});

test('a link leads to the web or to a mail address, and nowhere else', () => {
  expect(html('[a](https://example.org/?b=1&c="d")')).toContain(
    'href="https://example.org/?b=1&amp;c=&quot;d&quot;" rel="nofollow noreferrer"',
  );
  expect(html('<mailto:a@example.org>')).toContain('href="mailto:a@example.org"');
  for (const hostile of [
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](<java\nscript:alert(1)>)',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//example.org)',
    '[a](/api/v1)',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[a](\u0001javascript:alert(1))',
  ])
    expect(html(hostile), hostile).not.toContain('<a');
});

test('a reference leads where it is defined, at its first definition', () => {
  expect(html('[a][b]\n\n[b]: https://example.org/1\n[b]: https://example.org/2')).toContain('href="https://example.org/1"');
});

test('a picture is not loaded, but led to', () => {
  expect(html('![words](https://example.org/a.png)')).toBe(
    '<p><a href="https://example.org/a.png" rel="nofollow noreferrer">words</a></p>',
  );
  expect(html('![words](javascript:x)')).toBe('<p>words</p>');
});

test('what is nested without end does not break the page', () => {
  expect(html(`${'>'.repeat(3_000)} deep`)).toContain('deep');
  expect(html(`${'['.repeat(3_000)}deep`)).toContain('deep');
  expect(html(`${'*a '.repeat(3_000)}deep`)).toContain('deep');
});
