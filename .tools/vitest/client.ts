import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library arranges both by itself only where the test functions are globals.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(cleanup);

// What comes late on a busy machine comes: a part that is fetched when it is needed takes longer than a second there.
configure({ asyncUtilTimeout: 10_000 });
