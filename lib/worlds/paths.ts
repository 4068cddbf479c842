/** Kinds of document of a world, in the order in which they are written. */
export const KINDS = ['account', 'share', 'device', 'request', 'event', 'scale'] as const;

/** Name of a kind of document. */
export type Kind = (typeof KINDS)[number];

/** One of something for each kind. */
export function byKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;
}

/** What each kind's file is called, without its ending; also its index. */
export const STEMS: Record<Kind, string> = {
  account: 'accounts',
  share: 'shares',
  device: 'devices',
  request: 'requests',
  event: 'events',
  scale: 'scale',
};

/**
 * What can be true of a person, one bit each. A person who has the fact has a filled value at each of its paths, so
 * that one number tells which categories a person has.
 */
export const FACT = {
  account: 1 << 0,
  email: 1 << 1,
  name: 1 << 2,
  photo: 1 << 3,
  zone: 1 << 4,
  loggedOut: 1 << 5,
  thirdPartyToken: 1 << 6,
  rare: 1 << 7,
  share: 1 << 8,
  device: 1 << 9,
  deviceName: 1 << 10,
  ssid: 1 << 11,
  ip: 1 << 12,
  request: 1 << 13,
  token: 1 << 14,
  event: 1 << 15,
  scale: 1 << 16,
} as const;

/** How many combinations of facts there are. */
export const FACTS = 1 << 17;

/** Paths of each kind with a name of their own, by the fact that fills them. */
export const PATHS: Record<Kind, Record<string, number>> = {
  account: {
    user_id: FACT.account,
    email: FACT.email,
    nickname: FACT.name,
    logo: FACT.photo,
    timezone_name: FACT.zone,
    create_ts: FACT.account,
    last_login_ts: FACT.account,
    last_logout_ts: FACT.loggedOut,
    alexa_token: FACT.thirdPartyToken,
  },
  share: { user_id: FACT.share, share_email: FACT.share, share_ts: FACT.share, share_state: FACT.share },
  device: {
    user_id: FACT.device,
    mac: FACT.device,
    nickname: FACT.deviceName,
    product_model: FACT.device,
    firmware_ver: FACT.device,
    hardware_ver: FACT.device,
    ssid: FACT.ssid,
    ip: FACT.ip,
    conn_state: FACT.device,
    conn_state_ts: FACT.device,
    first_activation_ts: FACT.device,
  },
  request: {
    ts: FACT.request,
    user_id: FACT.request,
    method: FACT.request,
    path: FACT.request,
    host: FACT.request,
    app_name: FACT.request,
    app_ver: FACT.request,
    phone_id: FACT.request,
    phone_system_type: FACT.request,
    status: FACT.request,
    'body.sc': FACT.request,
    'body.sv': FACT.request,
  },
  event: {
    event_id: FACT.event,
    user_id: FACT.event,
    device_mac: FACT.event,
    event_ts: FACT.event,
    event_type: FACT.event,
  },
  scale: {
    data_id: FACT.scale,
    user_id: FACT.scale,
    family_member_id: FACT.scale,
    device_id: FACT.scale,
    measure_ts: FACT.scale,
    age: FACT.scale,
    gender: FACT.scale,
    height: FACT.scale,
    weight: FACT.scale,
    bmi: FACT.scale,
    body_fat: FACT.scale,
    body_water: FACT.scale,
    muscle: FACT.scale,
    bmr: FACT.scale,
  },
};

/** What the body of a request holds beside `sc` and `sv`. */
export const BODY_PATHS = {
  token: { path: 'access_token', fact: FACT.token },
  tail: { path: 'access_token_tail', fact: FACT.token },
  redacted: { path: 'redacted', fact: FACT.request },
} as const;
