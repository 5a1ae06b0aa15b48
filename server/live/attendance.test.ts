import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../schema/context.ts';
import { pick, random, saySeed } from '../../schema/testing/random.ts';
import { Attendance } from './attendance.ts';
import { type Bus, type Hints, LocalBus } from './bus.ts';

/** One instance: its part of a bus that loses what it is told to lose. */
class Instance {
  readonly bus = new LocalBus();
  readonly told: string[] = [];
  readonly attendance: Attendance;
  /** Nothing reaches it, and nothing comes from it. */
  deaf = false;

  constructor(all: Instance[], loses: () => boolean) {
    const bus: Bus = {
      on: (topic, listener) => this.bus.on(topic, listener),
      publish: <T extends keyof Hints>(topic: T, hint: Hints[T]) => {
        this.bus.publish(topic, hint);
        for (const other of all)
          if (other !== this && !this.deaf && !other.deaf && !loses()) other.bus.publish(topic, hint);
      },
      trouble: () => null,
      close: async () => {},
    };
    this.attendance = new Attendance(bus, (userIds) => this.told.push(...userIds));
    all.push(this);
  }
}

class Socket implements Connection {
  #closed: (() => void)[] = [];
  onClose(listener: () => void): void {
    this.#closed.push(listener);
  }
  giveUp(): void {}
  close(): void {
    for (const listener of this.#closed.splice(0)) listener();
  }
}

let instances: Instance[];
let lossy: () => boolean;
beforeEach(() => {
  saySeed();
  vi.useFakeTimers();
  instances = [];
  lossy = () => false;
});
afterEach(() => {
  for (const { attendance } of instances) attendance.stop();
  vi.useRealTimers();
});
const start = () => new Instance(instances, () => lossy());

function open(instance: Instance, userId: string): Socket {
  const socket = new Socket();
  instance.attendance.enter(userId, socket, () => {});
  return socket;
}

const statesOf = (userId: string) => instances.map(({ attendance }) => attendance.stateOf(userId));
const pass = (ms: number) => vi.advanceTimersByTime(ms);

describe('who is there', () => {
  it('[PR1] is who has a socket open, on whichever instance, until the last of them is closed', () => {
    const [one, two] = [start(), start()];
    const sockets = [open(one, 'ann'), open(two, 'ann')];
    pass(200);
    expect(statesOf('ann')).toEqual(['ONLINE', 'ONLINE']);
    sockets[0]?.close();
    pass(5000);
    expect(statesOf('ann')).toEqual(['ONLINE', 'ONLINE']);
    sockets[1]?.close();
    pass(1900);
    expect(statesOf('ann')).toEqual(['ONLINE', 'ONLINE']);
    pass(400);
    expect(statesOf('ann')).toEqual(['OFFLINE', 'OFFLINE']);
  });

  it('[PR2] is away when all their sockets are', () => {
    const [one, two] = [start(), start()];
    const [desk, phone] = [open(one, 'ann'), open(two, 'ann')];
    pass(2500);
    one.attendance.setAway(desk, true);
    pass(200);
    expect(statesOf('ann')).toEqual(['ONLINE', 'ONLINE']);
    two.attendance.setAway(phone, true);
    pass(200);
    expect(statesOf('ann')).toEqual(['AWAY', 'AWAY']);
    one.attendance.setAway(desk, false);
    pass(200);
    expect(statesOf('ann')).toEqual(['ONLINE', 'ONLINE']);
  });

  it('[PR3] does not go for a page that is loaded again, and is told of once', () => {
    const [one, two] = [start(), start()];
    const socket = open(one, 'ann');
    pass(200);
    socket.close();
    pass(1000);
    open(two, 'ann');
    pass(10_000);
    expect([one.told, two.told]).toEqual([['ann'], ['ann']]);
  });

  it('[PR4] goes within seconds with the instance that they are there through', () => {
    const [one, two] = [start(), start()];
    open(one, 'ann');
    pass(200);
    one.attendance.stop();
    one.deaf = true;
    pass(4000);
    expect(two.attendance.stateOf('ann')).toBe('ONLINE');
    pass(4000);
    expect(two.attendance.stateOf('ann')).toBe('OFFLINE');
  });

  it('[PR4] is known soon to an instance that starts, or comes back', () => {
    const one = start();
    open(one, 'ann');
    pass(5000);
    const two = start();
    pass(2500);
    expect(two.attendance.stateOf('ann')).toBe('ONLINE');
    two.deaf = true;
    open(one, 'bob');
    pass(8000);
    expect(two.attendance.stateOf('ann')).toBe('OFFLINE');
    two.deaf = false;
    pass(2500);
    expect([two.attendance.stateOf('ann'), two.attendance.stateOf('bob')]).toEqual(['ONLINE', 'ONLINE']);
  });

  it('[PR4] is the same everywhere in the end, whatever a bus loses', () => {
    for (let round = 0; round < 40; round += 1) {
      instances = [];
      const all = [start(), start(), start()];
      lossy = () => random(3) === 0;
      const sockets: { on: Instance; socket: Socket }[] = [];
      for (let step = 0; step < 60; step += 1) {
        const on = pick(all);
        const some = sockets[random(sockets.length + 1)];
        const what = random(3);
        if (what === 0 || !some) sockets.push({ on, socket: open(on, `u${random(5)}`) });
        else if (what === 1) some.on.attendance.setAway(some.socket, random(2) === 0);
        else some.socket.close();
        pass(random(3000));
      }
      lossy = () => false;
      pass(8000);
      for (let user = 0; user < 5; user += 1) expect(new Set(statesOf(`u${user}`)).size).toBe(1);
      for (const { attendance } of all) attendance.stop();
    }
  });
});
