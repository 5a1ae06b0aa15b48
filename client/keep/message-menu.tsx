import { useApolloClient } from '@apollo/client/react';
import { Bookmark, BookmarkX, Forward, Pin, PinOff } from 'lucide-react';

import { useOpenThread } from '../app/places.ts';
import { ThreadCan_threadFragmentDoc } from '../generated/graphql.ts';
import type { Message } from '../messages/list/row.ts';
import { MenuItem } from '../ui/menu.tsx';
import { forwarding } from './forwarding.ts';
import { pinWith, saveWith } from './keep-with.ts';

/** Saves, pins and forwards a message of the open conversation. */
export function MessageMenu({ message }: { readonly message: Message }) {
  const client = useApolloClient();
  const threadId = useOpenThread() ?? '';
  const can = client.readFragment({
    id: `Thread:${threadId}`,
    fragment: ThreadCan_threadFragmentDoc,
    fragmentName: 'ThreadCan_thread',
  })?.viewerCan;
  const { id, viewerSaved, pinnedAt } = message;
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
      <MenuItem icon={Forward} onSelect={() => forwarding.set(message)}>
        Forward…
      </MenuItem>
    </>
  );
}
