import { chmodSync } from 'node:fs';

// npx marks the program executable when it first links it, and takes it as it is from then on: a later build must not undo that.
chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
