import { createGraphQLError, type Plugin } from 'graphql-yoga';

/** What a POST holds. Broken JSON is 400 to everybody; Yoga's own parser says 200 to those who ask for application/json. */
export const jsonBody: Plugin = {
  onRequestParse: ({ request, setRequestParser }) => {
    if (request.method !== 'POST') return;
    setRequestParser(async (asked) => {
      const text = await asked.text();
      try {
        const body: unknown = JSON.parse(text);
        if (typeof body === 'object' && body !== null) return body;
      } catch {
        // Said below.
      }
      throw createGraphQLError('The body is no JSON object.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    });
  },
};
