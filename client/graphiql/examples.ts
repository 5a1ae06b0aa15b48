import { v7 as uuid } from 'uuid';

export interface ExampleTab {
  query: string;
  variables: string;
}

/**
 * Examples to run in order. Each holds what it needs; where an earlier one has to find that first, `<name>` stands in
 * the variables (see findings.ts), and a comment says where it comes from.
 */
export function exampleTabs(): ExampleTab[] {
  return [signUpFriend(), signUp(), people, startThread, sendMessage(), liveMessages, pages, errors()];
}

function signUpFriend(): ExampleTab {
  return tab(
    `
# 1 of 8: somebody to talk to.
#
# Run the tabs in order: the round button on the
# right, or Ctrl+Enter.
#
# Signed in to Parley in this browser already?
# Then do this in a private window, for signing
# up here would make you somebody else there,
# too. Or go on with "People" and be yourself:
# what follows is then done to somebody who is
# really here.

mutation SignUpFriend($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignUpPayload {
      viewer {
        id
        handle
        displayName
      }
    }
    # A mutation answers with what it did, or
    # with an error to do something about.
    # A handle that is taken: ConflictError.
    ... on Error {
      code
      reason
    }
    ... on InputError {
      fields {
        path
        reason
      }
    }
  }
}`,
    { input: newcomer('friend', 'A Friend') },
  );
}

function signUp(): ExampleTab {
  return tab(
    `
# 2 of 8: you. From here on you are signed in, by
# a cookie that no script can read.
#
# From here on, too, you see the whole schema: at
# the left edge, the documentation of everything,
# and an explorer to click documents together.

mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignUpPayload {
      viewer {
        id
        handle
        displayName
        createdAt
      }
    }
    ... on Error {
      code
      reason
    }
    ... on InputError {
      fields {
        path
        reason
      }
    }
  }
}`,
    { input: newcomer('guest', 'A Guest') },
  );
}

const people = tab(
  `
# 3 of 8: who is here, and where the log stands.
#
# \`search\` takes a part of a handle or a name.
#
# The cursor is a place in the log of everything
# that happens. "LiveMessages" will start there,
# so that it misses nothing from now on.

query People($search: String) {
  cursor
  viewer {
    id
    handle
  }
  users(search: $search, first: 10) {
    edges {
      node {
        id
        handle
        displayName
      }
    }
  }
}`,
  { search: null },
);

const startThread = tab(
  `
# 4 of 8: a thread for two. Run it twice: the
# same pair, the same thread.
#
# userId is your friend's, from "SignUpFriend",
# or that of the first other person in "People".
# This page wrote it into the variables.

mutation StartThread($input: StartDirectThreadInput!) {
  startDirectThread(input: $input) {
    __typename
    ... on StartDirectThreadPayload {
      thread {
        id
        kind
        peer {
          displayName
        }
      }
    }
    ... on Error {
      code
      reason
    }
  }
}`,
  { input: { userId: '<friendId>' } },
);

function sendMessage(): ExampleTab {
  return tab(
    `
# 5 of 8: the first message. The threadId comes
# from "StartThread".
#
# You may make a message's id: "msg_" and a
# UUIDv7. Run this twice and there is still one
# message, so who got no answer just sends again.
# Change the body, and the same id is a conflict.
# Leave the id out, and the server makes one.

mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on SendMessagePayload {
      message {
        id
        seq
        body
        createdAt
        status
      }
    }
    ... on Error {
      code
      reason
    }
    ... on InputError {
      fields {
        path
        reason
      }
    }
  }
}`,
    { input: { id: `msg_${uuid()}`, threadId: '<threadId>', body: 'Hello! Is this thing on?' } },
  );
}

const liveMessages = tab(
  `
# 6 of 8: messages as they come, over a
# WebSocket, until you stop it with the button.
#
# It starts after the cursor from "People", so
# your first message is there, although it was
# sent before. Now open Parley in another window,
# where you are signed in as well, write, and
# watch.
#
# Every message brings a cursor. After a cut, go
# on from the last one you saw: each message
# comes once, in order, and none is missed.

subscription LiveMessages($after: Cursor) {
  messageAdded(after: $after) {
    cursor
    message {
      id
      seq
      body
      author {
        displayName
      }
      thread {
        id
        unreadCount
      }
    }
  }
}`,
  { after: '<cursor>' },
);

const pages = tab(
  `
# 7 of 8: pages. \`first\` and \`after\` go forwards,
# \`last\` and \`before\` backwards, 1 to 100 at a
# time, in every list alike.
#
# Below, a page of people: put its endCursor into
# the variable \`after\` and run again for the next
# one. And of each thread, the newest messages.

query Pages($size: Int!, $after: String) {
  users(first: $size, after: $after) {
    edges {
      cursor
      node {
        handle
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  threads(first: 5) {
    edges {
      node {
        id
        kind
        name
        messages(last: $size) {
          edges {
            node {
              seq
              body
            }
          }
          pageInfo {
            hasPreviousPage
            startCursor
          }
        }
      }
    }
  }
}`,
  { size: 1, after: null },
);

function errors(): ExampleTab {
  return tab(
    `
# 8 of 8: two sends that fail, each for its
# reason.
#
# blank: a body of nothing but spaces; \`fields\`
# says where the trouble is.
# elsewhere: a thread that does not exist. One
# that you may not see would look exactly the
# same.
#
# What cannot be answered at all fails otherwise:
# sign out and run this again, and \`errors\` has
# the code UNAUTHENTICATED.

mutation Errors($blank: SendMessageInput!, $elsewhere: SendMessageInput!) {
  blank: sendMessage(input: $blank) {
    ...Failure
  }
  elsewhere: sendMessage(input: $elsewhere) {
    ...Failure
  }
}

fragment Failure on SendMessageResult {
  __typename
  ... on Error {
    code
    reason
  }
  ... on InputError {
    fields {
      path
      reason
    }
  }
}`,
    {
      blank: { threadId: '<threadId>', body: '   ' },
      elsewhere: { threadId: `thr_${uuid()}`, body: 'Anybody here?' },
    },
  );
}

function tab(query: string, variables: object): ExampleTab {
  return { query: `${query.trim()}\n`, variables: `${JSON.stringify(variables, null, 2)}\n` };
}

function newcomer(name: string, displayName: string) {
  const unique = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(36)).join('');
  // The page puts a random password in its place (see findings.ts).
  return { handle: `${name}-${unique}`, displayName, password: '<password>' };
}
