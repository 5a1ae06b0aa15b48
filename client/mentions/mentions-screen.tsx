import { AtSign } from 'lucide-react';

import { MentionsDocument } from '../generated/search.ts';
import { GatheredScreen, type Left } from '../search/gathered-screen.tsx';
import { createStore } from '../ui/store.ts';

/** For as long as the page lives. */
const left = createStore<Left | undefined>(undefined);

/** Everything that mentions one, in all conversations, newest first. */
export function MentionsScreen() {
  return (
    <GatheredScreen
      title="Mentions"
      label="Messages that mention you"
      icon={AtSign}
      query={MentionsDocument}
      pick={({ mentions }) => mentions}
      left={left}
      failed="Your mentions didn’t load"
      empty={{
        title: 'Nobody has mentioned you yet',
        text: 'Where somebody writes @ and your handle, it stands here.',
      }}
    />
  );
}
