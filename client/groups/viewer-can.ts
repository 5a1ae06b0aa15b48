import type { ThreadCan_threadFragment } from '../generated/graphql.ts';

/** What the viewer may do in a group, as the server says. */
export type ViewerCan = NonNullable<ThreadCan_threadFragment['viewerCan']>;
