import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { lengthAtMost } from '../../schema/builder.ts';
import { refuse } from '../../schema/errors.ts';
import { pageLimit } from '../../schema/paging.ts';

/** A page of 50 with five hundred fields an entry, as a message of the web app has when all of its lists are full; what that costs the server is measured in complexity.test.ts. */
const complexityAtMost = 25_000;
/** Of each event that is told: of those nobody counts how many come. */
const eventAtMost = 5000;
/** What a list that is read by a statement of its own weighs besides its entries, in fields. */
const statementWeight = 60;
/** A search reads whatever might be found: a document holds a few. */
const searchWeight = 6000;
/** How many numbers of a list weigh what a field does: none of them is looked for, or has a name. */
const numbersAField = 100;
const pageDefault = 50;

interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/** Those whose answers are of the same size whatever the variables are. */
const affordable = new WeakSet<OperationDefinitionNode>();

/**
 * Counts the fields that an answer could hold, every list at its full length.
 * @throws COST_LIMIT
 */
export function assertAffordable(asked: Asked): void {
  if (affordable.has(asked.operation)) return;
  const cost = new Cost(asked);
  const atMost = asked.operation.operation === 'subscription' ? eventAtMost : complexityAtMost;
  if (cost.ofOperation() > atMost) {
    throw refuse(
      'COST_LIMIT',
      `The answer could hold more than ${atMost} fields: ask for smaller pages, or for less at once.`,
    );
  }
  if (!cost.varies) affordable.add(asked.operation);
}

/** How long a list is at most that is no page, as its field states; undefined for one that does not. */
export const statedLength = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>) =>
  extensions[lengthAtMost] as number | undefined;

class Cost {
  /** Whether it depends on a variable. */
  varies = false;
  readonly #asked: Asked;
  /** What a fragment's fields cost at a type below a page: spreads within spreads could double endlessly. */
  readonly #spreads = new Map<string, number>();

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  ofOperation(): number {
    const { schema, operation } = this.#asked;
    return this.#of(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, null);
  }

  /**
   * Of one object.
   * @param page how long the lists directly below it are that state no length; null where it is no page
   */
  #of(set: SelectionSetNode, type: GraphQLNamedType | undefined, page: number | null): number {
    // It is one of these, and what is asked of the others is not answered.
    if (isAbstractType(type))
      return Math.max(...this.#asked.schema.getPossibleTypes(type).map((each) => this.#of(set, each, page)));
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += this.#ofField(selection, type, page);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        sum += 1 + this.#ofSpread(selection.name.value, type, page);
      else if (this.#applies(selection.typeCondition?.name.value, type))
        sum += this.#of(selection.selectionSet, type, page);
    }
    return sum;
  }

  #ofSpread(name: string, type: GraphQLNamedType | undefined, page: number | null): number {
    const fragment = this.#asked.fragments.get(name);
    if (!fragment || !this.#applies(fragment.typeCondition.name.value, type)) return 0;
    const known = `${name} ${type?.name} ${page}`;
    const found = this.#spreads.get(known) ?? this.#of(fragment.selectionSet, type, page);
    this.#spreads.set(known, found);
    return found;
  }

  #applies(condition: string | undefined, type: GraphQLNamedType | undefined): boolean {
    if (condition === undefined || condition === type?.name) return true;
    const { schema } = this.#asked;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type);
  }

  #ofField(field: FieldNode, type: GraphQLNamedType | undefined, page: number | null): number {
    const definition =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    if (!definition) return 1;
    const isList = isListType(getNullableType(definition.type));
    const length = isList ? this.#lengthOf(field, definition, page) : 1;
    if (!field.selectionSet) return isList ? 1 + Math.floor(length / numbersAField) : 1;
    const isPaged = definition.args.some(({ name }) => name === 'first');
    const weight = isPaged ? (field.name.value === 'searchMessages' ? searchWeight : statementWeight) : 0;
    const each = this.#of(
      field.selectionSet,
      getNamedType(definition.type),
      isPaged ? this.#pageOf(field) : null,
    );
    return 1 + weight + length * each;
  }

  #lengthOf(field: FieldNode, definition: GraphQLField<unknown, unknown>, page: number | null): number {
    const ids = this.#argument(field, 'ids') ?? this.#argument(field, 'userIds');
    return Array.isArray(ids) ? ids.length : (statedLength(definition) ?? page ?? pageLimit);
  }

  #pageOf(field: FieldNode): number {
    const size = this.#argument(field, 'first') ?? this.#argument(field, 'last');
    return typeof size === 'number' ? Math.min(Math.max(size, 1), pageLimit) : pageDefault;
  }

  #argument(field: FieldNode, name: string): unknown {
    return this.#valueOf(field.arguments?.find((candidate) => candidate.name.value === name)?.value);
  }

  #valueOf(node: ValueNode | undefined): unknown {
    if (node?.kind === Kind.INT) return Number(node.value);
    if (node?.kind === Kind.LIST) return node.values;
    if (node?.kind !== Kind.VARIABLE) return undefined;
    this.varies = true;
    const { variables, operation } = this.#asked;
    const name = node.name.value;
    if (variables[name] !== undefined) return variables[name];
    return this.#valueOf(
      operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue,
    );
  }
}
