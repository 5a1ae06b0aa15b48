import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { it, type TestContext } from 'vitest';
import { enter } from './presence.ts';

// They mostly wait, so they wait together.

function folder(onTestFinished: TestContext['onTestFinished']): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-presence-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

it.concurrent('keeps a server elsewhere out while it is alive', async ({ expect, onTestFinished }) => {
  const home = folder(onTestFinished);
  const here = await enter(home, 'here 1');
  await expect(enter(home, 'there 2')).rejects.toThrow(
    `Another Parley (in the container or on the machine here) already uses ${home}`,
  );
  await here.leave();
  expect(existsSync(join(home, 'parley.lock'))).toBe(false);
  await (await enter(home, 'there 2')).leave();
});

it.concurrent('lets one of two in when both enter at once', async ({ expect, onTestFinished }) => {
  const home = folder(onTestFinished);
  const both = await Promise.allSettled([enter(home, 'here 1'), enter(home, 'there 2')]);
  const inside = both.filter((result) => result.status === 'fulfilled');
  expect(inside).toHaveLength(1);
  await inside[0]!.value.leave();
});

it.concurrent('waits for what the one that made the file is about to write', async ({
  expect,
  onTestFinished,
}) => {
  const home = folder(onTestFinished);
  const sign = join(home, 'parley.lock');
  writeFileSync(sign, '');
  const entered = enter(home, 'here 1');
  await sleep(200);
  writeFileSync(sign, 'here 1\nits-token\n');
  await (await entered).leave();
  expect(readFileSync(sign, 'utf8')).toContain('its-token');
});

it.concurrent('goes in after a killed server, once nothing stirs', async ({ expect, onTestFinished }) => {
  const home = folder(onTestFinished);
  const sign = join(home, 'parley.lock');
  writeFileSync(sign, 'there 2\nits-token\n');
  const both = await Promise.allSettled([enter(home, 'here 1'), enter(home, 'yonder 3')]);
  const inside = both.filter((result) => result.status === 'fulfilled');
  expect(inside).toHaveLength(1);
  expect(readFileSync(sign, 'utf8')).not.toContain('there');
  await inside[0]!.value.leave();
});

it.concurrent('tells a server that stood still that another has its place', async ({
  expect,
  onTestFinished,
}) => {
  const home = folder(onTestFinished);
  const sign = join(home, 'parley.lock');
  const here = await enter(home, 'here 1');
  await here.assertKept();
  writeFileSync(sign, 'there 2\nits-token\n');
  const sentence = `Another Parley (in the container or on the machine there) already uses ${home}`;
  await expect(here.assertKept()).rejects.toThrow(sentence);
  await expect(here.keep()).rejects.toThrow(sentence);
  expect((await here.lost).message).toContain(sentence);
  await here.leave();
  expect(readFileSync(sign, 'utf8')).toBe('there 2\nits-token\n');
});

it.concurrent('tells it so too where the other has gone again', async ({ expect, onTestFinished }) => {
  const home = folder(onTestFinished);
  const here = await enter(home, 'here 1');
  rmSync(join(home, 'parley.lock'));
  expect((await here.lost).message).toContain('parley.lock is gone');
});

it.concurrent('keeps others out while a server of the same system is on its way to the claim', async ({
  expect,
  onTestFinished,
}) => {
  const home = folder(onTestFinished);
  writeFileSync(join(home, 'parley.lock'), 'here 1\nof-one-that-was-killed\n');
  const next = await enter(home, 'here 1');
  await expect(enter(home, 'there 2')).rejects.toThrow(/already uses/);
  await next.keep();
  await next.leave();
  expect(existsSync(join(home, 'parley.lock'))).toBe(false);
});

it.concurrent('leaves it to the claim on the same system, and does not take the sign of who has that', async ({
  expect,
  onTestFinished,
}) => {
  const home = folder(onTestFinished);
  const first = await enter(home, 'here 1');
  const second = await enter(home, 'here 1');
  await second.leave();
  await expect(enter(home, 'there 2')).rejects.toThrow(/already uses/);
  await first.leave();
});
