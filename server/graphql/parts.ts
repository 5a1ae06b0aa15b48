import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

// What is asked of a document again each time it runs, and found once.
const fragmentsIn = new WeakMap<DocumentNode, ReadonlyMap<string, FragmentDefinitionNode>>();
const rootsOf = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, string>>();

/** A document's fragments by their names. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  let found = fragmentsIn.get(document);
  if (!found) {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    found = new Map((fragments as FragmentDefinitionNode[]).map((each) => [each.name.value, each]));
    fragmentsIn.set(document, found);
  }
  return found;
}

/**
 * What an operation asks at its root, also within fragments: the field's name by what it is called in the answer. Of a
 * mutation, each of these is one that is done.
 * @param document valid, so that no fragment holds itself
 */
export function rootFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlyMap<string, string> {
  let found = rootsOf.get(operation);
  if (!found) {
    found = findRoots(document, operation);
    rootsOf.set(operation, found);
  }
  return found;
}

function findRoots(document: DocumentNode, operation: OperationDefinitionNode): Map<string, string> {
  const fragments = new Map(fragmentsOf(document));
  const fields = new Map<string, string>();
  const look = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        fields.set((selection.alias ?? selection.name).value, selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        look(selection.selectionSet);
      } else {
        const fragment = fragments.get(selection.name.value);
        // A second look at it would find the same.
        fragments.delete(selection.name.value);
        if (fragment) look(fragment.selectionSet);
      }
    }
  };
  look(operation.selectionSet);
  return fields;
}
