import { expect, it } from 'vitest';

import { MentionsDocument, type MentionsQuery } from '../generated/search.ts';
import { applyChange } from './apply-change.ts';
import { begin, MANY } from './model/follower.ts';

it('[LV41] all that mentions one keeps its place, and is read again only where the server alone knows it', () => {
  const { server, group, cache } = begin();
  const query = { query: MentionsDocument, variables: { first: MANY } };
  /** Undefined once it has to be read again. */
  const listed = () => cache.readQuery<MentionsQuery>(query)?.mentions.edges.map(({ node }) => node.seq);
  const readAgain = () => {
    cache.writeQuery({ ...query, data: server.fetch<MentionsQuery>(MentionsDocument, query.variables) });
    return listed();
  };
  let seen = server.end;
  const after = (act: () => void) => {
    act();
    for (; seen < server.end; seen += 1) applyChange(cache, server.change(seen));
    return listed();
  };

  // In the model every third message names the viewer, and an edit turns that about.
  expect(after(() => server.send(group, 'usr_ana'))).toEqual([]);
  expect(after(() => server.send(group, 'usr_ana'))).toEqual([3]);
  // One that names them anew stands somewhere among the others.
  expect(after(() => server.edit(group, 0))).toBeUndefined();
  expect(readAgain()).toEqual([3, 1]);
  expect(after(() => server.edit(group, 2))).toEqual([1]);
  expect(after(() => server.delete(group, 1))).toEqual([1]);
  expect(after(() => server.delete(group, 0))).toEqual([]);

  expect(after(() => server.edit(group, 2))).toBeUndefined();
  expect(readAgain()).toEqual([3]);
  expect(after(() => server.remove(group, server.viewerId))).toBeUndefined();
  expect(readAgain()).toEqual([]);
  expect(after(() => server.add(group, server.viewerId))).toBeUndefined();
  expect(readAgain()).toEqual([3]);
});
