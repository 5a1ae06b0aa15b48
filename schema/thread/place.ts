/** Somebody in a thread, by the ids of both. */
export interface Place {
  threadId: string;
  userId: string;
}

export const placeName = ({ threadId, userId }: Place): string => `${threadId} ${userId}`;
