// `node .tools/ci-database.mjs create|drop NAME`: an empty database of CI's own on the PostgreSQL beside it; prints its address.
import pg from 'pg';

const [action, name] = process.argv.slice(2);
const users = ['postgres', 'root'];

for (const user of users) {
  const address = (database) => `postgresql://${user}@127.0.0.1:5432/${database}`;
  const client = new pg.Client({ connectionString: address('postgres'), connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    console.error(`PostgreSQL at 127.0.0.1:5432 did not let ${user} in: ${error.message || error.code}`);
    continue;
  }
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  if (action === 'create') {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    console.log(address(name));
  }
  await client.end();
  process.exit(0);
}
process.exit(1);
