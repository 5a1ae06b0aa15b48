import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * What an operation asks at its root, also within fragments: the field's name by what it is called in the answer. Of a
 * mutation, each of these is one that is done.
 * @param document valid, so that no fragment holds itself
 */
export function rootFields(document: DocumentNode, operation: OperationDefinitionNode): Map<string, string> {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
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
        if (fragment) look(fragment);
      }
    }
  };
  look(operation.selectionSet);
  return fields;
}
