/** A test, by its file beside the schema and its title. */
interface Tried {
  file: string;
  title: string;
}

/** Which tests repeat a mutation by its key: 40 days later, ten times at once, and with another input. */
interface Apart {
  late: Tried;
  atOnce: Tried;
  another: Tried;
}

const signing = (title: string): Tried => ({ file: 'retry-key-signing.test.ts', title });
const races = (title: string): Tried => ({ file: 'account/races.test.ts', title });

/** What begins or ends a session has no place in `retried`: each of these says where it is tried instead. */
export const triedApart: Record<string, Apart> = {
  signUp: {
    late: signing('[ER13] one that was killed behind its commit is entered by the next, also 40 days later'),
    atOnce: signing('[ER13] ten of them at once to two instances make one account'),
    another: signing('[ER13] with %s it is a conflict'),
  },
  signIn: {
    late: signing('[ER13] signing in and out with the same key do what they say, also 40 days later'),
    atOnce: signing('[ER13] ten who sign in or out at once on two instances do what they say'),
    another: signing('[ER13] signing in and out keep no key, and take one that was used'),
  },
  signOut: {
    late: signing('[ER13] signing in and out with the same key do what they say, also 40 days later'),
    atOnce: signing('[ER13] ten who sign in or out at once on two instances do what they say'),
    another: signing('[ER13] signing in and out keep no key, and take one that was used'),
  },
  changePassword: {
    late: signing('[ER6] [ER13] a password is changed once by its key, also 40 days later'),
    atOnce: races('[ER6] is done once when ten come at once'),
    another: signing('[ER7] [ER13] a password is not changed by a key that was used with another one'),
  },
  revokeOtherSessions: {
    late: signing('[ER6] ending the other sessions is done once by its key, whoever comes in since'),
    atOnce: signing('[ER6] ending the other sessions is done once by its key, whoever comes in since'),
    another: signing('[ER7] a key by which something else was done ends no sessions'),
  },
  deleteAccount: {
    late: signing('[ER13] an account that is gone is deleted no more, also 40 days later'),
    atOnce: signing('[ER13] ten who delete an account at once delete it once'),
    another: signing('[ER7] [ER13] a key by which something was done deletes no account'),
  },
};
