// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { isPlain } from './plain.ts';
import { Markdown } from './markdown.tsx';
import { safeUrl } from './safe-url.ts';

afterEach(cleanup);
const shown = (body: string) => render(<Markdown body={body} />).container;

describe('what was typed is what is shown', () => {
  it.each([
    '<nick> hello',
    'a <b>bold</b> claim',
    '<!-- a comment -->',
    '# apt-get install parley',
    '¯\\_(ツ)_/¯',
    '\\\\server\\share \\d+',
    '[1]: see below',
    'so[^1]',
    '[^1]: not a footnote',
    '&amp; &nbsp; &#65;',
    '---',
    '***',
    'Title\n=====',
    '[x](javascript:alert(1))',
    '![x](data:image/png;base64,AAAA)',
    '[a][b] [c]',
    'snake_case_name and 2 * 3 * 4 ~not~',
    'a\\\nb',
    '```',
    '``` not really code',
    'العربية and 日本語 and 👩‍👩‍👧',
    '\u202egnp.exe',
  ])('%j', (body) => {
    expect(shown(body).textContent).toBe(body);
  });

  it('keeps single line breaks and the number of empty lines', () => {
    const container = shown('one\ntwo\n\n\nthree');
    const paragraphs = [...container.querySelectorAll('p')];
    expect(paragraphs.map((paragraph) => paragraph.textContent)).toEqual(['one\ntwo', 'three']);
    expect(paragraphs[1]!.style.marginBlockStart).toBe('2lh');
  });

  it.each(['```\ncode\n```', '> said'])('leaves no empty line for the one that sets off %j', (block) => {
    const margins = (body: string) =>
      [...shown(body).querySelectorAll<HTMLElement>(':scope > :last-child')].map(
        ({ style }) => style.marginBlockStart,
      );
    expect(margins(`${block}\n\nafter`)).toEqual(['']);
    expect(margins(`${block}\n\n\nafter`)).toEqual(['1lh']);
    expect(margins(`before\n\n${block}`)).toEqual(['']);
    expect(margins(`before\n\n\n${block}`)).toEqual(['1lh']);
  });

  it('keeps the numbers of a list as they were typed', () => {
    const items = [...shown('3. c\n3. c again\n7) other').querySelectorAll('li')];
    expect(items.map((item) => item.value)).toEqual([3, 3, 7]);
  });
});

describe('formatting', () => {
  it('knows emphasis, code, quotes, lists, tables and strike-through', () => {
    const container = shown(
      '**a** *b* ~~c~~ `d`\n\n> e\n\n- f\n\n```ts\ng()\n```\n\n| h | i |\n|---|---|\n| j | k |',
    );
    for (const selector of ['strong', 'em', 'del', 'p > code', 'blockquote', 'ul > li', 'pre > code', 'td']) {
      expect(container.querySelector(selector), selector).not.toBeNull();
    }
  });

  it('a backslash keeps an asterisk from formatting', () => {
    const container = shown('\\*not\\* *this*');
    expect(container.textContent).toBe('*not* this');
    expect(container.querySelectorAll('em')).toHaveLength(1);
  });

  it('links open apart, say where they lead, and pictures are links', () => {
    const links = [
      ...shown(
        'https://example.org/a_b_c. [t](http://x.test "y") ![p](https://x.test/p.png) m@x.test',
      ).querySelectorAll('a'),
    ];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/a_b_c',
      'http://x.test/',
      'https://x.test/p.png',
      'mailto:m@x.test',
    ]);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
      expect(link.title).toContain(link.getAttribute('href')!);
    }
  });

  it('but for those that lead to a place of this app, which open in it', () => {
    const { origin } = location;
    const own = ['/t/thr_1?m=msg_2', '/i/token'];
    const others = [
      `${origin}/files/att_1`,
      `${origin}/t/`,
      'https://x.test/t/thr_1',
      'https://x.test/i/token',
    ];
    const links = [
      ...shown([...own.map((path) => origin + path), ...others].join(' ')).querySelectorAll('a'),
    ].map((link) => [link.getAttribute('href'), link.title, link.target]);
    expect(links).toEqual([
      ...own.map((path) => [path, origin + path, '']),
      ...others.map((href) => [href, href, '_blank']),
    ]);
  });

  it('what has no formatting never needs the parser', () => {
    expect(['hello there', 'it is 5. of May', 'a - b', 'x\ny'].every(isPlain)).toBe(true);
    expect(
      ['*a*', 'see https://x.test', '- a', '1. a', '> q', 'a@b.c', 'www.x.test', '`c`'].some(isPlain),
    ).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    '//x.test',
    '/a',
    '',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });
});

describe('hostile bodies', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<body onload=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<object data="data:text/html,<script>alert(1)</script>">',
    '<style>@import "javascript:alert(1)"</style>',
    '<link rel=stylesheet href=//x.test/a.css>',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<base href="javascript:/a/+alert(1)//">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<input autofocus onfocus=alert(1)>',
    '<video><source onerror=alert(1)></video>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](java&#x09;script:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](<java\tscript:alert(1)>)',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](vbscript:msgbox(1))',
    '[x](feed:javascript:alert(1))',
    '[x](view-source:javascript:alert(1))',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](https://x.test/p.png)',
    '[x](https://x.test "\\" onclick=\\"alert(1)")',
    '[x]: javascript:alert(1)\n\n[x]',
    '[<img src=x onerror=alert(1)>](https://x.test)',
    '`<img src=x onerror=alert(1)>`',
    '```html\n<script>alert(1)</script>\n```',
    '```"><img src=x onerror=alert(1)>\nx\n```',
    '| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |',
    'https://x.test/"onmouseover="alert(1)',
    'https://x.test/<script>alert(1)</script>',
    'www.x.test/"><img src=x onerror=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
    '- [ ] <img src=x onerror=alert(1)>',
  ];
  const elements = 'a,p,em,strong,del,code,pre,blockquote,ul,ol,li,div,span,table,tbody,tr,td';
  const attributes = new Set([
    'href',
    'title',
    'target',
    'rel',
    'style',
    'tabindex',
    'role',
    'aria-label',
    'value',
    'dir',
    'data-task',
    'data-table',
  ]);

  it.each(payloads)('%j makes no element, attribute or address of its own', (payload) => {
    for (const element of shown(payload).querySelectorAll('*')) {
      expect(element.matches(elements), element.outerHTML).toBe(true);
      for (const { name } of element.attributes)
        expect(attributes.has(name), `${name} in ${element.outerHTML}`).toBe(true);
      if (element.hasAttribute('href'))
        expect(element.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/);
    }
  });

  it.each([
    '>'.repeat(10_000),
    '> '.repeat(5_000),
    '['.repeat(10_000),
    '*a '.repeat(1_600) + 'a* '.repeat(1_600),
    '+ - '.repeat(2_500),
    '|a'.repeat(5_000),
    '`'.repeat(9_999),
    '![a]('.repeat(2_000),
  ])('a body made to be slow is shown, and soon (%#)', (body) => {
    const start = performance.now();
    expect(shown(body).textContent.length).toBeGreaterThan(0);
    // Without the guards it is minutes, or the stack.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('nests only so deep', () => {
    expect(shown(`${'> '.repeat(20)}deep`).textContent).toContain('deep');
  });
});
