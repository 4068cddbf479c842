'use strict';
// The kit's part of `inspect` that ends with an opened store: `npm run bench -- --open`.
const { openInput } = require('../lib/dist/records/open-input.js');

openInput(process.argv.slice(2)).then((opened) => opened.close());
