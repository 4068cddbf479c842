import { createHash } from 'node:crypto';
import type { Category } from '../../contract/categories';

/** An invented column: name, what it should be taken for, the value of the i-th document. */
export type LabelledColumn = [
  name: string,
  category: Category,
  value: (i: number) => string | number | boolean | null,
];

const hex = (i: number, length: number, salt = '') =>
  createHash('sha512').update(`${salt}${i}`).digest('hex').slice(0, length);
const pick = <T>(list: T[], i: number, step = 7): T => list[(i * step + (i >> 3)) % list.length] as T;
const between = (i: number, low: number, high: number, digits = 0) =>
  Number((low + (parseInt(hex(i, 8, `${low}${high}`), 16) / 0xffffffff) * (high - low)).toFixed(digits));
const FIRST = ['Ana', 'Björn', 'Chidi', 'Dana', 'Eun-ji', 'Farid', 'Greta', 'Hugo', 'Inés', 'Jonas'];
const LAST = ['Abe', 'Baker', 'Carrasco', 'Dubois', 'Engel', 'Fischer', 'García', 'Huang', 'Ivers', 'Jensen'];
const CITY = [
  'Springfield',
  'Neustadt',
  'Villeneuve',
  'San Pedro',
  'Port Ellen',
  'Oakdale',
  'Aldea',
  'Moorburg',
];
const ZONE = ['America/New_York', 'Europe/Berlin', 'Asia/Dubai', 'America/Los_Angeles', 'Africa/Cairo'];
const WORD = ['brisk', 'amber', 'stone', 'cedar', 'night', 'river', 'glass', 'cloud', 'paper', 'tiger'];
const first = (i: number) => pick(FIRST, i);
const last = (i: number) => pick(LAST, i, 3);
const nick = (i: number) => `${pick(WORD, i)}${pick(WORD, i, 3)}${i % 90}`;
const mail = (i: number) => `${nick(i)}.${i}@example.${pick(['org', 'com', 'net'], i)}`;
const mac = (i: number) => `02${hex(i, 10)}`.replace(/..(?=.)/g, '$&:');
const ip = (i: number) => `192.168.${i % 250}.${between(i, 2, 250)}`;
const iso = (i: number) => `2019-1${i % 3}-0${1 + (i % 9)}T1${i % 10}:2${i % 10}:00Z`;
const millis = (i: number) => 1_570_000_000_000 + i * 86_311_777;
const uuid = (i: number) => hex(i, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const token = (i: number) => `SYNTHETIC-${Buffer.from(hex(i, 30)).toString('base64url')}`;
const version = (i: number) => `4.${9 + (i % 2)}.${i % 5}.${i % 200}`;
const sentence = (i: number) => `the ${pick(WORD, i)} ${pick(WORD, i, 3)} did not work for me on day ${i}`;
const luhn = (i: number) => {
  const body = `400000${String(between(i, 1e8, 9e8)).padStart(9, '0')}`;
  const sum = Array.from(body)
    .reverse()
    .reduce((total, sign, at) => {
      const digit = Number(sign) * (at % 2 === 0 ? 2 : 1);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const iban = (i: number) => {
  const account = String(between(i, 1e8, 9e8)).padStart(18, '0');
  const rest = Array.from(`${account}131400`).reduce((value, digit) => (value * 10 + Number(digit)) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
};

/** Tables of invented columns; the columns of a table are each other's neighbours. */
export const LABELLED_TABLES: Record<string, LabelledColumn[]> = {
  accounts: [
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['email', 'email', mail],
    ['nickname', 'username', nick],
    ['logo', 'photo', (i) => `https://img.example.org/${hex(i, 12)}.jpg`],
    ['timezone_name', 'timezone', (i) => (i % 25 === 0 ? '' : pick(ZONE, i))],
    ['create_ts', 'timestamp', millis],
    ['last_login_ts', 'timestamp', millis],
    ['alexa_token', 'third-party-token', token],
    ['password', 'password', (i) => `${pick(WORD, i)}!${i}Xy`],
    ['email_verified', 'unknown', (i) => i % 2],
    ['is_active', 'unknown', (i) => i % 3 === 0],
    ['login_count', 'unknown', (i) => between(i, 0, 900)],
    ['password_changed_at', 'timestamp', iso],
    ['status', 'unknown', (i) => pick(['open', 'closed'], i)],
    ['plan', 'unknown', (i) => pick(['free', 'plus'], i)],
  ],
  shares: [
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['share_email', 'email', mail],
    ['share_ts', 'timestamp', millis],
    ['share_state', 'unknown', (i) => i % 3],
  ],
  cameras: [
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['mac', 'mac-address', (i) => `02${hex(i, 10)}`.toUpperCase()],
    ['nickname', 'device-nickname', (i) => pick(['Front door', 'Garage', 'Baby', 'Küche', '<b>x</b>'], i)],
    ['product_model', 'device-model', (i) => pick(['CAMC1', 'CAMC1-JZ', 'PAN_JEF', 'PIR3U'], i)],
    ['firmware_ver', 'firmware-version', version],
    ['hardware_ver', 'unknown', () => '0.0.0.0'],
    ['ssid', 'ssid', (i) => `${pick(WORD, i)}-net`],
    ['ip', 'ip-address', ip],
    ['conn_state', 'unknown', (i) => i % 2],
    ['conn_state_ts', 'timestamp', millis],
    ['rssi', 'unknown', (i) => -between(i, 30, 90)],
    ['p2p_id', 'device-id', (i) => hex(i, 20).toUpperCase()],
  ],
  requests: [
    ['ts', 'timestamp', millis],
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['method', 'unknown', (i) => pick(['GET', 'POST'], i)],
    ['path', 'unknown', (i) => `/app/v2/${pick(WORD, i)}`],
    ['host', 'hostname', (i) => `api-${i % 9}.example.org`],
    ['app_name', 'unknown', () => 'org.example.app'],
    ['app_ver', 'unknown', (i) => `2.6.${i % 70}`],
    ['phone_id', 'device-id', uuid],
    ['phone_system_type', 'unknown', (i) => String(1 + (i % 2))],
    ['status', 'unknown', (i) => pick([200, 401, 500], i)],
    ['body.sc', 'unknown', () => 'a626948714654991afd3c0dbd7cdb901'],
    ['body.access_token', 'api-token', token],
    ['body.access_token_tail', 'unknown', (i) => hex(i, 6)],
    ['user_agent', 'user-agent', (i) => `Mozilla/5.0 (iPhone; U; CPU ${i} like Mac OS X) App/1.${i}`],
    ['remote_addr', 'ip-address', ip],
    ['duration_ms', 'unknown', (i) => between(i, 1, 4000)],
  ],
  events: [
    ['event_id', 'unknown', (i) => hex(i, 32, 'e')],
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['device_mac', 'mac-address', mac],
    ['event_ts', 'timestamp', millis],
    ['event_type', 'unknown', (i) => i % 5],
  ],
  scale: [
    ['data_id', 'unknown', (i) => hex(i, 24, 'd')],
    ['user_id', 'account-id', (i) => hex(i, 32)],
    ['family_member_id', 'unknown', (i) => hex(i, 24, 'f')],
    ['device_id', 'device-id', (i) => `SCALE.${hex(i, 12)}`],
    ['measure_ts', 'timestamp', millis],
    ['age', 'age', (i) => between(i, 18, 80)],
    ['gender', 'gender', (i) => i % 2],
    ['height', 'height', (i) => between(i, 150, 199)],
    ['weight', 'weight', (i) => between(i, 48, 130, 1)],
    ['bmi', 'bmi', (i) => between(i, 17, 44, 1)],
    ['body_fat', 'body-fat', (i) => between(i, 8, 45, 1)],
    ['body_water', 'body-water', (i) => between(i, 40, 65, 1)],
    ['muscle', 'muscle-mass', (i) => between(i, 30, 70, 1)],
    ['bmr', 'basal-metabolic-rate', (i) => between(i, 1100, 2300)],
    ['bone_density', 'bone-density', (i) => between(i, 0.8, 1.4, 3)],
    ['bone_mass', 'bone-mass', (i) => between(i, 1.8, 4.1, 1)],
    ['daily_protein_intake', 'protein-intake', (i) => between(i, 45, 150)],
    ['body_protein_pct', 'protein-share', (i) => between(i, 12, 22, 1)],
    ['heart_rate', 'heart-rate', (i) => between(i, 50, 110)],
    ['metabolic_age', 'unknown', (i) => between(i, 18, 80)],
  ],
  patients: [
    ['PatientNumber', 'account-id', (i) => `P${100000 + i}`],
    ['firstName', 'person-name', first],
    ['LastName', 'person-name', last],
    ['dateOfBirth', 'date-of-birth', (i) => `19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`],
    ['bloodType', 'blood-type', (i) => pick(['A+', 'O-', 'AB+', 'B-'], i)],
    ['systolic', 'blood-pressure', (i) => between(i, 95, 170)],
    ['diagnosisCode', 'diagnosis', (i) => `E${10 + (i % 80)}.${i % 10}`],
    ['medication', 'medication', (i) => pick(['Metformin', 'Ibuprofen 400', 'Insulin'], i)],
    ['mobilePhone', 'phone', (i) => `+1 202 555 0${100 + (i % 90)}`],
    ['home_address', 'postal-address', (i) => `${i + 1} ${pick(WORD, i)} Street`],
    ['city', 'city', (i) => pick(CITY, i)],
    ['zip', 'postal-code', (i) => String(10000 + i * 13)],
    ['country', 'country', (i) => pick(['US', 'DE', 'FR', 'MX'], i)],
    ['ssn', 'national-id', (i) => `123-4${i % 10}-67${10 + (i % 89)}`],
    ['employer', 'employer', (i) => `${last(i)} & Sons`],
    ['job_title', 'job-title', (i) => pick(['Nurse', 'Driver', 'Clerk'], i)],
    ['nationality', 'nationality', (i) => pick(['German', 'Mexican', 'Thai'], i)],
    ['passport_no', 'passport', (i) => `X${1000000 + i * 37}`],
    ['notes', 'free-text', sentence],
  ],
  payments: [
    ['payment_id', 'unknown', (i) => 9_000_000 + i],
    ['customer_id', 'account-id', (i) => 5000 + i],
    ['card_number', 'card-number', luhn],
    ['iban', 'iban', iban],
    ['amount', 'unknown', (i) => between(i, 1, 900, 2)],
    ['currency', 'unknown', (i) => pick(['EUR', 'USD'], i)],
    ['account_balance', 'balance', (i) => between(i, -200, 9000, 2)],
    ['price', 'unknown', (i) => between(i, 1, 90, 2)],
    ['vat_id', 'tax-id', (i) => `DE${123000000 + i}`],
  ],
  parcels: [
    ['parcel_id', 'unknown', (i) => 70_000 + i],
    ['weight', 'unknown', (i) => between(i, 1, 30, 1)],
    ['height', 'unknown', (i) => between(i, 5, 90)],
    ['width', 'unknown', (i) => between(i, 5, 90)],
    ['carrier', 'unknown', (i) => pick(['fast', 'slow'], i)],
    ['recipient_email', 'email', mail],
  ],
  products: [
    ['product_id', 'unknown', (i) => 300 + i],
    ['name', 'unknown', (i) => `${pick(WORD, i)} lamp`],
    ['sku', 'unknown', (i) => `L-${hex(i, 6)}`],
    ['model', 'unknown', (i) => `LX${i}`],
    ['price', 'unknown', (i) => between(i, 1, 90, 2)],
    ['stock', 'unknown', (i) => between(i, 0, 900)],
    ['image', 'unknown', (i) => `/img/${i}.png`],
    ['protein', 'unknown', (i) => between(i, 1, 30, 1)],
    ['checksum', 'unknown', (i) => hex(i, 40)],
    ['rating', 'unknown', (i) => between(i, 1, 5, 1)],
    ['year', 'unknown', (i) => 2000 + (i % 20)],
  ],
  logins: [
    ['username', 'username', nick],
    ['passwordHash', 'password-hash', (i) => `$2b$10$${hex(i, 53)}`],
    ['passwd', 'password-hash', (i) => hex(i, 40)],
    ['salt', 'unknown', (i) => hex(i, 16)],
    ['session_id', 'session-id', token],
    ['refresh_token', 'api-token', token],
    ['api_key', 'api-token', (i) => hex(i, 40, 'k')],
    ['client_secret', 'secret-key', token],
    ['google_access_token', 'third-party-token', (i) => `ya29.${token(i)}`],
    ['ipAddress', 'ip-address', (i) => `2001:db8::${hex(i, 4)}:${hex(i, 4, 'x')}`],
    ['has_password', 'unknown', (i) => i % 2 === 0],
    ['locale', 'locale', (i) => pick(['en_US', 'de_DE', 'pt_BR'], i)],
    ['website', 'url', (i) => `https://www.example.org/${i}`],
    ['avatar_url', 'photo', (i) => `https://cdn.example.org/a/${i}.png`],
    ['token_type', 'unknown', () => 'bearer'],
  ],
  places: [
    ['email', 'email', mail],
    ['lat', 'latitude', (i) => between(i, -60, 70, 5)],
    ['lng', 'longitude', (i) => between(i, -170, 170, 5)],
    ['state', 'region', (i) => pick(['OH', 'TX', 'NY', 'WA'], i)],
    ['city', 'city', (i) => pick(CITY, i)],
    ['accuracy', 'unknown', (i) => between(i, 1, 90, 2)],
  ],
  sensors: [
    ['serial_number', 'device-id', (i) => `SN${hex(i, 10)}`],
    ['lat', 'unknown', (i) => between(i, 1, 90, 2)],
    ['temperature', 'unknown', (i) => between(i, -10, 40, 1)],
    ['voltage', 'unknown', (i) => between(i, 1, 4, 2)],
    ['reading', 'unknown', (i) => between(i, 0, 100, 3)],
    ['firmware', 'firmware-version', (i) => `v1.${i % 20}.${i % 7}`],
    ['bssid', 'mac-address', mac],
    ['wifi_name', 'ssid', (i) => `${pick(WORD, i)} guests`],
  ],
  kunden: [
    ['kundennummer', 'account-id', (i) => 40_000 + i],
    ['vorname', 'person-name', first],
    ['nachname', 'person-name', last],
    ['geburtsdatum', 'date-of-birth', (i) => `1${i % 9}.0${1 + (i % 9)}.19${50 + (i % 40)}`],
    ['strasse', 'postal-address', (i) => `${pick(CITY, i)}er Weg ${i + 1}`],
    ['plz', 'postal-code', (i) => String(10115 + i)],
    ['wohnort', 'city', (i) => pick(CITY, i)],
    ['telefon', 'phone', (i) => `030 2312${5000 + i}`],
    ['passwort', 'password', (i) => `${pick(WORD, i)}${i}#`],
    ['geschlecht', 'gender', (i) => pick(['männlich', 'weiblich'], i)],
    ['bemerkung', 'free-text', sentence],
    ['menge', 'unknown', (i) => between(i, 1, 20)],
  ],
  clients: [
    ['courriel', 'email', mail],
    ['prenom', 'person-name', first],
    ['ville', 'city', (i) => pick(CITY, i)],
    ['code_postal', 'postal-code', (i) => String(75000 + i)],
    ['mot_de_passe', 'password-hash', (i) => hex(i, 32)],
    ['pays', 'country', (i) => pick(['France', 'Belgique', 'Suisse'], i)],
    ['poids', 'weight', (i) => between(i, 45, 120, 1)],
    ['taille', 'height', (i) => between(i, 150, 199)],
  ],
  usuarios: [
    ['correo_electronico', 'email', mail],
    ['apellidos', 'person-name', last],
    ['contraseña', 'password', (i) => `${pick(WORD, i)}${i}*`],
    ['ciudad', 'city', (i) => pick(CITY, i)],
    ['telefono', 'phone', (i) => `+34 600 000 ${100 + i}`],
    ['fecha_nacimiento', 'date-of-birth', (i) => `19${50 + (i % 40)}-1${i % 3}-0${1 + (i % 9)}`],
    ['precio', 'unknown', (i) => between(i, 1, 90, 2)],
  ],
  yonghu: [
    ['yonghuming', 'username', nick],
    ['shoujihao', 'phone', (i) => `1390000${1000 + i}`],
    ['mima', 'password-hash', (i) => hex(i, 32)],
    ['xingbie', 'gender', (i) => pick(['男', '女'], i)],
    ['shengri', 'date-of-birth', (i) => `19${60 + (i % 30)}0${1 + (i % 9)}1${i % 10}`],
    ['shengao', 'height', (i) => between(i, 150, 195)],
    ['chengshi', 'city', (i) => pick(['北京', '上海', '广州'], i)],
  ],
  nameless: [
    ['f1', 'email', mail],
    ['f2', 'ip-address', ip],
    ['f3', 'mac-address', mac],
    ['f4', 'timezone', (i) => pick(ZONE, i)],
    ['f5', 'unknown', (i) => hex(i, 24)],
    ['f6', 'unknown', (i) => between(i, 0, 200, 1)],
    ['f7', 'unknown', (i) => 100000 + i],
    ['f8', 'unknown', (i) => pick(WORD, i)],
    ['f9', 'url', (i) => `https://example.org/p/${i}`],
    ['f10', 'iban', iban],
    ['f11', 'password-hash', (i) => `$argon2id$v=19$m=65536$${hex(i, 40)}`],
    ['f12', 'unknown', (i) => i % 2],
  ],
  liars: [
    ['email', 'unknown', (i) => hex(i, 32)],
    ['username', 'email', mail],
    ['ip', 'unknown', (i) => between(i, 1, 900)],
    ['phone', 'unknown', (i) => pick(['yes', 'no'], i)],
    ['password', 'unknown', (i) => String(i % 2)],
    ['birthday', 'unknown', (i) => pick(['sent', 'due'], i)],
  ],
};
