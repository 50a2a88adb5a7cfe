import { expect, test } from 'vitest';
import { html, trusted } from './markup.ts';

test('a string in a hole is text, in content and in attributes', () => {
  const hostile = `"><script>alert('1')</script>&amp;`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>',
  );
});

test('templates nest, lists join, and nothing leaves nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${false}</ul>${0}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
});

test('control characters and halves of characters do not reach the page', () => {
  expect(html`${'a\u0000\u001B[31m\uD800b\n'}`.markup).toBe('a[31m\uFFFDb\n');
});

test('what the house drew itself goes in as it is', () => {
  expect(html`${trusted('<svg/>')}`.markup).toBe('<svg/>');
});
