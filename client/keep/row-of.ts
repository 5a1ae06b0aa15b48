/**
 * Where the focus goes back to from a dialog of a message's menu: the menu's button is there only while its row has the focus.
 * The row may stand in the conversation, among replies, or in both, of which a phone shows one.
 */
export const rowOf = (messageId: string) => (): HTMLElement | null =>
  [messageId, `reply-${messageId}`]
    .map((id) => document.getElementById(id))
    .find((row) => row?.offsetParent != null) ?? null;
