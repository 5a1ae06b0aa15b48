import { describe, expect, it } from 'vitest';
import { say, spoken, until, openWorld } from './harness.ts';

const world = openWorld();
let count = 0;

async function people() {
  count += 1;
  const ada = await world.person(`ada-${count}`, 'Ada');
  const bo = await world.person(`bo-${count}`, 'Bo');
  const cy = await world.person(`cy-${count}`, 'Cy');
  return { ada, bo, cy };
}

describe('a group', () => {
  it('[GR1] [GR11] is made from several people in the picker, with the keyboard, and stands on everybody’s screen', async () => {
    const { ada, bo, cy } = await people();
    const [hers, his] = [await ada.open(), await bo.open()];
    await hers.getByRole('button', { name: 'New conversation' }).click();
    const picker = hers.getByRole('combobox', { name: 'People' });
    for (const handle of [bo.handle, cy.handle]) {
      await picker.fill(handle);
      await hers.getByRole('option', { name: new RegExp(handle) }).waitFor();
      await hers.keyboard.press('Enter');
    }
    await hers.getByLabel('Name of the group').fill('Three of us');
    await hers.keyboard.press('Enter');
    await hers.getByRole('heading', { name: 'Three of us' }).first().waitFor();
    await hers.getByRole('feed').getByText('Ada created the group “Three of us”').waitFor();
    await his.getByRole('link', { name: /Three of us/ }).click();
    await say(his, 'Glad to be here');
    await until(() => spoken(hers)).toEqual(['Glad to be here']);
  });

  it('[GR3] [GR5] [GR10] is renamed and extended by its owner, and the newcomer may read what was said before', async () => {
    const { ada, bo, cy } = await people();
    const threadId = await ada.api.createGroup('Two of us', [bo.id]);
    await bo.api.send(threadId, 'before Cy came');
    const [hers, theirs] = [await ada.open(`/t/${threadId}?panel=people`), await cy.open()];

    await hers.getByRole('button', { name: 'Rename group' }).click();
    await hers.getByLabel('Name of the group').fill('Three of us');
    await hers.keyboard.press('Enter');
    await hers.getByRole('feed').getByText('Ada renamed the group to “Three of us”').waitFor();

    await hers.getByRole('button', { name: 'Add people' }).click();
    await hers.getByRole('combobox', { name: 'People' }).fill(cy.handle);
    await hers.getByRole('option', { name: /Cy/ }).click();
    await hers.getByRole('button', { name: 'Add to the group' }).click();
    await hers.getByRole('heading', { name: '3 people' }).waitFor();

    await theirs.getByRole('link', { name: /Three of us/ }).click();
    await until(() => spoken(theirs)).toEqual(['before Cy came']);
    await theirs.getByRole('feed').getByText('Ada added Cy').waitFor();
    await until(() => theirs.title()).toBe('Parley');
  });

  it('[GR3] [GR9] roles: an admin may rename, a member may not, and the owner makes and unmakes them and hands over', async () => {
    const { ada, bo, cy } = await people();
    const threadId = await ada.api.createGroup('Roles', [bo.id, cy.id]);
    const path = `/t/${threadId}?panel=people`;
    const [hers, his] = [await ada.open(path), await bo.open(path)];
    await his.getByRole('heading', { name: '3 people' }).waitFor();
    expect(await his.getByRole('button', { name: 'Rename group' }).count()).toBe(0);
    expect(await his.getByRole('button', { name: 'Add people' }).count()).toBe(0);

    await hers.getByRole('button', { name: 'Actions for Bo' }).click();
    await hers.getByRole('menuitem', { name: 'Make admin' }).click();
    await his.getByRole('button', { name: 'Rename group' }).waitFor();
    await hers.getByRole('feed').getByText('Ada made Bo an admin').waitFor();

    await hers.getByRole('button', { name: 'Actions for Bo' }).click();
    await hers.getByRole('menuitem', { name: 'Hand the group over…' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
    await his.getByRole('button', { name: 'Actions for Ada' }).click();
    await hers.getByRole('feed').getByText('Bo is the owner now').waitFor();
    expect(await hers.getByRole('button', { name: 'Rename group' }).count()).toBe(1);
    await his.getByRole('menuitem', { name: 'Make member' }).click();
    await hers.getByRole('feed').getByText('Bo made Ada a member').waitFor();
    for (const name of ['Rename group', 'Add people'])
      await hers.getByRole('button', { name }).waitFor({ state: 'hidden' });
  });

  it('[GR3] [LV7] [TH8] who is removed is told at once and sees nothing that comes after', async () => {
    const { ada, bo, cy } = await people();
    const threadId = await ada.api.createGroup('Soon two', [bo.id, cy.id]);
    const [hers, his] = [await ada.open(`/t/${threadId}?panel=people`), await bo.open(`/t/${threadId}`)];
    await say(his, 'hello');
    await until(() => spoken(hers)).toEqual(['hello']);
    await hers.getByRole('button', { name: 'Actions for Bo' }).click();
    await hers.getByRole('menuitem', { name: 'Remove from group…' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await hers.getByRole('heading', { name: '2 people' }).waitFor();
    await ada.api.send(threadId, 'now that he is gone');
    await his.getByRole('form', { name: 'Write a message' }).waitFor({ state: 'hidden' });
    await until(() => spoken(hers)).toEqual(['hello', 'now that he is gone']);
    expect(await his.getByText('now that he is gone').count()).toBe(0);
    await his.reload();
    await his.getByText("This conversation isn't yours to see").waitFor();
  });

  it('[GR8] leaving takes it off one’s list, and the group has a new owner', async () => {
    const { ada, bo, cy } = await people();
    const threadId = await ada.api.createGroup('To be left', [bo.id, cy.id]);
    const [hers, his] = [await ada.open(`/t/${threadId}?panel=people`), await bo.open(`/t/${threadId}`)];
    await hers.getByRole('button', { name: 'Leave group' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Leave group' }).click();
    await until(() => new URL(hers.url()).pathname).toBe('/');
    await until(() => hers.getByRole('link', { name: /To be left/ }).count()).toBe(0);
    await his.getByRole('feed').getByText('Ada left').waitFor();
    await his.getByRole('feed').getByText('Bo is the owner now').waitFor();
  });
});
