// The parts share much with it: with it loaded first, what they share stays in one file with it.
import '../messages/conversation.tsx';

/** What opens on a click, but the emoji picker: its names and pictures are four times as much as all of this. */
export const fetchTheRest = () => [
  import('../attachments/shown/lightbox.tsx'),
  import('../attachments/shown/other-files.tsx'),
  import('../attachments/shown/sending-files.tsx'),
  import('../attachments/tray/choose.ts'),
  import('../attachments/tray/file-tray.tsx'),
  import('../attachments/tray/noted.ts'),
  import('../group-settings/bans-dialog.tsx'),
  import('../groups/group-panel.tsx'),
  import('../history/history-dialog.tsx'),
  import('../invites/invite-dialog.tsx'),
  import('../keep/forward-dialog.tsx'),
  import('../keep/message-menu.tsx'),
  import('../keep/pinned.tsx'),
  import('../keep/pinned-dialog.tsx'),
  import('../keep/saved-screen.tsx'),
  import('../mentions/mentions-screen.tsx'),
  import('../people/new-conversation-dialog.tsx'),
  import('../reactions/reaction-popover.tsx'),
  import('../reactors/reactors-dialog.tsx'),
  import('../receipts/receipts-dialog.tsx'),
  import('../replies/replies-panel.tsx'),
  import('../search/search-screen.tsx'),
  import('../settings/settings-screen.tsx'),
  import('../threads/list-drawer.tsx'),
  import('../ui/confirm-card.tsx'),
  import('../ui/menu-popup.tsx'),
  import('../uploads/ask-for-place.ts'),
  import('../uploads/wire.ts'),
];
