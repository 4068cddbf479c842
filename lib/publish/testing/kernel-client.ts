import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../testing/repository';

interface Socket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  send(frames: string[]): Promise<void>;
  subscribe(): void;
  close(): void;
}

/** A message of the kernel, as far as tests look at it. */
export interface KernelMessage {
  type: string;
  content: Record<string, unknown>;
}

/** What a request came to: the reply, and what the kernel published meanwhile. */
export interface KernelAnswer {
  reply: Record<string, unknown>;
  outputs: KernelMessage[];
}

/** A running kernel of the kit, spoken to over Jupyter's wire protocol. */
export interface KernelClient {
  ask(type: string, content: object): Promise<KernelAnswer>;
  run(code: string): Promise<KernelAnswer>;
  interrupt(): void;
  end(): void;
}

const KEY = 'key';

/** Starts `scripts/kernel.cjs` in a folder. */
export async function startKernel(cwd: string, scratch: string): Promise<KernelClient> {
  // zeromq comes with tslab.
  const require = createRequire(createRequire(join(ROOT, 'package.json')).resolve('tslab/package.json'));
  const { Dealer, Subscriber } = require('zeromq') as Record<'Dealer' | 'Subscriber', new () => Socket>;
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
  const ports = { shell_port, iopub_port, stdin_port, control_port, hb_port };
  const connection = join(scratch, 'connection.json');
  const rest = { transport: 'tcp', ip: '127.0.0.1', key: KEY, signature_scheme: 'hmac-sha256' };
  writeFileSync(connection, JSON.stringify({ ...ports, ...rest }));
  const kernel = spawn(process.execPath, [join(ROOT, 'scripts', 'kernel.cjs'), connection], { cwd });
  const [shell, published] = [new Dealer(), new Subscriber()];
  published.subscribe();
  shell.connect(`tcp://127.0.0.1:${shell_port}`);
  published.connect(`tcp://127.0.0.1:${iopub_port}`);

  const outputs = new Map<string, KernelMessage[]>();
  const idle = new Map<string, () => void>();
  const replies = new Map<string, (reply: Record<string, unknown>) => void>();
  void listen(published, (parent, message) => {
    outputs.set(parent, [...(outputs.get(parent) ?? []), message]);
    if (message.content['execution_state'] === 'idle') idle.get(parent)?.();
  });
  void listen(shell, (parent, message) => replies.get(parent)?.(message.content));

  const send = async (type: string, content: object, id: string): Promise<void> => {
    const header = {
      msg_id: id,
      session: 'test',
      username: 'test',
      date: '',
      msg_type: type,
      version: '5.3',
    };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const hmac = createHmac('sha256', KEY);
    for (const part of parts) hmac.update(part);
    await shell.send(['<IDS|MSG>', hmac.digest('hex'), ...parts]);
  };
  const ask = async (type: string, content: object): Promise<KernelAnswer> => {
    const id = randomUUID();
    const done = Promise.all([
      new Promise<Record<string, unknown>>((resolve) => replies.set(id, resolve)),
      new Promise<void>((resolve) => idle.set(id, resolve)),
    ]);
    await send(type, content, id);
    const [reply] = await done;
    return { reply, outputs: outputs.get(id) ?? [] };
  };
  // What is published before the subscription has arrived is lost: the kernel is asked until it is heard.
  while (outputs.size === 0) {
    await send('kernel_info_request', {}, randomUUID());
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    ask,
    run: (code) => ask('execute_request', { code, silent: false }),
    interrupt: () => kernel.kill('SIGINT'),
    end: () => {
      kernel.kill('SIGKILL');
      shell.close();
      published.close();
    },
  };
}

async function listen(socket: Socket, take: (parent: string, message: KernelMessage) => void): Promise<void> {
  for await (const frames of socket) {
    const texts = frames.map(String);
    const at = texts.indexOf('<IDS|MSG>');
    const part = (i: number) => JSON.parse(texts[at + i] ?? '{}') as Record<string, unknown>;
    take(String(part(3)['msg_id']), { type: String(part(2)['msg_type']), content: part(5) });
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
