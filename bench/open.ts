// The kit's part of `inspect` that ends with an opened store: `npm run bench world` measures it with a warm cache.
import { openInput } from '../lib/dist/records/open-input';

void openInput(process.argv.slice(2)).then((opened) => opened.close());
