'use strict';
// The notebook kernel: tslab 1.0.22 with five repairs, and no fork of it.   node kernel.cjs {connection_file}
//  1 What cells print is sent once a turn: zeromq takes 512 sends a turn that nobody awaits, tslab awaits none, and
//    "Run All" then stands still.
//  2 A failed cell sends an `error` message and puts the error into its reply; tslab prints text only.
//  3 `execute_input` is sent, so that clients store the execution count.
//  4 The last value of a cell shows itself where it can (a figure, a frame, an answer), and a promise is waited for; the
//    cell ends when it is shown. tslab prints it.
//  5 Frames of the kernel and absolute paths stay out of errors: notebooks are saved with them.
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { TextDecoder } = require('node:util');

const tslab = join(dirname(require.resolve('tslab/package.json')), 'dist');
const { createConverter } = require(join(tslab, 'converter.js'));
const { createExecutor } = require(join(tslab, 'executor.js'));
const jupyter = require(join(tslab, 'jupyter.js'));

const projectAbove = (folder) =>
  existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : projectAbove(dirname(folder));
const root = process.env.BREACHSCOPE_ROOT ?? projectAbove(process.cwd());

/** Error of the cell that runs now. Kept per cell, not per request: "Run All" sends every request at once. */
let lastError = null;

function onError(...values) {
  const error = errorOf(values);
  const earlier =
    error.ename === 'TypeScriptError' && lastError?.ename === 'TypeScriptError' ? lastError.traceback : [];
  lastError = { ...error, traceback: [...earlier, ...error.traceback] };
}

/** As the library writes the errors of cells. */
function errorOf(values) {
  const shape = ofLibrary('cell-error.js');
  if (shape) return shape.cellError(values, root);
  return {
    ename: 'Error',
    evalue: 'The kit is not built: run `npm ci`, then restart the kernel.',
    traceback: [],
  };
}

const node = createConverter({ isJS: false, isBrowser: false });
const converters = { node, browser: node, close: () => node.close() };

/** tslab's own words, without frames. */
const INTERRUPTED = Object.assign(new Error('Interrupted asynchronously'), {
  stack: 'Error: Interrupted asynchronously',
});

/** What the cell that runs now ended with. */
let last = null;
/** Ends the wait for what a cell shows. */
let stopShowing = () => {};

const executor = createExecutor(process.cwd(), converters, {
  log: (value) => {
    last = { value };
  },
  error: onError,
});
const execute = executor.execute;
/** Whether a cell was run. */
let begun = false;
executor.execute = async (source) => {
  begun = true;
  last = null;
  // Loaded only once a cell needs it, so that the kernel is there at once.
  if (/breachscope|danfojs-node/.test(source)) showing()?.prepareCell(source);
  const ok = await execute(source);
  if (!ok || !last) return ok;
  const print = (value) => console.log(value);
  const shown = showing()?.showLast(last.value, print) ?? print(last.value);
  const stopped = new Promise((_, reject) => {
    stopShowing = () => reject(INTERRUPTED);
  });
  try {
    await Promise.race([shown, stopped]);
    return true;
  } catch (error) {
    onError(error);
    return false;
  }
};

/** What shows values; without the library's build, values are printed. */
const showing = () => ofLibrary('show-last.js');

/** A module of the library that cells import; null where it is not built. */
function ofLibrary(name) {
  const module = join(__dirname, '..', 'lib', 'dist', 'publish', 'notebook', name);
  return existsSync(module) ? require(module) : null;
}

/** Sends everything printed so far; called before anything that must come after it. */
let flush = () => {};

class Handler extends jupyter.JupyterHandlerImpl {
  createWriteToIopub(name, send) {
    if (name === 'stdout') this.collect(send);
    const decoder = new TextDecoder();
    return (chunk, encoding, done) => {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      const last = this.printed.at(-1);
      if (last?.name === name) last.text += text;
      else {
        if (this.printed.length === 0) setImmediate(flush);
        this.printed.push({ name, text });
      }
      (typeof encoding === 'function' ? encoding : done)?.();
      return true;
    };
  }

  collect(send) {
    flush();
    this.printed = [];
    flush = () => {
      const printed = this.printed;
      this.printed = [];
      for (const { name, text } of printed) send(name, text);
    };
  }

  async handleExecuteImpl(request, writeStream, writeDisplay) {
    lastError = null;
    request.publish('execute_input', { code: request.code, execution_count: this.execCount + 1 });
    try {
      return await super.handleExecuteImpl(request, writeStream, writeDisplay);
    } catch (count) {
      flush();
      if (lastError) request.publish('error', lastError);
      request.failure = lastError;
      throw count;
    } finally {
      flush();
    }
  }

  async handleExecute(request, writeStream, writeDisplay) {
    const reply = await super.handleExecute(request, writeStream, (content, update) => {
      flush();
      writeDisplay(content, update);
    });
    flush();
    if (reply.status === 'abort') return { ...reply, status: 'aborted' };
    const failure = request.failure ?? { ename: 'Error', evalue: '', traceback: [] };
    return reply.status === 'error' ? { ...reply, ...failure } : reply;
  }
}

class Server extends jupyter.ZmqServer {
  async handleExecute(socket, message) {
    const publish = (type, content) => {
      const output = message.createReply();
      output.header.msg_type = type;
      output.content = content;
      output.signAndSend(this.connInfo.key, this.iopub);
    };
    message.content.publish = publish;
    const content = await this.handler.handleExecute(
      message.content,
      (name, text) => publish('stream', { name, text }),
      (display, update) => publish(update ? 'update_display_data' : 'display_data', display),
    );
    const reply = message.createReply();
    reply.header.msg_type = 'execute_reply';
    reply.content = content;
    reply.signAndSend(this.connInfo.key, socket);
  }
}

process.on('SIGINT', () => {
  executor.interrupt();
  stopShowing();
});
process.on('uncaughtException', (error) => console.error('UncaughtException:', error));
process.on('unhandledRejection', (error) => console.error('UnhandledPromiseRejection:', error));
new Server(new Handler(executor, false), process.argv[2]).init();

/** While nobody runs a cell yet, what the first one needs is loaded: kit, pictures, and the kit's types into the compiler. */
setTimeout(() => {
  const kit = join(__dirname, '..', 'lib', 'dist', 'index.js');
  if (begun || !existsSync(kit)) return;
  try {
    const source = "import 'breachscope';";
    showing()?.prepareCell(source);
    require(kit);
    node.convert('', source);
  } catch {
    // The first cell tells what is wrong.
  }
}, 500);
