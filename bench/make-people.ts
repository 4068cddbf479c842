// Writes account records with nested devices; body metrics stand on the last 140 lines only, where no sample sees them.
// Every value is synthetic and follows from the line's number, so that two runs measure the same bytes.
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const HOSTS = ['example.org', 'example.com', 'example.net', 'mail.example.com'];
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/London',
];
const PLACES = ['Front door', 'Kitchen', 'Baby room', 'Garage'];
const TESTERS = 140;

function person(i: number, people: number): object {
  const hash = createHash('md5').update(String(i)).digest('hex');
  const n = parseInt(hash.slice(0, 8), 16);
  const token = `SYNTHETIC-${hash}`;
  const devices = Array.from({ length: 1 + (n % 3) }, (_, k) => ({
    mac: `02AA8E${hash.slice(8 + k, 14 + k).toUpperCase()}`,
    nickname: PLACES[(n + k) % 4],
    fw: `4.9.5.${n % 120}`,
    ssid: `SYNTH-${n % 99}`,
    ip: `192.0.2.${2 + ((n + k) % 250)}`,
  }));
  return {
    user_id: i,
    username: `user${String(i).padStart(7, '0')}`,
    email: `u${hash.slice(0, 10)}@${HOSTS[n % 4]}`,
    tz: ZONES[n % 5],
    created_at: new Date(1506816000000 + (n % 70000000) * 1000).toISOString().slice(0, 19),
    ios_token: n % 2 ? token : null,
    android_token: n % 2 ? null : token,
    alexa_token: n % 100 ? null : `${token}-alexa`,
    body:
      i < people - TESTERS
        ? null
        : { height_cm: 150 + (n % 50), weight_kg: 50 + (n % 60), gender: n % 2 ? 'f' : 'm', bone_mass: 2.5 },
    devices,
  };
}

/** Writes so many records into a file, one a line. */
export function makePeople(file: string, people: number): void {
  const fd = openSync(file, 'w');
  let lines: string[] = [];
  for (let i = 0; i < people; i++) {
    lines.push(JSON.stringify(person(i, people)));
    if (lines.length === 4096 || i === people - 1) {
      writeSync(fd, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(fd);
}
