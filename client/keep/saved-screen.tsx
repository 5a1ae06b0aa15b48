import { useApolloClient } from '@apollo/client/react';
import { Bookmark, BookmarkX } from 'lucide-react';

import { SavedMessagesDocument } from '../generated/keep.ts';
import { GatheredScreen, type Left } from '../search/gathered-screen.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { createStore } from '../ui/store.ts';
import { saveWith } from './keep-with.ts';

/** For as long as the page lives. */
const left = createStore<Left | undefined>(undefined);

/** Everything that one has saved, in all conversations, last saved first. */
export function SavedScreen() {
  return (
    <GatheredScreen
      title="Saved messages"
      label="Messages that you have saved"
      icon={Bookmark}
      query={SavedMessagesDocument}
      pick={({ savedMessages }) => savedMessages}
      left={left}
      failed="Your saved messages didn’t load"
      empty={{
        title: 'Nothing saved yet',
        text: 'Save a message from its menu, and you find it here on all your devices. Nobody else sees it.',
      }}
      Beside={Remove}
    />
  );
}

function Remove({ messageId }: { readonly messageId: string }) {
  const client = useApolloClient();
  return (
    <IconButton
      icon={BookmarkX}
      label="Remove from saved"
      className="mt-2"
      onClick={() => void saveWith(client, messageId, false)}
    />
  );
}
