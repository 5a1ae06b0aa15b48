/** Scripts that put no blanks between words. The server finds names by the same rules: schema/mention/rules.ts. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Khmr}]';
const within = `(?!${unspaced})[\\p{L}\\p{N}_]`;
/** An @, or a wide one, that stands in no word: not in an address of mail. */
const at = `(?<!${within}|[@＠])[@＠]`;

/** The names in a text that holds no code and no address of a page. */
export const named = new RegExp(`${at}([a-z0-9_-]{2,32})(?!${within})`, 'giu');
/** One that is being typed at the text's end, by a handle or by what somebody is called. */
export const typed = new RegExp(`${at}([\\p{L}\\p{N}_-]{0,32})$`, 'u');
/** The address of a page, up to there. */
export const inAddress = /(?:https?:\/\/|www\.|(?<![a-z0-9-])[a-z0-9-]{1,63}\.[a-z]{2,24}\/)[!-~]*$/iu;
