
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AcceptInviteResult": [
      "AcceptInvitePayload",
      "ConflictError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "AddParticipantResult": [
      "AddParticipantPayload",
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "AddReactionResult": [
      "AddReactionPayload",
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "ArchiveGroupResult": [
      "ArchiveGroupPayload",
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError"
    ],
    "BanParticipantResult": [
      "BanParticipantPayload",
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "Change": [
      "CaughtUp",
      "FollowedRepliesChanged",
      "GroupUpdated",
      "MessageAdded",
      "MessageDeleted",
      "MessageEdited",
      "PinsChanged",
      "PrivacyUpdated",
      "ReactionsChanged",
      "ReceiptMoved",
      "SavedMessagesChanged",
      "ThreadAdded",
      "ThreadLeft",
      "ThreadPreferencesChanged",
      "UserUpdated"
    ],
    "ChangePasswordResult": [
      "ChangePasswordPayload",
      "ConflictError",
      "InputError"
    ],
    "CreateGroupResult": [
      "ConflictError",
      "CreateGroupPayload",
      "InputError",
      "NotFoundError"
    ],
    "CreateInviteResult": [
      "ConflictError",
      "CreateInvitePayload",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "CreateUploadResult": [
      "ConflictError",
      "CreateUploadPayload",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "DeleteAccountResult": [
      "ConflictError",
      "DeleteAccountPayload",
      "InputError"
    ],
    "DeleteGroupResult": [
      "ConflictError",
      "DeleteGroupPayload",
      "ForbiddenError",
      "InputError",
      "NotFoundError"
    ],
    "DeleteMessageResult": [
      "ConflictError",
      "DeleteMessagePayload",
      "ForbiddenError",
      "InputError",
      "NotFoundError"
    ],
    "EditMessageResult": [
      "ConflictError",
      "EditMessagePayload",
      "ForbiddenError",
      "InputError",
      "NotFoundError"
    ],
    "Error": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "ForwardMessageResult": [
      "ConflictError",
      "ForbiddenError",
      "ForwardMessagePayload",
      "InputError",
      "LimitError",
      "NotFoundError"
    ],
    "LeaveGroupResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LeaveGroupPayload",
      "NotFoundError"
    ],
    "MarkDeliveredResult": [
      "ConflictError",
      "InputError",
      "MarkDeliveredPayload",
      "NotFoundError"
    ],
    "MarkReadResult": [
      "ConflictError",
      "InputError",
      "MarkReadPayload",
      "NotFoundError"
    ],
    "MarkRepliesReadResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "MarkRepliesReadPayload",
      "NotFoundError"
    ],
    "MarkUnreadResult": [
      "ConflictError",
      "InputError",
      "MarkUnreadPayload",
      "NotFoundError"
    ],
    "Node": [
      "Attachment",
      "Ban",
      "Invite",
      "Message",
      "Participant",
      "Thread",
      "User"
    ],
    "PinMessageResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError",
      "PinMessagePayload"
    ],
    "RemoveParticipantResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "RemoveParticipantPayload"
    ],
    "RemoveReactionResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "RemoveReactionPayload"
    ],
    "RevokeInviteResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "RevokeInvitePayload"
    ],
    "RevokeOtherSessionsResult": [
      "ConflictError",
      "InputError",
      "RevokeOtherSessionsPayload"
    ],
    "RevokeSessionResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "RevokeSessionPayload"
    ],
    "SaveMessageResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError",
      "SaveMessagePayload"
    ],
    "SendMessageResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "SendMessagePayload"
    ],
    "SetParticipantRoleResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "SetParticipantRolePayload"
    ],
    "SetPresenceResult": [
      "ConflictError",
      "InputError",
      "SetPresencePayload"
    ],
    "SetRepliesFollowedResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "LimitError",
      "NotFoundError",
      "SetRepliesFollowedPayload"
    ],
    "SetTypingResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "SetTypingPayload"
    ],
    "SignInResult": [
      "ForbiddenError",
      "InputError",
      "SignInPayload"
    ],
    "SignOutResult": [
      "InputError",
      "SignOutPayload"
    ],
    "SignUpResult": [
      "ConflictError",
      "InputError",
      "SignUpPayload"
    ],
    "StartDirectThreadResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "StartDirectThreadPayload"
    ],
    "UnarchiveGroupResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "UnarchiveGroupPayload"
    ],
    "UnbanParticipantResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "UnbanParticipantPayload"
    ],
    "UnpinMessageResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "UnpinMessagePayload"
    ],
    "UnsaveMessageResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "UnsaveMessagePayload"
    ],
    "UpdateGroupNameResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "UpdateGroupNamePayload"
    ],
    "UpdateGroupSettingsResult": [
      "ConflictError",
      "ForbiddenError",
      "InputError",
      "NotFoundError",
      "UpdateGroupSettingsPayload"
    ],
    "UpdatePrivacyResult": [
      "ConflictError",
      "InputError",
      "UpdatePrivacyPayload"
    ],
    "UpdateProfileResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "UpdateProfilePayload"
    ],
    "UpdateThreadPreferencesResult": [
      "ConflictError",
      "InputError",
      "NotFoundError",
      "UpdateThreadPreferencesPayload"
    ]
  }
};
      export default result;
    