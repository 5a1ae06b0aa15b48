/** Long after what was asked for has come, and before somebody asks for more. */
const AFTER_MS = 4_000;

const ignore = () => {
  // It is fetched again when it is needed, and then a failure is shown.
};

/** The conversation's code, on its way beside the first request. */
export function preloadConversation() {
  import('../messages/conversation.tsx').catch(ignore);
}

/** What opens on a click: fetched while the network is there, so that being offline, or a newer version on the server, breaks nothing. */
export function preloadTheRest() {
  const timer = setTimeout(() => {
    const parts = [
      import('../ui/menu-popup.tsx'),
      import('../ui/confirm-card.tsx'),
      import('../groups/group-panel.tsx'),
      import('../attachments/shown/lightbox.tsx'),
      import('../attachments/shown/other-files.tsx'),
      import('../attachments/shown/sending-files.tsx'),
      import('../uploads/ask-for-place.ts'),
      import('../uploads/wire.ts'),
      import('../people/new-conversation-dialog.tsx'),
      import('../keep/message-menu.tsx'),
      import('../keep/forward-dialog.tsx'),
      import('../keep/pinned-dialog.tsx'),
      import('../keep/saved-screen.tsx'),
      import('../mentions/mentions-screen.tsx'),
      import('../search/search-screen.tsx'),
      import('../settings/settings-screen.tsx'),
    ];
    for (const part of parts) part.catch(ignore);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
