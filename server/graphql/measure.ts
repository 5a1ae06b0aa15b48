import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import { refuse } from '../../schema/errors.ts';
import { fragmentsOf } from './parts.ts';

/** The bounds of a document, whoever sends it. The web app's largest needs less than half of each. */
export const tokensAtMost = 1000;
const depthAtMost = 15;
const aliasesAtMost = 20;
const directivesAtMost = 20;
/** Fields that stand in one selection under one name are compared pair by pair by the validation. */
const repeatsAtMost = 50;
/** Each try takes a throttle's point and a core for a moment: one document holds one. */
const once = new Set(['signIn', 'signUp', 'changePassword', 'deleteAccount']);

/** @throws COST_LIMIT */
export function assertModest(document: DocumentNode): void {
  let aliases = 0;
  let directives = 0;
  let tries = 0;
  let repeats = 0;
  visit(document, {
    Field: (field) => {
      if (field.alias) aliases += 1;
      if (once.has(field.name.value)) tries += 1;
    },
    Directive: () => {
      directives += 1;
    },
    SelectionSet: ({ selections }) => {
      const names = selections.flatMap(namesIn);
      repeats += names.length - new Set(names).size;
    },
  });
  if (aliases > aliasesAtMost) throw tooMuch(`${aliases} aliases`, aliasesAtMost);
  if (directives > directivesAtMost) throw tooMuch(`${directives} directives`, directivesAtMost);
  if (repeats > repeatsAtMost) throw tooMuch(`${repeats} repeated fields`, repeatsAtMost);
  if (tries > 1) throw refuse('COST_LIMIT', 'One document signs in or up at most once.');
  const depth = depthOf(document);
  if (depth > depthAtMost) throw tooMuch(`a depth of ${depth}`, depthAtMost);
}

const tooMuch = (what: string, most: number) =>
  refuse('COST_LIMIT', `This document has ${what}; ${most} are allowed.`);

/** What a selection's fields are called in the answer, also those within fragments without a name. */
function namesIn(selection: SelectionNode): string[] {
  if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(namesIn) : [];
}

/** Of the deepest field. Each fragment is measured once; one that holds itself is the validation's to refuse. */
function depthOf(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 0);
    const found = fragments.get(name);
    const depth = found ? ofSelections(found.selectionSet) : 0;
    known.set(name, depth);
    return depth;
  };
  const ofSelections = ({ selections }: SelectionSetNode): number => {
    const depths = selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      const below = selection.selectionSet ? ofSelections(selection.selectionSet) : 0;
      return selection.kind === Kind.FIELD ? below + 1 : below;
    });
    return Math.max(0, ...depths);
  };

  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return Math.max(0, ...operations.map(({ selectionSet }) => ofSelections(selectionSet)));
}
