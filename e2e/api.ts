/** Talks to the API as an integrator would, to arrange what a test begins with. */
export class Api {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** The session cookie, for a browser. */
  get cookie(): { name: string; value: string } {
    const [name = '', value = ''] = this.#cookie.split('=', 2);
    return { name, value };
  }

  /** The payload of one mutation or query field, called `result` in the document. @throws on any error, data or not */
  async ask<Result>(query: string, variables: object = {}): Promise<Result> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parley-csrf': '1', cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? '';
    const { data, errors } = (await response.json()) as { data?: { result: Result }; errors?: unknown };
    if (errors || !data || isFailure(data.result)) throw new Error(JSON.stringify(errors ?? data));
    return data.result;
  }

  async signUp(handle: string, displayName: string, password: string): Promise<string> {
    const { viewer } = await this.ask<{ viewer: { id: string } }>(
      `mutation ($input: SignUpInput!) { result: signUp(input: $input) {
        ... on SignUpPayload { viewer { id } } ... on Error { code reason } } }`,
      { input: { handle, displayName, password } },
    );
    return viewer.id;
  }

  async signIn(handle: string, password: string): Promise<string> {
    const { viewer } = await this.ask<{ viewer: { id: string } }>(
      `mutation ($input: SignInInput!) { result: signIn(input: $input) {
        ... on SignInPayload { viewer { id } } ... on Error { code reason } } }`,
      { input: { handle, password } },
    );
    return viewer.id;
  }

  async startDirectThread(userId: string): Promise<string> {
    const { thread } = await this.ask<{ thread: { id: string } }>(
      `mutation ($input: StartDirectThreadInput!) { result: startDirectThread(input: $input) {
        ... on StartDirectThreadPayload { thread { id } } ... on Error { code reason } } }`,
      { input: { userId } },
    );
    return thread.id;
  }

  async createGroup(name: string, participantIds: string[]): Promise<string> {
    const { thread } = await this.ask<{ thread: { id: string } }>(
      `mutation ($input: CreateGroupInput!) { result: createGroup(input: $input) {
        ... on CreateGroupPayload { thread { id } } ... on Error { code reason } } }`,
      { input: { name, participantIds } },
    );
    return thread.id;
  }

  async send(
    threadId: string,
    body: string,
    among: { replyToId?: string; onlyInReplies?: boolean } = {},
  ): Promise<string> {
    const { message } = await this.ask<{ message: { id: string } }>(
      `mutation ($input: SendMessageInput!) { result: sendMessage(input: $input) {
        ... on SendMessagePayload { message { id } } ... on Error { code reason } } }`,
      { input: { threadId, body, ...among } },
    );
    return message.id;
  }

  /** Everything said in a thread by people, oldest first. */
  async bodies(threadId: string): Promise<string[]> {
    const { messages } = await this.ask<{
      messages: { edges: { node: { body: string; author: unknown } }[] };
    }>(
      `query ($threadId: ID!) { result: thread(id: $threadId) { messages(last: 100) {
        edges { node { body author { id } } } } } }`,
      { threadId },
    );
    return messages.edges.flatMap(({ node }) => (node.author ? [node.body] : []));
  }
}

const isFailure = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'code' in result && 'reason' in result;
