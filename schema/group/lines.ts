/** What a group's system lines say. */
export const lines = {
  created: (actor: string, name: string) => `${actor} created the group “${name}”`,
  renamed: (actor: string, name: string) => `${actor} renamed the group to “${name}”`,
  added: (actor: string, person: string) => `${actor} added ${person}`,
  joined: (person: string) => `${person} joined by an invite link`,
  removed: (actor: string, person: string) => `${actor} removed ${person}`,
  left: (person: string) => `${person} left`,
  owner: (person: string) => `${person} is the owner now`,
  admin: (actor: string, person: string) => `${actor} made ${person} an admin`,
  member: (actor: string, person: string) => `${actor} made ${person} a member`,
};
