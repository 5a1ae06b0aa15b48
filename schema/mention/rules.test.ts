import { describe, expect, it } from 'vitest';
import { namesIn, withoutHandle } from './rules.ts';

describe('names', () => {
  it.each([
    ['@ada', ['ada']],
    ['Hello @Ada, (@bo) "@cy": @d-e_f!', ['ada', 'bo', 'cy', 'd-e_f']],
    ['@ada @ADA', ['ada']],
    ['@ada-', ['ada-', 'ada']],
    ['@all', ['all']],
    ['请看@ada', ['ada']],
    ['@ada请看', ['ada']],
    ['カー@ada에게 ที่@bo', ['ada', 'bo']],
    ['＠ada', ['ada']],
    ['@ada/@bo', ['ada', 'bo']],
    ['Well...@bo -@cy', ['bo', 'cy']],
    ['x@ada.org Ж@ada x＠ada @@ada @＠ada', []],
    ['@adaж @ada２', []],
    ['mail ada@example.org, see https://a.b/@ada, www.a.b/@ada and a.org/@ada', []],
    ['https://a.b/，@ada', ['ada']],
    ['@a @ada_too_long_for_a_handle_of_ours', []],
    ['@адa', []],
  ])('[MN1] of %j are %j', (body, names) => {
    expect(namesIn(body)).toEqual(names);
  });

  it.each([
    ['`@ada` and ``@bo`` and\n```\n@cy\n```\n@dan', ['dan']],
    ['```\n@ada', []],
    ['~~~\n@ada\n```\n@bo\n~~~\n@cy', ['cy']],
    ['````js\n@ada\n```\n@bo\n````\n@cy', ['cy']],
    ['- ```\n  @ada\n  ```\n  @bo', ['bo']],
    ['> ```\n> @ada\n> ```\n@bo', ['bo']],
    ['What is ``` for, @ada?\n@bo', ['ada', 'bo']],
    ['```@ada``` @bo', ['bo']],
    ['`` ` @ada `` `@bo', ['bo']],
  ])('[MN1] in code, of %j, are %j', (body, names) => {
    expect(namesIn(body)).toEqual(names);
  });

  it.each([
    ['@bo @bo-1 @Bo, (＠bo) 请看@bo请看 カー@bo에게', '@- @bo-1 @-, (＠-) 请看@-请看 カー@-에게'],
    ['`@bo` ``` @bo\n```\n@bo\n```\n@bo', '`@bo` ``` @-\n```\n@bo\n```\n@-'],
    ['https://a.b/@bo a@bo.org @bo/@bo', 'https://a.b/@bo a@bo.org @-/@-'],
    ['bo @@bo @boo @bo- @bo_', 'bo @@bo @boo @-- @bo_'],
    ['👋 @bo', '👋 @-'],
    ['nobody', 'nobody'],
  ])('[MN8] without one, where bo_ is named too, %j is %j', (body, without) => {
    expect(withoutHandle(body, 'bo', '-', ['bo_'])).toBe(without);
  });
});
