/** A document, and in its type what it takes and gives. Written by hand here; a generator makes the same from the schema. */
export interface Query<Variables, Data> {
  text: string;
  types?: (variables: Variables) => Data;
}

/** A mutation takes one input and gives a payload or an error; `result` is what all of ours call it. */
export interface Mutation<Input, Payload> {
  text: string;
  types?: (input: Input) => Payload;
}

export interface Message {
  id: string;
  /** 1, 2, 3 … in its thread, without gaps. */
  seq: number;
  body: string;
  /** Null for a system line, such as "Ada joined". */
  author: { handle: string; displayName: string } | null;
  replyTo: { id: string } | null;
}

const message = `id seq body author { handle displayName } replyTo { id }`;
const errors = `... on Error { code reason } ... on InputError { fields { path reason } }`;

export const signUp: Mutation<
  { handle: string; displayName: string; password: string },
  { viewer: { id: string } }
> = {
  text: `mutation SignUp($input: SignUpInput!) {
    result: signUp(input: $input) { ... on SignUpPayload { viewer { id } } ${errors} }
  }`,
};

export const signIn: Mutation<{ handle: string; password: string }, { viewer: { id: string } }> = {
  text: `mutation SignIn($input: SignInInput!) {
    result: signIn(input: $input) { ... on SignInPayload { viewer { id } } ${errors} }
  }`,
};

/** The only thing that may be asked before signing in. */
export const whoAmI: Query<Record<string, never>, { viewer: { id: string } | null }> = {
  text: `query WhoAmI { viewer { id } }`,
};

export const createGroup: Mutation<
  { name: string; participantIds: string[]; clientMutationId: string },
  { thread: { id: string } }
> = {
  text: `mutation CreateGroup($input: CreateGroupInput!) {
    result: createGroup(input: $input) { ... on CreateGroupPayload { thread { id } } ${errors} }
  }`,
};

export const addParticipant: Mutation<
  { threadId: string; userId: string; clientMutationId: string },
  { participant: { id: string } }
> = {
  text: `mutation AddParticipant($input: AddParticipantInput!) {
    result: addParticipant(input: $input) { ... on AddParticipantPayload { participant { id } } ${errors} }
  }`,
};

export const sendMessage: Mutation<
  { id: string; threadId: string; body: string; replyToId: string | null },
  { message: { id: string; seq: number } }
> = {
  text: `mutation SendMessage($input: SendMessageInput!) {
    result: sendMessage(input: $input) { ... on SendMessagePayload { message { id seq } } ${errors} }
  }`,
};

/** Where the log stands now: following from here misses nothing that happens later. */
export const cursorNow: Query<Record<string, never>, { cursor: string }> = {
  text: `query CursorNow { cursor }`,
};

export interface MessagePage {
  edges: { node: Message }[];
  /** Whether there is more, and where to go on reading. */
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export const messagePage: Query<
  { threadId: string; first?: number; after?: string | null; last?: number; before?: string | null },
  { thread: { messages: MessagePage } | null }
> = {
  text: `query MessagePage($threadId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    thread(id: $threadId) {
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges { node { ${message} } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`,
};

export const searchMessages: Query<
  { threadId: string; query: string; first: number; after: string | null },
  { searchMessages: MessagePage }
> = {
  text: `query SearchMessages($threadId: ID!, $query: String!, $first: Int, $after: String) {
    searchMessages(threadId: $threadId, query: $query, first: $first, after: $after) {
      edges { node { ${message} } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`,
};

export const messageAdded: Query<
  { threadId: string; after: string },
  { messageAdded: { cursor: string; message: Message } }
> = {
  text: `subscription MessageAdded($threadId: ID!, $after: Cursor) {
    messageAdded(threadId: $threadId, after: $after) { cursor message { ${message} } }
  }`,
};
