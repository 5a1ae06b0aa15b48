import { describe, expect, it } from 'vitest';
import { findings } from './findings.ts';
import { openWorld, rowOf, say, spoken, until } from './harness.ts';

const world = openWorld();
let count = 0;

async function people() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const cy = await world.person(`cy-${count}`, 'Cy');
  return { ada, bo, cy };
}

/** Ada's group with Bo in it, open on both of their screens with the panel beside it. */
async function scene(name: string) {
  const { ada, bo, cy } = await people();
  const threadId = await ada.api.createGroup(name, [bo.id]);
  await bo.api.send(threadId, 'before anything else');
  const path = `/t/${threadId}?panel=people`;
  const [hers, his] = [await ada.open(path), await bo.open(path)];
  await until(() => spoken(his)).toEqual(['before anything else']);
  // It comes with what he may do: what he may not is missing only then.
  await his.getByRole('button', { name: 'Leave group' }).waitFor();
  return { ada, bo, cy, threadId, hers, his };
}

const composerOf = (page: Awaited<ReturnType<typeof scene>>['hers']) =>
  page.getByRole('form', { name: 'Write a message' });

describe('a group’s settings', () => {
  it('[GR14] a topic stands in the panel and the header of both, and goes again', async () => {
    const { hers, his } = await scene('Topics');
    expect(await his.getByRole('button', { name: 'Add a topic' }).count()).toBe(0);
    await hers.getByRole('button', { name: 'Add a topic' }).click();
    await hers.getByLabel('Topic of the group').fill('Plans for the garden');
    await hers.keyboard.press('Enter');
    for (const page of [hers, his]) {
      await page.getByText('2 people · Plans for the garden').waitFor();
      await page.getByRole('feed').getByText('Ada set the topic to “Plans for the garden”').waitFor();
    }
    await hers.getByRole('button', { name: 'Change the topic' }).click();
    await hers.getByLabel('Topic of the group').fill('');
    await hers.getByRole('button', { name: 'Save' }).click();
    await his.getByText('2 people · Plans for the garden').waitFor({ state: 'hidden' });
  });

  it('[GR15] [GR16] only admins write: who may not is told so at once, and an admin writes on', async () => {
    const { ada, bo, threadId, hers, his } = await scene('Announcements');
    await composerOf(his).getByRole('textbox').fill('half a sent');
    await hers.getByRole('switch', { name: 'Only admins write' }).click();
    await his.getByText('Only the owner and admins write here.').waitFor();
    await composerOf(his).waitFor({ state: 'hidden' });
    await his.getByText('Only the owner and admins write.').waitFor();
    await say(hers, 'hear this');
    await until(() => spoken(his)).toEqual(['before anything else', 'hear this']);
    await expect(bo.api.send(threadId, 'let me in')).rejects.toThrow('FORBIDDEN');
    // What they wrote before they may still take back, and no longer change.
    await rowOf(his, 'before anything else').hover();
    await his.getByRole('button', { name: 'Delete' }).waitFor();
    expect(await his.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    await hers.getByRole('button', { name: 'Actions for Bo' }).click();
    await hers.getByRole('menuitem', { name: 'Make admin' }).click();
    await composerOf(his).waitFor();
    expect(await composerOf(his).getByRole('textbox').inputValue()).toBe('half a sent');
    await say(his, 'as an admin');
    await until(() => spoken(hers)).toContain('as an admin');
    expect(await ada.api.bodies(threadId)).toHaveLength(3);
    // And takes away what others wrote.
    await rowOf(his, 'hear this').hover();
    await rowOf(his, 'hear this').getByRole('button', { name: 'Delete' }).click();
    await his.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    for (const page of [hers, his])
      await until(() => spoken(page)).toEqual(['before anything else', 'Message deleted', 'as an admin']);
  });

  it('[GR3] [GR17] everybody adds, and a newcomer sees nothing from before them', async () => {
    const { cy, threadId, hers, his } = await scene('Secrets');
    await hers.getByRole('switch', { name: 'Everybody adds people' }).click();
    await hers.getByRole('switch', { name: 'Newcomers see what was said before' }).click();
    await his.getByText('Newcomers see what comes after them.').waitFor();
    await his.getByRole('button', { name: 'Add people' }).click();
    await his.getByRole('combobox', { name: 'People' }).fill(cy.handle);
    await his.getByRole('option', { name: /Cy/ }).click();
    await his.getByRole('button', { name: 'Add to the group' }).click();
    await his.getByRole('heading', { name: '3 people' }).waitFor();
    const theirs = await cy.open(`/t/${threadId}`);
    await theirs.getByRole('feed').getByText('Bo added Cy').waitFor();
    await say(hers, 'welcome');
    await until(() => spoken(theirs)).toEqual(['welcome']);
    await theirs.getByText('You see what was said since you came to').waitFor();
    expect(await theirs.getByText('before anything else').count()).toBe(0);
    // What answers the past is seen without it.
    await rowOf(hers, 'before anything else').hover();
    await hers.getByRole('button', { name: 'Reply' }).click();
    await say(hers, 'as was said');
    await until(() => spoken(theirs)).toEqual(['welcome', 'as was said']);
    expect(await theirs.getByText('before anything else').count()).toBe(0);
    await theirs.reload();
    await until(() => spoken(theirs)).toEqual(['welcome', 'as was said']);
  });
});

describe('who is banned', () => {
  it('[GR18] [GR19] is out at once, comes back by no link, and comes once the ban is lifted', async () => {
    const { ada, bo, cy, threadId, hers, his } = await scene('Closed doors');
    const { token } = await ada.api.ask<{ token: string }>(
      `mutation ($id: ID!) { result: createInvite(input: { threadId: $id }) { ... on CreateInvitePayload { token } } }`,
      { id: threadId },
    );
    await hers.getByRole('button', { name: 'Actions for Bo' }).click();
    await hers.getByRole('menuitem', { name: 'Ban from group…' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Ban' }).click();
    await hers.getByRole('heading', { name: '1 person' }).waitFor();
    await his.getByText("This conversation isn't yours to see").waitFor();
    await his.goto(`${world.url}/i/${token}`);
    await his
      .getByText(/doesn't work/)
      .first()
      .waitFor();

    await hers.getByRole('button', { name: 'Banned people' }).click();
    await hers.getByText(`@${bo.handle} · banned by Ada`).waitFor();
    expect(await findings(hers)).toEqual([]);
    await hers.getByRole('button', { name: 'Lift the ban on Bo' }).click();
    await hers.getByText('Nobody is banned from this group.').waitFor();
    // Who never was in it, too.
    await hers.getByRole('button', { name: 'Ban somebody…' }).click();
    await hers.getByRole('combobox', { name: 'People' }).fill(cy.handle);
    await hers.getByRole('option', { name: /Cy/ }).click();
    expect(await findings(hers)).toEqual([]);
    await hers.getByRole('button', { name: 'Ban from the group' }).click();
    await hers.getByText(`@${cy.handle} · banned by Ada`).waitFor();
    await hers.keyboard.press('Escape');
    await his.reload();
    await his.getByRole('button', { name: /Join/ }).click();
    await hers.getByRole('heading', { name: '2 people' }).waitFor();
  });
});

describe('a group comes to rest', () => {
  it('[GR20] archived for everybody, it is read and not written, and it opens again', async () => {
    const { hers, his } = await scene('Old plans');
    await hers.getByRole('button', { name: 'Archive for everybody' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
    for (const page of [hers, his]) {
      await page.getByText('This group is archived for everybody: nobody writes here any more.').waitFor();
      await page.getByText('Archived · 2 people').waitFor();
      await until(() => spoken(page)).toEqual(['before anything else']);
    }
    for (const page of [hers, his]) expect(await findings(page)).toEqual([]);
    expect(await his.getByRole('button', { name: 'Open the group again' }).count()).toBe(0);
    expect(await hers.getByRole('button', { name: 'Add people' }).count()).toBe(0);
    await hers.getByRole('button', { name: 'Open the group again' }).click();
    await say(his, 'good morning');
    await until(() => spoken(hers)).toEqual(['before anything else', 'good morning']);
  });

  it('[GR21] deleted, it is gone from both screens, after a question that says what goes', async () => {
    const { ada, threadId, hers, his } = await scene('Gone tomorrow');
    expect(await his.getByRole('button', { name: 'Delete for everybody' }).count()).toBe(0);
    await hers.getByRole('button', { name: 'Delete for everybody' }).click();
    const question = hers.getByRole('alertdialog');
    await question
      .getByText('Everything that was said here goes, with all files and links, for 2 people.')
      .waitFor();
    await question.getByRole('button', { name: 'Delete for everybody' }).click();
    await until(() => new URL(hers.url()).pathname).toBe('/');
    await his.getByText("This conversation isn't yours to see").waitFor();
    await until(() => his.getByRole('link', { name: /Gone tomorrow/ }).count()).toBe(0);
    expect(
      await ada.api.ask('query ($id: ID!) { result: thread(id: $id) { id } }', { id: threadId }),
    ).toBeNull();
  });
});
