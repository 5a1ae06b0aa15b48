import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

describe('a prepared statement', () => {
  it('gives rows as the typed client does, to the millisecond and at the ends of time', async () => {
    const moments = [
      '2026-11-22T10:00:00.123Z',
      '2026-11-22T10:00:00Z',
      '1969-07-20T20:17:40.5Z',
      '9999-12-31T23:59:59.999Z',
    ];
    const text = `select moment, 9007199254740993::int8 as big, null::timestamptz as nothing
      from unnest($1::text[]) with ordinality as given (text, place), lateral (select text::timestamptz as moment) as read order by place`;
    const rows = await world.sql.all<{ moment: Date; big: bigint; nothing: null }>('moments', text, [
      moments,
    ]);
    expect(rows.map(({ moment }) => moment)).toEqual(moments.map((moment) => new Date(moment)));
    expect(rows[0]).toMatchObject({ big: 9007199254740993n, nothing: null });
  });

  it('gives what is no moment as pg does', async () => {
    const [row] = await world.sql.all<{ moment: unknown }>(
      'infinity',
      `select 'infinity'::timestamptz as moment`,
      [],
    );
    expect(row?.moment).toEqual(pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)('infinity'));
  });
});
