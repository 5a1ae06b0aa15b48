import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { type CpuProfile, placesOf } from './profile.ts';

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 });

/** A stack by its functions, and how often it was found with the last of them running. */
function profileOf(stacks: [ReturnType<typeof frame>[], number][]): CpuProfile {
  const nodes: CpuProfile['nodes'] = [{ id: 1, callFrame: frame('(root)'), children: [] }];
  const samples: number[] = [];
  for (const [stack, count] of stacks) {
    let parent = nodes[0];
    for (const callFrame of stack) {
      const node = { id: nodes.length + 1, callFrame, children: [] };
      parent?.children?.push(node.id);
      nodes.push(node);
      parent = node;
    }
    samples.push(...Array<number>(count).fill(parent?.id ?? 0));
  }
  return { nodes, samples };
}

const sourceOf = ({ url }: { url: string }) => url.replace('file:///parley/', '');
const send = frame('send', 'file:///parley/schema/message/send.ts');
const write = frame('send', 'file:///parley/node_modules/ws/lib/sender.js');

it('leaves out the time that the process slept', () => {
  const places = placesOf(
    profileOf([
      [[frame('(idle)')], 900],
      [[send], 100],
    ]),
    sourceOf,
  );
  expect(places).toEqual([{ name: 'schema/message', share: 1 }]);
});

it('names packages, folders, Node and the garbage collector, the greatest share first', () => {
  const stacks: [ReturnType<typeof frame>[], number][] = [
    [[send], 40],
    [[send, frame('parse', 'file:///parley/node_modules/@graphql-tools/utils/index.js')], 20],
    [[frame('emit', 'node:events')], 15],
    [[frame('(garbage collector)')], 14],
    [[frame('(program)')], 11],
  ];
  expect(placesOf(profileOf(stacks), sourceOf)).toEqual([
    { name: 'schema/message', share: 0.4 },
    { name: '@graphql-tools/utils', share: 0.2 },
    { name: "Node's JavaScript", share: 0.15 },
    { name: 'the garbage collector', share: 0.14 },
    { name: "Node's native code and the kernel", share: 0.11 },
  ]);
});

it('counts native functions for who called them, and writing apart', () => {
  const stacks: [ReturnType<typeof frame>[], number][] = [
    [[send, frame('stringify')], 60],
    [[write, frame('writev')], 40],
  ];
  expect(placesOf(profileOf(stacks), sourceOf)).toEqual([
    { name: 'schema/message', share: 0.6 },
    { name: 'the system call that writes', share: 0.4 },
  ]);
});

it('counts every way of writing apart', () => {
  const ways = ['writev', 'writeBuffer', 'writeUtf8String', 'writeLatin1String', 'writeUcs2String'];
  expect(placesOf(profileOf(ways.map((way) => [[write, frame(way)], 20])), sourceOf)).toEqual([
    { name: 'the system call that writes', share: 1 },
  ]);
});

it('names the innermost of packages, and a package without a scope', () => {
  const nested = frame('cork', 'file:///parley/node_modules/@a/b/node_modules/ws/lib/sender.js');
  expect(placesOf(profileOf([[[nested], 1]]), sourceOf)).toEqual([{ name: 'ws', share: 1 }]);
});

it('finds by the map beside what was built where it was written, the greatest share first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const built = join(folder, 'main.js');
  const from = (file: string) => relative(folder, fileURLToPath(new URL(`../../${file}`, import.meta.url)));
  const sources = [from('schema/message/send.ts'), from('node_modules/@graphql-tools/utils/index.js')];
  // A line of the one, then a line of the other.
  writeFileSync(`${built}.map`, JSON.stringify({ version: 3, names: [], sources, mappings: 'AAAA;ACAA' }));
  const at = (lineNumber: number) => ({ ...frame('work', pathToFileURL(built).href), lineNumber });
  const unmapped = frame('work', new URL('../../bench/clients/http.ts', import.meta.url).href);
  const places = placesOf(
    profileOf([
      [[unmapped], 20],
      [[at(0)], 30],
      [[at(1)], 50],
    ]),
  );
  expect(places).toEqual([
    { name: '@graphql-tools/utils', share: 0.5 },
    { name: 'schema/message', share: 0.3 },
    { name: 'bench/clients', share: 0.2 },
  ]);
});
