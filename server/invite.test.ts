import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import { password, type Person } from './testing/person.ts';

const secrets = {
  old: 'b25lLXNlY3JldC1mb3ItdGhlLXRlc3RzLW9ubHktMDEyMw',
  fresh: 'YW5vdGhlci1zZWNyZXQtZm9yLXRoZS10ZXN0cy05ODc2NTQ',
};

let parley: Parley;
let [owner, member, outsider]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  parley = await startParley({ settings: { SESSION_SECRET: secrets.old, RATE_LIMITS: 'invite=3/60' } });
  [owner, member, outsider] = await parley.people(3);
  threadId = await groupOf(owner!, member!);
});
afterAll(() => parley.stop());

async function groupOf(one: Person, another: Person): Promise<string> {
  const made = await one.does('createGroup', { name: 'Rowers', participantIds: [another.id] });
  return made.thread.id;
}

/** How a try ends: with a group, without one, or before it is looked at. */
async function enter(person: Person, token: string): Promise<string> {
  const { data, errors } = await person.ask(
    'mutation ($token: String!) { acceptInvite(input: { token: $token }) { __typename } }',
    { token },
  );
  return (
    errors?.[0]?.extensions.code ?? (data as { acceptInvite: { __typename: string } }).acceptInvite.__typename
  );
}

describe('an invite link', () => {
  it('[IN8] shows who has no session where it leads', async () => {
    const { token } = await owner!.does('createInvite', { threadId });
    const { data } = await parley
      .browser()
      .ask('query ($token: String!) { invite(token: $token) { groupName participantCount threadId } }', {
        token,
      });
    expect(data).toEqual({ invite: { groupName: 'Rowers', participantCount: 2, threadId: null } });
  });

  it('[IN12] is in no line of the log, whoever opens it', async () => {
    const { token, invite } = await owner!.does('createInvite', { threadId, clientMutationId: 'key' });
    expect(invite.url).toBe(`${parley.url}/i/${token}`);
    await fetch(invite.url);
    await fetch(`${invite.url}?from=a-mail`);
    expect(await enter(outsider!, token)).toBe('AcceptInvitePayload');
    expect(parley.log()).toContain('"path":"/i/…"');
    expect(parley.log()).not.toContain(token);
  });

  it('[IN9] that works may be tried as often as one likes; of others as many as the policy says', async () => {
    const person = await parley.person();
    const { token } = await owner!.does('createInvite', { threadId });
    for (let round = 0; round < 5; round += 1) expect(await enter(person, token)).toBe('AcceptInvitePayload');
    const wrong = [];
    for (let round = 0; round < 5; round += 1) wrong.push(await enter(person, `wrong ${round}`));
    expect(wrong).toEqual([
      ...Array.from({ length: 3 }, () => 'NotFoundError'),
      'RATE_LIMITED',
      'RATE_LIMITED',
    ]);
    expect(await enter(person, token)).toBe('RATE_LIMITED');
    // Others are not kept out by it.
    expect(await enter(outsider!, token)).toBe('AcceptInvitePayload');
  });

  it('[IN2] is shown again to a retry, on every instance that still has the secret by which it was sealed', async () => {
    const asked = { threadId, clientMutationId: 'once' };
    const { token } = await owner!.does('createInvite', asked);
    const again = async (secretsThere: string) => {
      const beside = await startParley({
        database: parley.database,
        settings: { SESSION_SECRET: secretsThere },
      });
      const browser = beside.browser();
      await browser.does('signIn', { handle: owner!.handle, password });
      const outcome = await browser.does('createInvite', asked);
      await beside.stop();
      return outcome;
    };
    expect((await again(`${secrets.fresh},${secrets.old}`)).token).toBe(token);
    expect((await again(secrets.fresh)).__typename).toBe('NotFoundError');
  });
});
