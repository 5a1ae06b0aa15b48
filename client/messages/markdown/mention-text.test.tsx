import { render } from '@testing-library/react';
import { expect, it } from 'vitest';

import { MentionedContext, type Mentioned, MentionText } from './mention-text.tsx';

const ada = { id: 'usr_ada', handle: 'ada', displayName: 'Ada Okafor' };
const bo = { id: 'usr_bo', handle: 'bo-', displayName: 'Bo' };

function chips(text: string, mentioned: Partial<Mentioned> | null) {
  const value = mentioned && { people: [ada, bo], all: false, viewerId: 'usr_ada', own: false, ...mentioned };
  const { container } = render(
    <MentionedContext value={value}>
      <MentionText text={text} />
    </MentionedContext>,
  );
  const found = [...container.querySelectorAll('.mention')].map(
    (chip) => `${chip.textContent}${chip.classList.contains('mention-me') ? '!' : ''}`,
  );
  return [container.textContent, found];
}

it('shows those who are mentioned by their names, and the reader apart', () => {
  expect(chips('Hi @Ada, and @bo-!', {})).toEqual(['Hi @Ada Okafor, and @Bo!', ['@Ada Okafor!', '@Bo']]);
});

it('[MN1] finds them where the server does, also in scripts without blanks', () => {
  for (const text of ['请看@ada', '@ada请看', '＠ada', 'カー@ada에게', 'Well...@ada', '/@ada/@nobody'])
    expect([text, chips(text, {})[1]]).toEqual([text, ['@Ada Okafor!']]);
  for (const text of ['x@ada.org', 'Ж@ada', '@@ada', '@adaж', '@ada２'])
    expect(chips(text, {})).toEqual([text, []]);
});

it('guesses nobody from the text', () => {
  expect(chips('@ada @cy', { people: [] })).toEqual(['@ada @cy', []]);
  expect(chips('@ada', null)).toEqual(['@ada', []]);
  expect(chips('mail x@ada', {})).toEqual(['mail x@ada', []]);
});

it('[MN8] shows who has deleted their account as that, and nobody where none of them is mentioned', () => {
  const gone = { id: 'usr_gone', handle: '', displayName: 'Deleted account' };
  const text = 'Hi @deleted-account, ＠deleted-account_ and 请看@deleted-account请看, not @bo';
  const chip = '@Deleted account';
  expect(chips(text, { people: [gone] })).toEqual([
    `Hi ${chip}, ${chip}_ and 请看${chip}请看, not @bo`,
    [chip, chip, chip],
  ]);
  expect(chips(text, { people: [ada] })).toEqual([text, []]);
});

it('finds nobody where no name stands, who has deleted their account no more than others', () => {
  const gone = { id: 'usr_gone', handle: '', displayName: 'Deleted account' };
  for (const text of ['@--', '@__', 'so @-_- it was'])
    expect([text, chips(text, { people: [ada, gone] })]).toEqual([text, [text, []]]);
});

it('shows a call to everybody, which is not for who calls', () => {
  expect(chips('@all', { all: true })).toEqual(['@all', ['@all!']]);
  expect(chips('@all', { all: true, own: true })).toEqual(['@all', ['@all']]);
  expect(chips('@all', {})).toEqual(['@all', []]);
});
