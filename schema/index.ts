import { builder } from './builder.ts';
import './scalars.ts';
import './failures.ts';
import './account/graph.ts';
import './session/graph.ts';
import './thread/graph.ts';
import './group/graph.ts';
import './group/keep-graph.ts';
import './invite/graph.ts';
import './message/graph.ts';
import './reaction/graph.ts';
import './replies/graph.ts';
import './edit/graph.ts';
import './search/graph.ts';
import './attachment/graph.ts';
import './mention/graph.ts';
import './saved/graph.ts';
import './pin/graph.ts';
import './forward/graph.ts';
import './receipt/graph.ts';
import './preferences/graph.ts';
import './privacy/graph.ts';
import './typing/graph.ts';
import './presence/graph.ts';
import './change/graph.ts';
import './node/graph.ts';

builder.queryType({ description: 'What can be asked.', authScopes: { signedIn: true } });
builder.mutationType({
  description: 'What can be done. Every one of them is safe to retry; see `clientMutationId`.',
  authScopes: { signedIn: true },
});
builder.subscriptionType({
  description: 'What can be followed: over graphql-transport-ws at /graphql, or as server-sent events.',
  authScopes: { signedIn: true },
});

export const schema = builder.toSchema();
