// The double's end of the channel to the test.
import { Link } from './link.ts';

export const link = new Link((message) => {
  if (process.connected) process.send?.(message);
});
process.on('message', link.receive);
// Whoever plays the user is gone: nobody will end this program any more.
process.on('disconnect', () => process.exit(70));
