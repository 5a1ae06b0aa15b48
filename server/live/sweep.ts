/** How often the log is looked at without any hint: what bounds the delay when the bus is dead. */
export const sweepMs = 1000;
