import { useApolloClient } from '@apollo/client/react';
import { Bookmark, BookmarkX, CircleDot, Forward, Pin, PinOff, Smile } from 'lucide-react';

import { useOpenThread } from '../app/places.ts';
import { ThreadCan_threadFragmentDoc, ThreadRow_threadFragmentDoc } from '../generated/graphql.ts';
import type { Message } from '../messages/list/row.ts';
import { receiptsOf } from '../messages/receipts/use-receipts.ts';
import { usePreferences } from '../threads/use-preferences.ts';
import { MenuItem } from '../ui/menu.tsx';
import { asked } from './asked.ts';
import { pinWith, saveWith } from './keep-with.ts';

/** Saves, pins and forwards a message of the open conversation, marks it unread from there, and says who has reacted to it. */
export function MessageMenu({ message }: { readonly message: Message }) {
  const client = useApolloClient();
  const threadId = useOpenThread() ?? '';
  const can = client.readFragment({
    id: `Thread:${threadId}`,
    fragment: ThreadCan_threadFragmentDoc,
    fragmentName: 'ThreadCan_thread',
  })?.viewerCan;
  const { id, seq, viewerSaved, pinnedAt, reactions } = message;
  const { markUnread } = usePreferences(threadId);

  async function markUnreadFromHere() {
    const row = client.readFragment({
      id: `Thread:${threadId}`,
      fragment: ThreadRow_threadFragmentDoc,
      fragmentName: 'ThreadRow_thread',
    });
    // What has been seen is told first, and nothing of what is there again: either would end the mark.
    const { read } = receiptsOf(client);
    await read.flush();
    read.begin(threadId, row?.lastMessage?.seq ?? seq);
    await markUnread(seq);
  }

  return (
    <>
      <MenuItem
        icon={viewerSaved ? BookmarkX : Bookmark}
        onSelect={() => void saveWith(client, id, !viewerSaved)}
      >
        {viewerSaved ? 'Remove from saved' : 'Save'}
      </MenuItem>
      {can?.pin && (
        <MenuItem
          icon={pinnedAt === null ? Pin : PinOff}
          onSelect={() => void pinWith(client, id, pinnedAt === null)}
        >
          {pinnedAt === null ? 'Pin' : 'Unpin'}
        </MenuItem>
      )}
      <MenuItem icon={Forward} onSelect={() => asked.set({ dialog: 'forward', message })}>
        Forward…
      </MenuItem>
      {!message.onlyInReplies && (
        <MenuItem icon={CircleDot} onSelect={() => void markUnreadFromHere()}>
          Mark unread from here
        </MenuItem>
      )}
      {reactions.length > 0 && (
        <MenuItem icon={Smile} onSelect={() => asked.set({ dialog: 'reactors', message })}>
          Who has reacted
        </MenuItem>
      )}
    </>
  );
}
