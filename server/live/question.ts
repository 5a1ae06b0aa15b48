import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { dependsOnViewer } from '../../schema/builder.ts';

/**
 * What a subscription asks of each event. Those who ask the same question about the same event get the same answer, so
 * one of these stands for all of them; null stands for a question whose answer depends on who asks.
 */
export interface Question {
  readonly document: DocumentNode;
}

/** Of one document, by its variables. */
const questionsAtMost = 100;

const questions = new WeakMap<DocumentNode, Map<string, Question>>();
const personal = new WeakMap<DocumentNode, boolean>();

type Asked = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** @returns the same object for the same document, operation and variables; null when the answer is the viewer's own */
export function questionOf({ schema, document, operationName, variableValues }: Asked): Question | null {
  if (isPersonal(schema, document)) return null;
  const asked = questions.get(document) ?? new Map<string, Question>();
  questions.set(document, asked);
  const name = JSON.stringify([
    operationName ?? null,
    variablesBelowRoot(document, operationName, variableValues),
  ]);
  let question = asked.get(name);
  if (!question) {
    // A client that makes up variables without end shares no more.
    if (asked.size >= questionsAtMost) return null;
    question = { document };
    asked.set(name, question);
  }
  return question;
}

/** Whether any field that the document selects, anywhere, is marked as depending on the viewer. */
function isPersonal(schema: GraphQLSchema, document: DocumentNode): boolean {
  const known = personal.get(document);
  if (known !== undefined) return known;
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        found ||= types.getFieldDef()?.extensions[dependsOnViewer] === true;
      },
    }),
  );
  personal.set(document, found);
  return found;
}

/** The variables of each operation that stand below its root field. */
const belowRoot = new WeakMap<OperationDefinitionNode, readonly string[]>();

/**
 * The variables that an event's answer can depend on: those of the root field say what is followed and from where
 * (`after` differs for everybody), which has been decided by the time that an event is told.
 */
function variablesBelowRoot(
  document: DocumentNode,
  operationName: string | null | undefined,
  values: ExecutionArgs['variableValues'],
): [string, unknown][] {
  const operation = getOperationAST(document, operationName);
  if (!operation) return [];
  let names = belowRoot.get(operation);
  if (!names) belowRoot.set(operation, (names = namesBelowRoot(document, operation)));
  return names.map((name) => [name, values?.[name]]);
}

function namesBelowRoot(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const used = new Set<string>();
  const note = { Variable: ({ name }: { name: { value: string } }) => void used.add(name.value) };
  for (const root of operation.selectionSet.selections) {
    if (root.kind === Kind.FIELD) visit({ ...root, arguments: [] }, note);
    else visit(root, note);
  }
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, note);
  return [...used].toSorted();
}
