import { Prisma, type User } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import { byId, loader } from '../loader.ts';

const byIds = `select ${columnsOf(Prisma.UserScalarFieldEnum, 'u')} from "User" u where u.id = any($1)`;

/** People are there for everyone who is signed in. */
export const userById = loader<string, User>(
  async (ids, { sql }) => byId(await sql.all<User>('users_by_id', byIds, [ids])),
  undefined,
  ({ users }) => users,
);
