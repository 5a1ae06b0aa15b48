import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Options = NonNullable<Parameters<typeof fromMarkdown>[1]>;
type Extension = Exclude<NonNullable<Options['extensions']>[number], readonly unknown[]>;
type Construct = NonNullable<Extension['text']>[string] extends infer T
  ? Exclude<T, readonly unknown[] | undefined>
  : never;
export type Root = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = Root | Root['children'][number];

/**
 * What people type into a chat is not a document: a prompt ("# apt install"), "<nick>" or "[1]: see below" must stand as
 * typed. Every construct that would swallow characters without giving formatting for them is off.
 */
const swallowing = [
  'htmlFlow',
  'htmlText',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'characterReference',
  'characterEscape', // replaced by the narrow one below
  'hardBreakEscape',
  'codeIndented',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
];

const backslash = 92;
const underscore = 95;
const macron = 175;
const escapable = new Set(Array.from('*_~`[]>|', (character) => character.codePointAt(0)));

/** A backslash escapes what would format, and nothing else: `C:\.config`, `\d+` and a shrug's arm keep theirs. */
const narrowEscape: Construct = {
  name: 'narrowEscape',
  tokenize(effects, ok, nok) {
    const shrug = this.previous === macron;
    return (code) => {
      effects.enter(shrug ? 'data' : 'characterEscape');
      if (shrug) {
        effects.consume(code);
        return (next) => {
          if (next !== underscore) return nok(next);
          effects.consume(next);
          effects.exit('data');
          return ok;
        };
      }
      effects.enter('escapeMarker');
      effects.consume(code);
      effects.exit('escapeMarker');
      return (next) => {
        if (next === null || !escapable.has(next)) return nok(next);
        effects.enter('characterEscapeValue');
        effects.consume(next);
        effects.exit('characterEscapeValue');
        effects.exit('characterEscape');
        return ok;
      };
    };
  },
};

const options: Options = {
  extensions: [
    gfm({ singleTilde: false }),
    { text: { [backslash]: narrowEscape }, disable: { null: swallowing } },
  ],
  mdastExtensions: [gfmFromMarkdown()],
};

/**
 * Bodies made to be slow: 10,000 `>` overflow the parser's stack, 1,600 open `*` cost it 700 ms (500 cost some 20).
 * People do not write these, so they are shown as typed.
 */
const tooManyQuotes = /^(?:[ \t]*>){24}/m;
const tooManyLists = /^(?:[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]){24}/m;
const emphasisRun = /[*_~]+/g;
const maxEmphasisRuns = 500;

function isHostile(body: string): boolean {
  return (
    tooManyQuotes.test(body) ||
    tooManyLists.test(body) ||
    (body.match(emphasisRun)?.length ?? 0) > maxEmphasisRuns
  );
}

/** Undefined when the body had better be shown as plain text. */
export function parse(body: string): Root | undefined {
  if (isHostile(body)) return undefined;
  try {
    return fromMarkdown(body, options);
  } catch {
    return undefined; // the parser's stack: nothing here recurses deep enough otherwise
  }
}
