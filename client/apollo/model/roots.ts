import type { ThreadFolder } from '../../generated/graphql.ts';
import { inOrder, isIn } from './derived.ts';
import { type Graph, page } from './graph.ts';
import { type Thread, viewerId } from './world.ts';

/** Where the viewer's queries begin. */
export function rootsOf(graph: Graph, threads: readonly Thread[]) {
  const mine = threads.filter((thread) => isIn(thread));
  const threadBy = (id: string) => {
    const thread = mine.find((each) => each.id === id);
    return thread ? graph.thread(thread) : null;
  };
  return {
    fileLimit: 25 * 1024 * 1024,
    viewer: graph.user(viewerId),
    threads: ({ folder }: { folder?: ThreadFolder }) =>
      page(inOrder(mine, folder).map((thread) => graph.thread(thread))),
    mentions: () =>
      page(
        mine
          .flatMap((thread) => thread.messages.map((message) => ({ thread, message })))
          .filter(({ message }) => message.names)
          .sort(({ message: one }, { message: other }) => other.at - one.at)
          .map(({ thread, message }) => graph.message(thread, message)),
      ),
    thread: ({ id }: { id: string }) => threadBy(id),
    node: ({ id }: { id: string }) => {
      const thread = mine.find(({ messages }) => messages.some((message) => message.id === id));
      const message = thread?.messages.find((each) => each.id === id);
      return thread && message ? graph.message(thread, message) : null;
    },
    nodes: ({ ids }: { ids: string[] }) => ids.map(threadBy),
  };
}
