import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded in front of each server under test: tells the bench what the process has used, asked over Node's own channel,
// so that no inspector is attached and nothing is sampled meanwhile. What it is asked and tells: `Asked` and `Told` in server.ts.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('message', (message) => {
  const { id, what, file } = message;
  const tell = (value) => process.send?.({ id, value });
  if (what === 'cpu') tell(cpuSeconds());
  else if (what === 'memory') tell(residentBytes());
  else profile(file, () => tell(0));
});
process.on('disconnect', () => process.exit());
process.channel?.unref();

/** Of all threads: what the garbage collector and the kernel do for it counts. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What is left once the garbage is gone and its pages have been given back. */
function residentBytes() {
  for (let pass = 0; pass < 3; pass += 1)
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  return process.memoryUsage.rss();
}

let session;

function profile(file, done) {
  if (file === undefined) {
    session = new Session();
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: 250 });
    session.post('Profiler.start', done);
    return;
  }
  session?.post('Profiler.stop', (_error, { profile: found }) => {
    writeFileSync(file, JSON.stringify(found));
    session?.disconnect();
    done();
  });
}
