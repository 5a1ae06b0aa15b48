import type { ApplyChange_changeFragment } from '../generated/graphql.ts';

export type Change = ApplyChange_changeFragment;

export type Of<T extends Change['__typename']> = Extract<Change, { __typename: T }>;
