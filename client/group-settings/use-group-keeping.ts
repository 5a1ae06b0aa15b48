import { useApolloClient } from '@apollo/client/react';

import { applyChange } from '../apollo/apply-change.ts';
import type { UpdateGroupSettingsInput } from '../generated/group-settings.ts';
import {
  useArchiveGroupMutation,
  useBanParticipantMutation,
  useDeleteGroupMutation,
  useUnarchiveGroupMutation,
  useUnbanParticipantMutation,
  useUpdateGroupSettingsMutation,
} from '../generated/group-settings.ts';
import { reasonOf } from '../groups/use-group-actions.ts';

export type Settings = Omit<UpdateGroupSettingsInput, 'threadId' | 'clientMutationId'>;

/** How a group is kept. Each resolves to null, or to the reason why not, in words; the stream shows what it has changed. */
export function useGroupKeeping(threadId: string) {
  const { cache } = useApolloClient();
  const [update] = useUpdateGroupSettingsMutation();
  const [ban] = useBanParticipantMutation();
  const [unban] = useUnbanParticipantMutation();
  const [archive] = useArchiveGroupMutation();
  const [unarchive] = useUnarchiveGroupMutation();
  const [remove] = useDeleteGroupMutation();
  return {
    update: (wanted: Settings) =>
      reasonOf(
        async () =>
          (await update({ variables: { input: { threadId, ...wanted } } })).data?.updateGroupSettings,
      ),
    ban: (userId: string) =>
      reasonOf(async () => (await ban({ variables: { input: { threadId, userId } } })).data?.banParticipant),
    unban: (userId: string) =>
      reasonOf(
        async () => (await unban({ variables: { input: { threadId, userId } } })).data?.unbanParticipant,
      ),
    archive: () =>
      reasonOf(async () => (await archive({ variables: { input: { threadId } } })).data?.archiveGroup),
    unarchive: () =>
      reasonOf(async () => (await unarchive({ variables: { input: { threadId } } })).data?.unarchiveGroup),
    async remove() {
      const reason = await reasonOf(
        async () => (await remove({ variables: { input: { threadId } } })).data?.deleteGroup,
      );
      // Who has deleted it waits for no stream: the row goes as the screen does.
      if (reason === null) applyChange(cache, { __typename: 'ThreadLeft', cursor: '', at: '', threadId });
      return reason;
    },
  };
}
