import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { refuse } from '../../schema/errors.ts';
import { pageLimit } from '../../schema/paging.ts';

/** A page of 100 with a hundred fields an entry; what that costs the server is measured in complexity.test.ts. */
const complexityAtMost = 10_000;
/** What a list that is read by a statement of its own weighs besides its entries, in fields. */
const statementWeight = 25;
/** A search reads whatever might be found: a document holds a few. */
const searchWeight = 2000;
const pageDefault = 50;
/** Of lists that are no pages: short ones. */
const listLength = 5;

interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/** Those whose answers are of the same size whatever the variables are. */
const affordable = new WeakSet<OperationDefinitionNode>();

/**
 * Counts the fields that an answer could hold, a page at its full length, and stops as soon as it is too many.
 * @throws COST_LIMIT
 */
export function assertAffordable({ schema, operation, fragments, variables }: Asked): void {
  if (affordable.has(operation)) return;
  let varies = false;
  let left = complexityAtMost;
  const spend = (weight: number) => {
    left -= weight;
    if (left < 0) {
      throw refuse(
        'COST_LIMIT',
        `The answer could hold more than ${complexityAtMost} fields: ask for smaller pages, or for less at once.`,
      );
    }
  };

  const valueOf = (node: ValueNode | undefined): unknown => {
    if (node?.kind === Kind.INT) return Number(node.value);
    if (node?.kind === Kind.LIST) return node.values;
    if (node?.kind !== Kind.VARIABLE) return undefined;
    varies = true;
    const name = node.name.value;
    if (variables[name] !== undefined) return variables[name];
    return valueOf(
      operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue,
    );
  };
  const argument = (field: FieldNode, name: string): unknown =>
    valueOf(field.arguments?.find((candidate) => candidate.name.value === name)?.value);
  /** How long the lists directly below a field are; null for one that is no page. */
  const pageOf = (field: FieldNode, isPaged: boolean): number | null => {
    if (!isPaged) return null;
    const size = argument(field, 'first') ?? argument(field, 'last');
    return typeof size === 'number' ? Math.min(Math.max(size, 1), pageLimit) : pageDefault;
  };
  const lengthOf = (field: FieldNode, page: number | null): number => {
    const ids = argument(field, 'ids') ?? argument(field, 'userIds');
    return Array.isArray(ids) ? ids.length : (page ?? listLength);
  };

  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    times: number,
    page: number | null,
  ): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        spend(times);
        const definition =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (!definition || !selection.selectionSet) continue;
        const isPaged = definition.args.some(({ name }) => name === 'first');
        if (isPaged)
          spend(times * (selection.name.value === 'searchMessages' ? searchWeight : statementWeight));
        const many = isListType(getNullableType(definition.type)) ? lengthOf(selection, page) : 1;
        walk(selection.selectionSet, getNamedType(definition.type), times * many, pageOf(selection, isPaged));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        walk(selection.selectionSet, condition === undefined ? type : schema.getType(condition), times, page);
      } else {
        // Spreads within spreads could double endlessly without a single field.
        spend(1);
        const fragment = fragments.get(selection.name.value);
        if (fragment)
          walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), times, page);
      }
    }
  };
  walk(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1, null);
  if (!varies) affordable.add(operation);
}
