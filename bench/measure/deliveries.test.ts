import { describe, expect, it } from 'vitest';
import { Deliveries, numbered } from './deliveries.ts';

const tell = (deliveries: Deliveries, listener: number, text: string) => {
  const bytes = Buffer.from(`before${text}#999999`);
  deliveries.take(listener, bytes, 6, 6 + text.length);
};

describe('deliveries', () => {
  it('is whole once everybody has been told, whatever the order', async () => {
    const deliveries = new Deliveries(2);
    deliveries.arrivals = [];
    const whole = [deliveries.expect(7), deliveries.expect(8)];
    for (const [listener, event] of [
      [0, 8],
      [1, 7],
      [1, 8],
      [0, 7],
    ] as const) {
      tell(deliveries, listener, `{"body":"${numbered(event, 'text')}"}`);
    }
    await Promise.all(whole);
    expect(deliveries.count).toBe(4);
    expect(deliveries.latencies()).toEqual({
      sincePublished: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      sinceAnswered: [],
    });
    deliveries.answered(7);
    expect(deliveries.latencies().sinceAnswered).toEqual([0, 0]);
    expect(deliveries.sample).toEqual({ listener: 0, frame: '{"body":"#000007 text"}' });
  });

  it('passes over frames that bear no number, also where the next frame has one', () => {
    const deliveries = new Deliveries(1);
    tell(deliveries, 0, '{"type":"pong"}');
    expect(deliveries.count).toBe(0);
  });

  it('refuses what comes twice and what nobody published', () => {
    const deliveries = new Deliveries(2);
    void deliveries.expect(1);
    tell(deliveries, 0, numbered(1, ''));
    expect(() => tell(deliveries, 0, numbered(1, ''))).toThrow('twice');
    expect(() => tell(deliveries, 0, numbered(2, ''))).toThrow('nobody published');
  });
});
