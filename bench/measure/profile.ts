import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What V8's profiler writes, as far as it is read here: `samples` names nodes, one for each time it looked. */
export interface CpuProfile {
  nodes: { id: number; callFrame: Frame; children?: number[] }[];
  samples: number[];
}

interface Frame {
  functionName: string;
  url: string;
  /** From 0. */
  lineNumber: number;
  columnNumber: number;
}

/** Where a process was, by the share of the time that it did not sleep. */
export interface Place {
  name: string;
  share: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const writes = new Set(['writev', 'writeBuffer', 'writeUtf8String', 'writeLatin1String', 'writeUcs2String']);

/** The places of a profile, the greatest share first. What native code takes counts for who called it, but for writing to sockets. */
export function placesOf({ nodes, samples }: CpuProfile, sourceOf: SourceOf = sources()): Place[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const placeOf = (id: number): string | null => {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)') return null;
    if (frame.url !== '') return placeOfFile(frame, sourceOf);
    if (writes.has(frame.functionName)) return 'the system call that writes';
    const parent = parents.get(id);
    if (parent === undefined || frames.get(parent)?.functionName === '(root)')
      return nobodys(frame.functionName);
    return placeOf(parent);
  };
  const places = new Map(nodes.map(({ id }) => [id, placeOf(id)]));
  const counts = new Map<string, number>();
  let awake = 0;
  for (const sample of samples) {
    const place = places.get(sample) ?? null;
    if (place === null) continue;
    awake += 1;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, share: count / awake }))
    .toSorted((a, b) => b.share - a.share);
}

/** What nobody called: what V8 does by itself, and the kernel. */
function nobodys(functionName: string): string {
  if (functionName === '(garbage collector)') return 'the garbage collector';
  return "Node's native code and the kernel";
}

/** A package by its name, Parley by the folder that a function was written in. */
function placeOfFile(frame: Frame, sourceOf: SourceOf): string {
  if (frame.url.startsWith('node:')) return "Node's JavaScript";
  const library = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(frame.url)?.[1];
  if (library !== undefined) return library;
  const file = sourceOf(frame);
  const generated = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return generated ?? file.split('/').slice(0, 2).join('/');
}

type SourceOf = (frame: Frame) => string;

/** The file that a function was written in, from the project's root, by the map beside what was built of it. */
function sources(): SourceOf {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    if (!existsSync(`${file}.map`)) return null;
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  };
  return ({ url, lineNumber, columnNumber }) => {
    const file = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!maps.has(file)) maps.set(file, mapOf(file));
    const entry = maps.get(file)?.findEntry(lineNumber, columnNumber);
    const source = entry && 'originalSource' in entry ? entry.originalSource : null;
    if (source === null) return relative(root, file);
    return relative(root, fileURLToPath(new URL(source, url)));
  };
}
