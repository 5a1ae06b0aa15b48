import { LiveCounts } from '../folders/live-counts.tsx';
import { LivePresence } from '../presence/live-presence.tsx';
import { LiveMutes } from '../threads/live-mutes.tsx';

/** What goes on behind what one came to see, and comes after it. */
export function Behind() {
  return (
    <>
      <LivePresence />
      <LiveCounts />
      <LiveMutes />
    </>
  );
}
